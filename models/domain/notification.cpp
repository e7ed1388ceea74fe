// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/notification.h"

#include <algorithm>

namespace signalbox
{

NotificationTopic topicOf(NotificationKind kind)
{
    switch (kind) {
    case NotificationKind::GateWaiting:
        return NotificationTopic::Decisions;
    case NotificationKind::Undecided:
    case NotificationKind::Aborted:
    case NotificationKind::Broken:
        return NotificationTopic::Trouble;
    case NotificationKind::RollbackDone:
    case NotificationKind::OperationFailed:
        return NotificationTopic::Operations;
    case NotificationKind::LostContact:
        break;
    }
    return NotificationTopic::Contact;
}

std::optional<NotificationKind> notificationFor(const Release &before, const Release &after)
{
    if (before.state == after.state || !after.source.isCurrent()) {
        return std::nullopt;
    }
    switch (after.state) {
    case ReleaseState::WaitingForPerson:
        return NotificationKind::GateWaiting;
    case ReleaseState::Undecided:
        return NotificationKind::Undecided;
    case ReleaseState::RolledBack:
        return NotificationKind::Aborted;
    case ReleaseState::Broken:
        return NotificationKind::Broken;
    default:
        return std::nullopt;
    }
}

bool NotificationLimiter::allow(NotificationKind kind, const QString &subject, const QDateTime &now)
{
    const auto old = [this, &now](const QDateTime &time) { return time.secsTo(now) >= m_interval.count(); };
    m_recent.erase(std::remove_if(m_recent.begin(), m_recent.end(), old), m_recent.end());
    const QString key = QString::number(static_cast<int>(kind)) + QLatin1Char(' ') + subject;
    const QDateTime last = m_last.value(key);
    if ((last.isValid() && !old(last)) || m_recent.size() >= m_burst) {
        return false;
    }
    m_last.insert(key, now);
    m_recent.append(now);
    return true;
}

} // namespace signalbox
