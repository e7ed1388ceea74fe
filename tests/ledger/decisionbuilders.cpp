// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ledger/decisionbuilders.h"

#include "backends/ledger/decisionwords.h"

#include <QUuid>

namespace signalbox::test
{
namespace
{

using ledger::wordOf;

GateSeat seat(const QString &id)
{
    return {id,
            id,
            {QStringLiteral("Seat"), QStringLiteral("席次"), QStringLiteral("席位")},
            {QStringLiteral("S1-GATE-01")}};
}

Station station(const QString &id)
{
    return {id, id, {QStringLiteral("Station"), QStringLiteral("站"), QStringLiteral("站")}, true, {}};
}

} // namespace

Binding someBinding()
{
    return {QStringLiteral("plan"), QByteArray::fromHex("00ff27275c"), QByteArray::fromHex("abcdef00")};
}

Binding otherBinding()
{
    return {QStringLiteral("plan"), QByteArray::fromHex("00ff27275c"), QByteArray::fromHex("0011")};
}

RunRef someRun()
{
    return {QStringLiteral("uid-1"), QStringLiteral("7f9c")};
}

GateRule twoSeatRule()
{
    GateRule rule;
    rule.id = QStringLiteral("production");
    rule.title = {QStringLiteral("Production"), QStringLiteral("正式環境"), QStringLiteral("生产环境")};
    rule.before = QStringLiteral("start");
    rule.seats = {seat(QStringLiteral("lead")), seat(QStringLiteral("qa"))};
    rule.timeout = std::chrono::hours(1);
    rule.validity = std::chrono::hours(1);
    rule.signaturesDue = std::chrono::hours(24);
    return rule;
}

PollRule twoStationRule()
{
    PollRule rule;
    rule.id = QStringLiteral("go");
    rule.stations = {station(QStringLiteral("qa")), station(QStringLiteral("ops"))};
    rule.director = station(QStringLiteral("boss"));
    rule.checklists = {QStringLiteral("before")};
    rule.answerTime = std::chrono::hours(1);
    rule.validity = std::chrono::hours(1);
    return rule;
}

QVector<ChecklistState> checklists(bool satisfied)
{
    CheckState item;
    item.item = QStringLiteral("health");
    item.result = satisfied ? CheckResult::Pass : CheckResult::Unknown;
    item.mode = CheckMode::Machine;
    ChecklistState list;
    list.checklist = QStringLiteral("before");
    list.items = {item};
    list.complete = satisfied;
    return {list};
}

DecisionCommand command(DecisionBody body, const QString &id)
{
    DecisionCommand made;
    made.id = id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : id;
    made.run = someRun();
    made.release = {ClusterId(QStringLiteral("prod")), QStringLiteral("shop"), QStringLiteral("web"),
                    ReleaseKind::Rollout};
    made.actor.session = QStringLiteral("session");
    made.body = std::move(body);
    return made;
}

DecisionCommand openGate(const QString &id)
{
    return command(OpenGate{twoSeatRule(),
                            GateClass::Normal,
                            someBinding(),
                            QStringLiteral("author"),
                            {},
                            QStringLiteral("release 2.4"),
                            {},
                            {}},
                   id);
}

DecisionCommand vote(const QString &gate, const QString &inSeat, VoteChoice choice, const QString &comment)
{
    return command(CastVote{gate, inSeat, choice, comment, someBinding()});
}

DecisionCommand endGate(const QString &gate, GateState state)
{
    return command(EndGate{gate, state, QStringLiteral("done"), someBinding(), {}});
}

DecisionCommand openPoll(const QString &id)
{
    return command(OpenPoll{twoStationRule(), someBinding(), QStringLiteral("author"), {}, checklists(true)},
                   id);
}

DecisionCommand answer(const QString &poll, const QString &at, StationAnswer says, const QString &reason)
{
    return command(AnswerPoll{poll, at, says, reason, {}, someBinding()});
}

DecisionCommand announce(const QString &poll, PollVerdict verdict, const QString &reason)
{
    return command(AnnounceVerdict{poll, verdict, reason, checklists(true), someBinding(), {}});
}

DecisionCommand evidence(const QString &item, CheckResult result, const QDateTime &at)
{
    Evidence seen;
    seen.checklist = QStringLiteral("before");
    seen.item = item;
    seen.result = result;
    seen.code = QStringLiteral("nodes-ready");
    seen.args = {QStringLiteral("3"), QStringLiteral("it's \\ \"3\"")};
    seen.binding = someBinding();
    seen.at = at;
    return command(AddEvidence{seen});
}

QString outline(const Decisions &decisions)
{
    QStringList lines;
    for (const Gate &gate : decisions.gates) {
        lines << QStringLiteral("gate %1 %2 by %3 %4")
                     .arg(gate.id, gate.rule.id, gate.requester, wordOf(gate.urgency))
              << (gate.end ? wordOf(gate.end->state) + gate.end->by : QStringLiteral("-"));
        for (const GateVote &each : gate.votes) {
            lines << QStringLiteral("vote %1 %2 %3 for %4 %5 %6 %7%8")
                         .arg(each.id, each.seat, each.person, each.deputyFor, wordOf(each.choice),
                              each.comment, each.revokedAt ? QStringLiteral("revoked") : QString(),
                              each.late ? QStringLiteral("late") : QString());
        }
    }
    for (const Poll &poll : decisions.polls) {
        lines << QStringLiteral("poll %1 %2 by %3 %4 %5 %6")
                     .arg(poll.id, poll.rule.id, poll.requester, wordOf(poll.verdict), poll.verdictBy,
                          poll.verdictReason)
              << (poll.end ? wordOf(poll.end->state) + poll.end->by : QStringLiteral("-"));
        for (const PollAnswer &each : poll.answers) {
            lines << QStringLiteral("answer %1 %2 %3 for %4 %5 %6")
                         .arg(each.id, each.station, each.person, each.deputyFor, wordOf(each.answer),
                              each.reason);
        }
    }
    for (const Evidence &each : decisions.evidence) {
        lines << QStringLiteral("evidence %1 %2 %3 %4 %5 %6")
                     .arg(each.id, each.item, wordOf(each.result), each.person, each.code,
                          each.args.join(QLatin1Char('|')));
    }
    for (const Waiver &each : decisions.waivers) {
        lines << QStringLiteral("waiver %1 %2 %3 %4 %5")
                     .arg(each.id, each.item, wordOf(each.kind), each.requester, each.grantedBy);
    }
    for (const Override &each : decisions.overrides) {
        lines << QStringLiteral("override %1 %2 %3 %4 %5")
                     .arg(each.id, each.rule, each.requester, each.secondPerson,
                          each.granted.isValid() ? QStringLiteral("granted") : QString());
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace signalbox::test
