// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "centreworld.h"

#include "tests/support/rowbuilders.h"

#include <QCoreApplication>

namespace signalbox
{

namespace
{

const QString newHash = QStringLiteral("new");
const QString oldHash = QStringLiteral("old");

AnalysisMetricRow metric(const QString &name, const QString &phase, const QString &condition,
                         const QStringList &values)
{
    AnalysisMetricRow row;
    row.name = name;
    row.phase = phase;
    row.successCondition = condition;
    row.provider = QStringLiteral("prometheus");
    row.count = static_cast<int>(values.size());
    row.successful = row.count;
    for (int i = 0; i < values.size(); ++i) {
        row.measurements.push_back({QStringLiteral("Successful"), values.at(i), {}, test::at(9, 40 + i)});
    }
    return row;
}

EventRow event(const QString &uid, const QString &reason, const QString &message, const QDateTime &last)
{
    EventRow row = test::eventOn(uid, QStringLiteral("u-cart"), last);
    row.reason = reason;
    row.message = message;
    return row;
}

} // namespace

CentreWorld::CentreWorld()
    : m_waves(newHash, m_clock.nowUtc().toMSecsSinceEpoch())
    , m_fleet(m_clock)
    , m_metrics(WaveMetrics::profile(), m_clock)
    , m_activity(m_fleet, nullptr)
{
    ClusterStore &cluster = m_fleet.addCluster(m_api);
    cluster.open();
    m_api.goLive(m_clock.nowUtc());
    m_metrics.setServer(ClusterId(QStringLiteral("prod")), &m_waves);
    SourceState live;
    live.freshness = Freshness::Live;
    live.since = m_clock.nowUtc();
    Q_EMIT m_waves.connectionChanged(live);
    addObjects();
    addPods();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
}

ReleaseKey CentreWorld::canary() const
{
    return {ClusterId(QStringLiteral("prod")), QStringLiteral("shop"), QStringLiteral("cart"),
            ReleaseKind::Rollout};
}

ReleaseKey CentreWorld::blueGreen() const
{
    return {ClusterId(QStringLiteral("prod")), QStringLiteral("shop"), QStringLiteral("checkout"),
            ReleaseKind::Rollout};
}

void CentreWorld::show(const ReleaseKey &key)
{
    const Release *release = m_fleet.release(key);
    m_metrics.show(release == nullptr ? std::nullopt : std::optional(*release));
    m_activity.show(key);
}

void CentreWorld::addObjects()
{
    RolloutRow canary = test::pausedCanary();
    canary.steps.last().weight = 100;
    canary.pauseConditions[0].start = test::at(9, 48);
    canary.steps[1].duration = std::chrono::minutes(30);
    RolloutRow blueGreen = test::blueGreenRollout();
    blueGreen.meta = test::meta(QStringLiteral("u-checkout"), QStringLiteral("checkout"));
    blueGreen.pauseConditions[0].start = test::at(9, 55);
    m_api.upsert<RolloutRow>({canary, blueGreen});
    m_api.upsert<DeploymentRow>({test::healthyDeployment()});
    QVector<ReplicaSetRow> replicaSets{
        test::replicaSet(QStringLiteral("u-cart"), oldHash, 7, 4),
        test::replicaSet(QStringLiteral("u-cart"), newHash, 8, 1),
        test::replicaSet(QStringLiteral("u-cart"), QStringLiteral("older"), 6, 0),
        test::replicaSet(QStringLiteral("u-checkout"), oldHash, 3, 4),
        test::replicaSet(QStringLiteral("u-checkout"), newHash, 4, 4),
        test::replicaSet(QStringLiteral("u-web"), oldHash, 2, 3)};
    replicaSets[1].meta.created = test::at(9, 35);
    m_api.upsert<ReplicaSetRow>(replicaSets);
    AnalysisRunRow run = test::analysisRun(QStringLiteral("u-cart"), QStringLiteral("cart-new-8-1"),
                                           QStringLiteral("Running"));
    run.metrics = {metric(QStringLiteral("success-rate"), QStringLiteral("Running"),
                          QStringLiteral("result[0] >= 0.95"),
                          {QStringLiteral("[0.991]"), QStringLiteral("[0.987]"), QStringLiteral("[0.972]")}),
                   metric(QStringLiteral("latency-p95"), QStringLiteral("Successful"),
                          QStringLiteral("result[0] < 2"), {QStringLiteral("[0.412]")})};
    m_api.upsert<AnalysisRunRow>({run});
    m_api.upsert<EventRow>(
        {event(QStringLiteral("e1"), QStringLiteral("RolloutStepCompleted"),
               QStringLiteral("Rollout step 1/5 completed (setWeight: 20)"), test::at(9, 47)),
         event(QStringLiteral("e2"), QStringLiteral("RolloutPaused"),
               QStringLiteral("Rollout is paused (CanaryPauseStep)"), test::at(9, 48)),
         event(QStringLiteral("e3"), QStringLiteral("ScalingReplicaSet"),
               QStringLiteral("Scaled up ReplicaSet cart-new (revision 8) from 0 to 1\u202E<b>x</b>"),
               test::at(9, 36))});
}

void CentreWorld::addPods()
{
    QVector<PodRow> pods;
    for (int i = 0; i < 4; ++i) {
        pods << test::pod(QStringLiteral("old-%1").arg(i), QStringLiteral("rs-u-cart-old"), oldHash);
    }
    PodRow crashing = test::pod(QStringLiteral("new-0"), QStringLiteral("rs-u-cart-new"), newHash);
    crashing.ready = false;
    crashing.readyContainers = 0;
    crashing.reason = QStringLiteral("CrashLoopBackOff");
    crashing.restarts = 7;
    pods << crashing;
    m_api.upsert<PodRow>(pods);
}

} // namespace signalbox
