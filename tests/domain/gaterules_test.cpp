// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/domain/decisionfixture.h"

#include <QTest>

#include <functional>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

QStringList idsOf(const QVector<GateSeat> &seats)
{
    QStringList ids;
    for (const auto &each : seats) {
        ids.append(each.id);
    }
    return ids;
}

Gate gateWith(const QStringList &filled, int quorum, const QStringList &mustInclude)
{
    Gate gate;
    gate.rule = gateRule();
    gate.rule.quorum = quorum;
    gate.rule.mustInclude = mustInclude;
    gate.binding = binding();
    gate.opened = minute(0);
    for (const auto &id : filled) {
        GateVote vote;
        vote.id = vote.seat = vote.person = id;
        vote.at = minute(gate.votes.size() + 1);
        gate.votes.append(vote);
    }
    return gate;
}

const qint64 day = 24 * 60;

} // namespace

class GateRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quorum_data();
    void quorum();
    void limits();
    void whoMayVote_data();
    void whoMayVote();
    void onePersonOneSeat();
    void deputies();
    void rejectionIsFinal();
    void revoking();
    void roleWhenUsed();
    void whoPressesTheButton();
    void hashesBind();
    void conditions();
    void emergency();
    void emergencyNeedsTheRightTwo();
    void signaturesDue();
    void opening_data();
    void opening();
    void strangersInTheLedger();
};

void GateRulesTest::quorum_data()
{
    QTest::addColumn<int>("quorum");
    QTest::addColumn<QString>("must");
    QTest::addColumn<QString>("filled");
    QTest::addColumn<bool>("approved");
    QTest::addColumn<QString>("open");
    const auto row = [](int quorum, const char *must, const char *filled, bool approved, const char *open) {
        QTest::addRow("%d of 3 with [%s]: [%s]", quorum, must, filled)
            << quorum << str(must) << str(filled) << approved << str(open);
    };
    row(0, "", "", false, "tech product qa");
    row(0, "", "tech product", false, "qa");
    row(0, "", "tech product qa", true, "");
    row(3, "", "tech qa", false, "product");
    row(1, "", "", false, "tech product qa");
    row(1, "", "qa", true, "");
    row(1, "tech", "qa", false, "tech");
    row(1, "tech", "tech", true, "");
    row(2, "tech", "", false, "tech product qa");
    row(2, "tech", "product", false, "tech");
    row(2, "tech", "product qa", false, "tech");
    row(2, "tech", "tech", false, "product qa");
    row(2, "tech", "tech qa", true, "");
    row(2, "tech qa", "product", false, "tech qa");
    row(1, "tech qa", "tech", false, "qa");
}

void GateRulesTest::quorum()
{
    QFETCH(int, quorum);
    QFETCH(QString, must);
    QFETCH(QString, filled);
    QFETCH(bool, approved);
    QFETCH(QString, open);
    const auto words = [](const QString &text) { return text.split(QLatin1Char(' '), Qt::SkipEmptyParts); };
    const Gate gate = gateWith(words(filled), quorum, words(must));
    QCOMPARE(gateState(gate, binding(), minute(60)), approved ? GateState::Approved : GateState::Open);
    QCOMPARE(approvedAt(gate).isValid(), approved);
    QCOMPARE(idsOf(openSeats(gate)), words(open));
}

void GateRulesTest::limits()
{
    Story story;
    QCOMPARE(story.opens(gateRule(), minute(0)), QString());
    QCOMPARE(gateDeadline(story.gate()), minute(day));
    QCOMPARE(gateState(story.gate(), binding(), milli(minute(day), -1)), GateState::Open);
    QCOMPARE(gateState(story.gate(), binding(), minute(day)), GateState::Expired);
    QCOMPARE(story.votes("tess", "tech", minute(day)), str("gate-not-open"));
    QCOMPARE(story.votes("tess", "tech", milli(minute(day), -2)), QString());
    QCOMPARE(story.votes("paul", "product", milli(minute(day), -1)), QString());
    const QDateTime lapses = milli(minute(day + 12 * 60), -1);
    QCOMPARE(gateDeadline(story.gate()), lapses);
    QCOMPARE(gateState(story.gate(), binding(), milli(lapses, -1)), GateState::Approved);
    QCOMPARE(gateState(story.gate(), binding(), lapses), GateState::Lapsed);
    QCOMPARE(story.ends("dora", GateState::Consumed, lapses), str("gate-not-approved"));
    QCOMPARE(story.ends("dora", GateState::Consumed, milli(lapses, -1)), QString());
    QVERIFY(!gateDeadline(story.gate()).isValid());
}

void GateRulesTest::whoMayVote_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("seatId");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("role") << str("tess") << str("tech") << QString();
    QTest::newRow("another role") << str("paul") << str("tech") << str("role-missing");
    QTest::newRow("no role") << str("nobody") << str("tech") << str("role-missing");
    QTest::newRow("requester") << str("rita") << str("tech") << str("four-eyes-requester");
    QTest::newRow("author") << str("arthur") << str("tech") << str("four-eyes-author");
    QTest::newRow("deployer") << str("dora") << str("tech") << str("four-eyes-deployer");
    QTest::newRow("automation") << str("bot") << str("tech") << str("automation-may-not-decide");
    QTest::newRow("no such seat") << str("tess") << str("chef") << str("unknown-seat");
    QTest::newRow("emergency seat") << str("olga") << str("emergency-oncall") << str("unknown-seat");
    QTest::newRow("nobody") << QString() << str("tech") << str("command-incomplete");
}

void GateRulesTest::whoMayVote()
{
    QFETCH(QString, person);
    QFETCH(QString, seatId);
    Story story;
    QCOMPARE(story.opens(gateRule(), minute(0)), QString());
    QTEST(story.votes(qPrintable(person), qPrintable(seatId), minute(1)), "refusal");
}

void GateRulesTest::onePersonOneSeat()
{
    Story story;
    story.opens(gateRule(), minute(0));
    QCOMPARE(story.votes("multi", "tech", minute(1)), QString());
    QCOMPARE(story.votes("multi", "qa", minute(2)), str("person-has-seat"));
    QCOMPARE(story.votes("multi", "tech", minute(2)), str("seat-taken"));
    QCOMPARE(story.votes("tess", "tech", minute(2)), str("seat-taken"));
    // Nor as somebody's deputy.
    story.facts.grants = {grant("multi", "tech"), deputy("multi", "qa", "quinn", minute(0), minute(60))};
    QCOMPARE(story.votes("multi", "qa", minute(2)), str("person-has-seat"));
    QCOMPARE(gateState(story.gate(), binding(), minute(3)), GateState::Open);
    // The seat can be changed by giving up the first one.
    QCOMPARE(story.revokes("multi", "tech", minute(3)), QString());
    QCOMPARE(story.votes("multi", "qa", minute(4)), QString());
    QCOMPARE(story.gate().votes.size(), 2);
}

void GateRulesTest::deputies()
{
    Story story;
    story.opens(gateRule(), minute(0));
    story.facts.grants = {deputy("dan", "tech", "rita", minute(10), minute(20)),
                          deputy("rita", "qa", "quinn", minute(0), minute(60)),
                          deputy("paul", "product", "boss", minute(0), minute(60)), grant("paul", "product")};
    QCOMPARE(story.votes("dan", "tech", milli(minute(10), -1)), str("role-missing"));
    QCOMPARE(story.votes("dan", "tech", minute(20)), str("role-missing"));
    // Standing in for the requester does not make him the requester; the requester stays who she is.
    QCOMPARE(story.votes("dan", "tech", minute(10)), QString());
    QCOMPARE(story.gate().votes.last().deputyFor, str("rita"));
    QCOMPARE(story.votes("rita", "qa", minute(11)), str("four-eyes-requester"));
    QCOMPARE(story.votes("paul", "product", minute(11)), QString());
    QVERIFY(story.gate().votes.last().deputyFor.isEmpty());
}

void GateRulesTest::rejectionIsFinal()
{
    Story story;
    story.opens(gateRule(), minute(0));
    QCOMPARE(story.votes("tess", "tech", minute(1), VoteChoice::Reject, ""), str("comment-missing"));
    QCOMPARE(story.votes("tess", "tech", minute(1), VoteChoice::Reject, "  \n"), str("comment-missing"));
    QCOMPARE(story.votes("paul", "product", minute(1), VoteChoice::Approve, ""), QString());
    QCOMPARE(story.votes("tess", "tech", minute(2), VoteChoice::Reject), QString());
    QCOMPARE(gateState(story.gate(), binding(), minute(3)), GateState::Rejected);
    QCOMPARE(story.revokes("tess", "tech", minute(3)), str("gate-not-open"));
    QVERIFY(openSeats(story.gate()).isEmpty());
    QVERIFY(!gateDeadline(story.gate()).isValid());
    const QString rejected = story.gate().id;
    QCOMPARE(story.opens(gateRule(), minute(4)), QString());
    QCOMPARE(story.gate().previousGate, rejected);
}

void GateRulesTest::revoking()
{
    Story story;
    story.opens(gateRule(), minute(0));
    story.votes("tess", "tech", minute(1));
    story.votes("paul", "product", minute(2));
    QCOMPARE(story.revokes("paul", "tech", minute(3)), str("not-yours"));
    QCOMPARE(story.revokes("bot", "tech", minute(3)), str("automation-may-not-decide"));
    QCOMPARE(story.revokes("tess", "qa", minute(3)), str("vote-missing"));
    QCOMPARE(story.revokes("tess", "chef", minute(3)), str("unknown-seat"));
    QCOMPARE(story.revokes("tess", "tech", minute(3)), QString());
    QCOMPARE(gateState(story.gate(), binding(), minute(4)), GateState::Open);
    QCOMPARE(story.votes("tom", "tech", minute(5)), QString());
    QCOMPARE(approvedAt(story.gate()), minute(5));
    QCOMPARE(story.gate().votes.size(), 3);
    // Back in Open after its time: it is over, not approved.
    QCOMPARE(story.revokes("tom", "tech", minute(12 * 60)), QString());
    QCOMPARE(gateState(story.gate(), binding(), minute(day)), GateState::Expired);
}

void GateRulesTest::roleWhenUsed()
{
    Story story;
    story.opens(gateRule(), minute(0));
    story.votes("tess", "tech", minute(1));
    story.votes("paul", "product", minute(2));
    Story later = story;
    later.facts.grants = {grant("tess", "tech")};
    QCOMPARE(later.ends("dora", GateState::Consumed, minute(3)), str("role-missing"));
    RoleGrant ending = grant("paul", "product");
    ending.until = minute(3);
    later.facts.grants = {grant("tess", "tech"), ending};
    QCOMPARE(later.ends("dora", GateState::Consumed, minute(3)), str("role-missing"));
    QCOMPARE(later.ends("dora", GateState::Consumed, milli(minute(3), -1)), QString());
    QCOMPARE(story.ends("dora", GateState::Consumed, minute(3)), QString());
}

void GateRulesTest::whoPressesTheButton()
{
    Story story;
    story.opens(gateRule(), minute(0));
    story.votes("tess", "tech", minute(1));
    story.votes("paul", "product", minute(2));
    QCOMPARE(story.ends("tess", GateState::Consumed, minute(3)), str("four-eyes-deployer"));
    QCOMPARE(story.ends("rita", GateState::Consumed, minute(3)), QString());
    QCOMPARE(story.gate().end->by, str("rita"));
    QCOMPARE(story.ends("dora", GateState::Consumed, minute(4)), str("gate-not-approved"));
}

void GateRulesTest::hashesBind()
{
    Story story;
    story.opens(gateRule(), minute(0));
    const auto voteSeeing = [&](const Binding &seen) {
        return story.does("tess",
                          CastVote{story.gate().id, str("tech"), VoteChoice::Approve, str("fine"), seen},
                          minute(1));
    };
    QCOMPARE(voteSeeing(binding("plan-2")), str("binding-changed"));
    QCOMPARE(voteSeeing(binding("plan-1", "image-2")), str("binding-changed"));
    QCOMPARE(voteSeeing({}), str("binding-changed"));
    QCOMPARE(gateState(story.gate(), binding("plan-2"), minute(1)), GateState::Superseded);
    QCOMPARE(story.ends("bot", GateState::Superseded, minute(1)), str("nothing-changed"));
    QCOMPARE(story.ends("bot", GateState::Superseded, minute(1), {}), str("command-incomplete"));
    QCOMPARE(voteSeeing(binding()), QString());
    story.votes("paul", "product", minute(2));
    QCOMPARE(gateState(story.gate(), binding("plan-1", "image-2"), minute(3)), GateState::Invalidated);
    QCOMPARE(story.ends("dora", GateState::Consumed, minute(3), binding("plan-2")), str("binding-changed"));
    QCOMPARE(story.ends("bot", GateState::Invalidated, minute(3)), str("nothing-changed"));
}

void GateRulesTest::conditions()
{
    Story story;
    OpenGate open;
    open.rule = gateRule();
    open.binding = binding();
    QCOMPARE(story.does("rita", open, minute(0)), str("criteria-not-met"));
    open.conditions = {condition(CheckResult::Unknown)};
    QCOMPARE(story.does("rita", open, minute(0)), str("criteria-not-met"));
    open.conditions = {condition(CheckResult::Pass), condition(CheckResult::Fail)};
    QCOMPARE(story.does("rita", open, minute(0)), str("criteria-not-met"));
    story.opens(gateRule(), minute(0));
    story.votes("tess", "tech", minute(1));
    story.votes("paul", "product", minute(2));
    const auto stateWith = [&](CheckResult result, const QDateTime &voidedAt = {}) {
        return gateState(story.gate(), {condition(result, voidedAt)}, binding(), minute(5));
    };
    QCOMPARE(stateWith(CheckResult::Pass), GateState::Approved);
    QCOMPARE(stateWith(CheckResult::Unknown), GateState::Approved);
    QCOMPARE(stateWith(CheckResult::Fail), GateState::Invalidated);
    // A failure that is over voids an approval given before or while it lasted.
    QCOMPARE(stateWith(CheckResult::Pass, milli(minute(2), -1)), GateState::Approved);
    QCOMPARE(stateWith(CheckResult::Pass, minute(2)), GateState::Invalidated);
    QCOMPARE(gateState(story.gate(), {}, binding(), minute(5)), GateState::Approved);
    const auto use = [&](const QVector<GateCondition> &seen) {
        return Story(story).ends("dora", GateState::Consumed, minute(5), binding(), seen);
    };
    QCOMPARE(use({}), str("criteria-not-met"));
    QCOMPARE(use({condition(CheckResult::Unknown)}), str("criteria-not-met"));
    QCOMPARE(use({condition(CheckResult::Pass, minute(3))}), str("criteria-not-met"));
    QCOMPARE(use(green()), QString());
    QCOMPARE(story.ends("bot", GateState::Invalidated, minute(5), binding(), {condition(CheckResult::Fail)}),
             QString());
}

void GateRulesTest::emergency()
{
    Story story;
    QCOMPARE(story.opens(gateRule(), minute(0), GateClass::Emergency), QString());
    QCOMPARE(idsOf(seatsOf(story.gate())), (QStringList{str("emergency-oncall"), str("emergency-commander"),
                                                        str("tech"), str("product"), str("qa")}));
    QCOMPARE(idsOf(openSeats(story.gate())),
             (QStringList{str("emergency-oncall"), str("emergency-commander")}));
    QCOMPARE(story.votes("olga", "emergency-oncall", minute(1), VoteChoice::Approve, ""),
             str("comment-missing"));
    QCOMPARE(story.votes("olga", "emergency-oncall", minute(1)), QString());
    QCOMPARE(gateState(story.gate(), binding(), minute(1)), GateState::Open);
    QCOMPARE(story.votes("adam", "emergency-commander", minute(2)), QString());
    QCOMPARE(gateState(story.gate(), binding(), minute(2)), GateState::Approved);
    QVERIFY(dueSeats(story.gate()).isEmpty());
    // The ordinary way stays open too.
    Story ordinary;
    ordinary.opens(gateRule(), minute(0), GateClass::Emergency);
    ordinary.votes("tess", "tech", minute(1));
    ordinary.votes("paul", "product", minute(2));
    QCOMPARE(ordinary.ends("dora", GateState::Consumed, minute(3)), QString());
    QVERIFY(dueSeats(ordinary.gate()).isEmpty());
}

void GateRulesTest::emergencyNeedsTheRightTwo()
{
    Story story;
    story.facts.grants.append(grant("olga", "admin"));
    story.facts.grants.append(grant("rita", "oncall"));
    story.opens(gateRule(), minute(0), GateClass::Emergency);
    QCOMPARE(story.votes("adam", "emergency-oncall", minute(1)), str("role-missing"));
    QCOMPARE(story.votes("rev", "emergency-commander", minute(1)), str("role-missing"));
    QCOMPARE(story.votes("rita", "emergency-oncall", minute(1)), str("four-eyes-requester"));
    QCOMPARE(story.votes("olga", "emergency-oncall", minute(1)), QString());
    QCOMPARE(story.votes("olga", "emergency-commander", minute(2)), str("person-has-seat"));
    QCOMPARE(story.votes("ivan", "emergency-commander", minute(2)), QString());
    QCOMPARE(story.ends("olga", GateState::Consumed, minute(3)), str("four-eyes-deployer"));
}

void GateRulesTest::signaturesDue()
{
    Story story;
    story.opens(gateRule(), minute(0), GateClass::Emergency);
    story.votes("olga", "emergency-oncall", minute(1));
    story.votes("ivan", "emergency-commander", minute(2));
    QVERIFY(!signaturesDueAt(story.gate()).isValid());
    story.ends("tom", GateState::Consumed, minute(10));
    const QDateTime due = minute(10 + day);
    QCOMPARE(signaturesDueAt(story.gate()), due);
    QCOMPARE(idsOf(dueSeats(story.gate())), (QStringList{str("tech"), str("product"), str("qa")}));
    QVERIFY(overdueSeats(story.gate(), due).isEmpty());
    QCOMPARE(overdueSeats(story.gate(), milli(due, 1)).size(), 3);
    QCOMPARE(story.votes("tom", "tech", minute(11)), str("four-eyes-deployer"));
    QCOMPARE(story.votes("tess", "tech", minute(11)), QString());
    QCOMPARE(story.votes("paul", "product", minute(12), VoteChoice::Reject), QString());
    // A late refusal signs nothing; a signature after the time is still better than none.
    QCOMPARE(idsOf(overdueSeats(story.gate(), milli(due, 1))), (QStringList{str("product"), str("qa")}));
    QCOMPARE(story.votes("quinn", "qa", milli(due, 5)), QString());
    QVERIFY(overdueSeats(story.gate(), milli(due, 6)).isEmpty());
    QCOMPARE(gateState(story.gate(), binding(), milli(due, 6)), GateState::Consumed);
    Story normal;
    normal.opens(gateRule(), minute(0));
    normal.votes("tess", "tech", minute(1));
    normal.votes("paul", "product", minute(2));
    normal.ends("dora", GateState::Consumed, minute(3));
    QCOMPARE(normal.votes("quinn", "qa", minute(4)), str("gate-not-open"));
    QVERIFY(overdueSeats(normal.gate(), minute(9 * day)).isEmpty());
}

void GateRulesTest::opening_data()
{
    QTest::addColumn<OpenGate>("open");
    QTest::addColumn<QString>("refusal");
    OpenGate good;
    good.rule = gateRule();
    good.binding = binding();
    good.conditions = green();
    const auto row = [&](const char *name, const char *refusal,
                         const std::function<void(OpenGate &)> &change) {
        OpenGate open = good;
        change(open);
        QTest::newRow(name) << open << str(refusal);
    };
    row("good", "", [](auto &) {});
    row("no timeout", "plan-incomplete", [](auto &open) { open.rule.timeout = {}; });
    row("no validity", "plan-incomplete", [](auto &open) { open.rule.validity = {}; });
    row("no seats", "plan-incomplete", [](auto &open) { open.rule.seats.clear(); });
    row("seat twice", "plan-incomplete", [](auto &open) { open.rule.seats.append(seat("qa")); });
    row("seat without role", "plan-incomplete", [](auto &open) { open.rule.seats[0].role.clear(); });
    row("quorum of too many", "plan-incomplete", [](auto &open) { open.rule.quorum = 4; });
    row("negative quorum", "plan-incomplete", [](auto &open) { open.rule.quorum = -1; });
    row("must include nobody", "plan-incomplete", [](auto &open) { open.rule.mustInclude = {str("chef")}; });
    row("never opens", "plan-incomplete", [](auto &open) { open.rule.startDelay = open.rule.timeout; });
    row("automatic", "gate-is-automatic", [](auto &open) { open.rule.kind = GateKind::Automatic; });
    row("no hash", "command-incomplete", [](auto &open) { open.binding.planHash.clear(); });
    row("no artefact", "command-incomplete", [](auto &open) { open.binding.artefactHash.clear(); });
    row("link to nothing", "unknown-gate", [](auto &open) { open.previousGate = str("c-77"); });
    row("emergency without reason", "comment-missing",
        [](auto &open) { open.urgency = GateClass::Emergency; });
    row("emergency without a time for signatures", "plan-incomplete", [](auto &open) {
        open.urgency = GateClass::Emergency;
        open.reason = str("down");
        open.rule.signaturesDue = {};
    });
    row("emergency", "", [](auto &open) {
        open.urgency = GateClass::Emergency;
        open.reason = str("down");
    });
}

void GateRulesTest::opening()
{
    QFETCH(OpenGate, open);
    Story story;
    QTEST(story.does("rita", open, minute(0)), "refusal");
    open.urgency = GateClass::Emergency;
    open.reason = str("down");
    const QString byMachine = Story().does("bot", open, minute(0));
    QVERIFY(!byMachine.isEmpty());
}

void GateRulesTest::strangersInTheLedger()
{
    // Votes that no rule would have let in count for nothing.
    Gate gate = gateWith({str("tech"), str("product")}, 2, {});
    QCOMPARE(gateState(gate, binding(), minute(5)), GateState::Approved);
    const auto with = [&](const std::function<void(Gate &)> &change) {
        Gate changed = gate;
        change(changed);
        return gateState(changed, binding(), minute(5));
    };
    QCOMPARE(with([](auto &g) { g.requester = str("tech"); }), GateState::Open);
    QCOMPARE(with([](auto &g) { g.author = str("tech"); }), GateState::Open);
    QCOMPARE(with([](auto &g) { g.deployer = str("tech"); }), GateState::Open);
    QCOMPARE(with([](auto &g) { g.votes[0].person = str("product"); }), GateState::Open);
    QCOMPARE(with([](auto &g) { g.votes[0].seat = str("chef"); }), GateState::Open);
    QCOMPARE(with([](auto &g) { g.votes[0].person.clear(); }), GateState::Open);
    QCOMPARE(with([](auto &g) { g.votes[1].at = minute(day); }), GateState::Open);
    QCOMPARE(with([](auto &g) { g.votes[1].late = true; }), GateState::Open);
    QCOMPARE(with([](auto &g) { g.rule.seats.clear(); }), GateState::Open);
    QCOMPARE(with([](auto &g) {
                 g.end = GateEnd{GateState::Approved, {}, {}, minute(1)};
             }),
             GateState::Invalidated);
}

QTEST_GUILESS_MAIN(GateRulesTest)
#include "gaterules_test.moc"
