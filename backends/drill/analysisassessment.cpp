// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/analysisassessment.h"

#include "backends/drill/jsontext.h"

#include <QRegularExpression>

namespace signalbox::drill
{

namespace
{

int limitOf(const Json &metric, const char *name, int fallback)
{
    const Json &value = member(metric, name);
    if (value.is_number())
        return static_cast<int>(number(value));
    bool fine = false;
    const int parsedValue = text(value).toInt(&fine);
    return fine ? parsedValue : fallback;
}

Verdict erred(const Error &error)
{
    return {MetricPhase::Error, error.detail};
}

} // namespace

MetricRules metricRules(const Json &metric)
{
    MetricRules rules;
    rules.name = text(metric, {"name"});
    rules.query = text(metric, {"provider", "prometheus", "query"});
    rules.successCondition = text(metric, {"successCondition"});
    rules.failureCondition = text(metric, {"failureCondition"});
    rules.interval = duration(member(metric, "interval"));
    rules.initialDelay = duration(member(metric, "initialDelay")).value_or(Milliseconds(0));
    rules.count = limitOf(metric, "count", 0);
    rules.failureLimit = limitOf(metric, "failureLimit", 0);
    rules.inconclusiveLimit = limitOf(metric, "inconclusiveLimit", 0);
    rules.consecutiveErrorLimit = limitOf(metric, "consecutiveErrorLimit", 4);
    return rules;
}

std::optional<QString> withArguments(const QString &query, const Json &arguments)
{
    static const QRegularExpression place(QStringLiteral("\\{\\{\\s*args\\.([A-Za-z0-9_.-]+)\\s*\\}\\}"));
    QString out;
    qsizetype from = 0;
    auto matches = place.globalMatch(query);
    while (matches.hasNext()) {
        const auto match = matches.next();
        std::optional<QString> value;
        for (const Json &argument : arguments.is_array() ? arguments : Json::array()) {
            if (text(argument, {"name"}) == match.captured(1) && !member(argument, "value").is_null())
                value = text(argument, {"value"});
        }
        if (!value)
            return {};
        out += query.mid(from, match.capturedStart() - from) + *value;
        from = match.capturedEnd();
    }
    return out + query.mid(from);
}

QString phaseText(MetricPhase phase)
{
    switch (phase) {
    case MetricPhase::Running:
        return QStringLiteral("Running");
    case MetricPhase::Successful:
        return QStringLiteral("Successful");
    case MetricPhase::Inconclusive:
        return QStringLiteral("Inconclusive");
    case MetricPhase::Error:
        return QStringLiteral("Error");
    case MetricPhase::Failed:
        break;
    }
    return QStringLiteral("Failed");
}

MetricPhase phaseFrom(const QString &text)
{
    for (const MetricPhase phase :
         {MetricPhase::Successful, MetricPhase::Inconclusive, MetricPhase::Error, MetricPhase::Failed}) {
        if (phaseText(phase) == text)
            return phase;
    }
    return MetricPhase::Running;
}

Verdict judge(const MetricRules &rules, const Result<MetricAnswer> &answer)
{
    if (!answer)
        return erred(answer.error());
    const bool wantsSuccess = !rules.successCondition.isEmpty();
    const bool wantsFailure = !rules.failureCondition.isEmpty();
    if (!wantsSuccess && !wantsFailure)
        return {MetricPhase::Successful, {}};
    bool failed = false;
    if (wantsFailure) {
        const auto truth = evaluateCondition(rules.failureCondition, *answer);
        if (!truth)
            return erred(truth.error());
        failed = *truth;
    }
    if (!wantsSuccess)
        return {failed ? MetricPhase::Failed : MetricPhase::Successful, {}};
    const auto succeeded = evaluateCondition(rules.successCondition, *answer);
    if (!succeeded)
        return erred(succeeded.error());
    if (failed)
        return {MetricPhase::Failed, {}};
    if (*succeeded)
        return {MetricPhase::Successful, {}};
    return {wantsFailure ? MetricPhase::Inconclusive : MetricPhase::Failed, {}};
}

void add(MetricTally &tally, MetricPhase phase)
{
    if (phase == MetricPhase::Error) {
        ++tally.error;
        ++tally.consecutiveError;
        return;
    }
    tally.consecutiveError = 0;
    ++tally.count;
    if (phase == MetricPhase::Successful)
        ++tally.successful;
    else if (phase == MetricPhase::Failed)
        ++tally.failed;
    else
        ++tally.inconclusive;
}

Verdict assess(const MetricRules &rules, const MetricTally &tally)
{
    const auto over = [](const char *what, int value, const char *limitName, int limit) {
        return QStringLiteral("%1 (%2) > %3 (%4)")
            .arg(QLatin1String(what))
            .arg(value)
            .arg(QLatin1String(limitName))
            .arg(limit);
    };
    if (rules.failureLimit >= 0 && tally.failed > rules.failureLimit)
        return {MetricPhase::Failed, over("failed", tally.failed, "failureLimit", rules.failureLimit)};
    if (tally.inconclusive > rules.inconclusiveLimit)
        return {MetricPhase::Inconclusive,
                over("inconclusive", tally.inconclusive, "inconclusiveLimit", rules.inconclusiveLimit)};
    if (tally.consecutiveError > rules.consecutiveErrorLimit)
        return {MetricPhase::Error, over("consecutiveErrors", tally.consecutiveError, "consecutiveErrorLimit",
                                         rules.consecutiveErrorLimit)};
    const int wanted = rules.count > 0 ? rules.count : (rules.interval ? 0 : 1);
    if (wanted > 0 && tally.count >= wanted)
        return {MetricPhase::Successful, {}};
    return {MetricPhase::Running, {}};
}

} // namespace signalbox::drill
