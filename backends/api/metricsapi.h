// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/metric.h"

#include <QFuture>
#include <QObject>

#include <chrono>

namespace signalbox
{

struct BuildInfo {
    QString version;
    QString revision;
    bool operator==(const BuildInfo &) const = default;
};

enum class RuleState { Inactive, Pending, Firing, Unknown };

struct AlertRule {
    QString group;
    QString name;
    QString query;
    QString severity;
    double forSeconds = 0;
    RuleState state = RuleState::Unknown;
    QString health;
    QString lastError;
    int activeAlerts = 0;
    bool operator==(const AlertRule &) const = default;
};

struct ScrapeTarget {
    QString pool;
    QString url;
    QString health;
    QString lastError;
    QDateTime lastScrape;
    std::chrono::milliseconds interval{0}; ///< 0: not said
    bool operator==(const ScrapeTarget &) const = default;
};

/// One Prometheus-compatible server. Thread: futures are fulfilled from its worker.
class MetricsApi : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Where and how it is reached, for people: URL, or "service proxy ns/name".
    [[nodiscard]] virtual QString endpoint() const = 0;
    /// @param at evaluation time; invalid: the server's now
    [[nodiscard]] virtual QFuture<Result<QueryAnswer>> query(QString promql, QDateTime at) = 0;
    /// Identical queries under way share one request; a repeated query fetches only the tail and overlaps.
    [[nodiscard]] virtual QFuture<Result<QueryAnswer>> queryRange(RangeQuery query) = 0;
    [[nodiscard]] virtual QFuture<Result<QVector<AlertRule>>> rules() = 0;
    [[nodiscard]] virtual QFuture<Result<QVector<Alert>>> alerts() = 0;
    [[nodiscard]] virtual QFuture<Result<QVector<ScrapeTarget>>> targets() = 0;
    [[nodiscard]] virtual QFuture<Result<BuildInfo>> buildInfo() = 0;
    /// Canonical form of a query; an error names the position. Used to check plans.
    [[nodiscard]] virtual QFuture<Result<QString>> formatQuery(QString promql) = 0;

Q_SIGNALS:
    void connectionChanged(const signalbox::SourceState &state);
    void latencyMeasured(std::chrono::milliseconds roundTrip);
};

} // namespace signalbox
