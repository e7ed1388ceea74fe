// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/domain/decisionfixture.h"

#include <QTest>

#include <functional>

using namespace signalbox;
using namespace signalbox::test;

using Answer = StationAnswer;

class PollRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opening_data();
    void opening();
    void order();
    void whoMayAnswer_data();
    void whoMayAnswer();
    void onePersonOneStation();
    void changesAreKept();
    void deputies();
    void silence();
    void holding();
    void director_data();
    void director();
    void armedForALimitedTime();
    void windowCloses();
    void criteriaWhileArmed_data();
    void criteriaWhileArmed();
    void hashesBind();
    void usedOnce();
    void whoMayRevoke_data();
    void whoMayRevoke();
};

namespace
{

/// Everybody said GO by minute 3, and the director at 4.
Story armed()
{
    Story story;
    story.opensPoll(minute(0));
    story.answers("tess", "tech", Answer::Go, minute(2));
    story.answers("quinn", "qa", Answer::Go, minute(3));
    story.announces("dirk", PollVerdict::Go, minute(4));
    return story;
}

PollState stateOf(const Story &story, const QDateTime &now,
                  const QVector<ChecklistState> &lists = goodLists(), const Binding &current = binding())
{
    return pollState(story.facts.polls.last(), lists, current, now);
}

} // namespace

void PollRulesTest::opening_data()
{
    QTest::addColumn<OpenPoll>("open");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *name, const char *refusal,
                        const std::function<void(OpenPoll &)> &change) {
        OpenPoll open{pollRule(), binding(), str("arthur"), {}, goodLists()};
        change(open);
        QTest::newRow(name) << open << str(refusal);
    };
    const auto machine = [](CheckResult result) {
        return listsWith({checkState("nodes", result), checkState("team", CheckResult::Pass)});
    };
    row("good", "", [](auto &) {});
    row("a machine says no", "criteria-not-met", [&](auto &o) { o.lists = machine(CheckResult::Fail); });
    row("a machine does not know", "criteria-not-met",
        [&](auto &o) { o.lists = machine(CheckResult::Unknown); });
    row("waived", "", [&](auto &o) { o.lists = machine(CheckResult::Waived); });
    row("a person is still to attest", "", [](auto &o) {
        o.lists = listsWith({checkState("nodes", CheckResult::Pass),
                             checkState("team", CheckResult::Unknown, CheckMode::Attested)});
    });
    row("not a criterion", "", [](auto &o) {
        CheckState extra = checkState("extra", CheckResult::Fail);
        extra.mandatory = false;
        o.lists = listsWith({checkState("nodes", CheckResult::Pass), extra});
    });
    row("list is missing", "criteria-not-met", [](auto &o) { o.lists.clear(); });
    row("list is empty", "criteria-not-met", [](auto &o) { o.lists = listsWith({}); });
    row("no time to answer", "plan-incomplete", [](auto &o) { o.rule.answerTime = {}; });
    row("no validity", "plan-incomplete", [](auto &o) { o.rule.validity = {}; });
    row("no director", "plan-incomplete", [](auto &o) { o.rule.director = {}; });
    row("director is a station", "plan-incomplete", [](auto &o) { o.rule.director = station("qa"); });
    row("nobody must answer", "plan-incomplete",
        [](auto &o) { o.rule.stations = {station("support", false)}; });
    row("station twice", "plan-incomplete", [](auto &o) { o.rule.stations.append(station("qa")); });
    row("no hash", "command-incomplete", [](auto &o) { o.binding = {}; });
    row("link to nothing", "unknown-poll", [](auto &o) { o.previousPoll = str("c-77"); });
}

void PollRulesTest::opening()
{
    QFETCH(OpenPoll, open);
    Story story;
    QTEST(story.does("rita", open, minute(0)), "refusal");
}

void PollRulesTest::order()
{
    Story story;
    story.opensPoll(minute(0));
    QCOMPARE(stationOnTurn(story.poll(), minute(1)), str("tech"));
    QCOMPARE(story.answers("quinn", "qa", Answer::Go, minute(1)), str("not-on-turn"));
    story.facts.grants.append(grant("sue", "support"));
    QCOMPARE(story.answers("sue", "support", Answer::Go, minute(1)), str("not-on-turn"));
    QCOMPARE(story.answers("tess", "tech", Answer::Go, minute(1)), QString());
    // Nobody waits for support.
    QCOMPARE(stationOnTurn(story.poll(), minute(2)), str("qa"));
    QCOMPARE(story.announces("dirk", PollVerdict::Go, minute(2)), str("not-on-turn"));
    QCOMPARE(story.answers("quinn", "qa", Answer::Go, minute(2)), QString());
    QCOMPARE(stationOnTurn(story.poll(), minute(3)), QString());
    QCOMPARE(story.answers("sue", "support", Answer::NoGo, minute(3)), QString());
    QCOMPARE(story.announces("dirk", PollVerdict::Go, minute(4)), str("verdict-not-possible"));
    QCOMPARE(story.answers("sue", "support", Answer::Go, minute(4)), QString());
    QCOMPARE(story.announces("dirk", PollVerdict::Go, minute(5)), QString());
    QCOMPARE(stationOnTurn(story.poll(), minute(6)), QString());
}

void PollRulesTest::whoMayAnswer_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<AnswerPoll>("answer");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *name, const char *person, const char *refusal,
                        const std::function<void(AnswerPoll &)> &change) {
        AnswerPoll answer{str("c-1"), str("tech"), Answer::Go, {}, {}, binding()};
        change(answer);
        QTest::newRow(name) << str(person) << answer << str(refusal);
    };
    const auto same = [](auto &) {};
    row("role", "tess", "", same);
    row("author", "arthur", "", same);
    row("another role", "quinn", "role-missing", same);
    row("automation", "bot", "automation-may-not-decide", same);
    row("no such poll", "tess", "unknown-poll", [](auto &a) { a.poll = str("c-9"); });
    row("no such station", "tess", "unknown-station", [](auto &a) { a.station = str("chef"); });
    row("director is no station", "dirk", "unknown-station", [](auto &a) { a.station = str("director"); });
    row("no answer", "tess", "command-incomplete", [](auto &a) { a.answer = Answer::NoAnswer; });
    row("abstention", "tess", "command-incomplete", [](auto &a) { a.answer = Answer::NotPolled; });
    row("NO-GO without reason", "tess", "comment-missing", [](auto &a) { a.answer = Answer::NoGo; });
    row("HOLD without reason", "tess", "comment-missing", [](auto &a) { a.answer = Answer::Hold; });
    const auto hold = [](const QDateTime &until) {
        return [until](AnswerPoll &a) {
            a.answer = Answer::Hold;
            a.reason = str("lunch");
            a.holdUntil = until;
        };
    };
    row("HOLD without end", "tess", "command-incomplete", hold({}));
    row("HOLD until now", "tess", "command-incomplete", hold(minute(1)));
    row("HOLD", "tess", "", hold(milli(minute(1), 1)));
    row("HOLD for a day", "tess", "", hold(minute(1 + 24 * 60)));
    row("HOLD for longer", "tess", "too-long", hold(milli(minute(1 + 24 * 60), 1)));
    row("saw another plan", "tess", "binding-changed", [](auto &a) { a.current = binding("plan-2"); });
}

void PollRulesTest::whoMayAnswer()
{
    QFETCH(QString, person);
    QFETCH(AnswerPoll, answer);
    Story story;
    QCOMPARE(story.opensPoll(minute(0)), QString());
    QTEST(story.does(qPrintable(person), answer, minute(1)), "refusal");
}

void PollRulesTest::onePersonOneStation()
{
    Story story;
    story.opensPoll(minute(0));
    story.facts.grants.append(grant("multi", "support"));
    QCOMPARE(story.answers("multi", "tech", Answer::Go, minute(1)), QString());
    QCOMPARE(story.answers("multi", "qa", Answer::Go, minute(2)), str("person-has-station"));
    QCOMPARE(story.answers("multi", "support", Answer::Go, minute(2)), QString());
    QCOMPARE(story.answers("quinn", "qa", Answer::Go, minute(2)), QString());
    QCOMPARE(story.announces("multi", PollVerdict::Go, minute(3)), str("person-has-station"));
    QCOMPARE(story.announces("dirk", PollVerdict::Go, minute(3)), QString());
    // A station nobody waits for does not use a person up.
    Story helper;
    helper.opensPoll(minute(0));
    helper.facts.grants.append(grant("multi", "support"));
    helper.answers("tess", "tech", Answer::Go, minute(1));
    QCOMPARE(helper.answers("multi", "support", Answer::Go, minute(2)), QString());
    QCOMPARE(helper.answers("multi", "qa", Answer::Go, minute(3)), QString());
}

void PollRulesTest::changesAreKept()
{
    Story story;
    story.opensPoll(minute(0));
    story.answers("tess", "tech", Answer::Go, minute(1));
    story.answers("tess", "tech", Answer::NoGo, minute(2));
    QCOMPARE(story.answers("tom", "tech", Answer::Go, minute(3)), str("not-yours"));
    QCOMPARE(stationAnswer(story.poll(), str("tech"), minute(3)), Answer::NoGo);
    QCOMPARE(possibleVerdict(story.poll(), goodLists(), minute(3)), PollVerdict::NoGo);
    story.answers("tess", "tech", Answer::Go, minute(4));
    QCOMPARE(story.poll().answers.size(), 3);
    story.answers("quinn", "qa", Answer::Go, minute(5));
    // Late, but not silent: it may still be changed.
    QCOMPARE(story.answers("quinn", "qa", Answer::Go, minute(40)), QString());
    QCOMPARE(story.announces("dirk", PollVerdict::Go, minute(41)), QString());
    QCOMPARE(story.answers("tess", "tech", Answer::NoGo, minute(42)), str("poll-not-open"));
}

void PollRulesTest::deputies()
{
    Story story;
    story.opensPoll(minute(0));
    story.facts.grants.append(deputy("dan", "tech", "tess", minute(1), minute(10)));
    story.facts.grants.append(deputy("dan", "director", "dirk", minute(0), minute(60)));
    QCOMPARE(story.answers("dan", "tech", Answer::Go, milli(minute(1), -1)), str("role-missing"));
    QCOMPARE(story.answers("dan", "tech", Answer::NoGo, minute(2)), QString());
    QCOMPARE(story.poll().answers.last().deputyFor, str("tess"));
    // Who is stood in for comes back, then is away again.
    QCOMPARE(story.answers("tess", "tech", Answer::Go, minute(3)), QString());
    QCOMPARE(story.answers("dan", "tech", Answer::Go, minute(4)), QString());
    QCOMPARE(story.answers("quinn", "qa", Answer::Go, minute(5)), QString());
    QCOMPARE(story.announces("dan", PollVerdict::Go, minute(6)), str("person-has-station"));
    QCOMPARE(story.answers("tess", "tech", Answer::Go, minute(7)), QString());
    QCOMPARE(story.announces("dan", PollVerdict::Go, minute(8)), QString());
    QCOMPARE(story.poll().verdictDeputyFor, str("dirk"));
}

void PollRulesTest::silence()
{
    Story story;
    story.opensPoll(minute(0));
    const QDateTime due = minute(30);
    QCOMPARE(answerDeadline(story.poll()), due);
    story.answers("tess", "tech", Answer::Go, minute(1));
    QCOMPARE(stationAnswer(story.poll(), str("qa"), milli(due, -1)), Answer::NotPolled);
    QCOMPARE(stationAnswer(story.poll(), str("qa"), due), Answer::NoAnswer);
    QCOMPARE(story.answers("quinn", "qa", Answer::Go, due), str("deadline-passed"));
    QCOMPARE(story.announces("dirk", PollVerdict::Go, due), str("verdict-not-possible"));
    QCOMPARE(possibleVerdict(story.poll(), goodLists(), due), PollVerdict::Hold);
    // A HOLD by the director asks again.
    Story again = story;
    QCOMPARE(again.announces("dirk", PollVerdict::Hold, minute(31)), QString());
    QCOMPARE(answerDeadline(again.poll()), minute(61));
    QCOMPARE(again.answers("quinn", "qa", Answer::Go, minute(32)), QString());
    QCOMPARE(again.announces("dirk", PollVerdict::Go, minute(33)), QString());
    // Without one the poll is over in the end, and that is no GO.
    QCOMPARE(pollDeadline(story.poll()), minute(90));
    QCOMPARE(stateOf(story, milli(minute(90), -1)), PollState::Polling);
    QCOMPARE(stateOf(story, minute(90)), PollState::Expired);
    QCOMPARE(possibleVerdict(story.poll(), goodLists(), minute(90)), PollVerdict::None);
    QCOMPARE(story.announces("dirk", PollVerdict::Hold, minute(90)), str("poll-not-open"));
}

void PollRulesTest::holding()
{
    Story story;
    story.opensPoll(minute(0));
    QCOMPARE(story.answers("tess", "tech", Answer::Hold, minute(1), minute(50)), QString());
    QCOMPARE(stationAnswer(story.poll(), str("tech"), milli(minute(50), -1)), Answer::Hold);
    QCOMPARE(stationAnswer(story.poll(), str("tech"), minute(50)), Answer::NotPolled);
    QCOMPARE(answerDeadline(story.poll()), minute(80));
    QCOMPARE(story.answers("quinn", "qa", Answer::Go, minute(2)), QString());
    QCOMPARE(story.announces("dirk", PollVerdict::Go, minute(3)), str("verdict-not-possible"));
    QCOMPARE(story.announces("dirk", PollVerdict::Go, minute(50)), str("not-on-turn"));
    // When it is over the station is free for another who holds the role.
    QCOMPARE(story.answers("tom", "tech", Answer::Go, minute(49)), str("not-yours"));
    QCOMPARE(story.answers("tom", "tech", Answer::Go, minute(51)), QString());
    QCOMPARE(story.announces("dirk", PollVerdict::Go, minute(52)), QString());
    QCOMPARE(stationAnswer(story.poll(), str("qa"), minute(9999)), Answer::Go);
    QCOMPARE(stationAnswer(story.poll(), str("support"), minute(9999)), Answer::NoAnswer);
    QCOMPARE(stationAnswer(story.poll(), str("director"), minute(53)), Answer::Go);
}

void PollRulesTest::director_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<AnnounceVerdict>("verdict");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *name, const char *person, const char *refusal,
                        const std::function<void(AnnounceVerdict &)> &change) {
        AnnounceVerdict verdict{str("c-1"), PollVerdict::Go, {}, goodLists(), binding(), {}};
        change(verdict);
        QTest::newRow(name) << str(person) << verdict << str(refusal);
    };
    const auto same = [](auto &) {};
    row("director", "dirk", "", same);
    row("no director", "tom", "role-missing", same);
    row("author", "arthur", "director-is-author", same);
    row("automation", "bot", "automation-may-not-decide", same);
    row("no such poll", "dirk", "unknown-poll", [](auto &v) { v.poll = str("c-9"); });
    row("nothing", "dirk", "verdict-not-possible", [](auto &v) { v.verdict = PollVerdict::None; });
    row("NO-GO without reason", "dirk", "comment-missing", [](auto &v) { v.verdict = PollVerdict::NoGo; });
    row("HOLD without reason", "dirk", "comment-missing", [](auto &v) { v.verdict = PollVerdict::Hold; });
    row("criterion unknown", "dirk", "criteria-not-met",
        [](auto &v) { v.lists = listsWith({checkState("nodes", CheckResult::Unknown)}); });
    row("person's criterion unknown", "dirk", "criteria-not-met", [](auto &v) {
        v.lists = listsWith({checkState("team", CheckResult::Unknown, CheckMode::Attested)});
    });
    row("waived", "dirk", "",
        [](auto &v) { v.lists = listsWith({checkState("nodes", CheckResult::Waived)}); });
    row("not applicable", "dirk", "",
        [](auto &v) { v.lists = listsWith({checkState("nodes", CheckResult::NotApplicable)}); });
    row("list missing", "dirk", "criteria-not-met", [](auto &v) { v.lists.clear(); });
    row("saw another artefact", "dirk", "binding-changed",
        [](auto &v) { v.current = binding("plan-1", "image-2"); });
    row("window is closed", "dirk", "deadline-passed", [](auto &v) { v.windowCloses = minute(4); });
}

void PollRulesTest::director()
{
    QFETCH(QString, person);
    QFETCH(AnnounceVerdict, verdict);
    Story story;
    story.opensPoll(minute(0));
    story.answers("tess", "tech", Answer::Go, minute(2));
    story.answers("quinn", "qa", Answer::Go, minute(3));
    QTEST(story.does(qPrintable(person), verdict, minute(4)), "refusal");
}

void PollRulesTest::armedForALimitedTime()
{
    Story story = armed();
    QCOMPARE(pollDeadline(story.poll()), minute(64));
    QCOMPARE(stateOf(story, milli(minute(64), -1)), PollState::Armed);
    QCOMPARE(stateOf(story, minute(64)), PollState::Expired);
    QCOMPARE(story.endsPoll("bot", PollState::Consumed, minute(64)), str("not-armed"));
}

void PollRulesTest::windowCloses()
{
    Story story = armed();
    story.poll().windowCloses = minute(20);
    QCOMPARE(pollDeadline(story.poll()), minute(20));
    QCOMPARE(stateOf(story, milli(minute(20), -1)), PollState::Armed);
    QCOMPARE(stateOf(story, minute(20)), PollState::Expired);
}

void PollRulesTest::criteriaWhileArmed_data()
{
    QTest::addColumn<CheckState>("item");
    QTest::addColumn<PollState>("state");
    QTest::addColumn<bool>("usable");
    const auto row = [](const char *name, CheckState item, const QDateTime &voidedAt, PollState state,
                        bool usable) {
        item.voidedAt = voidedAt;
        QTest::newRow(name) << item << state << usable;
    };
    const auto is = [](CheckResult result) { return checkState("nodes", result); };
    CheckState optional = is(CheckResult::Fail);
    optional.mandatory = false;
    row("passes", is(CheckResult::Pass), {}, PollState::Armed, true);
    row("failed before the verdict", is(CheckResult::Pass), milli(minute(4), -1), PollState::Armed, true);
    row("failed at the verdict", is(CheckResult::Pass), minute(4), PollState::Revoked, false);
    row("failed since", is(CheckResult::Pass), minute(6), PollState::Revoked, false);
    row("fails", is(CheckResult::Fail), minute(6), PollState::Revoked, false);
    row("unknown for a moment", is(CheckResult::Unknown), {}, PollState::Armed, false);
    row("unknown for long", is(CheckResult::Unknown), minute(6), PollState::Revoked, false);
    row("no criterion", optional, minute(6), PollState::Armed, true);
}

void PollRulesTest::criteriaWhileArmed()
{
    QFETCH(CheckState, item);
    QFETCH(PollState, state);
    QFETCH(bool, usable);
    Story story = armed();
    const auto lists = listsWith({item});
    QCOMPARE(stateOf(story, minute(7), lists), state);
    QCOMPARE(stateOf(story, minute(7), {}), PollState::Armed);
    const bool revocable =
        Story(story).endsPoll("bot", PollState::Revoked, minute(7), binding(), lists).isEmpty();
    QCOMPARE(revocable, state == PollState::Revoked);
    const QString used = story.endsPoll("bot", PollState::Consumed, minute(7), binding(), lists);
    QCOMPARE(used, usable ? QString() : str("criteria-not-met"));
}

void PollRulesTest::hashesBind()
{
    Story story = armed();
    QCOMPARE(stateOf(story, minute(5), goodLists(), binding("plan-2")), PollState::Revoked);
    QCOMPARE(stateOf(story, minute(5), goodLists(), binding("plan-1", "image-2")), PollState::Revoked);
    QCOMPARE(story.endsPoll("bot", PollState::Consumed, minute(5), binding("plan-2")),
             str("binding-changed"));
    Story asking;
    asking.opensPoll(minute(0));
    QCOMPARE(stateOf(asking, minute(1), goodLists(), binding("plan-2")), PollState::Revoked);
}

void PollRulesTest::usedOnce()
{
    Story story = armed();
    QCOMPARE(story.endsPoll("bot", PollState::Consumed, minute(5), binding(), {}), str("criteria-not-met"));
    QCOMPARE(story.endsPoll("bot", PollState::Expired, minute(5)), str("command-incomplete"));
    QCOMPARE(story.endsPoll("bot", PollState::Consumed, minute(5)), QString());
    QCOMPARE(story.endsPoll("bot", PollState::Consumed, minute(6)), str("not-armed"));
    QVERIFY(!pollDeadline(story.poll()).isValid());
}

void PollRulesTest::whoMayRevoke_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("director") << str("dirk") << QString();
    QTest::newRow("a station") << str("quinn") << QString();
    QTest::newRow("who opened it") << str("rita") << QString();
    QTest::newRow("somebody else") << str("ivan") << str("not-yours");
    QTest::newRow("automation without cause") << str("bot") << str("nothing-changed");
}

void PollRulesTest::whoMayRevoke()
{
    QFETCH(QString, person);
    Story story = armed();
    QTEST(story.endsPoll(qPrintable(person), PollState::Revoked, minute(5)), "refusal");
    Story silent = armed();
    const EndPoll wordless{silent.poll().id, PollState::Revoked, str(" "), binding(), goodLists()};
    QCOMPARE(silent.does("dirk", wordless, minute(5)), str("comment-missing"));
}

QTEST_GUILESS_MAIN(PollRulesTest)
#include "pollrules_test.moc"
