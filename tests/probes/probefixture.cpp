// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probefixture.h"

#include "models/domain/probecodes.h"

#include <QElapsedTimer>
#include <QTest>

namespace signalbox::test
{

namespace
{

template <typename T> QFuture<Result<T>> nothing()
{
    return answered<T>(failure(ErrorCode::Unsupported, ErrorLayer::Rule, QStringLiteral("not in this test")));
}

} // namespace

QDateTime MachineClock::nowUtc() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds MachineClock::steady() const
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return std::chrono::milliseconds(timer.elapsed());
}

QFuture<Result<QString>> FakeSecrets::secret(QString name)
{
    if (!secrets.contains(name)) {
        return answered<QString>(
            failure(ErrorCode::NotFound, ErrorLayer::Storage, QStringLiteral("no such entry")));
    }
    return answered<QString>(secrets.value(name));
}

QFuture<Result<QueryAnswer>> FakeMetricsApi::query(QString promql, QDateTime)
{
    asked << promql;
    const auto found = answers.constFind(promql);
    if (found != answers.cend()) {
        return answered<QueryAnswer>(*found);
    }
    held.append(Answer<QueryAnswer>());
    return held.last().future();
}

QFuture<Result<QueryAnswer>> FakeMetricsApi::queryRange(RangeQuery)
{
    return nothing<QueryAnswer>();
}

QFuture<Result<QVector<AlertRule>>> FakeMetricsApi::rules()
{
    return nothing<QVector<AlertRule>>();
}

QFuture<Result<QVector<Alert>>> FakeMetricsApi::alerts()
{
    return nothing<QVector<Alert>>();
}

QFuture<Result<QVector<ScrapeTarget>>> FakeMetricsApi::targets()
{
    return nothing<QVector<ScrapeTarget>>();
}

QFuture<Result<BuildInfo>> FakeMetricsApi::buildInfo()
{
    return nothing<BuildInfo>();
}

QFuture<Result<QString>> FakeMetricsApi::formatQuery(QString)
{
    return nothing<QString>();
}

QFuture<Result<QVector<Alert>>> FakeAlertsApi::alerts()
{
    if (!silent) {
        return answered(list);
    }
    held.append(Answer<QVector<Alert>>());
    return held.last().future();
}

ProbeFixture::ProbeFixture()
{
    context.release.cluster = ClusterId(QStringLiteral("prod"));
    context.release.namespaceName = QStringLiteral("shop");
    context.scope.namespaceName = QStringLiteral("shop");
    restart();
}

ProbeFixture::~ProbeFixture() = default;

void ProbeFixture::restart(const QString &folder)
{
    probes::ProbeWorld world;
    world.clock = &clock;
    world.cluster = [this](const ClusterId &id) -> ClusterApi * {
        return id.value() == QLatin1String("prod") ? &cluster : nullptr;
    };
    world.metrics = [this](const ClusterId &) { return &metrics; };
    world.alerts = [this](const ClusterId &) { return &alerts; };
    world.secrets = &secrets;
    world.consents = &consents;
    world.reportFolder = folder;
    engine = std::make_unique<probes::ProbeEngine>(world);
}

ProbeSpec ProbeFixture::spec(ProbeKind kind, const Parameters &parameters, int seconds)
{
    ProbeSpec made;
    made.id = QStringLiteral("probe");
    made.kind = kind;
    made.parameters = parameters;
    made.timeout = std::chrono::seconds(seconds);
    return made;
}

ProbeFinding ProbeFixture::run(ProbeKind kind, const Parameters &parameters, int seconds)
{
    return run(spec(kind, parameters, seconds));
}

ProbeFinding ProbeFixture::run(const ProbeSpec &spec)
{
    const auto future = engine->run(spec, context);
    ProbeFinding finding;
    finding.code = QStringLiteral("never-ended");
    if (QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000) && future.resultCount() > 0) {
        const Result<ProbeFinding> result = future.result();
        finding = result.value_or(finding);
        if (!isProbeFinding(finding.code, finding.args) || !finding.at.isValid()) {
            finding.code = QStringLiteral("not-a-finding ") + finding.code;
        }
    }
    return finding;
}

QString verdictOf(const ProbeFinding &finding)
{
    const QString word = finding.result == CheckResult::Pass   ? QStringLiteral("pass")
                         : finding.result == CheckResult::Fail ? QStringLiteral("fail")
                                                               : QStringLiteral("unknown");
    return word + (finding.warning ? QStringLiteral("! ") : QStringLiteral(" ")) + finding.code;
}

QString inWords(const ProbeFinding &finding)
{
    return verdictOf(finding) + QStringLiteral(" ") + finding.args.join(QStringLiteral(" | "));
}

} // namespace signalbox::test
