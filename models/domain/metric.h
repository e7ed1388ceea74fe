// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/freshness.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>

namespace signalbox
{

/// One sample; time in Unix milliseconds. NaN and ±Inf are legal values and mean "not a number to judge by".
struct Sample {
    std::int64_t ms = 0;
    double value = std::numeric_limits<double>::quiet_NaN();
    bool operator==(const Sample &) const = default;
};

struct Series {
    QHash<QString, QString> labels;
    QVector<Sample> samples;      ///< ascending in time; missing steps are absent
    bool nativeHistogram = false; ///< samples then hold the histogram's count
    bool operator==(const Series &) const = default;
};

enum class ResultType { Vector, Matrix, Scalar, String };

/// Answer of a query with everything that limits its worth.
struct QueryAnswer {
    ResultType type = ResultType::Vector;
    QVector<Series> series; ///< sorted by labels
    QStringList warnings;   ///< partial or truncated: makes a gate inconclusive
    QStringList infos;
    QDateTime asked; ///< UTC
    bool operator==(const QueryAnswer &) const = default;
};

struct RangeQuery {
    QString promql;
    std::int64_t startMs = 0;
    std::int64_t endMs = 0;
    std::int64_t stepMs = 15000;
    bool operator==(const RangeQuery &) const = default;
};

/// Why a value cannot be used. Distinct states with distinct words; none of them passes.
enum class ValueProblem {
    None,
    NoData,
    NotANumber,
    Infinite,
    Stale,
    SeveralSeries,
    Warnings,
    NativeHistogram,
    QueryFailed
};

/// One number with its credentials.
struct Reading {
    std::optional<double> value; ///< set exactly when problem is None
    ValueProblem problem = ValueProblem::NoData;
    QDateTime at;                                 ///< UTC time of the sample
    QString detail;                               ///< external text, e.g. the first warning
    std::optional<double> samples = std::nullopt; ///< events the value rests on; none: not asked
    bool operator==(const Reading &) const = default;
};

/// Reads one number out of an instant or range answer; the last sample counts.
/// @param staleAfter a sample older than this is Stale (2 scrapes + 30 s is the house rule).
[[nodiscard]] Reading readSingle(const QueryAnswer &answer, const QDateTime &now,
                                 std::chrono::seconds staleAfter);

enum class Direction { LowerIsBetter, HigherIsBetter };
enum class Unit { None, Ratio, Seconds, PerSecond, Bytes, Cores, Count };

/// A metric the console charts and verifies with. Queries hold the placeholders of MetricScope.
struct MetricRule {
    QString id;                    ///< error-rate, latency-p95, login-success, traffic …
    QHash<QString, QString> title; ///< by language: en, zh_TW, zh_CN
    Unit unit = Unit::None;
    Direction direction = Direction::LowerIsBetter;
    std::optional<double> limit; ///< in the unit of the query
    QString query;               ///< for one version ($hash)
    std::optional<double> minimumSamples;
    QString samplesQuery = {}; ///< events in the window for one version; wanted when minimumSamples is set
    bool operator==(const MetricRule &) const = default;
};

struct MetricProfile {
    QString id;
    QString trafficQuery; ///< requests per second of one version ($hash)
    QVector<MetricRule> rules;
    QString totalTrafficQuery = {}; ///< requests per second of all versions together
    bool operator==(const MetricProfile &) const = default;
};

/// Values for the placeholders $namespace, $service, $hash, $workload and $window. Values are escaped for use
/// inside double-quoted PromQL string literals; $namespace_re, $service_re, $hash_re and $workload_re are
/// escaped for a regular expression first, for use after =~. Other words after a $ stay as they are.
struct MetricScope {
    QString namespaceName;
    QString service;
    QString hash;
    std::chrono::seconds window{60};
    QString workload = {}; ///< name of the release: its pods are called workload-hash-…
};
[[nodiscard]] QString expandQuery(const QString &query, const MetricScope &scope);

/// Inconclusive: enough was seen, and it still speaks for neither. Only Pass lets anything move.
enum class Verdict { Pass, Fail, Unknown, Insufficient, Inconclusive };
/// Unknown for every reading without a value, and for a rule without a limit; Insufficient when the rule
/// wants a minimum of samples that the reading does not prove.
[[nodiscard]] Verdict judge(const MetricRule &rule, const Reading &reading);

/// Aligned start, end and step for a chart: a friendly step of at least one second, start and end multiples
/// of it (both rounded down, so that caches in front of the server hit), at most 1,500 points. Source:
/// Prometheus refuses more than 11,000 steps.
[[nodiscard]] RangeQuery alignedRange(QString promql, std::int64_t startMs, std::int64_t endMs,
                                      int pixelWidth, std::chrono::milliseconds minimumStep);

} // namespace signalbox
