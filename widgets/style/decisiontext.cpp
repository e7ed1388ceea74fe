// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/decisiontext.h"

#include "widgets/style/errortext.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace signalbox
{

namespace
{

/// Texts in the order of an enum. A value outside of it (a cast gone wrong) has none.
template <typename Enum, std::size_t Size>
QString pick(const std::array<const char *, Size> &texts, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    const char *text = index < Size ? texts.at(index) : "";
    return *text == '\0' ? QString() : QCoreApplication::translate("DecisionText", text);
}

constexpr std::array<const char *, 10> gateStates = {
    QT_TRANSLATE_NOOP("DecisionText", "not open"),  QT_TRANSLATE_NOOP("DecisionText", "open"),
    QT_TRANSLATE_NOOP("DecisionText", "approved"),  QT_TRANSLATE_NOOP("DecisionText", "used"),
    QT_TRANSLATE_NOOP("DecisionText", "rejected"),  QT_TRANSLATE_NOOP("DecisionText", "timed out"),
    QT_TRANSLATE_NOOP("DecisionText", "withdrawn"), QT_TRANSLATE_NOOP("DecisionText", "superseded"),
    QT_TRANSLATE_NOOP("DecisionText", "lapsed"),    QT_TRANSLATE_NOOP("DecisionText", "invalidated"),
};
static_assert(gateStates.size() == static_cast<std::size_t>(GateState::Invalidated) + 1);

constexpr std::array<const char *, 2> gateClasses = {QT_TRANSLATE_NOOP("DecisionText", "normal"),
                                                     QT_TRANSLATE_NOOP("DecisionText", "emergency")};

constexpr std::array<const char *, 2> votes = {QT_TRANSLATE_NOOP("DecisionText", "approved by"),
                                               QT_TRANSLATE_NOOP("DecisionText", "rejected by")};

constexpr std::array<const char *, 9> pollStates = {
    QT_TRANSLATE_NOOP("DecisionText", "not opened"), QT_TRANSLATE_NOOP("DecisionText", "criteria locked"),
    QT_TRANSLATE_NOOP("DecisionText", "polling"),    QT_TRANSLATE_NOOP("DecisionText", "HOLD"),
    QT_TRANSLATE_NOOP("DecisionText", "NO-GO"),      QT_TRANSLATE_NOOP("DecisionText", "GO, armed"),
    QT_TRANSLATE_NOOP("DecisionText", "GO, used"),   QT_TRANSLATE_NOOP("DecisionText", "timed out"),
    QT_TRANSLATE_NOOP("DecisionText", "revoked"),
};
static_assert(pollStates.size() == static_cast<std::size_t>(PollState::Revoked) + 1);

constexpr std::array<const char *, 5> answers = {
    QT_TRANSLATE_NOOP("DecisionText", "not polled yet"), QT_TRANSLATE_NOOP("DecisionText", "no answer"),
    QT_TRANSLATE_NOOP("DecisionText", "GO"), QT_TRANSLATE_NOOP("DecisionText", "NO-GO"),
    QT_TRANSLATE_NOOP("DecisionText", "HOLD")};
static_assert(answers.size() == static_cast<std::size_t>(StationAnswer::Hold) + 1);

constexpr std::array<const char *, 4> pollVerdicts = {"", QT_TRANSLATE_NOOP("DecisionText", "GO"),
                                                      QT_TRANSLATE_NOOP("DecisionText", "NO-GO"),
                                                      QT_TRANSLATE_NOOP("DecisionText", "HOLD")};

constexpr std::array<const char *, 5> checkResults = {
    QT_TRANSLATE_NOOP("DecisionText", "passed"), QT_TRANSLATE_NOOP("DecisionText", "failed"),
    QT_TRANSLATE_NOOP("DecisionText", "unknown"), QT_TRANSLATE_NOOP("DecisionText", "waived"),
    QT_TRANSLATE_NOOP("DecisionText", "not applicable")};
static_assert(checkResults.size() == static_cast<std::size_t>(CheckResult::NotApplicable) + 1);

constexpr std::array<const char *, 9> checkReasons = {
    "",
    QT_TRANSLATE_NOOP("DecisionText", "not checked yet"),
    QT_TRANSLATE_NOOP("DecisionText", "evidence is too old"),
    QT_TRANSLATE_NOOP("DecisionText", "evidence is of another artefact"),
    QT_TRANSLATE_NOOP("DecisionText", "evidence is of another plan"),
    QT_TRANSLATE_NOOP("DecisionText", "waits for confirmation"),
    QT_TRANSLATE_NOOP("DecisionText", "attested without a link or a comment"),
    QT_TRANSLATE_NOOP("DecisionText", "waiver waits for a second person"),
    QT_TRANSLATE_NOOP("DecisionText", "waiver has ended"),
};
static_assert(checkReasons.size() == static_cast<std::size_t>(CheckReason::WaiverExpired) + 1);

constexpr std::array<const char *, 3> checkModes = {
    //: check mode A: the machine decides
    QT_TRANSLATE_NOOP("DecisionText", "automatic"),
    //: check mode S: the machine gathers, a person confirms
    QT_TRANSLATE_NOOP("DecisionText", "assisted"),
    //: check mode M: a person attests
    QT_TRANSLATE_NOOP("DecisionText", "manual")};

constexpr std::array<const char *, 3> checkPhases = {QT_TRANSLATE_NOOP("DecisionText", "Before"),
                                                     QT_TRANSLATE_NOOP("DecisionText", "During"),
                                                     QT_TRANSLATE_NOOP("DecisionText", "After")};

constexpr std::array<const char *, 4> enforcements = {
    QT_TRANSLATE_NOOP("DecisionText", "ADVISORY"), QT_TRANSLATE_NOOP("DecisionText", "ENFORCED BY LEDGER"),
    QT_TRANSLATE_NOOP("DecisionText", "ENFORCED"), QT_TRANSLATE_NOOP("DecisionText", "NOT KNOWN")};
static_assert(enforcements.size() == static_cast<std::size_t>(Enforcement::Unknown) + 1);

constexpr std::array<const char *, 4> enforcementHints = {
    QT_TRANSLATE_NOOP("DecisionText",
                      "Only this console refuses. Somebody with rights on the cluster can go on "
                      "without this gate."),
    QT_TRANSLATE_NOOP("DecisionText",
                      "The ledger's database refuses forged and double votes. The cluster itself "
                      "would still take a promotion from elsewhere."),
    QT_TRANSLATE_NOOP("DecisionText", "A policy bound on the cluster refuses every promotion without this "
                                      "approval."),
    QT_TRANSLATE_NOOP("DecisionText", "The cluster could not be asked whether a policy enforces this gate."),
};

constexpr std::array<const char *, 2> conflicts = {
    QT_TRANSLATE_NOOP("DecisionText", "What starts now would not be over before the calendar closes."),
    QT_TRANSLATE_NOOP("DecisionText", "The plan names release windows, and this is none of them."),
};

constexpr std::array<const char *, 3> reaches = {
    QT_TRANSLATE_NOOP("DecisionText", "The ledger was not reached yet."), "",
    QT_TRANSLATE_NOOP("DecisionText",
                      "The ledger cannot be reached. Nothing moves forward until it can; rolling "
                      "back is allowed.")};
static_assert(reaches.size() == static_cast<std::size_t>(LedgerReach::Lost) + 1);

constexpr std::array<const char *, 3> expiries = {
    QT_TRANSLATE_NOOP("DecisionText", "when time is over: refused"),
    QT_TRANSLATE_NOOP("DecisionText", "when time is over: hold"),
    QT_TRANSLATE_NOOP("DecisionText", "when time is over: roll back")};

} // namespace

QString decisionErrorText(const Error &error)
{
    const Refusal refusal = error.code == ErrorCode::Refused ? refusalOfWord(error.reason) : Refusal::None;
    return refusal == Refusal::None ? errorText(error) : refusalText(refusal);
}

QString gateStateText(GateState state)
{
    return pick(gateStates, state);
}

QString gateClassText(GateClass urgency)
{
    return pick(gateClasses, urgency);
}

QString voteText(VoteChoice choice)
{
    return pick(votes, choice);
}

QString pollStateText(PollState state)
{
    return pick(pollStates, state);
}

QString answerText(StationAnswer answer)
{
    return pick(answers, answer);
}

QString pollVerdictText(PollVerdict verdict)
{
    return pick(pollVerdicts, verdict);
}

QString checkResultText(CheckResult result)
{
    return pick(checkResults, result);
}

QString checkReasonText(CheckReason reason)
{
    return pick(checkReasons, reason);
}

QString checkModeText(CheckMode mode)
{
    return pick(checkModes, mode);
}

QString checkPhaseText(CheckPhase phase)
{
    return pick(checkPhases, phase);
}

QString enforcementText(Enforcement enforcement)
{
    return pick(enforcements, enforcement);
}

QString enforcementHint(Enforcement enforcement)
{
    return pick(enforcementHints, enforcement);
}

QString calendarConflictText(CalendarConflict conflict)
{
    return pick(conflicts, conflict);
}

QString ledgerReachText(LedgerReach reach)
{
    return pick(reaches, reach);
}

QString gateExpiryText(GateExpiry expiry)
{
    return pick(expiries, expiry);
}

QString planText(const LocalText &text, qsizetype maximumLength)
{
    return safeText(text.in(QLocale().name()), maximumLength);
}

QString seatTitle(const GateSeat &seat)
{
    if (!seat.title.isEmpty()) {
        return planText(seat.title, 80);
    }
    if (seat.id == QLatin1String("emergency-oncall")) {
        return QCoreApplication::translate("DecisionText", "On-call");
    }
    if (seat.id == QLatin1String("emergency-commander")) {
        return QCoreApplication::translate("DecisionText", "Incident commander or admin");
    }
    return safeText(seat.id, 80);
}

Tone toneOf(GateState state)
{
    switch (state) {
    case GateState::Approved:
    case GateState::Consumed:
        return Tone::Good;
    case GateState::Open:
        return Tone::Warning;
    case GateState::Rejected:
    case GateState::Expired:
    case GateState::Lapsed:
    case GateState::Invalidated:
        return Tone::Bad;
    case GateState::NotOpen:
    case GateState::Withdrawn:
    case GateState::Superseded:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(PollState state)
{
    switch (state) {
    case PollState::Armed:
    case PollState::Consumed:
        return Tone::Good;
    case PollState::Locked:
    case PollState::Polling:
    case PollState::Hold:
        return Tone::Warning;
    case PollState::NoGo:
    case PollState::Expired:
    case PollState::Revoked:
        return Tone::Bad;
    case PollState::Draft:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(StationAnswer answer)
{
    switch (answer) {
    case StationAnswer::Go:
        return Tone::Good;
    case StationAnswer::NoGo:
        return Tone::Bad;
    case StationAnswer::Hold:
    case StationAnswer::NoAnswer:
        return Tone::Warning;
    case StationAnswer::NotPolled:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(const CheckState &state)
{
    if (state.satisfied()) {
        return state.result == CheckResult::Pass ? Tone::Good : Tone::Info;
    }
    if (state.result == CheckResult::Fail) {
        return Tone::Bad;
    }
    return state.reason == CheckReason::NeverChecked ? Tone::Neutral : Tone::Warning;
}

Glyph glyphOf(const CheckState &state)
{
    if (state.satisfied()) {
        return state.result == CheckResult::Pass ? Glyph::Check : Glyph::HalfDisc;
    }
    if (state.result == CheckResult::Fail) {
        return Glyph::Cross;
    }
    switch (state.reason) {
    case CheckReason::NeverChecked:
        return Glyph::Ring;
    case CheckReason::NotConfirmed:
    case CheckReason::WaiverNotGranted:
        return Glyph::Bars;
    case CheckReason::EvidenceStale:
        return Glyph::Clock;
    default:
        return Glyph::Question;
    }
}

Glyph glyphOf(StationAnswer answer)
{
    switch (answer) {
    case StationAnswer::Go:
        return Glyph::Check;
    case StationAnswer::NoGo:
        return Glyph::Cross;
    case StationAnswer::Hold:
        return Glyph::Bars;
    case StationAnswer::NoAnswer:
        return Glyph::Question;
    case StationAnswer::NotPolled:
        break;
    }
    return Glyph::Ring;
}

} // namespace signalbox
