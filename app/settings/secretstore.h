// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace signalbox
{

/// Passwords and tokens in the system keychain. Where the desktop has none, they live in memory until the
/// program ends; they never reach a file. GUI thread.
class SecretStore final : public QObject
{
    Q_OBJECT

public:
    explicit SecretStore(QObject *parent = nullptr);

    /// Calls back, perhaps later, with the secret or an empty string. Not called after `context` died.
    void read(const QString &key, QObject *context, std::function<void(const QString &secret)> found);
    void write(const QString &key, const QString &secret);
    /// Why the last secret written lasts only until the program ends; none: the keychain took it.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

Q_SIGNALS:
    void problemChanged();

private:
    QHash<QString, QString> m_session;
    std::optional<Error> m_problem;
};

} // namespace signalbox
