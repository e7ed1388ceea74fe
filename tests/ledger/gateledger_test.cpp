// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Every ledger keeps the same promises about gates, whichever engine is behind it.

#include "tests/ledger/decisionbuilders.h"
#include "tests/ledger/ledgercontract.h"

using namespace signalbox;
using namespace signalbox::test;

class GateLedgerTest final : public LedgerContract
{
    Q_OBJECT

private Q_SLOTS:
    void everyoneSeesTheSameGate_data() { engines(); }
    void everyoneSeesTheSameGate();
    void refusesByName_data() { engines(); }
    void refusesByName();
    void endsByTime_data() { engines(); }
    void endsByTime();
    void takesAVoteBack_data() { engines(); }
    void takesAVoteBack();
    void emergencyAndLateSignatures_data() { engines(); }
    void emergencyAndLateSignatures();
    void sendingTwiceIsHarmless_data() { engines(); }
    void sendingTwiceIsHarmless();
    void twoVotesInTheSameInstant_data() { engines(); }
    void twoVotesInTheSameInstant();
    void clocksThatDisagree_data() { engines(); }
    void clocksThatDisagree();
    void hostileText_data() { engines(); }
    void hostileText();
};

void GateLedgerTest::everyoneSeesTheSameGate()
{
    auto olga = desk("olga");
    auto dana = desk("dana");
    auto ken = desk("ken");
    const auto opened = wait(olga->submit(openGate()));
    QVERIFY_DONE(opened);
    QCOMPARE(opened->version, 1);
    const Gate made = opened->gates.value(0);
    QVERIFY(made.rule == twoSeatRule());
    QVERIFY(made.binding == someBinding());
    QCOMPARE(made.requester, QStringLiteral("olga"));
    QVERIFY(std::abs(made.opened.msecsTo(m_world->clock().nowUtc())) < 5000);

    QVERIFY_DONE(wait(dana->submit(vote(made.id, QStringLiteral("lead")))));
    const auto approved = wait(ken->submit(vote(made.id, QStringLiteral("qa"))));
    QVERIFY_DONE(approved);
    const QDateTime now = m_world->clock().nowUtc().addMSecs(1);
    QCOMPARE(gateState(approved->gates.value(0), someBinding(), now), GateState::Approved);
    const auto read = wait(olga->read(someRun().id()));
    QVERIFY_DONE(read);
    Decisions same = *approved;
    same.applied.clear();
    QVERIFY(*read == same);

    QVERIFY_DONE(wait(olga->submit(endGate(made.id, GateState::Consumed))));
    const auto again = wait(olga->submit(endGate(made.id, GateState::Consumed)));
    QCOMPARE_REFUSED(again, "gate-not-approved");
    const auto unknown = wait(dana->read(QStringLiteral("nobody/knows")));
    QVERIFY_DONE(unknown);
    QVERIFY(unknown->gates.isEmpty());
    QCOMPARE(unknown->version, 0);
}

void GateLedgerTest::refusesByName()
{
    const QString id = gate();
    const QString lead = QStringLiteral("lead");
    const QString qa = QStringLiteral("qa");
    QCOMPARE_REFUSED(wait(desk("olga")->submit(vote(id, lead))), "four-eyes-requester");
    QCOMPARE_REFUSED(wait(desk("lee")->submit(vote(id, lead))), "role-missing");
    QCOMPARE_REFUSED(wait(desk("dana")->submit(vote(id, QStringLiteral("nowhere")))), "unknown-seat");
    QCOMPARE_REFUSED(wait(desk("dana")->submit(vote(QStringLiteral("none"), lead))), "unknown-gate");
    QCOMPARE_REFUSED(wait(desk("dana")->submit(vote(id, lead, VoteChoice::Reject))), "comment-missing");
    QCOMPARE_REFUSED(wait(desk("olga")->submit(openGate())), "gate-already-open");
    auto other = vote(id, lead);
    std::get<CastVote>(other.body).current = otherBinding();
    QCOMPARE_REFUSED(wait(desk("dana")->submit(other)), "binding-changed");
    auto machine = vote(id, lead);
    machine.actor.automation = true;
    QCOMPARE_REFUSED(wait(desk("dana")->submit(machine)), "automation-may-not-decide");

    QVERIFY_DONE(wait(desk("dana")->submit(vote(id, lead))));
    QCOMPARE_REFUSED(wait(desk("ken")->submit(vote(id, lead))), "seat-taken");
    QCOMPARE_REFUSED(wait(desk("dana")->submit(vote(id, qa))), "person-has-seat");
    QCOMPARE_REFUSED(wait(desk("olga")->submit(endGate(id, GateState::Consumed))), "gate-not-approved");
    QCOMPARE_REFUSED(wait(desk("dana")->submit(endGate(id, GateState::Withdrawn))), "not-yours");
    QCOMPARE_REFUSED(wait(desk("dana")->submit(endGate(id, GateState::Superseded))), "nothing-changed");
    QCOMPARE_REFUSED(wait(desk("ken")->submit(endGate(id, GateState::Approved))), "command-incomplete");
    QVERIFY_DONE(wait(desk("ken")->submit(vote(id, qa, VoteChoice::Reject, QStringLiteral("no")))));
    QCOMPARE_REFUSED(wait(desk("olga")->submit(endGate(id, GateState::Withdrawn))), "gate-not-open");

    auto incomplete = openGate();
    std::get<OpenGate>(incomplete.body).rule.timeout = std::chrono::seconds(0);
    QCOMPARE_REFUSED(wait(desk("olga")->submit(incomplete)), "plan-incomplete");
    auto unmet = openGate();
    std::get<OpenGate>(unmet.body).rule.conditions = {QStringLiteral("before")};
    QCOMPARE_REFUSED(wait(desk("olga")->submit(unmet)), "criteria-not-met");
    std::get<OpenGate>(unmet.body).conditions = {{QStringLiteral("before"), CheckResult::Pass, {}}};
    QVERIFY_DONE(wait(desk("olga")->submit(unmet)));
}

void GateLedgerTest::endsByTime()
{
    const QString id = gate();
    QVERIFY_DONE(wait(desk("dana")->submit(vote(id, QStringLiteral("lead")))));
    m_world->advance(std::chrono::minutes(59));
    QVERIFY_DONE(wait(desk("ken")->submit(vote(id, QStringLiteral("qa")))));
    m_world->advance(std::chrono::minutes(61));
    QCOMPARE_REFUSED(wait(desk("olga")->submit(endGate(id, GateState::Consumed))), "gate-not-approved");
    const QString second = gate();
    m_world->advance(std::chrono::minutes(61));
    QCOMPARE_REFUSED(wait(desk("dana")->submit(vote(second, QStringLiteral("lead")))), "gate-not-open");
}

void GateLedgerTest::takesAVoteBack()
{
    const QString id = gate();
    const auto back = [&] { return command(RevokeVote{id, QStringLiteral("lead")}); };
    QCOMPARE_REFUSED(wait(desk("dana")->submit(back())), "vote-missing");
    QVERIFY_DONE(wait(desk("dana")->submit(vote(id, QStringLiteral("lead")))));
    QCOMPARE_REFUSED(wait(desk("ken")->submit(back())), "not-yours");
    QVERIFY_DONE(wait(desk("dana")->submit(back())));
    QVERIFY_DONE(wait(desk("ken")->submit(vote(id, QStringLiteral("lead")))));
    const auto read = wait(desk("olga")->read(someRun().id()));
    QVERIFY_DONE(read);
    QCOMPARE(read->gates.value(0).votes.size(), 2);
    QVERIFY(read->gates.value(0).votes.value(0).revokedAt.has_value());
    QCOMPARE(voteOf(read->gates.value(0), QStringLiteral("lead"))->person, QStringLiteral("ken"));
}

void GateLedgerTest::emergencyAndLateSignatures()
{
    auto urgent = openGate();
    std::get<OpenGate>(urgent.body).urgency = GateClass::Emergency;
    const auto opened = wait(desk("olga")->submit(urgent));
    QVERIFY_DONE(opened);
    const QString because = QStringLiteral("fire");
    const auto sign = [&](const char *person, const char *seat) {
        return wait(desk(person)->submit(vote(urgent.id, QLatin1String(seat), VoteChoice::Approve, because)));
    };
    QVERIFY_DONE(sign("lee", "emergency-oncall"));
    QVERIFY_DONE(sign("mia", "emergency-commander"));
    QVERIFY_DONE(wait(desk("olga")->submit(endGate(urgent.id, GateState::Consumed))));
    QVERIFY_DONE(sign("dana", "lead"));
    QCOMPARE_REFUSED(sign("olga", "lead"), "four-eyes-requester");
    const auto read = wait(desk("ken")->read(someRun().id()));
    QVERIFY_DONE(read);
    QVERIFY(read->gates.value(0).votes.last().late);
    QCOMPARE(dueSeats(read->gates.value(0)).size(), 1);
}

void GateLedgerTest::sendingTwiceIsHarmless()
{
    const QString id = gate();
    auto dana = desk("dana");
    const auto once = vote(id, QStringLiteral("lead"));
    const auto first = wait(dana->submit(once));
    QVERIFY_DONE(first);
    const auto second = wait(desk("dana")->submit(once));
    QVERIFY_DONE(second);
    QCOMPARE(second->version, first->version);
    QCOMPARE(second->gates.value(0).votes.size(), 1);
    auto forged = vote(id, QStringLiteral("qa"));
    forged.id = once.id;
    const auto third = wait(dana->submit(forged));
    QVERIFY(!third);
    QCOMPARE(third.error().code, ErrorCode::Conflict);
    const auto other = wait(desk("ken")->submit(once));
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::Conflict);
}

void GateLedgerTest::twoVotesInTheSameInstant()
{
    auto dana = desk("dana");
    auto ken = desk("ken");
    for (int round = 0; round < 10; ++round) {
        const QString id = gate();
        auto one = dana->submit(vote(id, QStringLiteral("lead")));
        auto two = ken->submit(vote(id, QStringLiteral("lead")));
        const auto first = wait(one);
        const auto second = wait(two);
        QVERIFY(first.has_value() != second.has_value());
        QCOMPARE((first ? second : first).error().reason, QStringLiteral("seat-taken"));
        QVERIFY_DONE(wait(desk("olga")->submit(endGate(id, GateState::Withdrawn))));
    }
}

void GateLedgerTest::clocksThatDisagree()
{
    const QString id = gate();
    QFETCH(bool, team);
    auto late = m_world->skewedDesk(QStringLiteral("dana"), std::chrono::seconds(-10));
    const auto about = wait(late->identity());
    QVERIFY(about.has_value());
    QVERIFY(about->skew > std::chrono::seconds(8) && about->skew < std::chrono::seconds(12));
    QCOMPARE_REFUSED(wait(late->submit(vote(id, QStringLiteral("lead")))), "clock-skew");
    if (team) {
        auto early = m_world->skewedDesk(QStringLiteral("dana"), std::chrono::seconds(20));
        QCOMPARE_REFUSED(wait(early->submit(vote(id, QStringLiteral("lead")))), "clock-skew");
    }
    const auto read = wait(desk("ken")->read(someRun().id()));
    QVERIFY_DONE(read);
    QVERIFY(read->gates.value(0).votes.isEmpty());
    QVERIFY_DONE(wait(desk("dana")->submit(vote(id, QStringLiteral("lead")))));
}

void GateLedgerTest::hostileText()
{
    const QString nasty = QStringLiteral("'; DROP TABLE gates;-- \\ ? %1 $1 {} \"<b>陳</b>\n") +
                          QChar(u'\0') + QChar(0xD800) + QStringLiteral("\\u0000 🚦");
    auto bad = openGate();
    auto &body = std::get<OpenGate>(bad.body);
    body.reason = nasty;
    body.rule.title.en = nasty;
    bad.release.name = nasty;
    bad.actor.session = nasty;
    const auto opened = wait(desk("olga")->submit(bad));
    QVERIFY_DONE(opened);
    const auto read = wait(desk("ken")->read(someRun().id()));
    QVERIFY_DONE(read);
    QVERIFY(read->gates.value(0).reason.startsWith(nasty.left(40)));
    QVERIFY(read->gates.value(0).reason.endsWith(QStringLiteral("\\u0000 🚦")));
    QCOMPARE(read->gates.value(0).rule.title.en, read->gates.value(0).reason);
    QVERIFY_DONE(wait(desk("dana")->submit(vote(bad.id, QStringLiteral("lead"), VoteChoice::Reject, nasty))));
}

QTEST_GUILESS_MAIN(GateLedgerTest)
#include "gateledger_test.moc"
