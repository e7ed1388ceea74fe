// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workspace.h"
#include "models/domain/notification.h"

#include <QHash>
#include <QObject>

namespace signalbox
{

class Notifier;
class Settings;

/// Watches the fleet for transitions a person must hear about and hands them to the desktop.
class NotificationController final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    NotificationController(Workspace &workspace, const Settings &settings, Notifier &notifier,
                           QObject *parent);

private:
    /// Unless the person does not want to hear of it.
    void notify(NotificationKind kind, const QString &subject, const std::optional<ReleaseKey> &release);
    void takeReleases(const QVector<ReleaseKey> &changed, const QVector<ReleaseKey> &removed);
    void takeOperation(const ReleaseKey &key);
    void takeConnection(const ClusterId &id);

    Workspace &m_workspace;
    const Settings &m_settings;
    Notifier &m_notifier;
    QHash<ReleaseKey, Release> m_known; ///< last snapshot of each release, to see transitions
    QSet<QString> m_lost;               ///< clusters already announced
};

} // namespace signalbox
