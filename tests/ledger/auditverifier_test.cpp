// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ledger/auditlog.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

constexpr int size = 12;
using Log = QVector<LedgerRecord>;

QString words(const AuditReport &report)
{
    QString all = QString::fromLatin1(wordOf(report.verdict));
    for (const AuditFinding &finding : report.findings) {
        all += QStringLiteral(" %1@%2+%3")
                   .arg(QString::fromLatin1(wordOf(finding.fault)))
                   .arg(finding.sequence)
                   .arg(finding.count);
    }
    return all;
}

/// From `index` on every record written anew, as one who wants no trace would.
void relink(Log &log, int index)
{
    for (int i = index; i < log.size(); ++i) {
        log[i] = linked(log.at(i), i + 1, i == 0 ? QByteArray() : log.at(i - 1).hash);
    }
}

void renumber(Log &log)
{
    for (int i = 0; i < log.size(); ++i) {
        log[i].sequence = i + 1;
    }
}

} // namespace

class AuditVerifierTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfEveryRecord_data();
    void everyFieldOfEveryRecord();
    void changes_data();
    void changes();
    void everyRemovalIsFound();
    void everySwapIsFound();
    void unfaithfulRow();
    void unreadableRow();
    void anchors_data();
    void anchors();
    void excerpt();
};

void AuditVerifierTest::everyFieldOfEveryRecord_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<int>("number");
    const auto edits = fieldEdits();
    for (int field = 0; field < edits.size(); ++field) {
        for (const int number : {1, 2, 6, size}) {
            QTest::addRow("%s of %d", edits.at(field).name, number) << field << number;
        }
    }
}

void AuditVerifierTest::everyFieldOfEveryRecord()
{
    QFETCH(int, field);
    QFETCH(int, number);
    Log log = chainOf(size);
    LedgerRecord &record = log[number - 1];
    if (number == 1 && fieldEdits().at(field).name == QByteArray("previous")) {
        record.previousHash = QByteArray(32, 'x'); // something to flip
    }
    fieldEdits().at(field).edit(record);
    const AuditReport report = verified(log);
    QCOMPARE(report.verdict, AuditVerdict::Mismatch);
    QCOMPARE(report.findings.first(), (AuditFinding{AuditFault::Edited, number, 1}));
    QCOMPARE(report.faults, 1);
}

void AuditVerifierTest::changes_data()
{
    QTest::addColumn<Log>("log");
    QTest::addColumn<QString>("expected");
    const Log whole = chainOf(size);
    QTest::newRow("nothing") << whole << QStringLiteral("unanchored");
    QTest::newRow("empty") << Log() << QStringLiteral("unanchored");
    const auto row = [&whole](const char *name, const char *expected, auto change) {
        Log log = whole;
        change(log);
        QTest::newRow(name) << log << QString::fromLatin1(expected);
    };
    row("line dropped", "mismatch missing@5+1", [](Log &log) { log.removeAt(4); });
    row("first dropped", "mismatch missing@1+1", [](Log &log) { log.removeFirst(); });
    row("three dropped", "mismatch missing@5+3", [](Log &log) { log.remove(4, 3); });
    row("dropped and renumbered", "mismatch missing@5+1", [](Log &log) {
        log.removeAt(4);
        renumber(log);
    });
    row("two dropped and renumbered", "mismatch missing@5+1", [](Log &log) {
        log.remove(4, 2);
        renumber(log);
    });
    row("neighbours swapped", "mismatch reordered@5+1", [](Log &log) { log.swapItemsAt(4, 5); });
    row("far ones swapped", "mismatch reordered@3+6", [](Log &log) { log.swapItemsAt(2, 8); });
    row("swapped and renumbered", "mismatch reordered@3+1", [](Log &log) {
        log.swapItemsAt(2, 8);
        renumber(log);
    });
    row("repeated", "mismatch inserted@5+1", [](Log &log) { log.insert(5, log.at(4)); });
    row("old one repeated", "mismatch inserted@2+1", [](Log &log) { log.insert(8, log.at(1)); });
    row("forged one before", "mismatch inserted@5+1", [](Log &log) {
        LedgerRecord forged = log.at(4);
        forged.actor = QStringLiteral("mallory");
        log.insert(4, linked(forged, 5, log.at(3).hash));
    });
    row("forged and renumbered", "mismatch inserted@5+1", [](Log &log) {
        LedgerRecord forged = log.at(4);
        forged.actor = QStringLiteral("mallory");
        log.insert(4, linked(forged, 5, log.at(3).hash));
        renumber(log);
    });
    row("rewritten with its hash", "mismatch replaced@5+1", [](Log &log) {
        LedgerRecord forged = log.at(4);
        forged.reason = QStringLiteral("nothing to see");
        log[4] = linked(forged, 5, log.at(3).hash);
    });
    row("two edited", "mismatch edited@3+1 edited@9+1", [](Log &log) {
        log[2].actor.clear();
        log[8].result.clear();
    });
    row("cut off, no checkpoint", "unanchored", [](Log &log) { log.removeLast(); });
    row("rewritten as a whole, no checkpoint", "unanchored", [](Log &log) {
        log[2].actor.clear();
        relink(log, 2);
    });
}

void AuditVerifierTest::changes()
{
    QFETCH(Log, log);
    QFETCH(QString, expected);
    const AuditReport report = verified(log);
    QCOMPARE(words(report), expected);
    QCOMPARE(report.records, log.size());
    QCOMPARE(report.isBroken(), expected != QLatin1String("unanchored"));
}

void AuditVerifierTest::everyRemovalIsFound()
{
    const Log whole = chainOf(size);
    const QVector<AuditCheckpoint> checkpoints{checkpointAt(whole, size)};
    for (int index = 0; index < size; ++index) {
        Log log = whole;
        log.removeAt(index);
        const bool isEnd = index == size - 1;
        QCOMPARE(verified(log, checkpoints).findings.first(),
                 (AuditFinding{isEnd ? AuditFault::Truncated : AuditFault::Missing, index + 1, 1}));
    }
}

void AuditVerifierTest::everySwapIsFound()
{
    const Log whole = chainOf(size);
    for (int one = 0; one < size; ++one) {
        for (int other = one + 1; other < size; ++other) {
            for (const bool renumbered : {false, true}) {
                Log log = whole;
                log.swapItemsAt(one, other);
                if (renumbered) {
                    renumber(log);
                }
                const AuditReport report = verified(log);
                QCOMPARE(report.verdict, AuditVerdict::Mismatch);
                QCOMPARE(report.findings.first().fault, AuditFault::Reordered);
                QCOMPARE(report.findings.first().sequence, one + 1);
            }
        }
    }
}

void AuditVerifierTest::unfaithfulRow()
{
    const Log log = chainOf(size);
    AuditVerifier verifier;
    verifier.begin();
    for (const LedgerRecord &record : log) {
        verifier.add({record, record.sequence != 7});
    }
    QCOMPARE(words(verifier.end()), QStringLiteral("mismatch edited@7+1"));
}

void AuditVerifierTest::unreadableRow()
{
    const Log log = chainOf(size);
    AuditVerifier verifier;
    verifier.begin();
    for (const LedgerRecord &record : log) {
        if (record.sequence == 7) {
            verifier.addUnreadable();
        } else {
            verifier.add({record, true});
        }
    }
    QCOMPARE(words(verifier.end()), QStringLiteral("mismatch unreadable@7+1"));
}

void AuditVerifierTest::anchors_data()
{
    QTest::addColumn<Log>("log");
    QTest::addColumn<QVector<int>>("sizes"); ///< of checkpoints made of the original
    QTest::addColumn<QString>("expected");
    QTest::addColumn<qint64>("anchored");
    const Log whole = chainOf(size);
    const auto row = [&whole](const char *name, const QVector<int> &sizes, const char *expected,
                              qint64 anchored, auto change) {
        Log log = whole;
        change(log);
        QTest::newRow(name) << log << sizes << QString::fromLatin1(expected) << anchored;
    };
    const auto nothing = [](Log &) {};
    row("covered", {4, 12}, "intact", 12, nothing);
    row("log longer than the chain", {4, 8}, "extended", 8, nothing);
    row("of the empty ledger", {0}, "extended", 0, nothing);
    row("chain longer than the log", {4, 8}, "truncated truncated@7+2", 4, [](Log &log) { log.resize(6); });
    row("everything gone", {4}, "truncated truncated@1+4", 0, [](Log &log) { log.clear(); });
    row("last rewritten", {12}, "wrong-anchor wrong-anchor@12+1", 0, [](Log &log) {
        log.last().actor.clear();
        relink(log, size - 1);
    });
    row("rewritten from the middle", {4, 8, 12}, "wrong-anchor wrong-anchor@8+1 wrong-anchor@12+1", 4,
        [](Log &log) {
            log[5].actor.clear();
            relink(log, 5);
        });
    row("cut off and grown again", {4, 8}, "wrong-anchor wrong-anchor@8+1", 4, [](Log &log) {
        log.remove(5, 3);
        relink(log, 5);
    });
    row("edited and cut off", {12}, "mismatch edited@3+1 truncated@11+2", 0, [](Log &log) {
        log[2].reason.clear();
        log.resize(10);
    });
    row("another ledger", {4}, "wrong-anchor wrong-anchor@4+1", 0, [](Log &log) {
        log.first().actor = QStringLiteral("elsewhere");
        relink(log, 0);
    });
}

void AuditVerifierTest::anchors()
{
    QFETCH(Log, log);
    QFETCH(QVector<int>, sizes);
    QFETCH(QString, expected);
    QVector<AuditCheckpoint> checkpoints;
    const Log whole = chainOf(size);
    for (const int each : sizes) {
        checkpoints.append(checkpointAt(whole, each));
    }
    const AuditReport report = verified(log, checkpoints);
    QCOMPARE(words(report), expected);
    QTEST(report.anchored, "anchored");
}

void AuditVerifierTest::excerpt()
{
    const Log whole = chainOf(size);
    const Log part = whole.mid(4, 5);
    AuditReport report = verified(part, {checkpointAt(whole, 4), checkpointAt(whole, 9)}, 5);
    QCOMPARE(words(report), QStringLiteral("intact"));
    QCOMPARE(report.first, 5);
    QCOMPARE(report.last, 9);
    AuditCheckpoint other = checkpointAt(whole, 4);
    other.head = whole.at(0).hash;
    report = verified(part, {other}, 5);
    QCOMPARE(words(report), QStringLiteral("wrong-anchor wrong-anchor@4+1"));
    QCOMPARE(words(verified(part.mid(1), {}, 5)), QStringLiteral("mismatch missing@5+1"));
}

QTEST_GUILESS_MAIN(AuditVerifierTest)
#include "auditverifier_test.moc"
