// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ledger/commanddice.h"

#include "backends/ledger/commandjson.h"
#include "tests/ledger/decisionbuilders.h"

#include <QJsonDocument>

namespace signalbox::test
{

CommandDice::CommandDice(quint32 seed, const Clock &clock)
    : m_random(seed)
    , m_clock(clock)
{
}

QStringList CommandDice::people()
{
    return {QStringLiteral("olga"), QStringLiteral("dana"), QStringLiteral("ken"), QStringLiteral("lee"),
            QStringLiteral("mia")};
}

QString CommandDice::describe(const DecisionCommand &command)
{
    return ledger::actionOf(command.body) + QLatin1Char(' ') +
           QString::fromUtf8(QJsonDocument(ledger::toJson(command.body)).toJson(QJsonDocument::Compact));
}

template <typename T> QString CommandDice::one(const QVector<T> &all)
{
    if (all.isEmpty() || below(30) == 0) {
        return QStringLiteral("nothing");
    }
    const int newest = std::min<int>(2, static_cast<int>(all.size()));
    return all[all.size() - 1 - below(newest)].id;
}

Binding CommandDice::binding()
{
    const int which = below(30);
    return which == 0 ? Binding() : which == 1 ? otherBinding() : someBinding();
}

QVector<GateCondition> CommandDice::conditions()
{
    const auto result = below(6) == 0    ? CheckResult::Fail
                        : below(10) == 0 ? CheckResult::Unknown
                                         : CheckResult::Pass;
    const QDateTime voided =
        below(6) == 0 ? m_clock.nowUtc().addSecs(below(2) == 0 ? -9000 : 9000) : QDateTime();
    return {{QStringLiteral("before"), result, voided}};
}

/// Far from any limit, so that it does not matter that engines look at the clock a moment later.
QDateTime CommandDice::time()
{
    const QDateTime now = m_clock.nowUtc();
    switch (below(6)) {
    case 0:
        return {};
    case 1:
        return now.addSecs(-600);
    case 2:
        return now.addDays(100);
    case 3:
        return now.addSecs(7200);
    default:
        return now.addSecs(1200);
    }
}

DecisionBody CommandDice::openGateBody(const Decisions &facts)
{
    OpenGate open;
    open.rule = twoSeatRule();
    open.rule.id = pick({QStringLiteral("a"), QStringLiteral("b")});
    open.binding = binding();
    open.conditions = conditions();
    open.reason = words();
    open.author = pick({QStringLiteral("author"), QStringLiteral("dana"), {}});
    open.deployer = pick({QStringLiteral("ken"), {}, {}});
    open.previousGate = below(4) == 0 ? one(facts.gates) : QString();
    open.urgency = below(3) == 0 ? GateClass::Emergency : GateClass::Normal;
    open.rule.conditions = below(3) == 0 ? QStringList{QStringLiteral("before")} : QStringList();
    switch (below(24)) {
    case 0:
        open.rule.kind = GateKind::Automatic;
        break;
    case 1:
        open.rule.validity = std::chrono::seconds(0);
        break;
    case 2:
        open.rule.seats[1].id = open.rule.seats[0].id;
        break;
    case 3:
        open.rule.quorum = 3;
        break;
    case 4:
        open.rule.quorum = 1;
        break;
    case 5:
        open.rule.quorum = 1;
        open.rule.mustInclude = {pick({QStringLiteral("qa"), QStringLiteral("none")})};
        break;
    case 6:
        open.rule.startDelay = std::chrono::minutes(15);
        break;
    case 7:
        open.rule.seats.clear();
        break;
    default:
        break;
    }
    return open;
}

DecisionBody CommandDice::gateBody(const Decisions &facts)
{
    const QString gate = one(facts.gates);
    const QString seat = pick({QStringLiteral("lead"), QStringLiteral("qa"), QStringLiteral("lead"),
                               QStringLiteral("qa"), QStringLiteral("emergency-oncall"),
                               QStringLiteral("emergency-commander"), QStringLiteral("none")});
    switch (below(10)) {
    case 0:
    case 1:
        return openGateBody(facts);
    case 2:
        return RevokeVote{gate, seat};
    case 3:
        return EndGate{gate, GateState::Consumed, words(), binding(), conditions()};
    case 4: {
        constexpr std::array states{GateState::Withdrawn, GateState::Superseded, GateState::Invalidated,
                                    GateState::Consumed,  GateState::Open,       GateState::Rejected};
        return EndGate{gate, states.at(static_cast<size_t>(below(6))), words(), binding(), conditions()};
    }
    default:
        return CastVote{gate, seat, below(8) == 0 ? VoteChoice::Reject : VoteChoice::Approve, words(),
                        binding()};
    }
}

DecisionBody CommandDice::pollBody(const Decisions &facts)
{
    const QString poll = one(facts.polls);
    const auto lists = below(15) == 0 ? QVector<ChecklistState>() : checklists(below(10) != 0);
    constexpr std::array verdicts{PollVerdict::Go, PollVerdict::NoGo, PollVerdict::Hold, PollVerdict::None};
    switch (below(8)) {
    case 0: {
        OpenPoll open{
            twoStationRule(), binding(), pick({QStringLiteral("mia"), QStringLiteral("author")}), {}, lists};
        if (below(6) == 0) {
            open.rule.answerTime = std::chrono::seconds(0);
        }
        open.rule.stations[0].mandatory = below(4) != 0;
        open.previousPoll = below(5) == 0 ? one(facts.polls) : QString();
        return open;
    }
    case 1:
    case 2:
        return AnnounceVerdict{
            poll,      below(2) == 0 ? PollVerdict::Go : verdicts.at(static_cast<size_t>(below(4))),
            words(),   lists,
            binding(), below(2) == 0 ? QDateTime() : time()};
    case 3:
        return EndPoll{poll,
                       below(2) == 0   ? PollState::Consumed
                       : below(5) == 0 ? PollState::Hold
                                       : PollState::Revoked,
                       words(), binding(), lists};
    default: {
        constexpr std::array says{StationAnswer::Go,   StationAnswer::Go,        StationAnswer::Go,
                                  StationAnswer::NoGo, StationAnswer::NotPolled, StationAnswer::Hold};
        return AnswerPoll{poll,
                          pick({QStringLiteral("qa"), QStringLiteral("ops"), QStringLiteral("ops"),
                                QStringLiteral("none")}),
                          says.at(static_cast<size_t>(below(6))),
                          words(),
                          time(),
                          binding()};
    }
    }
}

DecisionBody CommandDice::otherBody(const Decisions &facts)
{
    const QString item = pick({QStringLiteral("health"), QStringLiteral("disk"), {}});
    switch (below(5)) {
    case 0: {
        auto made = evidence(item, below(8) == 0 ? CheckResult::Waived : CheckResult::Pass, time());
        auto &seen = std::get<AddEvidence>(made.body).evidence;
        seen.byPerson = below(2) == 0;
        seen.binding = binding();
        return made.body;
    }
    case 1:
        return RequestWaiver{QStringLiteral("before"), item,
                             below(6) == 0 ? CheckResult::Pass : CheckResult::Waived, words(), time()};
    case 2:
        return GrantWaiver{one(facts.waivers)};
    case 3: {
        constexpr std::array types{InterlockType::Single, InterlockType::BreakGlass, InterlockType::Absolute};
        return RequestOverride{QStringLiteral("INV-%1").arg(below(26), 2, 10, QLatin1Char('0')),
                               types.at(static_cast<size_t>(below(3))), words(), time()};
    }
    default:
        return GrantOverride{one(facts.overrides)};
    }
}

DecisionCommand CommandDice::roll(const Decisions &facts)
{
    const int kind = below(10);
    DecisionCommand made = command(kind < 5   ? gateBody(facts)
                                   : kind < 8 ? pollBody(facts)
                                              : otherBody(facts),
                                   QStringLiteral("c%1").arg(++m_number));
    made.actor.id = pick(people());
    made.actor.automation = below(40) == 0;
    return made;
}

} // namespace signalbox::test
