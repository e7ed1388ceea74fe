// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/audittext.h"

namespace signalbox
{
namespace
{

QString findingText(const AuditFinding &finding)
{
    const qint64 n = finding.sequence;
    const QString until = finding.count > 1 ? QStringLiteral(" to %1").arg(n + finding.count - 1) : QString();
    switch (finding.fault) {
    case AuditFault::Edited:
        return QStringLiteral("record %1 was edited").arg(n);
    case AuditFault::Missing:
        return QStringLiteral("record %1%2 was removed").arg(n).arg(until);
    case AuditFault::Inserted:
        return QStringLiteral("record %1 was put in").arg(n);
    case AuditFault::Reordered:
        return QStringLiteral("record %1%2 stands in another order").arg(n).arg(until);
    case AuditFault::Replaced:
        return QStringLiteral("record %1 is another one than record %2 was written after").arg(n).arg(n + 1);
    case AuditFault::Unreadable:
        return QStringLiteral("there is no readable record at %1").arg(n);
    case AuditFault::WrongAnchor:
        return QStringLiteral("record %1 is not the one the checkpoint saw: another chain, or all rewritten")
            .arg(n);
    case AuditFault::Truncated:
        return QStringLiteral("the log ends before record %1; %2 more were here").arg(n).arg(finding.count);
    case AuditFault::BadSignature:
        return QStringLiteral("the checkpoint at %1 has a wrong signature").arg(n);
    case AuditFault::UnknownKey:
        break;
    }
    return QStringLiteral("the checkpoint at %1 was signed by another key").arg(n);
}

QString verdictText(const AuditReport &report)
{
    switch (report.verdict) {
    case AuditVerdict::Intact:
        return QStringLiteral("every record fits, and a checkpoint covers the last one");
    case AuditVerdict::Extended:
        return QStringLiteral("every record fits; the %1 after record %2 are not under a checkpoint yet")
            .arg(report.last - report.anchored)
            .arg(report.anchored);
    case AuditVerdict::Unanchored:
        return QStringLiteral("every record fits; no checkpoint says whether the end is missing or all was "
                              "rewritten");
    case AuditVerdict::Mismatch:
        return QStringLiteral("the records are not as they were written");
    case AuditVerdict::WrongAnchor:
        return QStringLiteral("this is not the chain the checkpoints were made of");
    case AuditVerdict::Truncated:
        return QStringLiteral("the end of the log is missing");
    case AuditVerdict::BadCheckpoint:
        break;
    }
    return QStringLiteral("every record fits, but a checkpoint cannot be trusted");
}

} // namespace

QStringList auditLines(const AuditReport &report)
{
    QStringList lines{
        QStringLiteral("%1: %2").arg(QString::fromLatin1(wordOf(report.verdict)), verdictText(report)),
        QStringLiteral("  records %1 to %2, %3 read; checkpoints compared: %4, signatures %5")
            .arg(report.first)
            .arg(report.last)
            .arg(report.records)
            .arg(report.checkpoints)
            .arg(report.signaturesChecked ? QStringLiteral("checked") : QStringLiteral("not checked"))};
    for (const AuditFinding &finding : report.findings) {
        lines.append(
            QStringLiteral("  %1: %2").arg(QString::fromLatin1(wordOf(finding.fault)), findingText(finding)));
    }
    if (report.faults > report.findings.size()) {
        lines.append(QStringLiteral("  and %1 more").arg(report.faults - report.findings.size()));
    }
    return lines;
}

} // namespace signalbox
