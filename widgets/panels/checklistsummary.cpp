// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/checklistsummary.h"

#include "widgets/style/decisiontext.h"
#include "widgets/style/format.h"

#include <QCoreApplication>

namespace signalbox
{

namespace
{

int unmetOf(const ChecklistState &state)
{
    return static_cast<int>(
        std::count_if(state.items.cbegin(), state.items.cend(),
                      [](const CheckState &item) { return item.mandatory && !item.satisfied(); }));
}

} // namespace

ChecklistSummary summaryOf(const DecisionView &view)
{
    ChecklistSummary summary;
    if (view.plan == nullptr) {
        return summary;
    }
    if (!view.polls.isEmpty()) {
        const PollView &poll = view.polls.constFirst();
        summary.open = poll.unmet;
        summary.isGo =
            summary.open == 0 && (poll.state == PollState::Armed || poll.state == PollState::Consumed);
        summary.waitsForPoll = summary.open == 0 && !summary.isGo;
        return summary;
    }
    for (const ChecklistView &list : view.checklists) {
        summary.open += list.checklist.phase == CheckPhase::Before ? unmetOf(list.state) : 0;
    }
    summary.isGo = summary.open == 0;
    return summary;
}

QString summaryText(const ChecklistSummary &summary)
{
    if (summary.isGo) {
        return pollVerdictText(PollVerdict::Go);
    }
    const QString noGo = pollVerdictText(PollVerdict::NoGo);
    if (summary.waitsForPoll) {
        return joinedText({noGo, QCoreApplication::translate("ChecklistSummary", "poll not passed")});
    }
    //: items of the checklists that keep the release from GO
    return joinedText(
        {noGo, QCoreApplication::translate("ChecklistSummary", "%n open", nullptr, summary.open)});
}

QString phaseCountsText(const DecisionView &view)
{
    QStringList parts;
    for (const CheckPhase phase : {CheckPhase::Before, CheckPhase::During, CheckPhase::After}) {
        qsizetype all = 0;
        int satisfied = 0;
        for (const ChecklistView &list : view.checklists) {
            if (list.checklist.phase == phase) {
                all += list.state.items.size();
                satisfied += list.state.satisfied;
            }
        }
        if (all > 0) {
            //: a phase of the release, checklist items satisfied, items in all
            parts.append(QCoreApplication::translate("ChecklistSummary", "%1 %2 / %3")
                             .arg(checkPhaseText(phase))
                             .arg(satisfied)
                             .arg(all));
        }
    }
    return joinedText(parts);
}

} // namespace signalbox
