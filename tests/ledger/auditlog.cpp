// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ledger/auditlog.h"

#include "backends/ledger/recordhash.h"

namespace signalbox::test
{

LedgerRecord linked(LedgerRecord record, qint64 sequence, const QByteArray &previousHash)
{
    record.sequence = sequence;
    record.previousHash = previousHash;
    record.hash = ledger::recordHash(record);
    return record;
}

QVector<LedgerRecord> chainOf(int count)
{
    QVector<LedgerRecord> records;
    QByteArray previous;
    for (int number = 1; number <= count; ++number) {
        LedgerRecord record;
        record.time = QDateTime::fromMSecsSinceEpoch(1'787'306'400'000 + number, Qt::UTC);
        record.kind = RecordKind::Observation;
        record.operationId = QStringLiteral("op-%1").arg(number);
        record.actor = QStringLiteral("林 \"<b>\"");
        record.cluster = QStringLiteral("prod");
        record.namespaceName = QStringLiteral("shop");
        record.object = QStringLiteral("api");
        record.objectUid = QStringLiteral("u1");
        record.action = QStringLiteral("Promote");
        record.result = QStringLiteral("succeeded");
        record.reason = QStringLiteral("line\nbreak, tab\t and \\ number %1").arg(number);
        record.parameters = R"({"target":"abc"})";
        records.append(linked(record, number, previous));
        previous = records.last().hash;
    }
    return records;
}

AuditReport verified(const QVector<LedgerRecord> &records, const QVector<AuditCheckpoint> &checkpoints,
                     qint64 first)
{
    AuditVerifier verifier(checkpoints);
    verifier.begin(first);
    for (const LedgerRecord &record : records) {
        verifier.add({record, true});
    }
    return verifier.end();
}

AuditCheckpoint checkpointAt(const QVector<LedgerRecord> &records, int size)
{
    AuditCheckpoint checkpoint;
    checkpoint.size = size;
    checkpoint.head = size == 0 ? QByteArray() : records.at(size - 1).hash;
    checkpoint.time = QDateTime::fromMSecsSinceEpoch(1'787'306'500'000, Qt::UTC);
    return checkpoint;
}

QVector<FieldEdit> fieldEdits()
{
    return {
        {"time", [](LedgerRecord &r) { r.time = r.time.addMSecs(1); }},
        {"kind", [](LedgerRecord &r) { r.kind = RecordKind::Step; }},
        {"operation", [](LedgerRecord &r) { r.operationId += QLatin1Char('x'); }},
        {"actor", [](LedgerRecord &r) { r.actor = QStringLiteral("王"); }},
        {"cluster", [](LedgerRecord &r) { r.cluster = QStringLiteral("test"); }},
        {"namespace", [](LedgerRecord &r) { r.namespaceName.clear(); }},
        {"object", [](LedgerRecord &r) { r.object = QStringLiteral("web"); }},
        {"uid", [](LedgerRecord &r) { r.objectUid = QStringLiteral("u2"); }},
        {"action", [](LedgerRecord &r) { r.action = QStringLiteral("Abort"); }},
        {"result", [](LedgerRecord &r) { r.result = QStringLiteral("failed"); }},
        {"reason", [](LedgerRecord &r) { r.reason.chop(1); }},
        {"parameters", [](LedgerRecord &r) { r.parameters += ' '; }},
        {"previous", [](LedgerRecord &r) { r.previousHash[0] = static_cast<char>(r.previousHash[0] ^ 1); }},
        {"hash", [](LedgerRecord &r) { r.hash[31] = static_cast<char>(r.hash[31] ^ 1); }},
        {"number forward", [](LedgerRecord &r) { r.sequence += 1000; }},
        {"number back", [](LedgerRecord &r) { r.sequence -= 3; }},
    };
}

} // namespace signalbox::test
