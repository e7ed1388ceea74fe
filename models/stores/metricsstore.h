// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/alertsapi.h"
#include "backends/api/clock.h"
#include "backends/api/metricsapi.h"
#include "models/domain/release.h"

#include <QObject>

#include <memory>

namespace signalbox
{

/// One chart of the release on screen: the rule, both arms, the verdict.
struct MetricPanel {
    MetricRule rule;
    QVector<Sample> canary;
    QVector<Sample> baseline;
    Reading canaryNow;
    Reading baselineNow;
    Verdict verdict = Verdict::Unknown;
    SourceState source;
    bool operator==(const MetricPanel &) const = default;
};

/// Share of requests the new version really receives.
struct TrafficReading {
    Reading share; ///< percent of the current hash
    bool operator==(const TrafficReading &) const = default;
};

/// Metrics of the release on screen, refreshed while it is shown. GUI thread.
class MetricsStore final : public QObject
{
    Q_OBJECT

public:
    MetricsStore(MetricProfile profile, const Clock &clock, QObject *parent = nullptr);
    ~MetricsStore() override;

    /// Which server answers for a cluster. @param api outlives the store; null: none configured
    void setServer(const ClusterId &cluster, MetricsApi *api);
    void setAlertsServer(const ClusterId &cluster, AlertsApi *api);
    [[nodiscard]] bool hasServer(const ClusterId &cluster) const;
    [[nodiscard]] SourceState serverState(const ClusterId &cluster) const;

    /// Chooses what is refreshed. An empty optional stops.
    void show(const std::optional<Release> &release);
    void setRange(std::chrono::seconds range);
    [[nodiscard]] std::chrono::seconds range() const;
    [[nodiscard]] const QVector<MetricPanel> &panels() const;
    [[nodiscard]] const TrafficReading &traffic() const;
    [[nodiscard]] QVector<Alert> alerts() const;

    /// Measurements for verification of an operation on any release: metric id -> reading for one hash.
    /// "traffic-share" is percent of all requests of the release that `hash` gets.
    [[nodiscard]] QFuture<Result<Reading>> measure(ReleaseKey release, QString service, QString hash, QString metricId);

Q_SIGNALS:
    void panelsChanged();
    void trafficChanged();
    void alertsChanged();
    void serverStateChanged(const signalbox::ClusterId &cluster);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
