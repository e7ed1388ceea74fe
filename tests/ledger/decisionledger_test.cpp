// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Every ledger keeps the same promises about polls, checklists, overrides, leases and roles, tells other
// desks, and decides as the rules do.

#include "tests/ledger/commanddice.h"
#include "tests/ledger/decisionbuilders.h"
#include "tests/ledger/ledgercontract.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <map>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

/// Without a turn of the event loop, which takes longer than the ledger.
template <typename T> Result<T> now(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

class DecisionLedgerTest final : public LedgerContract
{
    Q_OBJECT

private Q_SLOTS:
    void pollToGo_data() { engines(); }
    void pollToGo();
    void pollHoldAndDeputy_data() { engines(); }
    void pollHoldAndDeputy();
    void evidenceAndWaivers_data() { engines(); }
    void evidenceAndWaivers();
    void overridesTakeTwo_data() { engines(); }
    void overridesTakeTwo();
    void leasesFence_data() { engines(); }
    void leasesFence();
    void rolesAreGivenAndTaken_data() { engines(); }
    void rolesAreGivenAndTaken();
    void tellsOtherDesks_data() { engines(); }
    void tellsOtherDesks();
    void decidesAsTheRulesDo_data() { engines(); }
    void decidesAsTheRulesDo();
};

void DecisionLedgerTest::pollToGo()
{
    const QString id = poll();
    QCOMPARE_REFUSED(wait(desk("olga")->submit(openPoll())), "poll-already-open");
    QCOMPARE_REFUSED(wait(desk("lee")->submit(answer(id, QStringLiteral("ops")))), "not-on-turn");
    QVERIFY_DONE(wait(desk("dana")->submit(answer(id, QStringLiteral("qa")))));
    QCOMPARE_REFUSED(wait(desk("ken")->submit(answer(id, QStringLiteral("qa")))), "not-yours");
    QCOMPARE_REFUSED(wait(desk("mia")->submit(announce(id, PollVerdict::Go))), "not-on-turn");
    QVERIFY_DONE(wait(desk("lee")->submit(answer(id, QStringLiteral("ops")))));
    QCOMPARE_REFUSED(wait(desk("dana")->submit(announce(id, PollVerdict::Go))), "role-missing");
    auto unmet = announce(id, PollVerdict::Go);
    std::get<AnnounceVerdict>(unmet.body).lists = checklists(false);
    QCOMPARE_REFUSED(wait(desk("mia")->submit(unmet)), "criteria-not-met");
    QVERIFY_DONE(wait(desk("mia")->submit(announce(id, PollVerdict::Go))));
    const auto read = wait(desk("ken")->read(someRun().id()));
    QVERIFY_DONE(read);
    const Poll made = read->polls.value(0);
    QVERIFY(made.rule == twoStationRule());
    QCOMPARE(pollState(made, {}, someBinding(), m_world->clock().nowUtc()), PollState::Armed);
    QCOMPARE(made.verdictBy, QStringLiteral("mia"));
    QCOMPARE_REFUSED(wait(desk("lee")->submit(
                         answer(id, QStringLiteral("ops"), StationAnswer::NoGo, QStringLiteral("late")))),
                     "poll-not-open");
    QVERIFY_DONE(wait(desk("olga")->submit(
        command(EndPoll{id, PollState::Consumed, {}, someBinding(), checklists(true)}))));
    QCOMPARE_REFUSED(wait(desk("olga")->submit(
                         command(EndPoll{id, PollState::Consumed, {}, someBinding(), checklists(true)}))),
                     "not-armed");
}

void DecisionLedgerTest::pollHoldAndDeputy()
{
    const QString id = poll();
    m_world->give(QStringLiteral("root"), QStringLiteral("qa"), QStringLiteral("dana"));
    QVERIFY_DONE(wait(desk("dana")->submit(answer(id, QStringLiteral("qa")))));
    QVERIFY_DONE(wait(desk("root")->submit(
        answer(id, QStringLiteral("qa"), StationAnswer::NoGo, QStringLiteral("found something")))));
    auto hold = answer(id, QStringLiteral("ops"), StationAnswer::Hold, QStringLiteral("wait"));
    QCOMPARE_REFUSED(wait(desk("lee")->submit(hold)), "command-incomplete");
    std::get<AnswerPoll>(hold.body).holdUntil = m_world->clock().nowUtc().addSecs(600);
    QVERIFY_DONE(wait(desk("lee")->submit(hold)));
    QCOMPARE_REFUSED(wait(desk("mia")->submit(announce(id, PollVerdict::Hold, QStringLiteral("wait")))),
                     "verdict-not-possible");
    const auto over = wait(desk("mia")->submit(announce(id, PollVerdict::NoGo, QStringLiteral("no"))));
    QVERIFY_DONE(over);
    QCOMPARE(over->polls.value(0).answers.value(1).deputyFor, QStringLiteral("dana"));
    QCOMPARE_REFUSED(wait(desk("olga")->submit(
                         command(EndPoll{id, PollState::Revoked, QStringLiteral("x"), someBinding(), {}}))),
                     "poll-not-open");
}

void DecisionLedgerTest::evidenceAndWaivers()
{
    auto dana = desk("dana");
    const QDateTime seen = m_world->clock().nowUtc().addSecs(-60);
    const auto machine = evidence(QStringLiteral("health"), CheckResult::Pass, seen);
    const auto added = wait(dana->submit(machine));
    QVERIFY_DONE(added);
    const Evidence kept = added->evidence.value(0);
    QCOMPARE(kept.at.toMSecsSinceEpoch(), seen.toMSecsSinceEpoch());
    QCOMPARE(kept.person, QStringLiteral("dana"));
    QVERIFY(kept.args == std::get<AddEvidence>(machine.body).evidence.args);
    QCOMPARE_REFUSED(wait(dana->submit(evidence(QStringLiteral("health"), CheckResult::Pass,
                                                m_world->clock().nowUtc().addSecs(60)))),
                     "clock-skew");
    for (int i = 0; i < 30; ++i) {
        QVERIFY_DONE(wait(dana->submit(evidence(QStringLiteral("disk"), CheckResult::Fail, seen))));
    }
    const auto read = wait(desk("ken")->read(someRun().id()));
    QVERIFY_DONE(read);
    QCOMPARE(read->version, 31);
    QVERIFY(read->evidence.size() >= 2 && read->evidence.size() < 31); // thinned out, each item there

    const QDateTime until = m_world->clock().nowUtc().addDays(1);
    const auto asked = command(RequestWaiver{QStringLiteral("before"), QStringLiteral("disk"),
                                             CheckResult::Waived, QStringLiteral("known"), until});
    QVERIFY_DONE(wait(desk("mia")->submit(asked)));
    QCOMPARE_REFUSED(wait(desk("mia")->submit(command(GrantWaiver{asked.id}))), "four-eyes-requester");
    QCOMPARE_REFUSED(wait(desk("dana")->submit(command(GrantWaiver{asked.id}))), "role-missing");
    m_world->give(QStringLiteral("root"), QStringLiteral("reviewer"));
    const auto granted = wait(desk("root")->submit(command(GrantWaiver{asked.id})));
    QVERIFY_DONE(granted);
    QCOMPARE(granted->waivers.value(0).grantedBy, QStringLiteral("root"));
    QCOMPARE(granted->waivers.value(0).until.toMSecsSinceEpoch(), until.toMSecsSinceEpoch());
    QCOMPARE_REFUSED(wait(desk("root")->submit(command(GrantWaiver{asked.id}))), "already-granted");
}

void DecisionLedgerTest::overridesTakeTwo()
{
    const auto ask = [&](const char *rule, InterlockType type, int minutes) {
        return command(RequestOverride{QLatin1String(rule), type, QStringLiteral("must"),
                                       m_world->clock().nowUtc().addSecs(minutes * 60)});
    };
    QCOMPARE_REFUSED(wait(desk("dana")->submit(ask("INV-05", InterlockType::Single, 10))), "absolute-rule");
    QCOMPARE_REFUSED(wait(desk("dana")->submit(ask("INV-99", InterlockType::Single, 10))), "unknown-rule");
    QCOMPARE_REFUSED(wait(desk("dana")->submit(ask("INV-09", InterlockType::BreakGlass, 61))), "too-long");
    const auto two = ask("INV-09", InterlockType::Single, 10); // called weaker than it is
    const auto asked = wait(desk("mia")->submit(two));
    QVERIFY_DONE(asked);
    QVERIFY(!asked->overrides.value(0).granted.isValid());
    QCOMPARE_REFUSED(wait(desk("mia")->submit(command(GrantOverride{two.id}))), "four-eyes-requester");
    QVERIFY_DONE(wait(desk("lee")->submit(command(GrantOverride{two.id}))));
    const auto alone = wait(desk("dana")->submit(ask("INV-16", InterlockType::Single, 10)));
    QVERIFY_DONE(alone);
    QVERIFY(alone->overrides.value(1).granted.isValid());
}

void DecisionLedgerTest::leasesFence()
{
    auto dana = desk("dana");
    auto ken = desk("ken");
    const QString what = QStringLiteral("prod/shop/web");
    const auto minute = std::chrono::seconds(60);
    const auto first = wait(dana->acquire(what, QStringLiteral("desk-1"), minute));
    QVERIFY(first.has_value());
    QVERIFY(first->token > 0);
    QVERIFY(first->until > m_world->clock().nowUtc().addSecs(50));
    const auto held = wait(ken->acquire(what, QStringLiteral("desk-2"), minute));
    QVERIFY(!held);
    QCOMPARE(held.error().reason, QStringLiteral("lease-held"));
    QCOMPARE(held.error().subject, QStringLiteral("desk-1"));
    const auto renewed = wait(dana->acquire(what, QStringLiteral("desk-1"), minute));
    QCOMPARE(renewed->token, first->token);
    m_world->advance(std::chrono::minutes(2));
    const auto taken = wait(ken->acquire(what, QStringLiteral("desk-2"), minute));
    QVERIFY(taken.has_value());
    QVERIFY(taken->token > first->token);
    const auto lost = wait(dana->release(*first));
    QVERIFY(!lost);
    QCOMPARE(lost.error().reason, QStringLiteral("lease-lost"));
    QVERIFY(wait(ken->release(*taken)).has_value());
    const auto again = wait(dana->acquire(what, QStringLiteral("desk-1"), minute));
    QVERIFY(again->token > taken->token);
    gate(); // the chain of this test has a record
}

void DecisionLedgerTest::rolesAreGivenAndTaken()
{
    auto mia = desk("mia");
    const auto about = wait(mia->identity());
    QVERIFY(about.has_value());
    QCOMPARE(about->person, QStringLiteral("mia"));
    QFETCH(bool, team);
    QCOMPARE(about->enforced, team);
    QVERIFY(std::chrono::abs(about->skew) < std::chrono::seconds(1));
    QVERIFY(about->schema > 0);
    const RoleGrant ops{
        QStringLiteral("ken"), QStringLiteral("ops"), {}, {}, m_world->clock().nowUtc().addDays(1)};
    QVERIFY(wait(mia->grant(ops)).has_value());
    const auto twice = wait(mia->grant(ops));
    QVERIFY(!twice);
    QCOMPARE(twice.error().reason, QStringLiteral("already-granted"));
    const auto seen = wait(desk("dana")->identity());
    QVERIFY(grantOf(seen->grants, QStringLiteral("ken"), QStringLiteral("ops"), m_world->clock().nowUtc()) !=
            nullptr);
    QVERIFY(wait(mia->revokeGrant(ops)).has_value());
    const auto gone = wait(mia->revokeGrant(ops));
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::NotFound);
    if (team) {
        const auto denied = wait(desk("dana")->grant(ops));
        QVERIFY(!denied);
        QCOMPARE(denied.error().reason, QStringLiteral("role-missing"));
        const auto own = wait(mia->grant({QStringLiteral("mia"), QStringLiteral("qa"), {}, {}, {}}));
        QVERIFY(!own);
        QCOMPARE(own.error().reason, QStringLiteral("not-yours"));
    }
}

void DecisionLedgerTest::tellsOtherDesks()
{
    auto olga = desk("olga");
    auto ken = desk("ken");
    QVERIFY(wait(ken->identity()).has_value());
    QSignalSpy heard(ken.get(), &DecisionLedger::runChanged);
    qint64 slowest = 0;
    for (int i = 0; i < 20; ++i) {
        heard.clear();
        QElapsedTimer timer;
        timer.start();
        auto sent = olga->submit(
            evidence(QStringLiteral("health"), CheckResult::Pass, m_world->clock().nowUtc().addSecs(-1)));
        QVERIFY(!heard.isEmpty() || heard.wait(5000));
        slowest = std::max(slowest, timer.elapsed());
        QVERIFY_DONE(wait(sent));
        QCOMPARE(heard.last().value(0).toString(), someRun().id());
        QTRY_COMPARE(wait(ken->read(someRun().id()))->version, i + 1);
    }
    qInfo("slowest decision from one desk to the signal on the other: %lld ms",
          static_cast<long long>(slowest));
    QVERIFY(slowest <= 250);
    heard.clear();
    m_world->give(QStringLiteral("root"), QStringLiteral("ops"));
    QTRY_VERIFY(!heard.isEmpty());
    QVERIFY(heard.last().value(0).toString().isEmpty());
}

/// Random commands, most of them wrong in some way: every engine says what applyDecision says of the same
/// facts, and writes what it would write.
void DecisionLedgerTest::decidesAsTheRulesDo()
{
    for (const auto &person : CommandDice::people()) {
        m_world->give(person, QStringLiteral("ops"), QStringLiteral("lee"));
        m_world->give(person, QStringLiteral("qa"), QStringLiteral("dana"));
        m_world->give(person, QStringLiteral("incident-commander"));
    }
    const quint32 seed = qEnvironmentVariableIntValue("SIGNALBOX_TEST_SEED");
    CommandDice dice(seed, m_world->clock());
    std::map<QString, std::unique_ptr<DecisionLedger>> desks;
    for (const auto &person : CommandDice::people()) {
        desks[person] = m_world->desk(person);
    }
    const QString runId = someRun().id();
    QMap<QString, int> seen;
    for (int i = 0; i < 1000; ++i) {
        if (i % 100 == 99) {
            m_world->advance(std::chrono::minutes(dice.below(2) == 0 ? 10 : 70));
        }
        Decisions before = now(desks[QStringLiteral("olga")]->read(runId)).value_or(Decisions());
        DecisionCommand next = dice.roll(before);
        const auto expected = applyDecision(before, next, m_world->clock().nowUtc());
        const auto answer = now(desks[next.actor.id]->submit(next));
        const QString wanted = expected ? QString() : refusalWord(expected.error());
        const QString given = answer ? QString() : answer.error().reason;
        QVERIFY2(given == wanted,
                 qPrintable(QStringLiteral("%1: %2 by %3: \"%4\" instead of \"%5\"")
                                .arg(i)
                                .arg(CommandDice::describe(next), next.actor.id, given, wanted)));
        QVERIFY(answer || !answer.error().reason.isEmpty());
        if (answer) {
            QCOMPARE(outline(*answer), outline(*expected));
        }
        ++seen[wanted];
    }
    QStringList kinds;
    for (auto each = seen.begin(); each != seen.end(); ++each) {
        kinds << QStringLiteral("%1 %2")
                     .arg(each.value())
                     .arg(each.key().isEmpty() ? QStringLiteral("accepted") : each.key());
    }
    qInfo("%s", qPrintable(kinds.join(QStringLiteral(", "))));
    QVERIFY(seen.size() > 20);
}

QTEST_GUILESS_MAIN(DecisionLedgerTest)
#include "decisionledger_test.moc"
