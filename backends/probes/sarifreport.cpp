// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/sarifreport.h"

#include "backends/probes/findings.h"
#include "backends/probes/probejson.h"
#include "backends/probes/reportfile.h"

#include <QHash>

#include <algorithm>

namespace signalbox::probes
{

namespace
{

/// Weight of a level; what is no level counts as the heaviest.
int weightOf(const QString &level)
{
    static const QHash<QString, int> weights{{QStringLiteral("none"), 0},
                                             {QStringLiteral("note"), 1},
                                             {QStringLiteral("warning"), 2},
                                             {QStringLiteral("error"), 3}};
    return weights.value(level, 3);
}

QSet<QString> digestsOfRun(const Json &run)
{
    QSet<QString> digests;
    const Json &properties = at(run, "properties");
    if (!properties.is_object()) {
        return digests;
    }
    for (const auto &[key, value] : properties.items()) {
        if (!QString::fromStdString(key).contains(QLatin1String("digest"), Qt::CaseInsensitive)) {
            continue;
        }
        digests.unite(digestsIn(textOf(value)));
        if (value.is_array()) {
            for (const Json &item : value) {
                digests.unite(digestsIn(textOf(item)));
            }
        }
    }
    return digests;
}

bool hasSucceeded(const Json &run)
{
    const Json &invocations = at(run, "invocations");
    return !invocations.is_array() ||
           std::none_of(invocations.begin(), invocations.end(), [](const Json &invocation) {
               return isFalse(at(invocation, "executionSuccessful"));
           });
}

/// Levels that rules give to results that do not say theirs. Source: SARIF 2.1.0, 3.27.10.
class Levels
{
public:
    explicit Levels(const Json &run)
    {
        const Json &rules = at(at(at(run, "tool"), "driver"), "rules");
        if (rules.is_array()) {
            for (const Json &rule : rules) {
                const QString level = textOf(at(at(rule, "defaultConfiguration"), "level"));
                m_byId.insert(textOf(at(rule, "id")), level.isEmpty() ? QStringLiteral("warning") : level);
            }
        }
    }
    [[nodiscard]] QString of(const Json &result) const
    {
        const QString own = textOf(at(result, "level"));
        const QString id = textOf(at(result, "ruleId"));
        const QString named = id.isEmpty() ? textOf(at(at(result, "rule"), "id")) : id;
        return own.isEmpty() ? m_byId.value(named, QStringLiteral("warning")) : own;
    }

private:
    QHash<QString, QString> m_byId;
};

/// Source: SARIF 2.1.0, 3.27.9: only fail has a level, open and review wait for a person.
bool counts(const Json &result, const Levels &levels, const QString &level)
{
    const QString kind = textOf(at(result, "kind"));
    if (kind == QLatin1String("open") || kind == QLatin1String("review")) {
        return true;
    }
    const bool fine = kind == QLatin1String("pass") || kind == QLatin1String("notApplicable") ||
                      kind == QLatin1String("informational");
    return !fine && weightOf(levels.of(result)) >= weightOf(level);
}

struct Findings {
    int count = 0;
    QStringList rules;
};

void collect(const Json &run, const QString &level, Findings &into)
{
    const Levels levels(run);
    for (const Json &result : at(run, "results")) {
        if (counts(result, levels, level)) {
            ++into.count;
            into.rules << textOf(at(result, "ruleId"));
        }
    }
    into.rules.removeDuplicates();
}

} // namespace

ProbeFinding judgeSarif(const QByteArray &json, const QSet<QString> &wanted, const QString &level)
{
    const Json report = parseJson(json);
    const Json &runs = at(report, "runs");
    if (!textOf(at(report, "version")).startsWith(QLatin1String("2.")) || !runs.is_array()) {
        return unknown("report-malformed");
    }
    if (runs.empty()) {
        return unknown("sarif-incomplete");
    }
    Findings findings;
    for (const Json &run : runs) {
        if (const auto elsewhere = boundElsewhere(digestsOfRun(run), wanted)) {
            return *elsewhere;
        }
        // A run without a list of results has not looked. Source: SARIF 2.1.0, 3.14.23.
        if (!hasSucceeded(run) || !at(run, "results").is_array()) {
            return unknown("sarif-incomplete");
        }
        collect(run, level, findings);
    }
    if (findings.count > 0) {
        return failed("sarif-findings", {QString::number(findings.count), level, shortList(findings.rules)});
    }
    return passed("sarif-clean", {level});
}

} // namespace signalbox::probes
