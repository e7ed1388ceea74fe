// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/domain/decisionfixture.h"

#include <QTest>

#include <functional>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

using Found = CheckResult;
using Reason = CheckReason;

Checklist oneItem(CheckMode mode, bool mandatory = true)
{
    CheckItem item;
    item.id = str("nodes");
    item.mode = mode;
    item.mandatory = mandatory;
    item.freshness = std::chrono::minutes(10);
    CheckGroup group;
    group.items = {item};
    Checklist list;
    list.id = str("before");
    list.groups = {group};
    return list;
}

Evidence seen(const QDateTime &at, Found result, const char *code = "nodes-ready")
{
    Evidence one;
    one.checklist = str("before");
    one.item = str("nodes");
    one.result = result;
    one.code = str(code);
    one.binding = binding();
    one.at = at;
    return one;
}

Evidence said(const QDateTime &at, Found result, const char *comment = "called them")
{
    Evidence one = seen(at, result, "");
    one.byPerson = true;
    one.person = str("quinn");
    one.comment = str(comment);
    return one;
}

Waiver waiver(const QDateTime &granted, const QDateTime &until, const char *by = "adam")
{
    Waiver value;
    value.checklist = str("before");
    value.item = str("nodes");
    value.requester = str("rita");
    value.requested = granted;
    value.grantedBy = str(by);
    value.granted = granted;
    value.until = until;
    return value;
}

CheckState stateOf(CheckMode mode, const QVector<Evidence> &evidence, const QDateTime &now,
                   const QVector<Waiver> &waivers = {}, const Binding &current = binding())
{
    return evaluateChecklist(oneItem(mode), evidence, waivers, current, now).items.first();
}

} // namespace

class CheckRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasons_data();
    void reasons();
    void freshnessLimit();
    void confirmationFollowsTheMachine();
    void confirmationLives();
    void waivers();
    void voided_data();
    void voided();
    void clocksAhead();
    void counting();
};

void CheckRulesTest::reasons_data()
{
    QTest::addColumn<CheckMode>("mode");
    QTest::addColumn<QVector<Evidence>>("evidence");
    QTest::addColumn<Found>("result");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const char *name, CheckMode mode, const QVector<Evidence> &evidence, Found result,
                        Reason reason) { QTest::newRow(name) << mode << evidence << result << reason; };
    const auto changed = [](Evidence one, const Binding &other) {
        one.binding = other;
        return one;
    };
    const auto A = CheckMode::Machine;
    const auto S = CheckMode::Confirmed;
    const auto M = CheckMode::Attested;
    const Evidence pass = seen(minute(0), Found::Pass);
    const Evidence old = seen(minute(-20), Found::Pass);
    row("nothing", A, {}, Found::Unknown, Reason::NeverChecked);
    row("pass", A, {pass}, Found::Pass, Reason::None);
    row("measured unknown", A, {seen(minute(0), Found::Unknown)}, Found::Unknown, Reason::None);
    row("stale", A, {old}, Found::Unknown, Reason::EvidenceStale);
    row("a failure gets stale too", A, {seen(minute(-20), Found::Fail)}, Found::Unknown,
        Reason::EvidenceStale);
    row("a machine's item is not for people", A, {said(minute(0), Found::Pass)}, Found::Unknown,
        Reason::NeverChecked);
    row("a person's item is not for machines", M, {pass}, Found::Unknown, Reason::NeverChecked);
    row("other plan", A, {changed(pass, binding("plan-2"))}, Found::Unknown, Reason::EvidenceForOtherPlan);
    row("other artefact, not bound", A, {changed(pass, binding("plan-1", "image-2"))}, Found::Pass,
        Reason::None);
    row("not confirmed", S, {pass}, Found::Unknown, Reason::NotConfirmed);
    row("confirmation withdrawn", S, {old, seen(minute(-1), Found::Pass), said(minute(0), Found::Unknown)},
        Found::Unknown, Reason::NotConfirmed);
    row("attested", M, {said(minute(0), Found::Pass)}, Found::Pass, Reason::None);
    row("attested without proof", M, {said(minute(0), Found::Pass, " ")}, Found::Unknown, Reason::NoProof);
    row("denied without proof", M, {said(minute(0), Found::Fail, "")}, Found::Fail, Reason::None);
    Evidence linked = said(minute(0), Found::Pass, "");
    linked.link = str("https://example.org/drill");
    row("attested with a link", M, {linked}, Found::Pass, Reason::None);
    row("older evidence for this plan counts", A,
        {seen(minute(-5), Found::Pass), changed(pass, binding("plan-2"))}, Found::Pass, Reason::None);
    Evidence elsewhere = pass;
    elsewhere.checklist = str("after");
    row("another list", A, {elsewhere}, Found::Unknown, Reason::NeverChecked);
}

void CheckRulesTest::reasons()
{
    QFETCH(CheckMode, mode);
    QFETCH(QVector<Evidence>, evidence);
    const CheckState state = stateOf(mode, evidence, minute(0));
    QTEST(state.result, "result");
    QTEST(state.reason, "reason");
    // Bound to the artefact, evidence for another one is worth nothing.
    Checklist bound = oneItem(mode);
    bound.groups[0].items[0].bindsArtefact = true;
    const CheckState other =
        evaluateChecklist(bound, evidence, {}, binding("plan-1", "image-9"), minute(0)).items.first();
    QCOMPARE(other.result, Found::Unknown);
}

void CheckRulesTest::freshnessLimit()
{
    const QVector<Evidence> evidence{seen(minute(0), Found::Pass)};
    QCOMPARE(stateOf(CheckMode::Machine, evidence, minute(10)).result, Found::Pass);
    QCOMPARE(stateOf(CheckMode::Machine, evidence, minute(10)).validUntil, minute(10));
    QCOMPARE(stateOf(CheckMode::Machine, evidence, milli(minute(10), 1)).result, Found::Unknown);
}

void CheckRulesTest::confirmationFollowsTheMachine()
{
    QVector<Evidence> evidence{seen(minute(0), Found::Pass), said(minute(0), Found::Pass)};
    // In the very moment of the change nobody can have seen it.
    QCOMPARE(stateOf(CheckMode::Confirmed, evidence, minute(1)).reason, Reason::NotConfirmed);
    evidence[1].at = milli(minute(0), 1);
    QCOMPARE(stateOf(CheckMode::Confirmed, evidence, minute(1)).result, Found::Pass);
    // Seen again and again, it is the same thing that was confirmed.
    evidence.append(seen(minute(5), Found::Pass));
    QCOMPARE(stateOf(CheckMode::Confirmed, evidence, minute(5)).result, Found::Pass);
    // Another word, or a failure in between, is not.
    QVector<Evidence> other = evidence + QVector<Evidence>{seen(minute(6), Found::Pass, "nodes-warning")};
    QCOMPARE(stateOf(CheckMode::Confirmed, other, minute(6)).reason, Reason::NotConfirmed);
    evidence.append(seen(minute(6), Found::Fail));
    QCOMPARE(stateOf(CheckMode::Confirmed, evidence, minute(6)).result, Found::Fail);
    evidence.append(seen(minute(7), Found::Pass));
    QCOMPARE(stateOf(CheckMode::Confirmed, evidence, minute(7)).reason, Reason::NotConfirmed);
    evidence.append(said(minute(8), Found::Pass));
    QCOMPARE(stateOf(CheckMode::Confirmed, evidence, minute(8)).result, Found::Pass);
}

void CheckRulesTest::confirmationLives()
{
    // The machine looks every ten minutes; a person's word about it lasts a day.
    QVector<Evidence> evidence{said(milli(minute(0), 1), Found::Pass)};
    for (int i = 0; i <= 25 * 6; ++i) {
        evidence.append(seen(minute(i * 10), Found::Pass));
    }
    const QDateTime end = milli(minute(24 * 60), 1);
    QCOMPARE(stateOf(CheckMode::Confirmed, evidence, end).result, Found::Pass);
    evidence.resize(evidence.size() - 6);
    QCOMPARE(stateOf(CheckMode::Confirmed, evidence, milli(end, 1)).reason, Reason::EvidenceStale);
}

void CheckRulesTest::waivers()
{
    const QVector<Evidence> failing{seen(minute(0), Found::Fail)};
    const auto with = [&](const Waiver &value, const QDateTime &now) {
        return stateOf(CheckMode::Machine, failing, now, {value});
    };
    const Waiver good = waiver(minute(-1), minute(5));
    QCOMPARE(with(good, minute(1)).result, Found::Waived);
    QCOMPARE(with(good, milli(minute(5), -1)).result, Found::Waived);
    QCOMPARE(with(good, milli(minute(5), -1)).validUntil, milli(minute(5), -1));
    QCOMPARE(with(good, minute(5)).result, Found::Fail);
    QCOMPARE(with(good, minute(5)).reason, Reason::WaiverExpired);
    QVERIFY(with(good, minute(5)).waiver.has_value());
    Waiver pending = good;
    pending.grantedBy.clear();
    pending.granted = {};
    QCOMPARE(with(pending, minute(1)).result, Found::Fail);
    QCOMPARE(with(pending, minute(1)).reason, Reason::WaiverNotGranted);
    // Whoever asked cannot have granted it, whatever the ledger says.
    QCOMPARE(with(waiver(minute(-1), minute(5), "rita"), minute(1)).result, Found::Fail);
    Waiver endless = good;
    endless.until = {};
    QCOMPARE(with(endless, minute(1)).result, Found::Fail);
    Waiver wrong = good;
    wrong.kind = Found::Pass;
    QCOMPARE(with(wrong, minute(1)).result, Found::Fail);
    Waiver none = good;
    none.kind = Found::NotApplicable;
    QCOMPARE(with(none, minute(1)).result, Found::NotApplicable);
    // It is shown beside what passes by itself as well.
    const CheckState passing = stateOf(CheckMode::Machine, {seen(minute(0), Found::Pass)}, minute(1), {good});
    QCOMPARE(passing.result, Found::Pass);
    QCOMPARE(passing.waiver, std::optional(good));
}

void CheckRulesTest::voided_data()
{
    QTest::addColumn<CheckMode>("mode");
    QTest::addColumn<QVector<Evidence>>("evidence");
    QTest::addColumn<QVector<Waiver>>("waivers");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QDateTime>("voidedAt");
    const auto row = [](const char *name, const QVector<Evidence> &evidence, const QDateTime &now,
                        const QDateTime &voidedAt, const QVector<Waiver> &waivers = {},
                        CheckMode mode = CheckMode::Machine) {
        QTest::newRow(name) << mode << evidence << waivers << now << voidedAt;
    };
    const auto S = CheckMode::Confirmed;
    const auto pass = [](qint64 at) { return seen(minute(at), Found::Pass); };
    const auto fail = [](qint64 at) { return seen(minute(at), Found::Fail); };
    const auto unsure = [](qint64 at) { return seen(minute(at), Found::Unknown); };
    row("never known", {}, minute(99), {});
    row("passes", {pass(0)}, minute(10), {});
    row("fails since", {pass(0), fail(3), fail(5)}, minute(6), minute(3));
    row("failed for a while", {pass(0), fail(3), pass(7)}, minute(8), milli(minute(7), -1));
    // Good until 10:00, so Unknown from the next millisecond, and void after one more period.
    row("stale, not for long", {pass(0)}, milli(minute(20), 1), {});
    row("stale for too long", {pass(0)}, milli(minute(20), 2), milli(minute(20), 2));
    row("stale for too long, later", {pass(0)}, minute(50), milli(minute(20), 2));
    row("a gap in the record", {pass(0), pass(19)}, minute(21), {});
    row("a long gap in the record", {pass(0), pass(40)}, minute(41), milli(minute(40), -1));
    row("measured unknown", {pass(0), unsure(4), unsure(9)}, minute(14), {});
    row("measured unknown for too long", {pass(0), unsure(4), unsure(9)}, milli(minute(14), 1),
        milli(minute(14), 1));
    row("failed while waived", {pass(0), fail(3), pass(7)}, minute(8), {}, {waiver(minute(2), minute(9))});
    row("waiver ended", {pass(0), fail(3)}, minute(8), minute(6), {waiver(minute(2), minute(6))});
    row("not confirmed again", {pass(0), said(minute(1), Found::Pass), unsure(2), pass(3), pass(9)},
        minute(12), {}, {}, S);
    row("not confirmed again for too long",
        {pass(0), said(minute(1), Found::Pass), unsure(2), pass(3), pass(9)}, milli(minute(12), 1),
        milli(minute(12), 1), {}, S);
    row("denied", {pass(0), said(minute(1), Found::Pass), said(minute(2), Found::Fail)}, minute(3), minute(2),
        {}, S);
}

void CheckRulesTest::voided()
{
    QFETCH(CheckMode, mode);
    QFETCH(QVector<Evidence>, evidence);
    QFETCH(QVector<Waiver>, waivers);
    QFETCH(QDateTime, now);
    const ChecklistState list = evaluateChecklist(oneItem(mode), evidence, waivers, binding(), now);
    QTEST(list.items.first().voidedAt, "voidedAt");
    QTEST(list.voidedAt, "voidedAt");
    QTEST(conditionOf(list).voidedAt, "voidedAt");
    const auto optional = evaluateChecklist(oneItem(mode, false), evidence, waivers, binding(), now);
    QVERIFY(!optional.voidedAt.isValid());
}

void CheckRulesTest::clocksAhead()
{
    const auto at = [](qint64 seconds) {
        return stateOf(CheckMode::Machine, {seen(minute(0, seconds), Found::Pass)}, minute(0)).result;
    };
    QCOMPARE(at(5), Found::Pass);
    QCOMPARE(at(6), Found::Unknown);
}

void CheckRulesTest::counting()
{
    Checklist list = oneItem(CheckMode::Machine);
    QVector<CheckItem> &items = list.groups[0].items;
    const CheckItem first = items.first();
    const auto add = [&](const char *id, bool mandatory) {
        CheckItem item = first;
        item.id = str(id);
        item.mandatory = mandatory;
        items.append(item);
    };
    add("failing", false);
    add("unknown", false);
    Evidence failing = seen(minute(-2), Found::Fail);
    failing.item = str("failing");
    const QVector<Evidence> evidence{seen(minute(-3), Found::Pass), failing};
    ChecklistState state = evaluateChecklist(list, evidence, {}, binding(), minute(0));
    QCOMPARE((QVector<int>{state.satisfied, state.failed, state.unknown}), (QVector<int>{1, 1, 1}));
    QVERIFY(state.complete);
    QCOMPARE(state.nextChange, minute(7));
    QCOMPARE(conditionOf(state).result, Found::Pass);
    items[2].mandatory = true;
    state = evaluateChecklist(list, evidence, {}, binding(), minute(0));
    QVERIFY(!state.complete);
    QCOMPARE(conditionOf(state).result, Found::Unknown);
    items[1].mandatory = true;
    state = evaluateChecklist(list, evidence, {}, binding(), minute(0));
    QCOMPARE(conditionOf(state).result, Found::Fail);
    QVERIFY(!evaluateChecklist({}, {}, {}, binding(), minute(0)).complete);
}

QTEST_GUILESS_MAIN(CheckRulesTest)
#include "checkrules_test.moc"
