// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/promqlprobe.h"

#include "backends/api/whenfinished.h"
#include "backends/probes/findings.h"

namespace signalbox::probes
{

namespace
{

/// Two scrapes of 30 s and 30 s: the house rule.
constexpr std::chrono::seconds StaleAfter{90};

QString numberText(double value)
{
    return QString::number(value, 'g', 6);
}

const char *codeOf(ValueProblem problem)
{
    switch (problem) {
    case ValueProblem::NotANumber:
        return "promql-nan";
    case ValueProblem::Infinite:
        return "promql-infinite";
    case ValueProblem::Stale:
        return "promql-stale";
    case ValueProblem::SeveralSeries:
        return "promql-several-series";
    case ValueProblem::Warnings:
        return "promql-warnings";
    case ValueProblem::NativeHistogram:
        return "promql-histogram";
    case ValueProblem::None:
    case ValueProblem::NoData:
    case ValueProblem::QueryFailed:
        break;
    }
    return "promql-no-data";
}

} // namespace

void PromqlProbe::run()
{
    m_expected = parseExpectation(arguments().text("expect")).value_or(Expectation{});
    const QString query = expandQuery(arguments().text("query"), context().scope);
    whenFinished(this, reach().query(context().release.cluster, query),
                 [this](const Result<QueryAnswer> &answer) { onAnswer(answer); });
}

void PromqlProbe::onAnswer(const Result<QueryAnswer> &answer)
{
    if (!answer) {
        finish(sourceFailed(answer.error()));
        return;
    }
    const ProbeFinding finding = arguments().has("expected") ? judgeEach(*answer) : judgeOne(*answer);
    if (finding.result == CheckResult::Unknown || !arguments().has("samples")) {
        finish(finding);
        return;
    }
    const QString query = expandQuery(arguments().text("samples"), context().scope);
    whenFinished(this, reach().query(context().release.cluster, query),
                 [this, finding](const Result<QueryAnswer> &samples) { onSamples(samples, finding); });
}

void PromqlProbe::onSamples(const Result<QueryAnswer> &answer, const ProbeFinding &finding)
{
    if (!answer) {
        finish(sourceFailed(answer.error()));
        return;
    }
    const Reading reading = read(*answer);
    const int least = arguments().number("minimum-samples", 1);
    if (!reading.value) {
        finish(unknown(codeOf(reading.problem), {reading.detail}));
    } else if (*reading.value < least) {
        finish(unknown("promql-few-samples", {numberText(*reading.value), QString::number(least)}));
    } else {
        finish(finding);
    }
}

Reading PromqlProbe::read(const QueryAnswer &answer) const
{
    return readSingle(answer, reach().clock().nowUtc(), StaleAfter);
}

ProbeFinding PromqlProbe::judgeOne(const QueryAnswer &answer) const
{
    const Reading reading = read(answer);
    if (!reading.value) {
        return unknown(codeOf(reading.problem), {reading.detail});
    }
    const QStringList args{numberText(*reading.value), arguments().text("expect")};
    return m_expected.met(*reading.value) ? passed("promql-met", args) : failed("promql-not-met", args);
}

ProbeFinding PromqlProbe::judgeEach(const QueryAnswer &answer) const
{
    const QString label = arguments().text("label");
    const QStringList expected = arguments().list("expected");
    QStringList missing = expected;
    QStringList off;
    std::optional<ProbeFinding> unreadable;
    for (const Series &series : answer.series) {
        const QString value = series.labels.value(label);
        if (!expected.contains(value)) {
            continue;
        }
        missing.removeAll(value);
        QueryAnswer alone = answer;
        alone.series = {series};
        const Reading reading = read(alone);
        if (!reading.value) {
            unreadable = unknown(codeOf(reading.problem), {value});
        } else if (!m_expected.met(*reading.value)) {
            off << QStringLiteral("%1 %2").arg(value, numberText(*reading.value));
        }
    }
    if (!answer.warnings.isEmpty()) {
        return unknown("promql-warnings", {answer.warnings.first()});
    }
    if (!off.isEmpty()) {
        return failed("promql-series-not-met", {shortList(off), arguments().text("expect")});
    }
    if (!missing.isEmpty()) {
        return failed("promql-series-missing", {shortList(missing)});
    }
    return unreadable.value_or(
        passed("promql-series-met", {QString::number(expected.size()), arguments().text("expect")}));
}

} // namespace signalbox::probes
