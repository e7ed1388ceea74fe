// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/metricverdict.h"

#include "models/core/ranktest.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <vector>

namespace signalbox
{

namespace
{

constexpr qsizetype mostValues = 400; ///< more looks than this say nothing new and cost their square

double amount(const Reading &reading)
{
    return reading.value.value_or(0);
}

void keep(QVector<double> &values, const Reading &reading)
{
    if (reading.value) {
        values.append(*reading.value);
        if (values.size() > mostValues) {
            values.removeFirst();
        }
    }
}

double median(QVector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

std::span<const double> spanOf(const QVector<double> &values)
{
    return {values.constData(), static_cast<std::size_t>(values.size())};
}

} // namespace

MetricJudgement::MetricJudgement(PlanMetric metric)
    : m_metric(std::move(metric))
{
}

bool MetricJudgement::isBeyond(double value, const std::optional<double> &limit) const
{
    // Strict as written: equality never triggers.
    return limit && (m_metric.direction == Direction::LowerIsBetter ? value > *limit : value < *limit);
}

void MetricJudgement::countErrors(const MetricLook &look)
{
    const bool known = look.canaryRequests.value && look.canaryErrors.value && look.baselineRequests.value &&
                       look.baselineErrors.value;
    if (!known) {
        return; // what is not known for one arm must not count for the other
    }
    const core::ArmCounts counts{amount(look.canaryRequests), amount(look.baselineRequests),
                                 amount(look.canaryErrors), amount(look.baselineErrors)};
    const core::ArmCounts before = m_errors.total();
    m_errors.add(counts);
    const core::ArmCounts &after = m_errors.total();
    m_step.canaryRequests += after.canaryRequests - before.canaryRequests;
    m_step.baselineRequests += after.baselineRequests - before.baselineRequests;
    m_step.canaryErrors += after.canaryErrors - before.canaryErrors;
    m_step.baselineErrors += after.baselineErrors - before.baselineErrors;
}

void MetricJudgement::countBreaches(const MetricLook &look)
{
    if (!look.canary.value) {
        return; // a gap neither breaks a limit nor shows that it is kept
    }
    const double value = *look.canary.value;
    m_promoteBreaches = isBeyond(value, m_metric.promoteLimit) ? m_promoteBreaches + 1 : 0;
    m_failed = m_failed || m_promoteBreaches >= std::max(1, m_metric.consecutive);
    const bool rollback = isBeyond(value, m_metric.rollbackLimit);
    m_rollbackBreaches = rollback ? m_rollbackBreaches + 1 : 0;
    if (!rollback) {
        m_rollbackSince = QDateTime();
    } else if (!m_rollbackSince.isValid()) {
        m_rollbackSince = look.at;
    }
}

void MetricJudgement::look(const MetricLook &look)
{
    m_last = look;
    const bool enough =
        !m_metric.minimumSamples || (look.canary.samples && *look.canary.samples >= *m_metric.minimumSamples);
    if (m_metric.comparison == Comparison::ErrorRate) {
        countErrors(look);
    }
    if (enough) {
        countBreaches(look);
    }
    if (enough && !look.isOverlapping) {
        keep(m_canary, look.canary);
        keep(m_baseline, look.baseline);
    }
}

void MetricJudgement::beginStep()
{
    m_errors.newSegment();
    m_step = {};
    m_canary.clear();
    m_baseline.clear();
    m_promoteBreaches = 0;
    m_failed = false;
}

void MetricJudgement::judgeErrors(MetricVerdict &verdict) const
{
    verdict.canarySamples = m_step.canaryRequests;
    verdict.baselineSamples = m_step.baselineRequests;
    verdict.logEvidence = m_errors.logEvidence();
    const core::RatioInterval ratio = core::errorRatio(m_step, intervalConfidence);
    if (ratio.valid) {
        verdict.effectKind = EffectKind::Ratio;
        verdict.effect = ratio.estimate;
        verdict.effectLow = ratio.low;
        verdict.effectHigh = ratio.high;
    }
}

void MetricJudgement::judgeRanks(MetricVerdict &verdict) const
{
    const core::RankResult ranks =
        core::compareRanks(spanOf(m_canary), spanOf(m_baseline), intervalConfidence);
    verdict.canarySamples = static_cast<double>(ranks.canary);
    verdict.baselineSamples = static_cast<double>(ranks.baseline);
    if (ranks.valid) {
        verdict.pValue = ranks.pValue;
        verdict.effectKind = EffectKind::Shift;
        verdict.effect = ranks.shift;
        verdict.effectLow = ranks.low;
        verdict.effectHigh = ranks.high;
    }
}

bool MetricJudgement::isWorse(const MetricVerdict &verdict) const
{
    if (m_metric.comparison == Comparison::ErrorRate) {
        return m_errors.rejectsAt(falseAlarmRate);
    }
    if (m_metric.comparison != Comparison::Ranks || !verdict.pValue || *verdict.pValue > falseAlarmRate) {
        return false;
    }
    // Significant is not enough: the whole interval has to lie beyond what anybody would notice.
    const double notable =
        std::max(m_metric.practicalRatio * std::abs(median(m_baseline)), m_metric.practicalShift);
    return m_metric.direction == Direction::LowerIsBetter ? verdict.effectLow > notable
                                                          : verdict.effectHigh < -notable;
}

MetricVerdict MetricJudgement::verdict(const QDateTime &now) const
{
    MetricVerdict verdict;
    verdict.metric = m_metric.id;
    verdict.limit = m_metric.promoteLimit;
    if (!m_last) {
        return verdict;
    }
    verdict.canary = m_last->canary;
    verdict.baseline = m_last->baseline;
    verdict.canarySamples = m_last->canary.samples.value_or(0);
    verdict.baselineSamples = m_last->baseline.samples.value_or(0);
    if (m_metric.comparison == Comparison::ErrorRate) {
        judgeErrors(verdict);
    } else if (m_metric.comparison == Comparison::Ranks) {
        judgeRanks(verdict);
    }
    const auto settle = [&verdict](Verdict word, VerdictReason reason) {
        verdict.verdict = word;
        verdict.reason = reason;
        return verdict;
    };
    if (m_last->at.addSecs(m_metric.freshness.count()) < now) {
        return settle(Verdict::Unknown, VerdictReason::NotFresh);
    }
    const bool heldLong =
        m_rollbackSince.isValid() && m_rollbackSince.secsTo(m_last->at) >= m_metric.rollbackHold.count();
    if (m_rollbackBreaches >= std::max(1, m_metric.consecutive) && heldLong) {
        verdict.rollbackDue = true;
        verdict.limit = m_metric.rollbackLimit;
        return settle(Verdict::Fail, VerdictReason::OverRollbackLimit);
    }
    if (m_failed) {
        return settle(Verdict::Fail, VerdictReason::OverPromoteLimit);
    }
    if (!m_last->canary.value) {
        return settle(Verdict::Unknown, VerdictReason::NotReadable);
    }
    if (m_metric.minimumSamples && m_last->canary.samples.value_or(0) < *m_metric.minimumSamples) {
        return settle(Verdict::Insufficient, VerdictReason::TooFewSamples);
    }
    if (isWorse(verdict)) {
        return settle(Verdict::Fail, VerdictReason::WorseThanBaseline);
    }
    if (!m_metric.promoteLimit && m_metric.comparison == Comparison::None) {
        return settle(Verdict::Unknown, VerdictReason::NoLimit);
    }
    if (m_promoteBreaches > 0) {
        return settle(Verdict::Inconclusive, VerdictReason::NearLimit);
    }
    if (m_metric.comparison == Comparison::ErrorRate && m_metric.unit == Unit::Ratio &&
        m_metric.promoteLimit) {
        const core::ProportionInterval bound =
            core::proportion(m_step.canaryErrors, m_step.canaryRequests, intervalConfidence);
        if (bound.valid && bound.low > *m_metric.promoteLimit) {
            return settle(Verdict::Fail, VerdictReason::OverPromoteLimit);
        }
        if (!bound.valid || bound.high >= *m_metric.promoteLimit) {
            return settle(Verdict::Inconclusive, VerdictReason::NearLimit);
        }
    }
    if (m_metric.comparison != Comparison::None && !m_last->baseline.value) {
        return settle(Verdict::Inconclusive, VerdictReason::BaselineUnknown);
    }
    return settle(Verdict::Pass, VerdictReason::WithinLimits);
}

void judgeTogether(QVector<MetricVerdict> &verdicts, const QVector<PlanMetric> &metrics)
{
    QHash<QString, QVector<qsizetype>> families;
    for (qsizetype i = 0; i < std::min(verdicts.size(), metrics.size()); ++i) {
        if (metrics.at(i).comparison == Comparison::Ranks && verdicts.at(i).pValue) {
            families[metrics.at(i).group].append(i);
        }
    }
    for (const QVector<qsizetype> &family : std::as_const(families)) {
        std::vector<double> chances;
        for (const qsizetype i : family) {
            chances.push_back(*verdicts.at(i).pValue);
        }
        const std::vector<bool> holds = core::holm(chances, falseAlarmRate);
        for (qsizetype place = 0; place < family.size(); ++place) {
            MetricVerdict &verdict = verdicts[family.at(place)];
            if (verdict.reason == VerdictReason::WorseThanBaseline &&
                !holds[static_cast<std::size_t>(place)]) {
                verdict.verdict = Verdict::Inconclusive;
                verdict.reason = VerdictReason::OneOfMany;
            }
        }
    }
}

} // namespace signalbox
