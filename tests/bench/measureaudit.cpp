// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditcheck.h"
#include "backends/ledger/recordhash.h"
#include "backends/ledger/recordrow.h"
#include "backends/ledger/sqliteauditsource.h"
#include "backends/ledger/sqlitefile.h"
#include "tests/bench/measurements.h"
#include "tests/bench/statistics.h"

#include <QElapsedTimer>
#include <QFile>
#include <QVariant>

namespace signalbox::bench
{

using namespace std::chrono_literals;

namespace
{

constexpr int runs = 5;
constexpr int recordCount = 100'000;
const QString verifyName = QStringLiteral("100,000 audit records verified");
const QString unit = QStringLiteral("records/s");

/// As long as what the console writes: an action on a release, with its parameters.
LedgerRecord recordNumber(int number)
{
    LedgerRecord record;
    record.sequence = number;
    record.time = QDateTime::fromMSecsSinceEpoch(1'787'306'400'000 + number, Qt::UTC);
    record.kind = number % 2 == 0 ? RecordKind::Outcome : RecordKind::Intent;
    record.operationId =
        QStringLiteral("0f5b6c1e-7a2d-4a58-9d11-%1").arg(number / 2, 12, 10, QLatin1Char('0'));
    record.actor = QStringLiteral("dana.lin");
    record.cluster = QStringLiteral("production-east");
    record.namespaceName = QStringLiteral("shop");
    record.object = QStringLiteral("checkout");
    record.objectUid = QStringLiteral("6f6c1f0a-3a0e-4a8f-8f0e-2d1b7f3f9a11");
    record.action = QStringLiteral("Promote");
    record.result = number % 2 == 0 ? QStringLiteral("succeeded") : QString();
    record.reason = QStringLiteral("error ratio is below the limit of the plan");
    record.parameters = R"({"desk":"b1/4242/99","plan":"4be1","steps":[{"ms":812,"phase":"effective"}]})";
    return record;
}

/// Writes the ledger, and the very bytes its hashes are made of. @return what went wrong, or empty
QString writeRecords(const QString &folder, const QString &bytes)
{
    ledger::SqliteFile ledger(folder);
    QFile file(bytes);
    if (!ledger.open() || !ledger.begin() || !file.open(QIODevice::WriteOnly)) {
        return QStringLiteral("the ledger could not be made");
    }
    QSqlQuery query(ledger.database());
    query.prepare(QStringLiteral("INSERT INTO records (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                      .arg(ledger::recordColumns()));
    QByteArray previous;
    for (int number = 1; number <= recordCount; ++number) {
        LedgerRecord record = ledger::storable(recordNumber(number));
        record.previousHash = previous;
        record.hash = ledger::recordHash(record);
        previous = record.hash;
        ledger::bindRecord(query, record);
        if (!query.exec() || file.write(ledger::canonicalForm(record)) < 0) {
            return QStringLiteral("record %1 could not be written").arg(number);
        }
    }
    return ledger.commit() ? QString() : QStringLiteral("the ledger could not be written");
}

/// @return seconds, or nothing when the log was not found whole
std::optional<double> verifyOnce(const QString &folder)
{
    QElapsedTimer timer;
    timer.start();
    SqliteAuditSource source(folder);
    const auto report = checkAudit(source, {});
    const bool whole = report && report->records == recordCount && report->faults == 0;
    return whole ? std::optional(static_cast<double>(timer.nsecsElapsed()) / 1e9) : std::nullopt;
}

std::optional<double> sumOnce(const QString &bytes)
{
    MeasuredChild::Command command;
    command.program = QStringLiteral("sha256sum");
    command.arguments = {bytes};
    command.output = MeasuredChild::Output::Discard;
    MeasuredChild child(command);
    if (!child.failure().isEmpty()) {
        return std::nullopt;
    }
    const ChildUsage usage = child.wait(60s);
    return usage.exitCode == 0 ? std::optional(usage.wallSeconds) : std::nullopt;
}

} // namespace

Rows measureAudit(Surroundings &around)
{
    const QString folder = around.scratch(QStringLiteral("audit"));
    const QString bytes = around.scratch(QStringLiteral("audit-bytes"));
    if (const QString problem = writeRecords(folder, bytes); !problem.isEmpty()) {
        return {Row::failed(verifyName, unit, problem)};
    }
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int run = 0; run < runs; ++run) {
        const auto verified = verifyOnce(folder);
        const auto summed = sumOnce(bytes);
        if (!verified || !summed) {
            return {Row::failed(verifyName, unit,
                                verified ? QStringLiteral("sha256sum did not run")
                                         : QStringLiteral("the log was not found whole"))};
        }
        ours.push_back(*verified);
        theirs.push_back(*summed);
    }
    Row row;
    row.name = verifyName;
    row.unit = unit;
    row.value = recordCount / median(ours);
    row.reference = recordCount / median(theirs);
    row.ratio = *row.value / *row.reference;
    row.note =
        QStringLiteral("read from SQLite, every link and hash checked, medians of %1 interleaved runs; "
                       "reference: sha256sum over the same %2 bytes in one file, as records a second")
            .arg(runs)
            .arg(QFile(bytes).size());
    return {row};
}

} // namespace signalbox::bench
