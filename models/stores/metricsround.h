// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/alertsapi.h"
#include "backends/api/clock.h"
#include "models/stores/metricsstore.h"

#include <QObject>
#include <QVector>

#include <functional>
#include <vector>

namespace signalbox
{

/// What one round asks for.
struct MetricsTask {
    MetricsApi *api = nullptr;
    AlertsApi *alerts = nullptr; ///< null: alerts come from `api`
    MetricProfile profile;
    MetricScope canary;
    std::optional<MetricScope> baseline;
    std::chrono::seconds range{1800};
    MetricsCadence cadence;
};

/// One refresh of everything on screen. Sends all queries at once (the server's adapter queues them) and
/// hands on each answer as it comes. GUI thread.
class MetricsRound final : public QObject
{
    Q_OBJECT

public:
    enum class Arm { Canary, Baseline };

    MetricsRound(MetricsTask task, const Clock &clock, QObject *parent = nullptr);
    ~MetricsRound() override;
    void start();
    /// Takes back what is under way; no signal follows. May be called from a slot of this object.
    void stop();

Q_SIGNALS:
    void samplesKnown(int rule, signalbox::MetricsRound::Arm arm,
                      const signalbox::Result<QVector<signalbox::Sample>> &samples);
    void readingKnown(int rule, signalbox::MetricsRound::Arm arm,
                      const signalbox::Result<signalbox::Reading> &reading);
    void trafficKnown(const signalbox::Reading &share);
    void alertsKnown(const QVector<signalbox::Alert> &alerts);
    /// The last signal. @param anyAnswer false: every single query failed
    void finished(bool anyAnswer);

private:
    [[nodiscard]] RangeQuery chartQuery(const MetricRule &rule, MetricScope scope) const;
    void askArm(int rule, Arm arm, const MetricScope &scope);
    void askTraffic();
    void askAlerts();
    template <typename T, typename Apply> void track(QFuture<Result<T>> future, Apply apply);
    void countDown(bool answered);

    MetricsTask m_task;
    const Clock &m_clock;
    std::vector<std::function<void()>> m_cancels;
    int m_open = 1; ///< queries under way, and one for start() itself
    bool m_anyAnswer = false;
    bool m_stopped = false;
};

} // namespace signalbox
