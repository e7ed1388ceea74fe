// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/rollbackkeeper.h"

#include "backends/api/whenfinished.h"

namespace signalbox
{

namespace
{

/// Everything of a release that a rollback plan is computed from, apart from the server's objects themselves.
QStringList basisOf(const Release &release)
{
    QStringList basis{release.uid,
                      release.currentHash,
                      release.stableHash,
                      release.workloadRefName,
                      release.gitOpsOwner,
                      release.horizontalPodAutoscaler,
                      QString::number(static_cast<int>(release.aborted)),
                      QString::number(static_cast<int>(release.manuallyPaused)),
                      QString::number(release.desiredReplicas)};
    for (const Revision &revision : release.revisions) {
        basis.append(revision.hash);
    }
    return basis;
}

} // namespace

RollbackKeeper::RollbackKeeper(Desk desk, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_desk(std::move(desk))
    , m_clock(clock)
{
    m_debounce.setSingleShot(true);
    setTiming({});
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (!m_asking) { // else the answer under way is as fresh as another one's would be
            refresh();
        }
    });
    connect(&m_debounce, &QTimer::timeout, this, &RollbackKeeper::refresh);
}

void RollbackKeeper::setTiming(const OperationTiming &timing)
{
    m_refresh.setInterval(timing.refresh);
    m_debounce.setInterval(timing.debounce);
}

void RollbackKeeper::keep(const std::optional<ReleaseKey> &release)
{
    if (release == m_release) {
        return;
    }
    m_release = release;
    m_target.clear();
    m_basis.clear();
    ++m_round;
    m_asking = false;
    m_refresh.stop();
    m_debounce.stop();
    publish({});
    if (m_release) {
        m_refresh.start();
        refresh();
    }
}

void RollbackKeeper::setTarget(const QString &hash)
{
    if (hash == m_target) {
        return;
    }
    m_target = hash;
    ++m_round;
    m_asking = false;
    publish({});
    refresh();
}

void RollbackKeeper::look(const QVector<ReleaseKey> &changed)
{
    if (!m_release || !changed.contains(*m_release)) {
        return;
    }
    const Release *release = m_desk.release(*m_release);
    const QStringList basis = release ? basisOf(*release) : QStringList();
    if (basis == m_basis) {
        return;
    }
    m_basis = basis;
    if (m_readiness.checkedAt
            .isValid()) { // the plan in hand is of before the change: not ready until computed anew
        RollbackReadiness stale = m_readiness;
        stale.checkedAt = {};
        publish(stale);
    }
    m_debounce.start();
}

void RollbackKeeper::refresh()
{
    if (!m_release || m_desk.busy(*m_release)) {
        return;
    }
    const Release *release = m_desk.release(*m_release);
    if (!release) {
        publish({});
        return;
    }
    m_basis = basisOf(*release);
    const Decision decision = m_desk.decision(*m_release);
    if (!decision.allowed) {
        RollbackReadiness held;
        held.held = decision.reasons;
        publish(held);
        return;
    }
    ActionRequest request;
    request.kind = ActionKind::RollBack;
    request.release = *m_release;
    request.uid = release->uid;
    request.resourceVersion = release->resourceVersion;
    request.targetHash = m_target;
    m_asking = true;
    const int round = ++m_round;
    whenFinished(this, m_desk.prepare(request),
                 [this, round](const Result<Prepared> &result) { take(round, result); });
}

void RollbackKeeper::take(int round, const Result<Prepared> &result)
{
    if (round != m_round) {
        return;
    }
    m_asking = false;
    RollbackReadiness readiness;
    if (!result) {
        readiness.error = result.error();
    } else {
        readiness.plan = result->plan;
        readiness.warnings = result->warnings;
        readiness.error = result->dryRunError;
        if (!readiness.error) {
            readiness.checkedAt = m_clock.nowUtc();
        }
    }
    publish(readiness);
}

void RollbackKeeper::publish(RollbackReadiness readiness)
{
    if (readiness != m_readiness) {
        m_readiness = std::move(readiness);
        Q_EMIT changed();
    }
}

} // namespace signalbox
