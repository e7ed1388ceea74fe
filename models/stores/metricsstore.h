// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/alertsapi.h"
#include "backends/api/clock.h"
#include "backends/api/metricsapi.h"
#include "models/domain/release.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace signalbox
{

/// One chart of the release on screen: the rule, both arms, the verdict on the canary.
struct MetricPanel {
    MetricRule rule;
    QVector<Sample> canary;   ///< the wanted version, also when it is the only one; missing steps are absent
    QVector<Sample> baseline; ///< the stable version while another one is wanted, else empty
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

/// How often and how finely is asked. A drill that runs faster divides these.
struct MetricsCadence {
    std::chrono::milliseconds refresh{5000};     ///< between the starts of two rounds; one round at a time
    std::chrono::seconds window{60};             ///< $window of readings: at least four scrapes; of charts
                                                 ///< also a step and a scrape, so that no sample is skipped
    std::chrono::milliseconds minimumStep{5000}; ///< of charts: not below the scrape interval
    std::chrono::seconds staleAfter{60};         ///< two scrapes and 30 s
    int chartWidth = 600;                        ///< pixels: bounds the points of a chart
    bool operator==(const MetricsCadence &) const = default;
};

/// Metrics of the release on screen, refreshed while it is shown. GUI thread. A server that fails keeps the
/// samples it gave, marked by `source`, and is asked less and less often, up to once a minute.
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
    /// For questions of others than this store. Null: none configured.
    [[nodiscard]] MetricsApi *server(const ClusterId &cluster) const;
    [[nodiscard]] AlertsApi *alertsServer(const ClusterId &cluster) const;
    [[nodiscard]] SourceState serverState(const ClusterId &cluster) const;

    /// Queries for one cluster instead of those of the constructor.
    void setProfile(const ClusterId &cluster, MetricProfile profile);
    [[nodiscard]] const MetricProfile &profile(const ClusterId &cluster) const;
    void setCadence(const MetricsCadence &cadence);
    [[nodiscard]] const MetricsCadence &cadence() const;

    /// Chooses what is refreshed. An empty optional stops.
    void show(const std::optional<Release> &release);
    void setRange(std::chrono::seconds range);
    [[nodiscard]] std::chrono::seconds range() const;
    [[nodiscard]] const QVector<MetricPanel> &panels() const;
    [[nodiscard]] const TrafficReading &traffic() const;
    [[nodiscard]] QVector<Alert> alerts() const;

    /// Measurements for verification of an operation on any release: metric id -> reading for one hash.
    /// "traffic-share" is percent of all requests of the release that `hash` gets. @param service value of
    /// $service; empty: the release's name. An error means nothing was measured.
    [[nodiscard]] QFuture<Result<Reading>> measure(ReleaseKey release, QString service, QString hash,
                                                   QString metricId);

Q_SIGNALS:
    void panelsChanged();
    void rangeChanged(std::chrono::seconds range);
    void trafficChanged();
    void alertsChanged();
    void serverStateChanged(const signalbox::ClusterId &cluster);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
