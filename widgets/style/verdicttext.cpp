// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/verdicttext.h"

#include "widgets/style/format.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace signalbox
{

namespace
{

constexpr double mostOdds = 1e4;
constexpr double leastChance = 0.001;

QString factorText(double factor)
{
    if (!std::isfinite(factor)) {
        return QStringLiteral("∞");
    }
    return QLocale().toString(factor, 'f', factor < 10 ? 1 : 0);
}

QString signedText(double value, Unit unit)
{
    const QString sign = value < 0 ? QStringLiteral("−") : value > 0 ? QStringLiteral("+") : QString();
    return sign + valueText(std::abs(value), unit);
}

QString limitText(const MetricVerdict &verdict, Unit unit)
{
    return verdict.limit ? valueText(*verdict.limit, unit) : dashText();
}

QString sampleCount(const std::optional<double> &samples)
{
    return samples ? countText(std::llround(*samples)) : dashText();
}

QString withinText(const PlanMetric &metric)
{
    if (metric.comparison == Comparison::None) {
        return QCoreApplication::translate("VerdictText", "Within its limits.");
    }
    return QCoreApplication::translate("VerdictText",
                                       "Within its limits, and not found worse than the baseline.");
}

QString unreadableText(const Reading &reading)
{
    const QString problem = problemText(reading.problem);
    const QString detail = safeText(reading.detail, 160);
    //: %1 is a reason such as "no data"
    return QCoreApplication::translate("VerdictText", "The value of the new version cannot be used: %1.")
        .arg(detail.isEmpty() ? problem : joinedText({problem, detail}));
}

QString worseText(const PlanMetric &metric)
{
    if (metric.comparison == Comparison::ErrorRate) {
        return QCoreApplication::translate(
            "VerdictText", "The new version fails more often than the baseline; chance does not explain it.");
    }
    return QCoreApplication::translate("VerdictText",
                                       "The new version is worse than the baseline, by more than the plan "
                                       "lets pass; chance does not explain it.");
}

QString tooFewText(const MetricVerdict &verdict, const PlanMetric &metric)
{
    //: numbers of samples
    return QCoreApplication::translate("VerdictText", "It rests on %1 samples; at least %2 are needed.")
        .arg(sampleCount(verdict.canary.samples), sampleCount(metric.minimumSamples));
}

/// Reasons that need a limit in their sentence.
QString limitReasonText(const MetricVerdict &verdict, const PlanMetric &metric)
{
    const QString limit = limitText(verdict, metric.unit);
    switch (verdict.reason) {
    case VerdictReason::OverRollbackLimit:
        return QCoreApplication::translate(
                   "VerdictText", "Beyond the rollback limit of %1 long enough that a rollback is due.")
            .arg(limit);
    case VerdictReason::OverPromoteLimit:
        return QCoreApplication::translate("VerdictText", "Beyond the limit of %1 during this step.")
            .arg(limit);
    default:
        return QCoreApplication::translate(
                   "VerdictText",
                   "What was seen so far fits both sides of the limit of %1; more has to be seen.")
            .arg(limit);
    }
}

} // namespace

QString metricTitle(const PlanMetric &metric)
{
    const QString title = metric.title.in(QLocale().name());
    return safeText(title.isEmpty() ? metric.id : title, 120);
}

QString verdictWord(const MetricVerdict &verdict)
{
    switch (verdict.reason) {
    case VerdictReason::OverRollbackLimit:
        //: verdict on a metric: its rollback limit is broken
        return QCoreApplication::translate("VerdictText", "roll back");
    case VerdictReason::WorseThanBaseline:
        return QCoreApplication::translate("VerdictText", "worse than baseline");
    case VerdictReason::RoutingFault:
        return QCoreApplication::translate("VerdictText", "no verdict");
    case VerdictReason::NotFresh:
        return QCoreApplication::translate("VerdictText", "out of date");
    case VerdictReason::NeverLooked:
        return QCoreApplication::translate("VerdictText", "not looked at yet");
    default:
        return verdictText(verdict.verdict);
    }
}

QString verdictReasonText(const MetricVerdict &verdict, const PlanMetric &metric)
{
    switch (verdict.reason) {
    case VerdictReason::WithinLimits:
        return withinText(metric);
    case VerdictReason::NeverLooked:
        return QCoreApplication::translate("VerdictText", "Prometheus was not asked about it yet.");
    case VerdictReason::NotFresh:
        //: %1 is a duration
        return QCoreApplication::translate(
                   "VerdictText", "The last look is more than %1 ago, so it does not count any more.")
            .arg(durationText(metric.freshness));
    case VerdictReason::NotReadable:
        return unreadableText(verdict.canary);
    case VerdictReason::TooFewSamples:
        return tooFewText(verdict, metric);
    case VerdictReason::OverPromoteLimit:
    case VerdictReason::OverRollbackLimit:
    case VerdictReason::NearLimit:
        return limitReasonText(verdict, metric);
    case VerdictReason::WorseThanBaseline:
        return worseText(metric);
    case VerdictReason::BaselineUnknown:
        return QCoreApplication::translate("VerdictText",
                                           "Within its limits, but there is no baseline to compare with.");
    case VerdictReason::NoLimit:
        return QCoreApplication::translate("VerdictText", "The plan sets neither a limit nor a comparison.");
    case VerdictReason::OneOfMany:
        return QCoreApplication::translate(
            "VerdictText",
            "Taken alone it looks worse than the baseline; among all metrics of its group that "
            "may be chance.");
    case VerdictReason::RoutingFault:
        break;
    }
    return QCoreApplication::translate(
        "VerdictText", "Traffic is not split as set, so nothing can be concluded from comparing versions.");
}

QString effectText(const MetricVerdict &verdict, Unit unit)
{
    switch (verdict.effectKind) {
    case EffectKind::None:
        return dashText();
    case EffectKind::Ratio:
        //: ratio of two error rates and both ends of its confidence interval
        return QCoreApplication::translate("VerdictText", "%1 × (%2 – %3)")
            .arg(factorText(verdict.effect), factorText(verdict.effectLow), factorText(verdict.effectHigh));
    case EffectKind::Shift:
        break;
    }
    //: difference of two values and both ends of its confidence interval; all three carry sign and unit
    return QCoreApplication::translate("VerdictText", "%1 (%2 … %3)")
        .arg(signedText(verdict.effect, unit), signedText(verdict.effectLow, unit),
             signedText(verdict.effectHigh, unit));
}

QString samplesText(const MetricVerdict &verdict)
{
    const auto side = [](double samples) {
        return samples > 0 ? countText(std::llround(samples)) : dashText();
    };
    if (verdict.canarySamples <= 0 && verdict.baselineSamples <= 0) {
        return dashText();
    }
    //: samples of the new version and of the baseline
    return QCoreApplication::translate("VerdictText", "%1 / %2")
        .arg(side(verdict.canarySamples), side(verdict.baselineSamples));
}

QString evidenceText(const MetricVerdict &verdict)
{
    if (verdict.logEvidence) {
        const double odds = std::exp(std::min(*verdict.logEvidence, std::log(2 * mostOdds)));
        if (odds > mostOdds) {
            //: evidence against "both versions err alike"; more than the odds shown
            return QCoreApplication::translate("VerdictText", "1 : > %1")
                .arg(countText(std::llround(mostOdds)));
        }
        //: evidence against "both versions err alike", as odds
        return QCoreApplication::translate("VerdictText", "1 : %1")
            .arg(countText(std::llround(std::max(1.0, odds))));
    }
    if (!verdict.pValue) {
        return dashText();
    }
    if (*verdict.pValue < leastChance) {
        return QStringLiteral("p < %1").arg(QLocale().toString(leastChance, 'f', 3));
    }
    return QStringLiteral("p = %1").arg(
        QLocale().toString(*verdict.pValue, 'f', *verdict.pValue < 0.1 ? 3 : 2));
}

QString evidenceMeaning(const MetricVerdict &verdict)
{
    if (verdict.logEvidence) {
        const double needed = std::round(1 / falseAlarmRate);
        //: %1 and %2 are numbers; "this much" is the evidence shown beside it
        return QCoreApplication::translate(
                   "VerdictText",
                   "If both versions failed alike, this much would come up at most once in %1 "
                   "releases, however often it is looked at. From %2 on the new version counts "
                   "as worse.")
            .arg(countText(std::llround(std::exp(std::clamp(*verdict.logEvidence, 0.0, std::log(mostOdds))))),
                 countText(std::llround(needed)));
    }
    if (verdict.pValue) {
        //: %1 is a small number such as 0.01
        return QCoreApplication::translate(
                   "VerdictText", "Chance of a difference at least this large if both versions were alike. "
                                  "Below %1 it counts, if it is large enough to matter.")
            .arg(QLocale().toString(falseAlarmRate, 'f', 2));
    }
    return {};
}

QString shareText(const ShareCheck &share)
{
    const QString measured = share.measured ? ratioText(*share.measured) : dashText();
    const QString wanted = share.wanted ? ratioText(*share.wanted) : dashText();
    switch (share.state) {
    case ShareState::Matching:
        //: share of requests that reach the new version; %1 measured, %2 set
        return QCoreApplication::translate("VerdictText", "Traffic is split as set: %1 measured, %2 set.")
            .arg(measured, wanted);
    case ShareState::Doubtful:
        return QCoreApplication::translate(
                   "VerdictText",
                   "The measured traffic share of %1 does not fit the %2 that are set; the next "
                   "look decides whether the routing is at fault.")
            .arg(measured, wanted);
    case ShareState::Mismatch:
        return QCoreApplication::translate(
                   "VerdictText", "Routing fault: %1 of the requests reach the new version, but %2 are set. "
                                  "There is no verdict until traffic is split as set.")
            .arg(measured, wanted);
    case ShareState::Unknown:
        break;
    }
    if (share.measured) {
        return QCoreApplication::translate("VerdictText",
                                           "%1 of the requests reach the new version; no share is set.")
            .arg(measured);
    }
    return QCoreApplication::translate("VerdictText", "The traffic share is not measured yet.");
}

} // namespace signalbox
