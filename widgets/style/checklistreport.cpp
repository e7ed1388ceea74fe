// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/checklistreport.h"

#include "widgets/style/checktext.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/fonts.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>
#include <QTextDocument>

namespace signalbox
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("ChecklistReport", text);
}

QString timeText(const QDateTime &time, TimeZoneChoice zone)
{
    return time.isValid() ? dateTimeText(time, zone) : dashText();
}

ReportDocument::Section itemSection(const CheckGroup &group, const ChecklistState &state,
                                    const QDateTime &now, TimeZoneChoice zone)
{
    ReportDocument::Section section;
    section.title = planText(group.title);
    section.columns = {translated(QT_TRANSLATE_NOOP("ChecklistReport", "Item")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Requirements")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Result")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Evidence")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Mode")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Time"))};
    for (const CheckItem &item : group.items) {
        ChecklistRow row{item, {}, {}, false};
        row.state.mode = item.mode;
        for (const CheckState &known : state.items) {
            row.state = known.item == item.id ? known : row.state;
        }
        const Evidence *evidence = decidingEvidence(row.state);
        section.rows.append(
            {planText(item.title, 300), safeText(item.requirements.join(QLatin1String(", ")), 300),
             checkResultText(row.state.result), evidenceText(row, now, zone), checkModeText(item.mode),
             timeText(evidence ? evidence->at : QDateTime(), zone)});
    }
    return section;
}

ReportDocument::Section waiverSection(const DecisionView &view, const QString &checklist,
                                      const QDateTime &now, TimeZoneChoice zone)
{
    ReportDocument::Section section;
    section.title = translated(QT_TRANSLATE_NOOP("ChecklistReport", "Waivers"));
    section.columns = {translated(QT_TRANSLATE_NOOP("ChecklistReport", "Item")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Waiver"))};
    section.empty = translated(QT_TRANSLATE_NOOP("ChecklistReport", "none"));
    for (const Waiver &waiver : view.waivers) {
        if (waiver.checklist == checklist) {
            section.rows.append({safeText(waiver.item, 120), waiverText(waiver, now, zone)});
        }
    }
    return section;
}

ReportDocument::Section signatureSection(const GateView &gate, TimeZoneChoice zone)
{
    ReportDocument::Section section;
    //: %1 gate, %2 its state, %3 whether it is enforced
    section.title = translated(QT_TRANSLATE_NOOP("ChecklistReport", "Gate %1: %2 (%3)"))
                        .arg(planText(gate.rule.title, 120), gateStateText(gate.state),
                             enforcementText(gate.enforcement));
    section.columns = {translated(QT_TRANSLATE_NOOP("ChecklistReport", "Seat")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Signature")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Comment")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Time"))};
    section.empty = translated(QT_TRANSLATE_NOOP("ChecklistReport", "none"));
    for (const SeatView &seat : gate.seats) {
        if (seat.vote) {
            const GateVote &vote = *seat.vote;
            QStringList signature{voteText(vote.choice) + QLatin1Char(' ') + safeText(vote.person, 80)};
            if (!vote.deputyFor.isEmpty()) {
                signature.append(translated(QT_TRANSLATE_NOOP("ChecklistReport", "as deputy of %1"))
                                     .arg(safeText(vote.deputyFor, 80)));
            }
            section.rows.append({seatTitle(seat.seat), joinedText(signature), safeText(vote.comment, 500),
                                 timeText(vote.at, zone)});
        }
    }
    return section;
}

ReportDocument::Section pollSection(const PollView &poll, TimeZoneChoice zone)
{
    ReportDocument::Section section;
    //: %1 poll, %2 its state
    section.title = translated(QT_TRANSLATE_NOOP("ChecklistReport", "Poll %1: %2"))
                        .arg(planText(poll.rule.title, 120), pollStateText(poll.state));
    section.columns = {translated(QT_TRANSLATE_NOOP("ChecklistReport", "Station")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Answer")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Person")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Reason")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Time"))};
    for (const StationView &station : poll.stations) {
        QStringList row{planText(station.station.title, 120), answerText(station.answer), dashText(),
                        QString(), dashText()};
        if (station.last) {
            row = QStringList{row.at(0), answerText(station.last->answer), safeText(station.last->person, 80),
                              safeText(station.last->reason, 500), timeText(station.last->at, zone)};
        } else if (station.station.id == poll.rule.director.id && poll.poll &&
                   poll.poll->verdict != PollVerdict::None) {
            row = QStringList{row.at(0), pollVerdictText(poll.poll->verdict),
                              safeText(poll.poll->verdictBy, 80), safeText(poll.poll->verdictReason, 500),
                              timeText(poll.poll->verdictAt, zone)};
        }
        section.rows.append(row);
    }
    return section;
}

ReportDocument::Section overrideSection(const DecisionView &view, TimeZoneChoice zone)
{
    ReportDocument::Section section;
    section.title = translated(QT_TRANSLATE_NOOP("ChecklistReport", "Rules set aside"));
    section.columns = {translated(QT_TRANSLATE_NOOP("ChecklistReport", "Rule")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Asked by")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Granted by")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Reason")),
                       translated(QT_TRANSLATE_NOOP("ChecklistReport", "Until"))};
    section.empty = translated(QT_TRANSLATE_NOOP("ChecklistReport", "none"));
    for (const Override &entry : view.overrides) {
        section.rows.append({safeText(entry.rule, 20), safeText(entry.requester, 80),
                             entry.secondPerson.isEmpty() ? dashText() : safeText(entry.secondPerson, 80),
                             safeText(entry.reason, 500), timeText(entry.until, zone)});
    }
    return section;
}

} // namespace

ReportDocument checklistReport(const DecisionView &view, const QString &checklist, const QString &release,
                               const QDateTime &now, TimeZoneChoice zone)
{
    ReportDocument report;
    report.language = QLocale().bcp47Name() == QLatin1String("en")
                          ? QStringLiteral("en")
                          : QLocale().name().replace(QLatin1Char('_'), QLatin1Char('-'));
    const auto list =
        std::find_if(view.checklists.cbegin(), view.checklists.cend(),
                     [&checklist](const ChecklistView &known) { return known.checklist.id == checklist; });
    if (list == view.checklists.cend()) {
        return report;
    }
    report.title = joinedText({planText(list->checklist.title, 120), safeText(release, 200)});
    report.facts = {
        {translated(QT_TRANSLATE_NOOP("ChecklistReport", "Written")), timeText(now, zone)},
        {translated(QT_TRANSLATE_NOOP("ChecklistReport", "By")), safeText(view.actor.id, 80)},
        {translated(QT_TRANSLATE_NOOP("ChecklistReport", "Items satisfied")),
         QStringLiteral("%1 / %2").arg(list->state.satisfied).arg(list->state.items.size())},
        {translated(QT_TRANSLATE_NOOP("ChecklistReport", "Plan")), safeText(view.binding.planId, 120)},
        {translated(QT_TRANSLATE_NOOP("ChecklistReport", "Plan hash")),
         QString::fromLatin1(view.binding.planHash.toHex())},
        {translated(QT_TRANSLATE_NOOP("ChecklistReport", "Artefact hash")),
         QString::fromLatin1(view.binding.artefactHash.toHex())},
    };
    for (const CheckGroup &group : list->checklist.groups) {
        report.sections.append(itemSection(group, list->state, now, zone));
    }
    report.sections.append(waiverSection(view, checklist, now, zone));
    for (const GateView &gate : view.gates) {
        if (gate.gate) {
            report.sections.append(signatureSection(gate, zone));
        }
    }
    for (const PollView &poll : view.polls) {
        if (poll.poll) {
            report.sections.append(pollSection(poll, zone));
        }
    }
    report.sections.append(overrideSection(view, zone));
    return report;
}

QString writeReportPdf(const ReportDocument &report, const QString &file)
{
    QFile target(file);
    if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return target.errorString();
    }
    QPdfWriter writer(&target);
    QString title = report.title;
    for (const auto &[name, value] : report.facts) {
        // The long ones are the hashes: they belong to the document wherever it travels.
        if (value.size() == 64) {
            title += QStringLiteral(" · %1 %2").arg(name, value);
        }
    }
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Signalbox"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
    QTextDocument document;
    document.setDefaultFont(Fonts::resolved(TextStyle::Small));
    document.setHtml(reportHtml(report));
    document.print(&writer);
    target.close();
    return target.error() == QFileDevice::NoError ? QString() : target.errorString();
}

} // namespace signalbox
