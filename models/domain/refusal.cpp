// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/refusal.h"

#include <algorithm>
#include <array>

namespace signalbox
{

namespace
{

struct Word {
    Refusal refusal;
    const char *word;
};

// They lie in databases and audit records: a word never changes its meaning.
constexpr std::array words{
    Word{Refusal::UnknownGate, "unknown-gate"},
    Word{Refusal::UnknownPoll, "unknown-poll"},
    Word{Refusal::UnknownWaiver, "unknown-waiver"},
    Word{Refusal::UnknownOverride, "unknown-override"},
    Word{Refusal::UnknownSeat, "unknown-seat"},
    Word{Refusal::UnknownStation, "unknown-station"},
    Word{Refusal::GateNotOpen, "gate-not-open"},
    Word{Refusal::GateNotApproved, "gate-not-approved"},
    Word{Refusal::GateAlreadyOpen, "gate-already-open"},
    Word{Refusal::SeatTaken, "seat-taken"},
    Word{Refusal::PersonHasSeat, "person-has-seat"},
    Word{Refusal::RoleMissing, "role-missing"},
    Word{Refusal::FourEyesRequester, "four-eyes-requester"},
    Word{Refusal::FourEyesAuthor, "four-eyes-author"},
    Word{Refusal::FourEyesDeployer, "four-eyes-deployer"},
    Word{Refusal::AutomationMayNotDecide, "automation-may-not-decide"},
    Word{Refusal::CommentMissing, "comment-missing"},
    Word{Refusal::VoteMissing, "vote-missing"},
    Word{Refusal::NotYours, "not-yours"},
    Word{Refusal::BindingChanged, "binding-changed"},
    Word{Refusal::PollNotOpen, "poll-not-open"},
    Word{Refusal::NotOnTurn, "not-on-turn"},
    Word{Refusal::PersonHasStation, "person-has-station"},
    Word{Refusal::DirectorIsAuthor, "director-is-author"},
    Word{Refusal::CriteriaNotMet, "criteria-not-met"},
    Word{Refusal::VerdictNotPossible, "verdict-not-possible"},
    Word{Refusal::NotArmed, "not-armed"},
    Word{Refusal::TooLong, "too-long"},
    Word{Refusal::AlreadyGranted, "already-granted"},
    Word{Refusal::AbsoluteRule, "absolute-rule"},
    Word{Refusal::PlanIncomplete, "plan-incomplete"},
    Word{Refusal::ClockSkew, "clock-skew"},
    Word{Refusal::CommandIncomplete, "command-incomplete"},
    Word{Refusal::GateIsAutomatic, "gate-is-automatic"},
    Word{Refusal::PollAlreadyOpen, "poll-already-open"},
    Word{Refusal::NothingChanged, "nothing-changed"},
    Word{Refusal::DeadlinePassed, "deadline-passed"},
    Word{Refusal::UnknownRule, "unknown-rule"},
};

} // namespace

QString refusalWord(Refusal refusal)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word &word) { return word.refusal == refusal; });
    return found == words.end() ? QString() : QString::fromLatin1(found->word);
}

Refusal refusalOfWord(const QString &word)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const Word &each) { return word == QLatin1String(each.word); });
    return found == words.end() ? Refusal::None : found->refusal;
}

Refusal clockRefusal(std::chrono::milliseconds skew)
{
    constexpr std::chrono::milliseconds limit{5000};
    return skew > limit || skew < -limit ? Refusal::ClockSkew : Refusal::None;
}

} // namespace signalbox
