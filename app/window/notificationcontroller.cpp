// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/notificationcontroller.h"

#include "app/settings/settings.h"
#include "app/window/notifier.h"

namespace signalbox
{

namespace
{

QString subjectOf(const ReleaseKey &key)
{
    return key.namespaceName + QLatin1Char('/') + key.name;
}

} // namespace

NotificationController::NotificationController(Workspace &workspace, const Settings &settings,
                                               Notifier &notifier, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_notifier(notifier)
{
    connect(&workspace.fleet(), &FleetStore::releasesChanged, this, &NotificationController::takeReleases);
    connect(&workspace.fleet(), &FleetStore::connectionChanged, this,
            &NotificationController::takeConnection);
    connect(&workspace.desk(), &OperationDesk::operationFinished, this,
            &NotificationController::takeOperation);
}

void NotificationController::notify(NotificationKind kind, const QString &subject,
                                    const std::optional<ReleaseKey> &release)
{
    if (m_settings.notifications().contains(topicOf(kind))) {
        m_notifier.notify(kind, subject, release);
    }
}

void NotificationController::takeReleases(const QVector<ReleaseKey> &changed,
                                          const QVector<ReleaseKey> &removed)
{
    for (const ReleaseKey &key : changed) {
        const Release *release = m_workspace.fleet().release(key);
        if (!release) {
            continue;
        }
        const auto before = m_known.constFind(key);
        if (before != m_known.constEnd()) {
            if (const auto kind = notificationFor(*before, *release)) {
                notify(*kind, subjectOf(key), key);
            }
        }
        m_known.insert(key, *release);
    }
    for (const ReleaseKey &key : removed) {
        m_known.remove(key);
    }
}

void NotificationController::takeOperation(const ReleaseKey &key)
{
    const ReleaseOperation *operation = m_workspace.desk().operation(key);
    if (!operation) {
        return;
    }
    const OperationStatus &status = operation->status();
    if (status.phase == OperationPhase::Failed) {
        notify(NotificationKind::OperationFailed, subjectOf(key), key);
    } else if (status.phase == OperationPhase::Succeeded &&
               status.plan.request.kind == ActionKind::RollBack) {
        notify(NotificationKind::RollbackDone, subjectOf(key), key);
    }
}

void NotificationController::takeConnection(const ClusterId &id)
{
    const ClusterStore *cluster = m_workspace.fleet().cluster(id);
    const bool lost = cluster && cluster->connection().freshness == Freshness::Unreachable;
    if (lost && !m_lost.contains(id.value())) {
        m_lost.insert(id.value());
        notify(NotificationKind::LostContact, id.value(), std::nullopt);
    } else if (!lost) {
        m_lost.remove(id.value());
    }
}

} // namespace signalbox
