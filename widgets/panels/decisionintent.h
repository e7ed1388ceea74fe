// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/interlock.h"
#include "models/domain/poll.h"

#include <QString>

namespace signalbox
{

/// What a person at the decision cards or the checklist wants to do, before any dialog.
struct DecisionIntent {
    enum class Kind {
        OpenGate, ///< id: rule
        Approve,  ///< id: gate
        Reject,
        RevokeVote, ///< part: seat
        WithdrawGate,
        OpenPoll,   ///< id: rule
        AnswerPoll, ///< id: poll, part: station, answer
        Announce,   ///< verdict
        RevokeVerdict,
        Attest, ///< id: checklist, part: item
        Waive,
        NotApplicable,
        GrantWaiver,   ///< id: waiver
        SetAside,      ///< rule
        GrantOverride, ///< id: override
        Check,         ///< id: checklist, part: item or empty for all
        Export,        ///< id: checklist
    };
    Kind kind = Kind::Check;
    QString id;
    QString part;
    StationAnswer answer = StationAnswer::Go;
    PollVerdict verdict = PollVerdict::None;
    Interlock rule = Interlock::TargetHealthy;
    bool operator==(const DecisionIntent &) const = default;
};

} // namespace signalbox
