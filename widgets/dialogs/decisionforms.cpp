// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/decisionforms.h"

#include "widgets/dialogs/exceptionforms.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>

namespace signalbox
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("DecisionForms", text);
}

QString reasonWord()
{
    return translated(QT_TRANSLATE_NOOP("DecisionForms", "Reason"));
}

const GateView *gateOf(const DecisionView &view, const QString &id)
{
    const auto found = std::find_if(view.gates.cbegin(), view.gates.cend(),
                                    [&id](const GateView &gate) { return gate.gate && gate.gate->id == id; });
    return found == view.gates.cend() ? nullptr : &*found;
}

const PollView *pollOf(const DecisionView &view, const QString &id)
{
    const auto found = std::find_if(view.polls.cbegin(), view.polls.cend(),
                                    [&id](const PollView &poll) { return poll.poll && poll.poll->id == id; });
    return found == view.polls.cend() ? nullptr : &*found;
}

DecisionForm openGateForm(const DecisionIntent &intent, const DecisionView &view)
{
    const auto gate = std::find_if(view.gates.cbegin(), view.gates.cend(),
                                   [&intent](const GateView &known) { return known.rule.id == intent.id; });
    DecisionForm form;
    if (gate == view.gates.cend()) {
        return form;
    }
    //: %1 is the name of a gate
    form.title = translated(QT_TRANSLATE_NOOP("DecisionForms", "Open the gate %1"))
                     .arg(planText(gate->rule.title, 80));
    form.lines = {
        translated(QT_TRANSLATE_NOOP("DecisionForms", "You ask for this release, so you cannot fill a "
                                                      "seat of the gate.")),
        //: %1 is a duration
        translated(QT_TRANSLATE_NOOP("DecisionForms", "Time to decide: %1"))
            .arg(durationText(gate->rule.timeout)),
        gateExpiryText(gate->rule.onExpiry),
        translated(QT_TRANSLATE_NOOP("DecisionForms",
                                     "An emergency is approved by on-call and the incident commander or an "
                                     "admin; it needs a reason, and the plan's own seats sign later."))};
    form.confirm = translated(QT_TRANSLATE_NOOP("DecisionForms", "Open gate"));
    form.choiceLabel = translated(QT_TRANSLATE_NOOP("DecisionForms", "Class"));
    form.choices = {{QStringLiteral("normal"), gateClassText(GateClass::Normal)},
                    {QStringLiteral("emergency"), gateClassText(GateClass::Emergency)}};
    form.reasonLabel = reasonWord();
    form.choiceWithReason = QStringLiteral("emergency");
    return form;
}

DecisionForm voteForm(const GateView &gate, bool approves)
{
    DecisionForm form;
    const QString title = planText(gate.rule.title, 80);
    form.title = (approves ? translated(QT_TRANSLATE_NOOP("DecisionForms", "Approve the gate %1"))
                           : translated(QT_TRANSLATE_NOOP("DecisionForms", "Reject the gate %1")))
                     .arg(title);
    form.lines = {
        approves
            ? translated(QT_TRANSLATE_NOOP("DecisionForms", "Your name and the time stand with it. You may "
                                                            "revoke it until it is used."))
            : translated(QT_TRANSLATE_NOOP("DecisionForms", "One rejection closes the gate. Going on takes "
                                                            "a new one."))};
    if (gate.gate && !gate.gate->reason.isEmpty()) {
        //: %1 person, %2 their reason
        form.lines.append(translated(QT_TRANSLATE_NOOP("DecisionForms", "%1 asks: %2"))
                              .arg(safeText(gate.gate->requester, 60), safeText(gate.gate->reason, 300)));
    }
    form.confirm = approves ? translated(QT_TRANSLATE_NOOP("DecisionForms", "Approve"))
                            : translated(QT_TRANSLATE_NOOP("DecisionForms", "Reject"));
    form.isDanger = !approves;
    form.choiceLabel = translated(QT_TRANSLATE_NOOP("DecisionForms", "Seat"));
    for (const SeatView &seat : gate.seats) {
        if (seat.mayApprove == Refusal::None && !seat.vote) {
            form.choices.append({seat.seat.id, seatTitle(seat.seat)});
        }
    }
    form.reasonLabel = translated(QT_TRANSLATE_NOOP("DecisionForms", "Comment"));
    form.reasonRequired = !approves || (gate.gate && gate.gate->urgency == GateClass::Emergency);
    return form;
}

DecisionForm gateForm(const DecisionIntent &intent, const DecisionView &view)
{
    const GateView *gate = gateOf(view, intent.id);
    DecisionForm form;
    if (gate == nullptr) {
        return form;
    }
    const QString title = planText(gate->rule.title, 80);
    switch (intent.kind) {
    case DecisionIntent::Kind::Approve:
        return voteForm(*gate, true);
    case DecisionIntent::Kind::Reject:
        return voteForm(*gate, false);
    case DecisionIntent::Kind::RevokeVote:
        form.title =
            translated(QT_TRANSLATE_NOOP("DecisionForms", "Revoke your vote on the gate %1")).arg(title);
        form.lines = {translated(QT_TRANSLATE_NOOP("DecisionForms", "The seat is empty again then."))};
        form.confirm = translated(QT_TRANSLATE_NOOP("DecisionForms", "Revoke"));
        return form;
    default:
        form.title = translated(QT_TRANSLATE_NOOP("DecisionForms", "Withdraw the gate %1")).arg(title);
        form.lines = {translated(QT_TRANSLATE_NOOP("DecisionForms", "Every vote on it is void then."))};
        form.confirm = translated(QT_TRANSLATE_NOOP("DecisionForms", "Withdraw"));
        form.isDanger = true;
        form.reasonLabel = reasonWord();
        form.reasonRequired = true;
        return form;
    }
}

DecisionForm openPollForm(const DecisionIntent &intent, const DecisionView &view)
{
    DecisionForm form;
    for (const PollView &poll : view.polls) {
        if (poll.rule.id == intent.id) {
            //: %1 is the name of a go/no-go poll
            form.title = translated(QT_TRANSLATE_NOOP("DecisionForms", "Open the poll %1"))
                             .arg(planText(poll.rule.title, 80));
            form.lines = {planText(poll.rule.rule, 400),
                          //: %1 is a duration
                          translated(QT_TRANSLATE_NOOP("DecisionForms", "Time to answer: %1"))
                              .arg(durationText(poll.rule.answerTime))};
            form.confirm = translated(QT_TRANSLATE_NOOP("DecisionForms", "Open poll"));
        }
    }
    return form;
}

DecisionForm answerForm(const DecisionIntent &intent, const PollView &poll, const QDateTime &now)
{
    DecisionForm form;
    const auto station =
        std::find_if(poll.stations.cbegin(), poll.stations.cend(),
                     [&intent](const StationView &known) { return known.station.id == intent.part; });
    if (station == poll.stations.cend()) {
        return form;
    }
    const QString word = answerText(intent.answer);
    //: %1: GO, NO-GO or HOLD; %2: a station of the poll
    form.title = translated(QT_TRANSLATE_NOOP("DecisionForms", "Answer %1 for %2"))
                     .arg(word, planText(station->station.title, 80));
    form.lines = {
        translated(QT_TRANSLATE_NOOP("DecisionForms", "Your name and the time stand with the answer."))};
    form.confirm = word;
    form.isDanger = intent.answer == StationAnswer::NoGo;
    form.reasonLabel = reasonWord();
    form.reasonRequired = intent.answer != StationAnswer::Go;
    if (intent.answer == StationAnswer::Hold) {
        form.untilLabel = translated(QT_TRANSLATE_NOOP("DecisionForms", "Ask again at (UTC)"));
        form.until = now.addSecs(15 * 60);
        form.latest = now.addSecs(std::chrono::seconds(attestationLimit).count());
    }
    return form;
}

DecisionForm verdictForm(const DecisionIntent &intent, const PollView &poll)
{
    DecisionForm form;
    const QString title = planText(poll.rule.title, 80);
    form.reasonLabel = reasonWord();
    if (intent.kind == DecisionIntent::Kind::RevokeVerdict) {
        form.title = translated(QT_TRANSLATE_NOOP("DecisionForms", "Revoke the verdict of %1")).arg(title);
        form.lines = {translated(QT_TRANSLATE_NOOP("DecisionForms",
                                                   "The GO cannot be used then; the poll has to be taken "
                                                   "again."))};
        form.confirm = translated(QT_TRANSLATE_NOOP("DecisionForms", "Revoke"));
        form.isDanger = true;
        form.reasonRequired = true;
        return form;
    }
    const QString word = pollVerdictText(intent.verdict);
    //: %1: GO, NO-GO or HOLD; %2: a poll
    form.title = translated(QT_TRANSLATE_NOOP("DecisionForms", "Announce %1 for %2")).arg(word, title);
    if (intent.verdict == PollVerdict::Go) {
        //: %1 is a duration
        form.lines = {translated(QT_TRANSLATE_NOOP("DecisionForms", "The GO may be used once, within %1."))
                          .arg(durationText(poll.rule.validity))};
    }
    //: %1: GO, NO-GO or HOLD
    form.confirm = translated(QT_TRANSLATE_NOOP("DecisionForms", "Announce %1")).arg(word);
    form.isDanger = intent.verdict == PollVerdict::NoGo;
    form.reasonRequired = intent.verdict != PollVerdict::Go;
    return form;
}

} // namespace

DecisionForm decisionForm(const DecisionIntent &intent, const DecisionView &view, const QDateTime &now,
                          TimeZoneChoice zone)
{
    switch (intent.kind) {
    case DecisionIntent::Kind::OpenGate:
        return openGateForm(intent, view);
    case DecisionIntent::Kind::Approve:
    case DecisionIntent::Kind::Reject:
    case DecisionIntent::Kind::RevokeVote:
    case DecisionIntent::Kind::WithdrawGate:
        return gateForm(intent, view);
    case DecisionIntent::Kind::OpenPoll:
        return openPollForm(intent, view);
    case DecisionIntent::Kind::AnswerPoll:
    case DecisionIntent::Kind::Announce:
    case DecisionIntent::Kind::RevokeVerdict: {
        const PollView *poll = pollOf(view, intent.id);
        if (poll == nullptr) {
            return {};
        }
        return intent.kind == DecisionIntent::Kind::AnswerPoll ? answerForm(intent, *poll, now)
                                                               : verdictForm(intent, *poll);
    }
    case DecisionIntent::Kind::Check:
    case DecisionIntent::Kind::Export:
        return {};
    default:
        return exceptionForm(intent, view, now, zone);
    }
}

} // namespace signalbox
