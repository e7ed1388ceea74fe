// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/sequentialtest.h"
#include "models/domain/planmetric.h"

#include <QDateTime>

namespace signalbox
{

/// What was read of one metric at one moment, for the new version and for the one it is compared with.
struct MetricLook {
    QDateTime at; ///< UTC
    Reading canary;
    Reading baseline;
    Reading canaryRequests; ///< since the look before, for Comparison::ErrorRate; so are the next three
    Reading canaryErrors;
    Reading baselineRequests;
    Reading baselineErrors;
    bool isOverlapping = false; ///< its window reaches back into that of the look before: not a sample of its
                                ///< own for the rank test
};

/// Why a metric stands as it does; the sentence beside the verdict.
enum class VerdictReason {
    WithinLimits,
    NeverLooked,
    NotFresh,    ///< the last look is older than the metric allows
    NotReadable, ///< the reading's problem says why
    TooFewSamples,
    OverPromoteLimit,
    OverRollbackLimit,
    WorseThanBaseline,
    NearLimit,       ///< the interval of what is known lies on both sides of the promote limit
    BaselineUnknown, ///< within limits, but nothing to compare with
    NoLimit,
    RoutingFault, ///< traffic is not split as set: nothing may be concluded from comparing. See ShareCheck
    OneOfMany,    ///< worse by itself, but not when all rank tests of its group are taken together
};

enum class EffectKind {
    None,
    Ratio, ///< canary's error rate over the baseline's; 1: no difference
    Shift, ///< canary minus baseline, in the metric's unit
};

/// One metric as it is judged over a whole step. Source: requirements D5.6, D5.10.
struct MetricVerdict {
    QString metric;
    Verdict verdict = Verdict::Unknown;
    VerdictReason reason = VerdictReason::NeverLooked;
    Reading canary;
    Reading baseline;
    std::optional<double> limit; ///< the one the reason is about, else the promote limit
    EffectKind effectKind = EffectKind::None;
    double effect = 0;
    double effectLow = 0;
    double effectHigh = 0;
    double canarySamples = 0;
    double baselineSamples = 0;
    std::optional<double> logEvidence; ///< of the sequential test
    std::optional<double> pValue;      ///< of the rank test
    bool rollbackDue = false;          ///< a rollback limit is broken for long enough
    bool operator==(const MetricVerdict &) const = default;
};

/// Chance of a false alarm that is accepted for one metric over a whole release.
inline constexpr double falseAlarmRate = 0.01;
inline constexpr double intervalConfidence = 0.98;

/// Rank tests of one group may raise a false alarm with falseAlarmRate together, not each of them (Holm).
/// What does not hold then becomes Inconclusive. Source: requirements D5.9. @param metrics in the order of
/// the verdicts
void judgeTogether(QVector<MetricVerdict> &verdicts, const QVector<PlanMetric> &metrics);

/// Follows one metric over one release: every look counts, not only the last one (B-53). A value type; feed
/// looks in time order.
class MetricJudgement
{
public:
    explicit MetricJudgement(PlanMetric metric);

    void look(const MetricLook &look);
    /// The traffic weight changed: the step is judged by itself, evidence of a worse error rate is kept.
    void beginStep();
    [[nodiscard]] MetricVerdict verdict(const QDateTime &now) const;
    [[nodiscard]] const PlanMetric &metric() const { return m_metric; }

private:
    [[nodiscard]] bool isBeyond(double value, const std::optional<double> &limit) const;
    void countErrors(const MetricLook &look);
    void countBreaches(const MetricLook &look);
    void judgeErrors(MetricVerdict &verdict) const;
    void judgeRanks(MetricVerdict &verdict) const;
    [[nodiscard]] bool isWorse(const MetricVerdict &verdict) const;

    PlanMetric m_metric;
    std::optional<MetricLook> m_last;
    core::SequentialErrorTest m_errors; ///< over the whole release
    core::ArmCounts m_step;             ///< of this step
    QVector<double> m_canary;           ///< values of this step, for ranks
    QVector<double> m_baseline;
    int m_promoteBreaches = 0; ///< in a row
    int m_rollbackBreaches = 0;
    QDateTime m_rollbackSince;
    bool m_failed = false; ///< the promote limit was broken at some time in this step
};

} // namespace signalbox
