// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/holdrows.h"

#include "models/domain/actionname.h"
#include "widgets/style/format.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QCoreApplication>

namespace signalbox
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("HoldRows", text);
}

QString countText(int part, int all)
{
    //: "2 of 3": so many of all
    return QCoreApplication::translate("HoldRows", "%1 of %2").arg(part).arg(all);
}

QString analysisText(const Message &hold)
{
    //: %1 is the name of an AnalysisRun
    return translated(QT_TRANSLATE_NOOP("HoldRows", "Analysis %1")).arg(safeText(hold.args.value(0), 60));
}

HoldRow operationRow(const Message &hold)
{
    const auto action = actionFromName(hold.args.value(0));
    //: state of a condition: something is under way
    const QString state = translated(QT_TRANSLATE_NOOP("HoldRows", "running"));
    //: condition of the next step: no other operation
    const QString other = translated(QT_TRANSLATE_NOOP("HoldRows", "Another operation"));
    return {action ? actionProgressText(*action) : other, state, Tone::Warning};
}

HoldRow holdRow(const Message &hold)
{
    switch (hold.code) {
    case MessageCode::WaitsForPerson:
        return {translated(QT_TRANSLATE_NOOP("HoldRows", "Promotion by a person")),
                translated(QT_TRANSLATE_NOOP("HoldRows", "waiting")), Tone::Warning};
    case MessageCode::BakeNotDone:
        //: state of the bake time; %1 is a duration
        return {translated(QT_TRANSLATE_NOOP("HoldRows", "Bake time")),
                translated(QT_TRANSLATE_NOOP("HoldRows", "%1 to go"))
                    .arg(durationText(std::chrono::seconds(hold.args.value(0).toLongLong()))),
                Tone::Warning};
    case MessageCode::AnalysisRunning:
        return {analysisText(hold), translated(QT_TRANSLATE_NOOP("HoldRows", "running")), Tone::Warning};
    case MessageCode::AnalysisFailed:
        return {analysisText(hold), translated(QT_TRANSLATE_NOOP("HoldRows", "failed")), Tone::Bad};
    case MessageCode::AnalysisInconclusive:
        return {translated(QT_TRANSLATE_NOOP("HoldRows", "Analysis")),
                translated(QT_TRANSLATE_NOOP("HoldRows", "no verdict; a person decides")), Tone::Warning};
    case MessageCode::ManuallyPaused:
        return {translated(QT_TRANSLATE_NOOP("HoldRows", "Not paused by hand")),
                translated(QT_TRANSLATE_NOOP("HoldRows", "paused")), Tone::Warning};
    case MessageCode::AlreadyAborted:
        return {translated(QT_TRANSLATE_NOOP("HoldRows", "Not aborted")),
                translated(QT_TRANSLATE_NOOP("HoldRows", "aborted")), Tone::Reverted};
    case MessageCode::SpecNotObserved:
        return {translated(QT_TRANSLATE_NOOP("HoldRows", "Seen by the controller")),
                translated(QT_TRANSLATE_NOOP("HoldRows", "not yet")), Tone::Warning};
    case MessageCode::OperationRunning:
        return operationRow(hold);
    default:
        return {messageText(hold), {}, Tone::Warning};
    }
}

} // namespace

QVector<HoldRow> holdRows(const Release &release, const QVector<Message> &holds, const MetricsWithin &metrics)
{
    QVector<HoldRow> rows;
    if (!release.inProgress()) {
        return rows;
    }
    if (const Revision *current = release.current(); current != nullptr && current->desired > 0) {
        rows.append({translated(QT_TRANSLATE_NOOP("HoldRows", "Pods ready")),
                     countText(current->ready, current->desired),
                     current->ready < current->desired ? Tone::Warning : Tone::Good});
    }
    if (metrics.limited > 0) {
        // A preview without traffic has no metrics, and nothing is wrong with that.
        const bool isMeasured = metrics.judged > 0;
        const Tone tone = metrics.breached                   ? Tone::Bad
                          : metrics.within < metrics.limited ? Tone::Warning
                                                             : Tone::Good;
        rows.append({translated(QT_TRANSLATE_NOOP("HoldRows", "Metrics within limits")),
                     isMeasured ? countText(metrics.within, metrics.limited)
                                : translated(QT_TRANSLATE_NOOP("HoldRows", "not measured")),
                     isMeasured ? tone : Tone::Neutral});
    }
    for (const Message &hold : holds) {
        if (hold.code != MessageCode::PodsNotReady) {
            rows.append(holdRow(hold));
        }
    }
    return rows;
}

} // namespace signalbox
