// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisioncommand.h"

#include <QTimeZone>

/// A small company for the tests of decisions: everybody's role is in their name.
namespace signalbox::test
{

inline QString str(const char *text)
{
    return QString::fromUtf8(text);
}

/// Minutes after the start of the story; seconds for the edges.
inline QDateTime minute(qint64 minutes, qint64 seconds = 0)
{
    return QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC).addSecs(minutes * 60 + seconds);
}
inline QDateTime milli(const QDateTime &time, qint64 ms)
{
    return time.addMSecs(ms);
}

inline Binding binding(const char *plan = "plan-1", const char *artefact = "image-1")
{
    return {str("hwayo"), QByteArray(plan), QByteArray(artefact)};
}
inline RunRef run()
{
    return {str("uid-1"), str("5c7d")};
}

inline RoleGrant grant(const char *person, const char *role)
{
    RoleGrant value;
    value.person = str(person);
    value.role = str(role);
    return value;
}
inline RoleGrant deputy(const char *person, const char *role, const char *standsFor, const QDateTime &from,
                        const QDateTime &until)
{
    return {str(person), str(role), str(standsFor), from, until};
}

inline QVector<RoleGrant> everyGrant()
{
    return {grant("tess", "tech"),      grant("tom", "tech"),      grant("paul", "product"),
            grant("quinn", "qa"),       grant("rita", "tech"),     grant("rita", "product"),
            grant("rita", "qa"),        grant("arthur", "tech"),   grant("arthur", "director"),
            grant("dora", "tech"),      grant("olga", "oncall"),   grant("ivan", "incident-commander"),
            grant("adam", "admin"),     grant("rev", "reviewer"),  grant("dirk", "director"),
            grant("multi", "tech"),     grant("multi", "product"), grant("multi", "qa"),
            grant("multi", "director"), grant("bot", "tech"),      grant("bot", "director"),
            grant("bot", "admin")};
}

inline GateSeat seat(const char *id)
{
    GateSeat value;
    value.id = str(id);
    value.role = str(id);
    return value;
}

/// Two of tech, product and qa, tech among them; a day to approve, twelve hours to use it.
inline GateRule gateRule()
{
    GateRule rule;
    rule.id = str("cut-over");
    rule.before = str("start");
    rule.seats = {seat("tech"), seat("product"), seat("qa")};
    rule.quorum = 2;
    rule.mustInclude = {str("tech")};
    rule.conditions = {str("before")};
    rule.timeout = std::chrono::hours(24);
    rule.validity = std::chrono::hours(12);
    rule.signaturesDue = std::chrono::hours(24);
    return rule;
}

inline GateCondition condition(CheckResult result, const QDateTime &voidedAt = {})
{
    return {str("before"), result, voidedAt};
}
inline QVector<GateCondition> green()
{
    return {condition(CheckResult::Pass)};
}

inline Station station(const char *id, bool mandatory = true)
{
    Station value;
    value.id = str(id);
    value.role = str(id);
    value.mandatory = mandatory;
    return value;
}

/// tech, then support who need not answer, then qa, then the director; half an hour to answer, an hour to
/// use.
inline PollRule pollRule()
{
    PollRule rule;
    rule.id = str("go");
    rule.stations = {station("tech"), station("support", false), station("qa")};
    rule.director = station("director");
    rule.checklists = {str("before")};
    rule.answerTime = std::chrono::minutes(30);
    rule.validity = std::chrono::minutes(60);
    return rule;
}

inline CheckState checkState(const char *item, CheckResult result, CheckMode mode = CheckMode::Machine)
{
    CheckState state;
    state.item = str(item);
    state.result = result;
    state.reason = CheckReason::None;
    state.mode = mode;
    return state;
}
inline QVector<ChecklistState> listsWith(const QVector<CheckState> &items)
{
    ChecklistState list;
    list.checklist = str("before");
    list.items = items;
    list.complete = std::all_of(items.cbegin(), items.cend(),
                                [](const auto &item) { return item.satisfied() || !item.mandatory; });
    return {list};
}
inline QVector<ChecklistState> goodLists()
{
    return listsWith(
        {checkState("nodes", CheckResult::Pass), checkState("team", CheckResult::Pass, CheckMode::Attested)});
}

inline Actor actorOf(const QString &person)
{
    return {person, person + str("-desk"), person == str("bot")};
}

/// The facts of one run, changed by commands as a ledger would.
struct Story {
    Decisions facts;
    int commands = 0;
    Story() { facts.grants = everyGrant(); }

    DecisionCommand command(const char *person, const DecisionBody &body)
    {
        DecisionCommand value;
        value.id = str("c-%1").arg(++commands);
        value.run = run();
        value.actor = actorOf(str(person));
        value.body = body;
        return value;
    }
    /// Empty if it was accepted, else why not.
    QString does(const char *person, const DecisionBody &body, const QDateTime &now)
    {
        const auto result = applyDecision(facts, command(person, body), now);
        if (!result) {
            return refusalWord(result.error());
        }
        facts = *result;
        return {};
    }
    Gate &gate() { return facts.gates.last(); }
    Poll &poll() { return facts.polls.last(); }

    QString opens(const GateRule &rule, const QDateTime &now, GateClass urgency = GateClass::Normal)
    {
        OpenGate body;
        body.rule = rule;
        body.urgency = urgency;
        body.binding = binding();
        body.author = str("arthur");
        body.deployer = str("dora");
        body.reason = str("login is down");
        body.previousGate = facts.gates.isEmpty() ? QString() : facts.gates.last().id;
        body.conditions = green();
        return does("rita", body, now);
    }
    QString votes(const char *person, const char *seatId, const QDateTime &now,
                  VoteChoice choice = VoteChoice::Approve, const char *comment = "looked at it")
    {
        return does(person, CastVote{gate().id, str(seatId), choice, str(comment), binding()}, now);
    }
    QString revokes(const char *person, const char *seatId, const QDateTime &now)
    {
        return does(person, RevokeVote{gate().id, str(seatId)}, now);
    }
    QString ends(const char *person, GateState state, const QDateTime &now,
                 const Binding &current = binding(), const QVector<GateCondition> &conditions = green())
    {
        return does(person, EndGate{gate().id, state, str("because"), current, conditions}, now);
    }
    QString opensPoll(const QDateTime &now, const QVector<ChecklistState> &lists = goodLists(),
                      const PollRule &rule = pollRule())
    {
        const QString previous = facts.polls.isEmpty() ? QString() : facts.polls.last().id;
        return does("rita", OpenPoll{rule, binding(), str("arthur"), previous, lists}, now);
    }
    QString answers(const char *person, const char *stationId, StationAnswer answer, const QDateTime &now,
                    const QDateTime &until = {})
    {
        return does(person, AnswerPoll{poll().id, str(stationId), answer, str("a reason"), until, binding()},
                    now);
    }
    QString announces(const char *person, PollVerdict verdict, const QDateTime &now,
                      const QVector<ChecklistState> &lists = goodLists())
    {
        return does(person, AnnounceVerdict{poll().id, verdict, str("a reason"), lists, binding(), {}}, now);
    }
    QString endsPoll(const char *person, PollState state, const QDateTime &now,
                     const Binding &current = binding(), const QVector<ChecklistState> &lists = goodLists())
    {
        return does(person, EndPoll{poll().id, state, str("because"), current, lists}, now);
    }
};

} // namespace signalbox::test
