// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/listparser.h"

#include "backends/prometheus/envelope.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace signalbox::prometheus
{
namespace
{

using Element = simdjson::dom::element;

RuleState ruleState(const QString &word)
{
    static const QHash<QString, RuleState> words{{QStringLiteral("inactive"), RuleState::Inactive},
                                                 {QStringLiteral("pending"), RuleState::Pending},
                                                 {QStringLiteral("firing"), RuleState::Firing}};
    return words.value(word, RuleState::Unknown);
}

AlertRule ruleOf(Element element, const QString &group)
{
    AlertRule rule;
    rule.group = group;
    rule.name = textAt(element, "name");
    rule.query = textAt(element, "query");
    rule.severity = labelsAt(element, "labels").value(QStringLiteral("severity"));
    if (element["duration"].get(rule.forSeconds) != simdjson::SUCCESS) {
        rule.forSeconds = 0;
    }
    rule.state = ruleState(textAt(element, "state"));
    rule.health = textAt(element, "health");
    rule.lastError = textAt(element, "lastError");
    rule.activeAlerts = static_cast<int>(listAt(element, "alerts").size());
    return rule;
}

QString digestOf(const QHash<QString, QString> &labels)
{
    QStringList names = labels.keys();
    std::sort(names.begin(), names.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name : names) {
        hash.addData(name.toUtf8());
        hash.addData(QByteArray(1, '\xff'));
        hash.addData(labels.value(name).toUtf8());
        hash.addData(QByteArray(1, '\xff'));
    }
    return QString::fromLatin1(hash.result().left(8).toHex());
}

Alert alertOf(Element element)
{
    Alert alert;
    alert.labels = labelsAt(element, "labels");
    alert.annotations = labelsAt(element, "annotations");
    alert.fingerprint = digestOf(alert.labels);
    alert.startsAt = timeAt(element, "activeAt");
    const QString state = textAt(element, "state");
    if (state == QLatin1String("firing")) {
        alert.state = AlertState::Active;
    } else if (state == QLatin1String("pending")) {
        alert.state = AlertState::Unprocessed;
    }
    return alert;
}

/// A Prometheus duration such as "15s" or "1m30s"; 0 if it is none.
std::chrono::milliseconds durationAt(Element element, const char *key)
{
    static const QRegularExpression part(QStringLiteral("(\\d+)(ms|s|m|h)"));
    static const QHash<QString, qint64> units{{QStringLiteral("ms"), 1},
                                              {QStringLiteral("s"), 1000},
                                              {QStringLiteral("m"), 60000},
                                              {QStringLiteral("h"), 3600000}};
    std::chrono::milliseconds total{0};
    for (const QRegularExpressionMatch &match : part.globalMatch(textAt(element, key))) {
        total += std::chrono::milliseconds(match.captured(1).toLongLong() * units.value(match.captured(2)));
    }
    return total;
}

ScrapeTarget targetOf(Element element)
{
    ScrapeTarget target;
    target.pool = textAt(element, "scrapePool");
    target.url = textAt(element, "scrapeUrl");
    target.health = textAt(element, "health");
    target.lastError = textAt(element, "lastError");
    target.lastScrape = timeAt(element, "lastScrape");
    target.interval = durationAt(element, "scrapeInterval");
    return target;
}

/// Opens the envelope and hands its data on; the parser must outlive every element, hence the callback.
template <typename T, typename Read> Result<T> withData(const QByteArray &body, Read read)
{
    const auto envelope = openEnvelope(body);
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    return read(envelope->data);
}

} // namespace

Result<QVector<AlertRule>> parseRules(const QByteArray &body)
{
    return withData<QVector<AlertRule>>(body, [](Element data) {
        QVector<AlertRule> rules;
        for (const auto group : listAt(data, "groups")) {
            const QString name = textAt(group, "name");
            for (const auto rule : listAt(group, "rules")) {
                if (textAt(rule, "type") == QLatin1String("alerting")) {
                    rules.push_back(ruleOf(rule, name));
                }
            }
        }
        return rules;
    });
}

Result<QVector<Alert>> parseAlerts(const QByteArray &body)
{
    return withData<QVector<Alert>>(body, [](Element data) {
        QVector<Alert> alerts;
        for (const auto alert : listAt(data, "alerts")) {
            alerts.push_back(alertOf(alert));
        }
        return alerts;
    });
}

Result<QVector<ScrapeTarget>> parseTargets(const QByteArray &body)
{
    return withData<QVector<ScrapeTarget>>(body, [](Element data) {
        QVector<ScrapeTarget> targets;
        for (const auto target : listAt(data, "activeTargets")) {
            targets.push_back(targetOf(target));
        }
        return targets;
    });
}

Result<BuildInfo> parseBuildInfo(const QByteArray &body)
{
    return withData<BuildInfo>(body, [](Element data) -> Result<BuildInfo> {
        const BuildInfo info{textAt(data, "version"), textAt(data, "revision")};
        if (info.version.isEmpty()) {
            return malformed(QStringLiteral("buildinfo without a version"));
        }
        return info;
    });
}

Result<QString> parseFormatted(const QByteArray &body)
{
    return withData<QString>(body, [](Element data) -> Result<QString> {
        std::string_view text;
        if (data.get(text) != simdjson::SUCCESS) {
            return malformed(QStringLiteral("format_query answered something else than a text"));
        }
        return textOf(text);
    });
}

} // namespace signalbox::prometheus
