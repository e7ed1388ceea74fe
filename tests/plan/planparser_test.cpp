// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planparser.h"

#include <QMetaType>
#include <QTest>

namespace signalbox
{
namespace
{

using Code = PlanProblemCode;

constexpr const char *Smallest = "signalboxPlan: 1\n"
                                 "id: shop\n"
                                 "version: \"1\"\n"
                                 "title: { en: a, zh_TW: b, zh_CN: c }\n"
                                 "targets: [{ name: shop }]\n"
                                 "steps: [{ id: full, title: { en: a, zh_TW: b, zh_CN: c }, weight: 100 %, "
                                 "minimumSoak: 10m }]\n";

/// A change to the smallest plan: a text to replace, or none to append. @ marks the place of the problem; a
/// second one is part of the text.
struct Row {
    const char *name;
    Code code;
    const char *find;
    const char *replacement;
    QStringList args;
};

struct Written {
    QString text;
    int line = 0;
    int column = 0;
};

/// The plan of a row, and where its mark was.
Written write(const Row &row)
{
    QString text = QString::fromUtf8(Smallest);
    const QString replacement = QString::fromUtf8(row.replacement);
    if (*row.find == '\0') {
        text += replacement;
    } else {
        text.replace(QString::fromUtf8(row.find), replacement);
    }
    const auto mark = text.indexOf(QLatin1Char('@'));
    const QString before = text.left(mark);
    const QString line = before.mid(before.lastIndexOf(QLatin1Char('\n')) + 1);
    text.remove(mark, 1);
    return {text, static_cast<int>(before.count(QLatin1Char('\n'))) + 1,
            static_cast<int>(line.toUcs4().size()) + 1};
}

QStringList texts(std::initializer_list<const char *> all)
{
    QStringList list;
    for (const char *each : all) {
        list.append(QString::fromUtf8(each));
    }
    return list;
}

const QVector<Row> &rows()
{
    // clang-format off
    static const QVector<Row> all{
        {"missing key", Code::MissingKey, "signalboxPlan: 1\nid: shop\nversion: \"1\"", "@signalboxPlan: 1\nid: shop", texts({"version"})},
        {"unknown format", Code::UnknownFormat, "signalboxPlan: 1", "signalboxPlan: @2", texts({"2"})},
        {"unknown key", Code::UnknownKey, "id: shop", "id: shop\n@owner: wei", texts({"owner"})},
        {"duplicate key", Code::DuplicateKey, "id: shop", "id: shop\n@id: shop", texts({"id"})},
        {"duplicate key deep down", Code::DuplicateKey, "{ name: shop }", "{ name: shop, @name: shop }", texts({"name"})},
        {"unknown key deep down", Code::UnknownKey, "{ name: shop }", "{ name: shop, @nmespace: x }", texts({"nmespace"})},
        {"key without value", Code::NoValue, "id: shop", "@id:", texts({"id"})},
        {"empty text", Code::NoValue, "id: shop", "id: @' '", texts({"id"})},
        {"text instead of a list", Code::WrongType, "targets: [{ name: shop }]", "targets: @shop", texts({"text"})},
        {"list instead of a map", Code::WrongType, "{ name: shop }", "@[ name ]", texts({"list"})},
        {"map instead of a text", Code::WrongType, "version: \"1\"", "version: @{ a: b }", texts({"map"})},
        {"a key that is a list", Code::WrongType, "id: shop", "id: shop\n@[a]: b", texts({"key"})},
        {"language missing", Code::IncompleteText, "title: { en: a, zh_TW: b, zh_CN: c }\ntargets", "title: @{ en: a, zh_TW: b }\ntargets", texts({"zh_CN"})},
        {"two languages empty", Code::IncompleteText, "title: { en: a, zh_TW: b, zh_CN: c }\ntargets", "title: @{ en: a, zh_TW: '', zh_CN: ~ }\ntargets", texts({"zh_TW, zh_CN"})},
        {"text in one language", Code::WrongType, "title: { en: a, zh_TW: b, zh_CN: c }\ntargets", "title: @Shop\ntargets", texts({"text"})},
        {"another language", Code::UnknownKey, "title: { en: a, zh_TW: b, zh_CN: c }\ntargets", "title: { en: a, zh_TW: b, zh_CN: c, @ja: d }\ntargets", texts({"ja"})},
        {"bad id", Code::BadId, "id: shop", "id: @Shop One", texts({"Shop One"})},
        {"column counts characters", Code::BadId, "{ id: full, title: { en: a, zh_TW: b, zh_CN: c }, weight", "{ title: { en: 結帳😀, zh_TW: b, zh_CN: c }, id: @Full, weight", texts({"Full"})},
        {"duplicate id", Code::DuplicateId, "minimumSoak: 10m }]", "minimumSoak: 10m }]\nnotes:\n  - { id: a, text: { en: a, zh_TW: b, zh_CN: c } }\n  - { id: @a, text: { en: a, zh_TW: b, zh_CN: c } }", texts({"a", "8"})},
        {"reserved id", Code::ReservedId, "id: full", "id: @start", texts({"start"})},
        {"empty list", Code::EmptyList, "[{ name: shop }]", "@[]", texts({"targets"})},
        {"soak missing", Code::MissingKey, "[{ id: full, title: { en: a, zh_TW: b, zh_CN: c }, weight: 100 %, minimumSoak: 10m }]", "[@{ id: full, title: { en: a, zh_TW: b, zh_CN: c }, weight: 100 % }]", texts({"minimumSoak"})},
        {"soak without value", Code::NoValue, "minimumSoak: 10m", "@minimumSoak: ", texts({"minimumSoak"})},
        {"soak of nothing", Code::EmptyDuration, "minimumSoak: 10m", "minimumSoak: @0m", texts({"minimumSoak"})},
        {"duration without unit", Code::BadDuration, "minimumSoak: 10m", "minimumSoak: @10", texts({"10"})},
        {"duration in words", Code::BadDuration, "minimumSoak: 10m", "minimumSoak: @ten minutes", texts({"ten minutes"})},
        {"weight without unit", Code::ThresholdWithoutUnit, "weight: 100 %", "weight: @100", texts({"100", "ratio"})},
        {"weight too large", Code::BadThreshold, "weight: 100 %", "weight: @101 %", texts({"101 %"})},
        {"weight and allowlist", Code::OnlyOneOf, "[{ id: full", "[@{ allowlist: [a], id: full", texts({"weight, allowlist"})},
        {"neither weight nor allowlist", Code::MissingOneOf, "[{ id: full, title: { en: a, zh_TW: b, zh_CN: c }, weight: 100 %", "[@{ id: full, title: { en: a, zh_TW: b, zh_CN: c }", texts({"weight, allowlist"})},
        {"steps go down", Code::StepOrder, "minimumSoak: 10m }]", "minimumSoak: 10m }, { id: less, title: { en: a, zh_TW: b, zh_CN: c }, weight: @50 %, minimumSoak: 10m }]", texts({"50 %", "100 %"})},
        {"bad requirement", Code::BadRequirement, "id: full", "requirements: [@s1], id: full", texts({"s1"})},
        {"gate without outcome on expiry", Code::MissingKey, "", "gates:\n  - @{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: admin }], timeout: 24h, validity: 24h }\n", texts({"onExpiry"})},
        {"gate without timeout", Code::MissingKey, "", "gates:\n  - @{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: admin }], onExpiry: refuse, validity: 24h }\n", texts({"timeout"})},
        {"gate without validity", Code::EmptyDuration, "", "gates:\n  - { id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: admin }], timeout: 24h, onExpiry: refuse, validity: @0s }\n", texts({"validity"})},
        {"unknown outcome on expiry", Code::UnknownWord, "", "gates:\n  - { id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: admin }], timeout: 24h, onExpiry: @approve, validity: 24h }\n", texts({"approve"})},
        {"gate before an unknown step", Code::UnknownReference, "", "gates:\n  - { id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: @half, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: admin }], timeout: 24h, onExpiry: refuse, validity: 24h }\n", texts({"half", "step"})},
        {"seat of an unknown role", Code::UnknownReference, "", "gates:\n  - { id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: @chief }], timeout: 24h, onExpiry: refuse, validity: 24h }\n", texts({"chief", "role"})},
        {"gate on an unknown condition", Code::UnknownReference, "", "gates:\n  - { id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: admin }], conditions: [@x], timeout: 24h, onExpiry: refuse, validity: 24h }\n", texts({"x", "checklist, poll, metric"})},
        {"condition named twice", Code::DuplicateReference, "", "gates:\n  - { id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: admin }], conditions: [m, @m], timeout: 24h, onExpiry: refuse, validity: 24h }\nmetrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: lower, promoteLimit: 1 %, query: up, severity: sev3 }\n", texts({"m"})},
        {"quorum larger than seats", Code::QuorumTooLarge, "", "gates:\n  - { id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: admin }], quorum: @2, timeout: 24h, onExpiry: refuse, validity: 24h }\n", texts({"2", "1"})},
        {"unknown seat must be included", Code::UnknownReference, "", "gates:\n  - { id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: admin }], mustInclude: [@x], timeout: 24h, onExpiry: refuse, validity: 24h }\n", texts({"x", "seat"})},
        {"gate by people without seats", Code::NeedsForKind, "", "gates:\n  - @{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, timeout: 24h, onExpiry: refuse, validity: 24h }\n", texts({"seats", "manual"})},
        {"gate by people with a pace", Code::NotForKind, "", "gates:\n  - { id: g, title: { en: a, zh_TW: b, zh_CN: c }, kind: manual, before: start, seats: [{ id: s, title: { en: a, zh_TW: b, zh_CN: c }, role: admin }], steady: @5m, timeout: 24h, onExpiry: refuse, validity: 24h }\n", texts({"steady", "manual"})},
        {"item with unknown probe", Code::UnknownReference, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, probes: [@q], freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: tcp, parameters: { host: a, port: 80 } }\n", texts({"q", "probe"})},
        {"item nothing looks at", Code::NothingLooks, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [@{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: tcp, parameters: { host: a, port: 80 } }\n", texts({"machine"})},
        {"attested item with probe", Code::NotForKind, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: attested, probes: @[p], freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: tcp, parameters: { host: a, port: 80 } }\n", texts({"probes", "attested"})},
        {"unknown kind of probe", Code::UnknownProbeKind, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, probes: [p], freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: @icmp, parameters: { host: a, port: 80 } }\n", texts({"icmp"})},
        {"unknown parameter", Code::UnknownParameter, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, probes: [p], freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: tcp, parameters: { host: a, port: 80, @timeout: 3 } }\n", texts({"timeout", "tcp"})},
        {"missing parameter", Code::MissingParameter, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, probes: [p], freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: tcp, parameters: @{ host: a } }\n", texts({"port", "tcp"})},
        {"missing parameters", Code::MissingParameter, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, probes: [p], freshness: 5m }] }] }\nprobes:\n  - @{ id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: redis }\n", texts({"host", "redis"})},
        {"bad parameter", Code::BadParameter, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, probes: [p], freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: tcp, parameters: { host: a, port: @80000 } }\n", texts({"80000", "port"})},
        {"list where one value belongs", Code::WrongType, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, probes: [p], freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: tcp, parameters: { host: @[a, b], port: 80 } }\n", texts({"list"})},
        {"secret in the plan", Code::BadParameter, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, probes: [p], freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: s3, parameters: { credential: @\"https://b.example/k?X-Amz-Signature=1\" } }\n", texts({"https://b.example/k?X-Amz-Signature=1", "credential"})},
        {"header with a credential", Code::BadParameter, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, probes: [p], freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: http, parameters: { url: \"http://a\", header: @\"Authorization: Bearer x\" } }\n", texts({"Authorization: Bearer x", "header"})},
        {"unknown placeholder in a probe", Code::UnknownPlaceholder, "", "checklists:\n  - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, phase: before, groups: [{ id: g, title: { en: a, zh_TW: b, zh_CN: c }, items: [{ id: i, title: { en: a, zh_TW: b, zh_CN: c }, mode: machine, probes: [p], freshness: 5m }] }] }\nprobes:\n  - { id: p, title: { en: a, zh_TW: b, zh_CN: c }, kind: promql, parameters: { expect: == 1, query: @\"up{a='$pod'}\" } }\n", texts({"$pod"})},
        {"threshold without unit", Code::ThresholdWithoutUnit, "", "metrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: lower, objective: 0.1 %, promoteLimit: @1, rollbackLimit: 5 %, query: up, severity: sev3 }\n", texts({"1", "ratio"})},
        {"threshold of another unit", Code::UnitMismatch, "", "metrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: lower, objective: 0.1 %, promoteLimit: @1 s, rollbackLimit: 5 %, query: up, severity: sev3 }\n", texts({"1 s", "ratio"})},
        {"threshold that is no number", Code::BadThreshold, "", "metrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: lower, objective: 0.1 %, promoteLimit: @low, rollbackLimit: 5 %, query: up, severity: sev3 }\n", texts({"low"})},
        {"promote limit beyond rollback limit", Code::LadderOrder, "", "metrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: lower, objective: 0.1 %, promoteLimit: 1 %, rollbackLimit: @0.5 %, query: up, severity: sev3 }\n", texts({"1 %", "0.5 %"})},
        {"ladder of a metric that should be high", Code::LadderOrder, "", "metrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: higher, objective: 95 %, promoteLimit: @99 %, rollbackLimit: 90 %, query: up, severity: sev3 }\n", texts({"95 %", "99 %"})},
        {"unknown unit", Code::UnknownWord, "", "metrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: @percent, direction: lower, objective: 0.1 %, promoteLimit: 1 %, rollbackLimit: 5 %, query: up, severity: sev3 }\n", texts({"percent"})},
        {"unknown placeholder", Code::UnknownPlaceholder, "", "metrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: lower, objective: 0.1 %, promoteLimit: 1 %, rollbackLimit: 5 %, query: @'up{a=\"$__rate_interval\"}', severity: sev3 }\n", texts({"$__rate_interval"})},
        {"minimum of samples without query", Code::NeedsForKind, "", "metrics:\n  - @{ minimumSamples: 200 requests, id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: lower, objective: 0.1 %, promoteLimit: 1 %, rollbackLimit: 5 %, query: up, severity: sev3 }\n", texts({"samplesQuery", "minimumSamples"})},
        {"bad number", Code::BadNumber, "", "metrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: lower, objective: 0.1 %, promoteLimit: 1 %, rollbackLimit: 5 %, query: up, severity: sev3, consecutive: @\"2\" }\n", texts({"2"})},
        {"number out of range", Code::OutOfRange, "", "metrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: lower, objective: 0.1 %, promoteLimit: 1 %, rollbackLimit: 5 %, query: up, severity: sev3, consecutive: @0 }\n", texts({"0"})},
        {"trigger on a metric without rollback limit", Code::NeedsForKind, "", "metrics:\n  - { id: m, title: { en: a, zh_TW: b, zh_CN: c }, unit: ratio, direction: lower, objective: 0.1 %, promoteLimit: 1 %, query: up, severity: sev3 }\nrollback: { automaticBudget: 5m, manualBudget: 5m, outerBudget: 5m, triggers: [{ id: t, title: { en: a, zh_TW: b, zh_CN: c }, metric: @m }] }\n", texts({"rollbackLimit", "m"})},
        {"trigger on an unknown metric", Code::UnknownReference, "", "rollback: { automaticBudget: 5m, manualBudget: 5m, outerBudget: 5m, triggers: [{ id: t, title: { en: a, zh_TW: b, zh_CN: c }, metric: @m }] }\n", texts({"m", "metric"})},
        {"circle of steps", Code::CyclicReference, "", "recovery:\n  steps:\n    - { id: a, title: { en: a, zh_TW: b, zh_CN: c }, budget: 1m, after: @[b] }\n    - { id: b, title: { en: a, zh_TW: b, zh_CN: c }, budget: 1m, after: [c] }\n    - { id: c, title: { en: a, zh_TW: b, zh_CN: c }, budget: 1m, after: [a] }\n", texts({"a → b → c → a"})},
        {"step after itself", Code::CyclicReference, "", "recovery:\n  steps:\n    - { id: a, title: { en: a, zh_TW: b, zh_CN: c }, budget: 1m, after: @[a] }\n", texts({"a → a"})},
        {"unknown time zone", Code::BadTimeZone, "", "calendar:\n  - { id: k, title: { en: a, zh_TW: b, zh_CN: c }, kind: freeze, reason: { en: a, zh_TW: b, zh_CN: c }, timeZone: @Asia/Taibei, start: 2026-12-24T18:00, duration: 2h }\n", texts({"Asia/Taibei"})},
        {"no such day", Code::BadTime, "", "calendar:\n  - { id: k, title: { en: a, zh_TW: b, zh_CN: c }, kind: freeze, reason: { en: a, zh_TW: b, zh_CN: c }, timeZone: Asia/Taipei, start: @2026-02-30T18:00, duration: 2h }\n", texts({"2026-02-30T18:00"})},
        {"start with offset", Code::BadTime, "", "calendar:\n  - { id: k, title: { en: a, zh_TW: b, zh_CN: c }, kind: freeze, reason: { en: a, zh_TW: b, zh_CN: c }, timeZone: Asia/Taipei, start: @2026-12-24T18:00Z, duration: 2h }\n", texts({"2026-12-24T18:00Z"})},
        {"bad recurrence", Code::BadRecurrence, "", "calendar:\n  - { id: k, title: { en: a, zh_TW: b, zh_CN: c }, kind: freeze, reason: { en: a, zh_TW: b, zh_CN: c }, timeZone: Asia/Taipei, start: 2026-12-24T18:00, duration: 2h, recurrence: @FREQ=WEEKLY;BYDAY=XX }\n", texts({"BYDAY=XX"})},
        {"window without length", Code::MissingKey, "", "calendar:\n  - @{ id: k, title: { en: a, zh_TW: b, zh_CN: c }, kind: freeze, reason: { en: a, zh_TW: b, zh_CN: c }, timeZone: Asia/Taipei, start: 2026-12-24T18:00 }\n", texts({"duration"})},
        {"deputy for less than no time", Code::EndsBeforeStart, "", "roles:\n  - { id: qa, title: { en: a, zh_TW: b, zh_CN: c }, deputies: [{ person: a, standsFor: b, from: \"2026-01-02T00:00:00Z\", until: @\"2026-01-01T00:00:00Z\" }] }\n", texts({"2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"})},
        {"anchor", Code::AnchorRefused, "id: shop", "id: @&x shop", texts({})},
        {"anchor and alias", Code::AnchorRefused, "id: shop\nversion: \"1\"", "id: shop\nversion: @&x \"1\"", texts({})},
        {"control character", Code::ControlCharacter, "id: shop", "id: @\"a\\u001fb\"", texts({"U+001f"})},
        {"tag", Code::TagRefused, "id: shop", "id: @!!str shop", texts({"tag:yaml.org,2002:str"})},
    };
    // clang-format on
    return all;
}

QString shown(const QVector<PlanProblem> &problems)
{
    QStringList lines;
    for (const PlanProblem &each : problems) {
        lines.append(QStringLiteral("%1:%2 %3 %4 (%5)")
                         .arg(each.line)
                         .arg(each.column)
                         .arg(planProblemName(each.code), each.path, each.args.join(QLatin1Char('|'))));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class PlanParserTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallest();
    void problem_data();
    void problem();
    void everyCodeHasARow();
    void reportsAllAtOnce();
    void problemsHaveAnEnd();
    void hashIsOfTheBytes();
    void syntax();
};

void PlanParserTest::smallest()
{
    const ParsedPlan parsed = parsePlan(Smallest, QStringLiteral("a.yaml"));
    QVERIFY2(parsed.problems.isEmpty(), qPrintable(shown(parsed.problems)));
    QVERIFY(parsed.plan);
    QCOMPARE(parsed.plan->steps.size(), 1);
    QCOMPARE(parsed.plan->steps.first().weight, 100);
}

void PlanParserTest::problem_data()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < rows().size(); ++i) {
        QTest::newRow(rows().at(i).name) << static_cast<int>(i);
    }
}

void PlanParserTest::problem()
{
    QFETCH(int, index);
    const Row &row = rows().at(index);
    const Written written = write(row);
    QVERIFY(written.text != QString::fromUtf8(Smallest));
    const ParsedPlan parsed = parsePlan(written.text.toUtf8(), QStringLiteral("a.yaml"));
    QVERIFY2(parsed.problems.size() == 1, qPrintable(shown(parsed.problems)));
    const PlanProblem &found = parsed.problems.first();
    QVERIFY2(found.code == row.code, qPrintable(shown(parsed.problems)));
    QCOMPARE(found.file, QStringLiteral("a.yaml"));
    QCOMPARE(found.args, row.args);
    QCOMPARE(found.line, written.line);
    QCOMPARE(found.column, written.column);
    QVERIFY(!parsed.plan);
}

/// A code without a row would be one nobody has seen.
void PlanParserTest::everyCodeHasARow()
{
    QSet<int> seen;
    for (const Row &row : rows()) {
        seen.insert(static_cast<int>(row.code));
    }
    // Elsewhere: hostile files, the end of the list, and what only the library and a server know.
    for (const Code other :
         {Code::TooLarge, Code::NotUtf8, Code::Empty, Code::Syntax, Code::SeveralDocuments, Code::TooDeep,
          Code::TooManyValues, Code::TooManyProblems, Code::QueryRefused, Code::DuplicatePlan}) {
        seen.insert(static_cast<int>(other));
    }
    QSet<QString> names;
    for (int code = 0; !planProblemName(static_cast<Code>(code)).isEmpty(); ++code) {
        QVERIFY2(seen.contains(code), qPrintable(planProblemName(static_cast<Code>(code))));
        names.insert(planProblemName(static_cast<Code>(code)));
    }
    QCOMPARE(names.size(), static_cast<int>(Code::DuplicatePlan) + 1);
    QCOMPARE(planProblemName(Code::DuplicatePlan), QStringLiteral("duplicate-plan"));
}

void PlanParserTest::reportsAllAtOnce()
{
    const ParsedPlan parsed = parsePlan("signalboxPlan: 1\n"
                                        "id: Shop\n"
                                        "colour: red\n"
                                        "title: { en: a }\n"
                                        "targets: []\n"
                                        "steps:\n"
                                        "  - { id: a, weight: 5, minimumSoak: soon }\n",
                                        QStringLiteral("b.yaml"));
    const QString expected = QStringLiteral("1:1 missing-key version (version)\n"
                                            "2:5 bad-id id (Shop)\n"
                                            "3:1 unknown-key colour (colour)\n"
                                            "4:8 incomplete-text title (zh_TW, zh_CN)\n"
                                            "5:10 empty-list targets (targets)\n"
                                            "7:5 missing-key steps[0].title (title)\n"
                                            "7:22 threshold-without-unit steps[0].weight (5|ratio)\n"
                                            "7:38 bad-duration steps[0].minimumSoak (soon)");
    QCOMPARE(shown(parsed.problems), expected);
}

void PlanParserTest::problemsHaveAnEnd()
{
    QByteArray text(Smallest);
    for (int i = 0; i < 3000; ++i) {
        text += "unknown-" + QByteArray::number(i) + ": 1\n";
    }
    const ParsedPlan parsed = parsePlan(text, QStringLiteral("c.yaml"));
    QCOMPARE(parsed.problems.size(), 501);
    QCOMPARE(parsed.problems.last().code, Code::TooManyProblems);
    QCOMPARE(parsed.problems.last().args, texts({"500"}));
}

void PlanParserTest::hashIsOfTheBytes()
{
    const ParsedPlan plain = parsePlan(Smallest, {});
    const ParsedPlan commented = parsePlan(QByteArray(Smallest) + "# a word\n", {});
    QVERIFY(plain.plan && commented.plan);
    QCOMPARE(plain.plan->hash.size(), 32);
    QVERIFY(plain.plan->hash != commented.plan->hash);
}

void PlanParserTest::syntax()
{
    const ParsedPlan parsed =
        parsePlan("signalboxPlan: 1\nid: [a, b\nversion: 1\n", QStringLiteral("d.yaml"));
    QCOMPARE(parsed.problems.size(), 1);
    QCOMPARE(parsed.problems.first().code, Code::Syntax);
    QVERIFY2(parsed.problems.first().line >= 2, qPrintable(shown(parsed.problems)));
}

} // namespace signalbox

QTEST_GUILESS_MAIN(signalbox::PlanParserTest)
#include "planparser_test.moc"
