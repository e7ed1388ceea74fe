// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace signalbox
{

/// What is worth a desktop notification: nobody should have to watch the screen to learn it.
enum class NotificationKind {
    GateWaiting,
    Undecided,
    Aborted,
    Broken,
    RollbackDone,
    OperationFailed,
    LostContact
};

/// What people can choose to hear about.
enum class NotificationTopic { Decisions, Trouble, Operations, Contact };
inline constexpr int notificationTopicCount = 4;
[[nodiscard]] NotificationTopic topicOf(NotificationKind kind);

/// What changed between two snapshots of a release that a person must hear about. Only transitions count: a
/// release that is first seen in a state announces nothing.
[[nodiscard]] std::optional<NotificationKind> notificationFor(const Release &before, const Release &after);

/// Lets each (kind, subject) pass at most once per interval, and at most `burst` in all per interval.
class NotificationLimiter
{
public:
    NotificationLimiter(std::chrono::seconds interval, int burst)
        : m_interval(interval)
        , m_burst(burst)
    {
    }
    [[nodiscard]] bool allow(NotificationKind kind, const QString &subject, const QDateTime &now);

private:
    std::chrono::seconds m_interval;
    int m_burst;
    QHash<QString, QDateTime> m_last;
    QVector<QDateTime> m_recent;
};

} // namespace signalbox
