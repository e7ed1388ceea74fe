// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditcheck.h"

#include "backends/ledger/auditexport.h"

#include <algorithm>

namespace signalbox
{
namespace
{

/// Checkpoints whose word counts, and what is wrong with the others.
struct Sorted {
    QVector<AuditCheckpoint> good;
    QVector<AuditFinding> faults;
};

Sorted sorted(const QVector<AuditCheckpoint> &all, const QVector<AuditPublicKey> &keys)
{
    Sorted result;
    for (const AuditCheckpoint &checkpoint : all) {
        const auto fault = keys.isEmpty() ? std::nullopt : signatureFault(checkpoint, keys);
        if (fault) {
            result.faults.append(*fault);
        } else if (!result.good.contains(checkpoint)) {
            result.good.append(checkpoint);
        }
    }
    return result;
}

AuditReport reported(AuditVerifier &verifier, const QVector<AuditFinding> &elsewhere, const AuditTrust &trust)
{
    AuditReport report = verifier.end(elsewhere);
    report.signaturesChecked = !trust.keys.isEmpty();
    return report;
}

/// Those that say something about an excerpt.
QVector<AuditCheckpoint> within(const QVector<AuditCheckpoint> &all, qint64 from, qint64 to)
{
    QVector<AuditCheckpoint> inside;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(inside),
                 [=](const AuditCheckpoint &checkpoint) {
                     return checkpoint.size >= from - 1 && (to == 0 || checkpoint.size <= to);
                 });
    return inside;
}

Error storageError(const QIODevice &device)
{
    return failure(ErrorCode::Storage, ErrorLayer::Storage, device.errorString()).value();
}

} // namespace

Result<AuditReport> checkAudit(AuditSource &source, const AuditTrust &trust)
{
    // Before the records: what is written meanwhile makes the log longer, never shorter.
    const auto own = source.checkpoints();
    if (!own) {
        return tl::unexpected(own.error());
    }
    const Sorted checkpoints = sorted(*own + trust.checkpoints, trust.keys);
    AuditVerifier verifier(checkpoints.good);
    verifier.begin();
    const auto read = source.read(0, 0, [&verifier](const AuditRow &row) { verifier.add(row); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return reported(verifier, checkpoints.faults, trust);
}

Result<AuditReport> checkExport(QIODevice &device, const AuditTrust &trust)
{
    // Its checkpoints come last, and are needed first.
    const auto about = readExport(
        device, [](const AuditRow &) {}, [] {});
    if (!about) {
        return tl::unexpected(about.error());
    }
    // Its own lie within it; those kept elsewhere may be about what came before and after.
    const Sorted checkpoints =
        sorted(about->checkpoints + within(trust.checkpoints, about->from, std::max<qint64>(1, about->to)),
               trust.keys);
    AuditVerifier verifier(checkpoints.good);
    verifier.begin(about->from);
    if (!device.seek(0)) {
        return tl::unexpected(storageError(device));
    }
    const auto read = readExport(
        device, [&verifier](const AuditRow &row) { verifier.add(row); },
        [&verifier] { verifier.addUnreadable(); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    QVector<AuditFinding> faults = checkpoints.faults;
    const qint64 last = verifier.lastSequence();
    const qint64 promised = std::max(about->to, about->reportedLast);
    if (last < promised || !about->complete) {
        faults.prepend({AuditFault::Truncated, last + 1, std::max<qint64>(0, promised - last)});
    }
    return reported(verifier, faults, trust);
}

Result<AuditReport> writeExport(AuditSource &source, const AuditTrust &trust, qint64 from, qint64 to,
                                QIODevice &into)
{
    const auto own = source.checkpoints();
    const auto head = own ? source.head() : Result<AuditHead>(tl::unexpected(own.error()));
    if (!head) {
        return tl::unexpected(head.error());
    }
    const qint64 last = to == 0 ? head->sequence : std::min(to, head->sequence);
    // One behind the end would make the excerpt look cut off; in the whole log it says that it is.
    const auto inside = within(*own + trust.checkpoints, from, to == 0 ? 0 : last);
    const Sorted checkpoints = sorted(inside, trust.keys);
    AuditVerifier verifier(checkpoints.good);
    verifier.begin(from);
    bool written = into.write(exportHeader(from, last)) > 0;
    const auto read = source.read(from, last, [&](const AuditRow &row) {
        verifier.add(row);
        written = written && into.write(exportLine(row.record)) > 0;
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    for (const AuditCheckpoint &checkpoint : inside) {
        written = written && into.write(exportLine(checkpoint)) > 0;
    }
    const AuditReport report = reported(verifier, checkpoints.faults, trust);
    written = written && into.write(exportLine(report)) > 0;
    return written ? Result<AuditReport>(report) : tl::unexpected(storageError(into));
}

Result<AuditCheckpoint> sealed(AuditSource &source, const QVector<AuditCheckpoint> &elsewhere,
                               const AuditKey &key, const QDateTime &now)
{
    const auto own = source.checkpoints();
    if (!own) {
        return tl::unexpected(own.error());
    }
    const QVector<AuditCheckpoint> good = sorted(*own + elsewhere, {key.publicKey()}).good;
    qint64 from = 1;
    for (const AuditCheckpoint &checkpoint : good) {
        from = std::max(from, checkpoint.size + 1);
    }
    AuditVerifier verifier(within(good, from, 0));
    // From the sealed record itself on, so that it is seen to be there still.
    verifier.begin(std::max<qint64>(1, from - 1));
    const auto read = source.read(std::max<qint64>(1, from - 1), 0,
                                  [&verifier](const AuditRow &row) { verifier.add(row); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    const AuditReport report = verifier.end();
    if (report.isBroken()) {
        return failure(ErrorCode::Refused, ErrorLayer::Rule, QString::fromLatin1(wordOf(report.verdict)),
                       QString::number(report.findings.isEmpty() ? 0 : report.findings.first().sequence));
    }
    return signedCheckpoint(report.last, report.head, now, key);
}

} // namespace signalbox
