// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/commandconsents.h"
#include "backends/probes/probeengine.h"
#include "backends/probes/secretsource.h"
#include "tests/support/fakeclusterapi.h"

#include <QHash>

namespace signalbox::test
{

/// The machine's clock, because sockets and certificates have no other.
class MachineClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override;
    [[nodiscard]] std::chrono::milliseconds steady() const override;
};

class FakeSecrets final : public probes::SecretSource
{
public:
    QHash<QString, QString> secrets;
    [[nodiscard]] QFuture<Result<QString>> secret(QString name) override;
};

class FakeMetricsApi final : public MetricsApi
{
    Q_OBJECT

public:
    QHash<QString, Result<QueryAnswer>> answers; ///< by query; others are never answered
    QStringList asked;
    QVector<Answer<QueryAnswer>> held;

    [[nodiscard]] QString endpoint() const override { return QStringLiteral("fake"); }
    [[nodiscard]] QFuture<Result<QueryAnswer>> query(QString promql, QDateTime at) override;
    [[nodiscard]] QFuture<Result<QueryAnswer>> queryRange(RangeQuery query) override;
    [[nodiscard]] QFuture<Result<QVector<AlertRule>>> rules() override;
    [[nodiscard]] QFuture<Result<QVector<Alert>>> alerts() override;
    [[nodiscard]] QFuture<Result<QVector<ScrapeTarget>>> targets() override;
    [[nodiscard]] QFuture<Result<BuildInfo>> buildInfo() override;
    [[nodiscard]] QFuture<Result<QString>> formatQuery(QString promql) override;
};

class FakeAlertsApi final : public AlertsApi
{
    Q_OBJECT

public:
    Result<QVector<Alert>> list = QVector<Alert>{};
    Result<AlertsStatus> state = AlertsStatus{};
    bool silent = false; ///< never answers
    QVector<Answer<QVector<Alert>>> held;

    [[nodiscard]] QString endpoint() const override { return QStringLiteral("fake"); }
    [[nodiscard]] QFuture<Result<QVector<Alert>>> alerts() override;
    [[nodiscard]] QFuture<Result<AlertsStatus>> status() override { return answered(state); }
};

using Parameters = QMap<QString, QStringList>;

/// An engine with everything around it made up.
class ProbeFixture
{
public:
    ProbeFixture();
    ~ProbeFixture();

    [[nodiscard]] static ProbeSpec spec(ProbeKind kind, const Parameters &parameters, int seconds = 10);
    /// Runs one probe to its end. A finding that is not in the list of codes is turned into "not-a-finding".
    ProbeFinding run(ProbeKind kind, const Parameters &parameters, int seconds = 10);
    ProbeFinding run(const ProbeSpec &spec);

    MachineClock clock;
    FakeClusterApi cluster;
    FakeMetricsApi metrics;
    FakeAlertsApi alerts;
    FakeSecrets secrets;
    probes::MemoryCommandConsents consents;
    ProbeContext context;
    std::unique_ptr<probes::ProbeEngine> engine;

    /// @param folder of reports
    void restart(const QString &folder = {});
};

/// "pass code arg | arg", to compare and to read in a failed test.
[[nodiscard]] QString inWords(const ProbeFinding &finding);
/// "pass code"
[[nodiscard]] QString verdictOf(const ProbeFinding &finding);

} // namespace signalbox::test
