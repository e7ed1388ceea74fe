// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/interruptioncontroller.h"

#include "backends/api/whenfinished.h"
#include "models/operations/continuation.h"

namespace signalbox
{

namespace
{

/// Another program may die while this one runs.
constexpr std::chrono::seconds lookInterval{30};

} // namespace

InterruptionController::InterruptionController(Workspace &workspace, InterruptedPanel &panel)
    : QObject(&panel)
    , m_workspace(workspace)
    , m_panel(panel)
{
    Interruptions &interruptions = workspace.interruptions();
    connect(&interruptions, &Interruptions::changed, this, &InterruptionController::show);
    connect(&workspace, &Workspace::contextsChanged, this, &InterruptionController::show);
    connect(&workspace.fleet(), &FleetStore::releasesChanged, this, [this] {
        if (!m_workspace.interruptions().all().isEmpty()) {
            show();
        }
    });
    connect(&panel, &InterruptedPanel::continueRequested, this, &InterruptionController::resume);
    connect(&panel, &InterruptedPanel::giveUpRequested, this, &InterruptionController::giveUp);
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, &interruptions, &Interruptions::refresh);
    m_timer.start();
    interruptions.refresh();
}

InterruptedItem InterruptionController::itemOf(const RecordedOperation &operation) const
{
    const OperationStatus &status = operation.status;
    InterruptedItem item{status, operation.lastSign, {}, {}, m_busy.contains(status.id)};
    const ReleaseKey &key = status.plan.request.release;
    const Release *release = m_workspace.fleet().release(key);
    if (release) {
        item.hindrance = whyNotContinue(status, *release);
    } else {
        item.hindrance = Error{ErrorCode::NotFound, ErrorLayer::Rule, 0, {}, {}, key.name, {}};
    }
    if (status.steps.isEmpty()) {
        item.hindrance = Error{ErrorCode::Unsupported, ErrorLayer::Storage, 0, {}, {}, {}, {}};
    }
    const auto problem = m_problems.constFind(status.id);
    if (problem != m_problems.cend()) {
        item.problem = *problem;
    }
    return item;
}

void InterruptionController::show()
{
    QVector<InterruptedItem> items;
    for (const RecordedOperation &operation : m_workspace.interruptions().all()) {
        if (m_workspace.fleet().cluster(operation.status.plan.request.release.cluster)) {
            items.append(itemOf(operation));
        }
    }
    m_panel.setItems(items, m_workspace.clock().nowUtc());
}

void InterruptionController::resume(const QString &id)
{
    const RecordedOperation *operation = m_workspace.interruptions().find(id);
    if (!operation || m_busy.contains(id)) {
        return;
    }
    const ReleaseKey key = operation->status.plan.request.release;
    m_busy.insert(id);
    show();
    whenFinished(this, m_workspace.interruptions().resume(id), [this, id, key](const Result<Done> &result) {
        take(id, result);
        if (result) {
            Q_EMIT resumed(key);
        }
    });
}

void InterruptionController::giveUp(const QString &id, const QString &reason)
{
    if (m_busy.contains(id)) {
        return;
    }
    m_busy.insert(id);
    show();
    whenFinished(this, m_workspace.interruptions().giveUp(id, reason),
                 [this, id](const Result<Done> &result) { take(id, result); });
}

void InterruptionController::take(const QString &id, const Result<Done> &result)
{
    m_busy.remove(id);
    if (result) {
        m_problems.remove(id);
    } else {
        m_problems.insert(id, result.error());
    }
    show();
}

} // namespace signalbox
