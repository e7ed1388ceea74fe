// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/releasecontroller.h"

#include "backends/api/whenfinished.h"
#include "widgets/dialogs/actiondialog.h"
#include "widgets/dialogs/targetdialog.h"
#include "widgets/panels/decisionspanel.h"

namespace signalbox
{

namespace
{

constexpr ActionKind everyAction[] = {ActionKind::Promote,
                                      ActionKind::PromoteFully,
                                      ActionKind::Pause,
                                      ActionKind::Resume,
                                      ActionKind::Abort,
                                      ActionKind::Retry,
                                      ActionKind::Undo,
                                      ActionKind::RollBack,
                                      ActionKind::Restart,
                                      ActionKind::SetImage,
                                      ActionKind::TerminateAnalysis};

MetricsWithin metricsWithin(const QVector<MetricPanel> &panels)
{
    MetricsWithin metrics;
    for (const MetricPanel &panel : panels) {
        if (panel.rule.limit) {
            ++metrics.limited;
            metrics.within += panel.verdict == Verdict::Pass ? 1 : 0;
            metrics.judged += panel.verdict == Verdict::Unknown ? 0 : 1;
            metrics.breached = metrics.breached || panel.verdict == Verdict::Fail;
        }
    }
    return metrics;
}

/// Going back needs no reason up front; it may follow.
bool goesBack(ActionKind kind)
{
    return kind == ActionKind::RollBack || kind == ActionKind::Abort || kind == ActionKind::Undo ||
           kind == ActionKind::Pause;
}

} // namespace

ReleaseController::ReleaseController(Workspace &workspace, DecisionsPanel &decisions, QWidget &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_decisions(decisions)
    , m_window(window)
{
    connect(&m_workspace.fleet(), &FleetStore::releasesChanged, this,
            [this](const QVector<ReleaseKey> &changed, const QVector<ReleaseKey> &removed) {
                if (m_key && (changed.contains(*m_key) || removed.contains(*m_key))) {
                    refresh();
                }
            });
    OperationDesk &desk = m_workspace.desk();
    connect(&desk, &OperationDesk::rollbackReadinessChanged, this, &ReleaseController::refreshRollback);
    const auto follow = [this](const ReleaseKey &key) {
        if (m_key && key == *m_key) {
            refreshOperation();
            refreshDecisions();
        }
    };
    connect(&desk, &OperationDesk::operationStarted, this, follow);
    connect(&desk, &OperationDesk::operationChanged, this, follow);
    connect(&desk, &OperationDesk::operationFinished, this, follow);
    connect(&m_workspace.decisions(), &DecisionDesk::viewChanged, this, &ReleaseController::refreshDecisions);
    connect(&m_decisions, &DecisionsPanel::actionRequested, this, &ReleaseController::requestAction);
    connect(&m_decisions, &DecisionsPanel::rollbackTargetChosen, &desk, &OperationDesk::setRollbackTarget);
    connect(&m_decisions, &DecisionsPanel::stopByHandRequested, this, [this] {
        if (ReleaseOperation *operation = m_key ? m_workspace.desk().operation(*m_key) : nullptr) {
            operation->stopByHand();
        }
    });
    // A verdict reaches the right column with the chart that shows it, not a second later.
    const MetricsStore &metrics = m_workspace.metrics();
    connect(&metrics, &MetricsStore::panelsChanged, &m_decisions,
            [&metrics, &decisions = m_decisions] { decisions.setMetrics(metricsWithin(metrics.panels())); });
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        refreshDecisions();
        refreshRollback();
        refreshOperation();
        Q_EMIT tick(m_workspace.clock().nowUtc());
    });
    m_timer.start();
}

const Release *ReleaseController::release() const
{
    return m_key ? m_workspace.fleet().release(*m_key) : nullptr;
}

void ReleaseController::show(const ReleaseKey &key)
{
    m_key = key;
    m_workspace.desk().keepRollbackReady(key);
    m_workspace.decisions().show(key);
    refresh();
    refreshOperation();
}

void ReleaseController::refresh()
{
    const Release *current = release();
    const std::optional<Release> snapshot = current ? std::optional(*current) : std::nullopt;
    m_workspace.metrics().show(snapshot);
    m_workspace.judgements().show(snapshot);
    m_decisions.setRelease(snapshot);
    refreshDecisions();
    refreshRollback();
}

void ReleaseController::refreshDecisions()
{
    const Release *current = release();
    if (!current) {
        m_decisions.setHolds({});
        m_decisions.setMetrics({});
        m_decisions.setDecisions({});
        return;
    }
    QHash<int, Decision> decisions;
    for (const ActionKind kind : everyAction) {
        decisions.insert(static_cast<int>(kind), m_workspace.desk().decision(kind, *m_key));
    }
    m_decisions.setDecisions(decisions);
    m_decisions.setMetrics(metricsWithin(m_workspace.metrics().panels()));
    if (ClusterStore *cluster = m_workspace.fleet().cluster(m_key->cluster)) {
        m_decisions.setHolds(holdsNextStep(*current, cluster->policyContext(*current)));
    }
}

void ReleaseController::refreshRollback()
{
    RollbackView view;
    if (const Release *current = release()) {
        const RollbackReadiness &readiness = m_workspace.desk().rollbackReadiness();
        // Asked anew: what the desk remembers may be of before the revisions were known.
        const Decision decision = m_workspace.desk().decision(ActionKind::RollBack, *m_key);
        view.held = decision.allowed ? QVector<Message>() : decision.reasons;
        view.error = readiness.error;
        view.ready = readiness.ready();
        view.checkedAt = readiness.checkedAt;
        if (readiness.plan) {
            view.targetHash = readiness.plan->targetHash;
            view.targetVersion = readiness.plan->targetVersion;
            view.calls = readiness.plan->callCount();
            view.expected = readiness.plan->expected;
            view.budget = readiness.plan->budget;
        } else if (const Revision *target = rollbackTarget(*current)) {
            view.targetHash = target->hash;
            view.targetVersion = versionOf(*target);
        }
        for (const Revision &revision : current->revisions) {
            if (revision.hash != current->currentHash || current->aborted) {
                view.targets.append({revision.hash, versionOf(revision)});
            }
        }
        if (const Revision *target = current->revision(view.targetHash)) {
            view.targetReady = target->ready;
            view.targetDesired = target->desired;
        }
    }
    m_decisions.setRollback(view, m_workspace.clock().nowUtc());
}

void ReleaseController::refreshOperation()
{
    const ReleaseOperation *operation = m_key ? m_workspace.desk().operation(*m_key) : nullptr;
    const std::optional<OperationStatus> status =
        operation ? std::optional(operation->status()) : std::nullopt;
    m_decisions.setOperation(status);
    Q_EMIT operationChanged(status);
}

ActionRequest ReleaseController::requestFor(ActionKind kind) const
{
    ActionRequest request;
    request.kind = kind;
    if (const Release *current = release()) {
        request.release = current->key;
        request.uid = current->uid;
        request.resourceVersion = current->resourceVersion;
    }
    return request;
}

void ReleaseController::requestAction(ActionKind kind)
{
    const Release *current = release();
    if (!current || !m_workspace.desk().decision(kind, *m_key).allowed) {
        return;
    }
    switch (kind) {
    case ActionKind::Undo:
        askRevision();
        return;
    case ActionKind::SetImage:
        askImage();
        return;
    case ActionKind::TerminateAnalysis: {
        const auto running = std::find_if(
            current->analysisRuns.cbegin(), current->analysisRuns.cend(), [](const AnalysisRunRow &run) {
                return run.phase == QLatin1String("Running") || run.phase == QLatin1String("Pending");
            });
        if (running != current->analysisRuns.cend()) {
            requestTermination(current->key, running->meta.name);
        }
        return;
    }
    case ActionKind::RollBack: {
        const RollbackReadiness &readiness = m_workspace.desk().rollbackReadiness();
        ActionRequest request = requestFor(kind);
        if (readiness.plan) {
            request = readiness.plan->request;
        }
        const Revision *target = rollbackTarget(*current);
        preview(request, readiness.plan ? readiness.plan->targetVersion
                         : target       ? versionOf(*target)
                                        : QString());
        return;
    }
    default: {
        const Revision *wanted = current->current();
        const bool forward =
            kind == ActionKind::Promote || kind == ActionKind::PromoteFully || kind == ActionKind::Retry;
        preview(requestFor(kind), forward && wanted ? versionOf(*wanted) : QString());
    }
    }
}

void ReleaseController::requestUndo(const ReleaseKey &key, const QString &hash)
{
    const Release *current = release();
    if (!current || !(current->key == key) || !m_workspace.desk().decision(ActionKind::Undo, key).allowed) {
        return;
    }
    if (const Revision *target = current->revision(hash)) {
        ActionRequest request = requestFor(ActionKind::Undo);
        request.targetHash = hash;
        preview(request, QString::number(target->number)); // its version is among the consequences
    }
}

void ReleaseController::requestTermination(const ReleaseKey &key, const QString &analysisRun)
{
    if (m_key && *m_key == key && m_workspace.desk().decision(ActionKind::TerminateAnalysis, key).allowed) {
        ActionRequest request = requestFor(ActionKind::TerminateAnalysis);
        request.analysisRun = analysisRun;
        preview(request, analysisRun);
    }
}

void ReleaseController::giveReason(const QString &id, const QString &reason)
{
    if (ReleaseOperation *operation = m_workspace.desk().operationWithId(id)) {
        operation->setReason(reason);
    }
}

void ReleaseController::askRevision()
{
    const Release *current = release();
    QVector<QPair<QString, QString>> revisions;
    for (const Revision &revision : current->revisions) {
        if (revision.hash != current->currentHash) {
            revisions.append({revision.hash, versionOf(revision)});
        }
    }
    auto *dialog = new TargetDialog(TargetDialog::Kind::Revision, revisions, &m_window);
    connect(dialog, &TargetDialog::chosen, this, [this](const QString &hash) {
        if (m_key) {
            requestUndo(*m_key, hash);
        }
    });
    dialog->open();
}

void ReleaseController::askImage()
{
    QVector<QPair<QString, QString>> containers;
    if (const Revision *wanted = release()->current()) {
        for (const ContainerImage &image : wanted->images) {
            containers.append({image.container, image.image});
        }
    }
    auto *dialog = new TargetDialog(TargetDialog::Kind::Image, containers, &m_window);
    connect(dialog, &TargetDialog::chosen, this, [this](const QString &container, const QString &image) {
        ActionRequest request = requestFor(ActionKind::SetImage);
        request.container = container;
        request.image = image;
        preview(request, image);
    });
    dialog->open();
}

void ReleaseController::preview(ActionRequest request, const QString &target)
{
    delete m_dialog;
    const bool needsReason = m_workspace.isProduction(request.release.cluster) && !goesBack(request.kind);
    m_dialog = new ActionDialog(request, target, needsReason, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ActionDialog::confirmed, this, &ReleaseController::start);
    const RollbackReadiness &readiness = m_workspace.desk().rollbackReadiness();
    if (request.kind == ActionKind::RollBack && readiness.ready()) {
        // Prepared ahead: nothing has to be asked before the person can confirm.
        m_dialog->setPlan(*readiness.plan);
    } else {
        whenFinished(m_dialog.data(), m_workspace.desk().prepare(request),
                     [dialog = m_dialog.data()](const Result<ActionPlan> &plan) {
                         if (plan) {
                             dialog->setPlan(*plan);
                         } else {
                             dialog->setError(plan.error());
                         }
                     });
    }
    m_dialog->open();
}

void ReleaseController::start(const ActionPlan &plan, const QString &reason)
{
    if (!m_workspace.desk().start(plan, reason)) {
        // Gone since the preview was made: a new one says so.
        preview(plan.request, plan.targetVersion);
    }
}

} // namespace signalbox
