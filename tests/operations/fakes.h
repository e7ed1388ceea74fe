// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "backends/api/deploymentbackend.h"
#include "backends/api/ledger.h"
#include "backends/api/metricsapi.h"
#include "models/operations/operationdesk.h"
#include "tests/support/fakeclusterapi.h"
#include "tests/support/manualclock.h"
#include "tests/support/rowbuilders.h"
#include "tests/support/unfinishedrecords.h"

#include <QHash>

#include <atomic>
#include <functional>
#include <vector>

namespace signalbox::test
{

template <typename T> QFuture<Result<T>> answeredWith(Result<T> value)
{
    Answer<T> answer;
    answer.give(std::move(value));
    return answer.future();
}

inline Error errorOf(ErrorCode code)
{
    return {code, ErrorLayer::Http, 0, {}, QStringLiteral("scripted"), {}, {}};
}

class FakeLedger final : public Ledger
{
public:
    [[nodiscard]] QFuture<Result<qint64>> append(LedgerRecord record) override
    {
        if (dead) {
            held.emplace_back();
            return held.back().future();
        }
        if (!down) {
            records.append(record);
        }
        if (silent) {
            held.emplace_back();
            ++heldCount;
            return held.back().future();
        }
        return answeredWith<qint64>(down ? Result<qint64>(tl::unexpected(errorOf(ErrorCode::Storage)))
                                         : Result<qint64>(records.size()));
    }
    [[nodiscard]] QFuture<Result<QVector<LedgerRecord>>> recent(QString, QString, QString, int) override
    {
        return answeredWith<QVector<LedgerRecord>>(records);
    }
    [[nodiscard]] QFuture<Result<QVector<LedgerRecord>>> unfinished(QString cluster) override
    {
        return answeredWith<QVector<LedgerRecord>>(
            unreadable ? Result<QVector<LedgerRecord>>(tl::unexpected(errorOf(ErrorCode::Storage)))
                       : unfinishedOf(records, cluster));
    }
    [[nodiscard]] QFuture<Result<ChainReport>> verify() override
    {
        return answeredWith<ChainReport>(ChainReport());
    }

    QVector<LedgerRecord> records;
    std::vector<Answer<qint64>> held;
    std::atomic<int> heldCount = 0; ///< for threads
    bool down = false;
    bool silent = false;     ///< answers only when the test does
    bool dead = false;       ///< whoever writes is no more: nothing arrives, nothing is answered
    bool unreadable = false; ///< cannot be asked
};

/// Values by metric word found in the query: "share", "errors", "latency".
class FakeMetrics final : public MetricsApi
{
public:
    explicit FakeMetrics(const Clock &clock)
        : m_clock(clock)
    {
    }
    [[nodiscard]] QString endpoint() const override { return QStringLiteral("fake"); }
    [[nodiscard]] QFuture<Result<QueryAnswer>> query(QString promql, QDateTime) override
    {
        queries.append(promql);
        if (failing) {
            return answeredWith<QueryAnswer>(tl::unexpected(errorOf(ErrorCode::Unreachable)));
        }
        QueryAnswer answer;
        const QString word = promql.section(QLatin1Char('{'), 0, 0);
        if (slow) {
            held.emplace_back();
            return held.back().future();
        }
        if (values.contains(word)) {
            answer.series = {{{}, {{m_clock.nowUtc().toMSecsSinceEpoch(), values.value(word)}}, false}};
        }
        return answeredWith<QueryAnswer>(answer);
    }
    [[nodiscard]] QFuture<Result<QueryAnswer>> queryRange(RangeQuery) override
    {
        return answeredWith<QueryAnswer>(tl::unexpected(errorOf(ErrorCode::Unsupported)));
    }
    [[nodiscard]] QFuture<Result<QVector<AlertRule>>> rules() override
    {
        return answeredWith<QVector<AlertRule>>({});
    }
    [[nodiscard]] QFuture<Result<QVector<Alert>>> alerts() override
    {
        return answeredWith<QVector<Alert>>({});
    }
    [[nodiscard]] QFuture<Result<QVector<ScrapeTarget>>> targets() override
    {
        return answeredWith<QVector<ScrapeTarget>>({});
    }
    [[nodiscard]] QFuture<Result<BuildInfo>> buildInfo() override
    {
        return answeredWith<BuildInfo>(BuildInfo());
    }
    [[nodiscard]] QFuture<Result<QString>> formatQuery(QString promql) override
    {
        return answeredWith<QString>(promql);
    }

    QHash<QString, double> values{{QStringLiteral("share"), 100},
                                  {QStringLiteral("total"), 100},
                                  {QStringLiteral("errors"), 0.001},
                                  {QStringLiteral("latency"), 0.2}};
    QStringList queries;
    bool failing = false;
    bool slow = false; ///< answers only when the test does
    std::vector<Answer<QueryAnswer>> held;

private:
    const Clock &m_clock;
};

inline MetricProfile profile()
{
    MetricProfile profile;
    profile.id = QStringLiteral("test");
    profile.trafficQuery = QStringLiteral("share{v=\"$hash\"}");
    profile.totalTrafficQuery = QStringLiteral("total{}");
    MetricRule errors;
    errors.id = QStringLiteral("error-rate");
    errors.query = QStringLiteral("errors{v=\"$hash\"}");
    errors.limit = 0.01;
    MetricRule latency;
    latency.id = QStringLiteral("latency-p95");
    latency.query = QStringLiteral("latency{v=\"$hash\"}");
    latency.limit = 1.5;
    profile.rules = {errors, latency};
    return profile;
}

class FakeBackend final : public DeploymentBackend
{
public:
    [[nodiscard]] bool handles(const Release &release) const override
    {
        return release.key.kind == ReleaseKind::Rollout;
    }
    [[nodiscard]] QFuture<Result<ActionPlan>> plan(ActionRequest request, Release) override
    {
        requests.append(request);
        if (onPlan) {
            return answeredWith<ActionPlan>(onPlan(request));
        }
        ActionPlan plan = nextPlan;
        plan.request = request;
        return answeredWith<ActionPlan>(planError ? Result<ActionPlan>(tl::unexpected(*planError)) : plan);
    }
    [[nodiscard]] QFuture<Result<QStringList>> dryRun(ActionPlan) override
    {
        ++dryRuns;
        return answeredWith<QStringList>(dryRunError ? Result<QStringList>(tl::unexpected(*dryRunError))
                                                     : warnings);
    }
    [[nodiscard]] QFuture<Result<QString>> execute(ActionPlan plan, int step) override
    {
        if (dead) {
            heldSends.emplace_back();
            return heldSends.back().future();
        }
        sent.append(step);
        sentTitles.append(plan.steps.at(step).title.code);
        return answeredWith<QString>(onExecute ? onExecute(step) : Result<QString>(QString()));
    }

    ActionPlan nextPlan;
    std::optional<Error> planError;
    std::optional<Error> dryRunError;
    QStringList warnings;
    std::function<Result<QString>(int)> onExecute;
    std::function<Result<ActionPlan>(const ActionRequest &)> onPlan; ///< instead of nextPlan
    QVector<MessageCode> sentTitles;
    std::vector<Answer<QString>> heldSends;
    bool dead = false; ///< whoever sends is no more: nothing leaves
    QVector<ActionRequest> requests;
    QVector<int> sent;
    int dryRuns = 0;
};

inline Verification wanted(VerifyKind kind, const QString &hash = {}, int number = 0, double limit = 0)
{
    Verification verification;
    verification.kind = kind;
    verification.hash = hash;
    verification.number = number;
    verification.limit = limit;
    return verification;
}

inline ActionStep stepOf(MessageCode title, int calls, const QVector<Verification> &verifications,
                         int seconds)
{
    ActionStep step;
    step.title = {title, {}};
    step.calls = QVector<ApiCall>(calls, {QByteArrayLiteral("PATCH"), QStringLiteral("/x"), {}, {}});
    step.verifications = verifications;
    step.budget = std::chrono::seconds(seconds);
    return step;
}

/// The shape of a rollback to "old" as the Argo Rollouts backend plans it.
inline ActionPlan rollbackPlan(const ReleaseKey &key)
{
    const QString old = QStringLiteral("old");
    ActionPlan plan;
    plan.request.kind = ActionKind::RollBack;
    plan.request.release = key;
    plan.request.uid = QStringLiteral("u-cart");
    plan.targetHash = old;
    Verification aborted = wanted(VerifyKind::Aborted);
    aborted.mandatory = false;
    plan.steps = {
        stepOf(MessageCode::StepShiftTraffic, 1, {aborted}, 5),
        stepOf(MessageCode::StepAlignSpec, 1, {wanted(VerifyKind::SpecObserved, old)}, 25),
        stepOf(MessageCode::StepVerifyTraffic, 0, {wanted(VerifyKind::TrafficShare, old, 99)}, 30),
        stepOf(MessageCode::StepVerifyReady, 0, {wanted(VerifyKind::ReadyReplicas, old)}, 120),
        stepOf(MessageCode::StepVerifyHealth, 0,
               {wanted(VerifyKind::ErrorRate, old, 0, 0.01), wanted(VerifyKind::Latency, old, 0, 2)}, 60),
        stepOf(MessageCode::StepRecord, 0, {}, 10)};
    return plan;
}

inline ActionPlan promotePlan(const ReleaseKey &key)
{
    ActionPlan plan;
    plan.request.kind = ActionKind::Promote;
    plan.request.release = key;
    plan.request.uid = QStringLiteral("u-cart");
    plan.steps = {stepOf(MessageCode::StepPromote, 1, {wanted(VerifyKind::StepAdvanced, {}, 1)}, 10)};
    return plan;
}

/// One cluster with one canary "cart" that waits at its first pause, and everything an operation needs.
struct World {
    World()
        : metrics(profile(), clock)
        , measured(clock)
    {
        fleet.addCluster(api);
        api.onReview = [](const AccessQuery &) -> Result<Access> { return Access::Allowed; };
        api.goLive(clock.nowUtc());
        api.upsert<ReplicaSetRow>({replicaSet(QStringLiteral("u-cart"), QStringLiteral("old"), 1, 4),
                                   replicaSet(QStringLiteral("u-cart"), QStringLiteral("new"), 2, 1)});
        row = pausedCanary();
        show();
        metrics.setServer(key.cluster, &measured);
        timing.poll = std::chrono::milliseconds(5);
        timing.intentGrace = std::chrono::milliseconds(5);
        timing.debounce = std::chrono::milliseconds(5);
        timing.refresh = std::chrono::milliseconds(60);
    }
    /// Publishes the rollout as it is in `row`, with a new resource version.
    void show()
    {
        row.meta.resourceVersion = QString::number(++version);
        api.upsert<RolloutRow>({row});
    }
    /// What the controller does with an abort.
    void controllerAborts()
    {
        row.abort = true;
        row.abortedAt = clock.nowUtc();
        row.phase = QStringLiteral("Degraded");
        row.message = QStringLiteral("RolloutAborted: by hand");
        row.pauseConditions.clear();
        row.controllerPause = false;
        row.currentStepIndex = 0;
        show();
    }
    /// What the controller does with the template of "old".
    void controllerReturnsToOld()
    {
        const ObjectMeta meta = row.meta;
        row = healthyRollout();
        row.meta = meta;
        show();
    }

    ManualClock clock;
    FakeClusterApi api{QStringLiteral("prod")};
    FleetStore fleet{clock};
    MetricsStore metrics;
    FakeMetrics measured;
    FakeLedger ledger;
    FakeBackend backend;
    OperationTiming timing;
    RolloutRow row;
    int version = 10;
    ReleaseKey key{ClusterId(QStringLiteral("prod")), QStringLiteral("shop"), QStringLiteral("cart"),
                   ReleaseKind::Rollout};
};

} // namespace signalbox::test
