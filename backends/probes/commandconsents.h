// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSet>
#include <QStringList>

namespace signalbox::probes
{

/// Which commands the user allowed to run. A consent holds for exactly these arguments under exactly this
/// plan; a change of either asks again. Called on the thread of the ProbeEngine's owner.
class CommandConsents
{
public:
    virtual ~CommandConsents() = default;
    /// @param argv as shown to the user; the first is the absolute path of the program
    [[nodiscard]] virtual bool isAllowed(const QByteArray &planHash, const QStringList &argv) const = 0;
    virtual void allow(const QByteArray &planHash, const QStringList &argv) = 0;
};

/// What a consent is remembered by: SHA-256 in hex over the plan's hash and every argument with its length,
/// so that no two command lines share one. Empty without a plan hash or without arguments: never allowed.
[[nodiscard]] QString commandSubject(const QByteArray &planHash, const QStringList &argv);

/// Consents for as long as the program runs.
class MemoryCommandConsents final : public CommandConsents
{
public:
    [[nodiscard]] bool isAllowed(const QByteArray &planHash, const QStringList &argv) const override;
    void allow(const QByteArray &planHash, const QStringList &argv) override;

private:
    QSet<QString> m_allowed;
};

} // namespace signalbox::probes
