// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditcheck.h"
#include "backends/ledger/auditexport.h"
#include "backends/ledger/auditkeyfile.h"
#include "tests/ledger/auditlog.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

constexpr int size = 10;
using Lines = QByteArrayList;

/// A ledger in memory.
class MemorySource final : public AuditSource
{
public:
    Result<Done> read(qint64 from, qint64 to, const std::function<void(const AuditRow &)> &take) override
    {
        for (const LedgerRecord &record : records) {
            if (record.sequence >= from && (to == 0 || record.sequence <= to)) {
                take({record, true});
            }
        }
        return Done();
    }
    Result<AuditHead> head() override
    {
        return records.isEmpty() ? AuditHead() : AuditHead{records.last().sequence, records.last().hash};
    }
    Result<QVector<AuditCheckpoint>> checkpoints() override { return kept; }
    Result<Done> keep(const AuditCheckpoint &checkpoint) override
    {
        kept.append(checkpoint);
        return Done();
    }
    QVector<LedgerRecord> records;
    QVector<AuditCheckpoint> kept;
};

QDateTime noon()
{
    return QDateTime::fromMSecsSinceEpoch(1'787'313'600'000, Qt::UTC);
}

AuditReport check(const Lines &lines, const AuditTrust &trust)
{
    QByteArray bytes = lines.join('\n') + '\n';
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    const auto report = checkExport(device, trust);
    return report ? *report : AuditReport{};
}

} // namespace

class AuditExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholeIsIntact();
    void excerptIsIntact();
    void everyFieldOfEveryLine_data();
    void everyFieldOfEveryLine();
    void everyByteOfEveryLine();
    void lines_data();
    void lines();
    void wrongKey();
    void forgedCheckpoint_data();
    void forgedCheckpoint();
    void checkpointsElsewhere();
    void sealingRefusesABrokenChain();
    void notAnExport();
    void keyFile();
    void keyFileRefusals();
    void checkpointFile();

private:
    Lines exported(MemorySource &source, qint64 from = 1, qint64 to = 0)
    {
        QByteArray bytes;
        QBuffer device(&bytes);
        device.open(QIODevice::WriteOnly);
        const auto report = writeExport(source, trust(), from, to, device);
        bytes.chop(1);
        return report ? bytes.split('\n') : Lines();
    }
    AuditTrust trust() const { return {{}, {m_key->publicKey()}}; }

    QTemporaryDir m_folder;
    std::optional<AuditKey> m_key;
    MemorySource m_source;
    Lines m_lines; ///< header, records 1 to size, checkpoint, report
};

void AuditExportTest::initTestCase()
{
    m_key = *AuditKey::generate();
    m_source.records = chainOf(size);
    m_source.records[3].parameters = QByteArray("\xff\x00\x01", 3); // no text
    for (int i = 3; i < size; ++i) {
        m_source.records[i] = linked(m_source.records.at(i), i + 1, m_source.records.at(i - 1).hash);
    }
    m_source.kept = {*sealed(m_source, {}, *m_key, noon())};
    m_lines = exported(m_source);
    QCOMPARE(m_lines.size(), size + 3);
}

void AuditExportTest::wholeIsIntact()
{
    const AuditReport report = check(m_lines, trust());
    QCOMPARE(report.verdict, AuditVerdict::Intact);
    QCOMPARE(report.records, size);
    QVERIFY(report.signaturesChecked);
    QVERIFY(m_lines.last().startsWith(R"({"report":{"anchored":10,)"));
}

void AuditExportTest::excerptIsIntact()
{
    const Lines middle = exported(m_source, 4, 7);
    QCOMPARE(middle.size(), 4 + 2);
    AuditReport report = check(middle, trust());
    QCOMPARE(report.verdict, AuditVerdict::Unanchored);
    QCOMPARE(report.first, 4);
    QCOMPARE(report.last, 7);
    const AuditTrust anchored{{*signedCheckpoint(3, m_source.records.at(2).hash, noon(), *m_key),
                               *signedCheckpoint(7, m_source.records.at(6).hash, noon(), *m_key)},
                              {m_key->publicKey()}};
    QCOMPARE(check(middle, anchored).verdict, AuditVerdict::Intact);
    // The end of the log, to a number behind it, ends where the log does.
    report = check(exported(m_source, 8, 99), trust());
    QCOMPARE(report.verdict, AuditVerdict::Intact);
    QCOMPARE(report.last, size);
}

void AuditExportTest::everyFieldOfEveryLine_data()
{
    QTest::addColumn<int>("field");
    const auto edits = fieldEdits();
    for (int field = 0; field < edits.size(); ++field) {
        QTest::newRow(edits.at(field).name) << field;
    }
}

void AuditExportTest::everyFieldOfEveryLine()
{
    QFETCH(int, field);
    for (int number = 2; number <= size; ++number) {
        LedgerRecord record = m_source.records.at(number - 1);
        fieldEdits().at(field).edit(record);
        Lines changed = m_lines;
        changed[number] = exportLine(record).chopped(1);
        const AuditReport report = check(changed, trust());
        QCOMPARE(report.verdict, AuditVerdict::Mismatch);
        QCOMPARE(report.findings.first(), (AuditFinding{AuditFault::Edited, number, 1}));
    }
}

void AuditExportTest::everyByteOfEveryLine()
{
    for (const int number : {1, 4, size}) {
        const QByteArray line = m_lines.at(number);
        for (int i = 0; i < line.size(); ++i) {
            Lines changed = m_lines;
            changed[number][i] = line.at(i) == '~' ? '!' : '~';
            const AuditReport report = check(changed, trust());
            QVERIFY2(report.verdict == AuditVerdict::Mismatch, changed.at(number).constData());
            QCOMPARE(report.findings.first().sequence, number);
        }
        Lines changed = m_lines;
        changed[number].insert(1, ' '); // the same JSON, other bytes
        QCOMPARE(check(changed, trust()).findings.first(), (AuditFinding{AuditFault::Edited, number, 1}));
    }
}

void AuditExportTest::lines_data()
{
    QTest::addColumn<Lines>("lines");
    QTest::addColumn<AuditVerdict>("verdict");
    QTest::addColumn<AuditFault>("fault");
    QTest::addColumn<qint64>("sequence");
    const auto row = [this](const char *name, AuditVerdict verdict, AuditFault fault, qint64 sequence,
                            auto change) {
        Lines lines = m_lines;
        change(lines);
        QTest::newRow(name) << lines << verdict << fault << sequence;
    };
    using V = AuditVerdict;
    using F = AuditFault;
    row("dropped", V::Mismatch, F::Missing, 5, [](Lines &l) { l.removeAt(5); });
    row("swapped", V::Mismatch, F::Reordered, 5, [](Lines &l) { l.swapItemsAt(5, 6); });
    row("repeated", V::Mismatch, F::Inserted, 5, [](Lines &l) { l.insert(6, l.at(5)); });
    row("last record dropped", V::Truncated, F::Truncated, 10, [](Lines &l) { l.removeAt(10); });
    row("report dropped", V::Truncated, F::Truncated, 11, [](Lines &l) { l.removeLast(); });
    row("cut in the middle", V::Truncated, F::Truncated, 7, [](Lines &l) { l.resize(7); });
    row("cut, header follows", V::Truncated, F::Truncated, 7, [](Lines &l) {
        l.remove(7, 4);
        l[0] = exportHeader(1, 6).chopped(1);
    });
    row("cut in a line", V::Mismatch, F::Unreadable, 6, [](Lines &l) {
        l.resize(7);
        l[6].chop(20);
    });
    row("something after the report", V::Mismatch, F::Unreadable, 11, [](Lines &l) { l.append(l.at(3)); });
    row("empty line", V::Mismatch, F::Unreadable, 5, [](Lines &l) { l[5].clear(); });
    row("another object", V::Mismatch, F::Unreadable, 5, [](Lines &l) { l[5] = R"({"note":"hello"})"; });
}

void AuditExportTest::lines()
{
    QFETCH(Lines, lines);
    const AuditReport report = check(lines, trust());
    QTEST(report.verdict, "verdict");
    QTEST(report.findings.first().fault, "fault");
    QTEST(report.findings.first().sequence, "sequence");
}

void AuditExportTest::wrongKey()
{
    const AuditKey other = *AuditKey::generate();
    const AuditReport report = check(m_lines, {{}, {other.publicKey()}});
    QCOMPARE(report.verdict, AuditVerdict::BadCheckpoint);
    QCOMPARE(report.findings.first(), (AuditFinding{AuditFault::UnknownKey, size, 1}));
    QCOMPARE(report.anchored, 0);
    QVERIFY(!check(m_lines, {}).signaturesChecked);
    QCOMPARE(check(m_lines, {}).verdict, AuditVerdict::Intact);
}

void AuditExportTest::forgedCheckpoint_data()
{
    QTest::addColumn<AuditCheckpoint>("forged");
    const AuditCheckpoint good = m_source.kept.first();
    AuditCheckpoint forged = good;
    forged.size = 9;
    QTest::newRow("size") << forged;
    forged = good;
    forged.head[0] = static_cast<char>(forged.head[0] ^ 1);
    QTest::newRow("head") << forged;
    forged = good;
    forged.time = forged.time.addMSecs(1);
    QTest::newRow("time") << forged;
    forged = good;
    forged.signature[63] = static_cast<char>(forged.signature[63] ^ 1);
    QTest::newRow("signature") << forged;
    forged = good;
    forged.signature.clear();
    QTest::newRow("no signature") << forged;
    forged = *signedCheckpoint(size, good.head, noon(), *AuditKey::generate());
    forged.keyId = good.keyId;
    QTest::newRow("another key in our name") << forged;
}

void AuditExportTest::forgedCheckpoint()
{
    QFETCH(AuditCheckpoint, forged);
    Lines changed = m_lines;
    changed[size + 1] = exportLine(forged).chopped(1);
    const AuditReport report = check(changed, trust());
    QCOMPARE(report.verdict, AuditVerdict::BadCheckpoint);
    QCOMPARE(report.findings.first(), (AuditFinding{AuditFault::BadSignature, forged.size, 1}));
}

/// Whoever rewrites the log rewrites what is kept beside it, but not what is kept elsewhere.
void AuditExportTest::checkpointsElsewhere()
{
    MemorySource rewritten;
    rewritten.records = m_source.records;
    rewritten.records[2].actor = QStringLiteral("mallory");
    for (int i = 2; i < size; ++i) {
        rewritten.records[i] = linked(rewritten.records.at(i), i + 1, rewritten.records.at(i - 1).hash);
    }
    QCOMPARE(checkAudit(rewritten, trust())->verdict, AuditVerdict::Unanchored);
    const AuditTrust elsewhere{m_source.kept, {m_key->publicKey()}};
    const AuditReport report = *checkAudit(rewritten, elsewhere);
    QCOMPARE(report.verdict, AuditVerdict::WrongAnchor);
    QCOMPARE(report.findings.first(), (AuditFinding{AuditFault::WrongAnchor, size, 1}));
    rewritten.records = m_source.records.mid(0, 6);
    QCOMPARE(checkAudit(rewritten, elsewhere)->findings.first(), (AuditFinding{AuditFault::Truncated, 7, 4}));
    QCOMPARE(check(exported(rewritten), elsewhere).verdict, AuditVerdict::Unanchored); // an older export
}

void AuditExportTest::sealingRefusesABrokenChain()
{
    MemorySource source;
    source.records = chainOf(6);
    source.kept = {*sealed(source, {}, *m_key, noon())};
    source.records = chainOf(9);
    QCOMPARE(sealed(source, {}, *m_key, noon())->size, 9);
    source.records[7].actor.clear();
    const auto refused = sealed(source, {}, *m_key, noon());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QCOMPARE(refused.error().detail, QStringLiteral("mismatch"));
    QCOMPARE(refused.error().subject, QStringLiteral("8"));
    source.records = chainOf(4);
    QCOMPARE(sealed(source, {}, *m_key, noon()).error().detail, QStringLiteral("truncated"));
    source.records = chainOf(9);
    source.records[5] = linked(source.records.at(4), 6, source.records.at(4).hash);
    QVERIFY(!sealed(source, {}, *m_key, noon()));
}

void AuditExportTest::notAnExport()
{
    for (const QByteArray &content : {QByteArray(), QByteArray("{}\n"), QByteArray("PK\x03\x04"),
                                      QByteArray("{\"from\":1,\"signalboxAudit\":2,\"to\":3}\n")}) {
        QByteArray bytes = content;
        QBuffer device(&bytes);
        device.open(QIODevice::ReadOnly);
        const auto report = checkExport(device, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Protocol);
    }
}

void AuditExportTest::keyFile()
{
    const QString path = m_folder.filePath(QStringLiteral("key.pem"));
    const auto made = createKeyFile(path);
    QVERIFY(made);
    QCOMPARE(QFile::permissions(path) & ~QFile::Permissions(0x6000),
             QFile::Permissions(QFile::ReadUser | QFile::WriteUser));
    const auto read = readKeyFile(path);
    QVERIFY(read);
    QCOMPARE(read->publicKey().id(), made->publicKey().id());
    const QByteArray message("checked");
    QVERIFY(made->publicKey().verifies(message, *read->sign(message)));
    QVERIFY(!made->publicKey().verifies(message + ' ', *read->sign(message)));
    const auto again = AuditPublicKey::fromPem(made->publicKey().pem());
    QVERIFY(again);
    QCOMPARE(again->id(), made->publicKey().id());
    QCOMPARE(again->id().size(), 32);
}

void AuditExportTest::keyFileRefusals()
{
    const QString path = m_folder.filePath(QStringLiteral("open.pem"));
    QVERIFY(createKeyFile(path));
    QVERIFY(!createKeyFile(path)); // never replaced
    QVERIFY(QFile::setPermissions(path, QFile::ReadUser | QFile::WriteUser | QFile::ReadGroup));
    QCOMPARE(readKeyFile(path).error().layer, ErrorLayer::Credentials);
    QVERIFY(!readKeyFile(m_folder.filePath(QStringLiteral("none.pem"))));
    const QString rubbish = m_folder.filePath(QStringLiteral("rubbish.pem"));
    QFile file(rubbish);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
    file.close();
    QVERIFY(QFile::setPermissions(rubbish, QFile::ReadUser | QFile::WriteUser));
    const auto bad = readKeyFile(rubbish);
    QVERIFY(!bad);
    QVERIFY(!bad.error().detail.contains(QLatin1String("c2Vj")));
    QCOMPARE(bad.error().subject, rubbish);
    QVERIFY(!readPublicKeyFile(rubbish));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(AuditKey::generate()->publicKey().pem() + AuditKey::generate()->publicKey().pem());
    file.close();
    QCOMPARE(readPublicKeyFile(rubbish)->size(), 2);
    QVERIFY(file.open(QIODevice::Append));
    file.write("and more\n");
    file.close();
    QVERIFY(!readPublicKeyFile(rubbish));
}

void AuditExportTest::checkpointFile()
{
    const QString path = m_folder.filePath(QStringLiteral("checkpoints.jsonl"));
    QVERIFY(readCheckpoints(path)->isEmpty());
    const AuditCheckpoint one = m_source.kept.first();
    const AuditCheckpoint other = *signedCheckpoint(3, m_source.records.at(2).hash, noon(), *m_key);
    QVERIFY(appendCheckpoint(path, one));
    QVERIFY(appendCheckpoint(path, other));
    QCOMPARE(*readCheckpoints(path), (QVector<AuditCheckpoint>{one, other}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("{\"checkpoint\":{}}\n");
    file.close();
    QCOMPARE(readCheckpoints(path).error().detail, QStringLiteral("line 3 is not a checkpoint"));
}

QTEST_GUILESS_MAIN(AuditExportTest)
#include "auditexport_test.moc"
