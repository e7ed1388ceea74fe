// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workspace.h"

#include <QObject>

#include <optional>

namespace signalbox
{

class StatusStrip;

/// Feeds the status strip: what happened last, alerts that fire, state of the audit chain.
class StripController final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    StripController(Workspace &workspace, const Settings &settings, StatusStrip &strip, QObject *parent);

    /// Whose alerts are counted.
    void setShown(const std::optional<ReleaseKey> &release);
    void refresh();
    /// Reads the whole ledger once more.
    void checkChain();

private:
    /// Negative: not known.
    [[nodiscard]] int firingAlerts() const;

    Workspace &m_workspace;
    const Settings &m_settings;
    StatusStrip &m_strip;
    std::optional<ReleaseKey> m_shown;
    ChainReport m_chain;
};

} // namespace signalbox
