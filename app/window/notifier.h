// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "models/domain/notification.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace signalbox
{

/// Desktop notifications through org.freedesktop.Notifications. Rate-limited; a click selects the release.
/// Without a notification service it stays silent: the same facts are on screen.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(const Clock &clock, QObject *parent = nullptr);

    /// @param release what a click goes to; none for connections
    void notify(NotificationKind kind, const QString &subject, const std::optional<ReleaseKey> &release);

Q_SIGNALS:
    void activated(const signalbox::ReleaseKey &release);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id);

private:
    [[nodiscard]] static QString titleText(NotificationKind kind);

    const Clock &m_clock;
    NotificationLimiter m_limiter;
    QHash<uint, ReleaseKey> m_shown;
};

} // namespace signalbox
