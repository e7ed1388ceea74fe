// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditexport.h"
#include "backends/ledger/auditkeeper.h"
#include "backends/ledger/ledgerfile.h"
#include "backends/ledger/sqliteauditsource.h"
#include "tests/ledger/ledgerworld.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

LedgerRecord recordOf(const char *action, const char *result, const char *parameters)
{
    LedgerRecord record;
    record.time = QDateTime::fromMSecsSinceEpoch(1'787'306'400'000, Qt::UTC);
    record.actor = QStringLiteral("dana");
    record.action = QLatin1String(action);
    record.result = QLatin1String(result);
    record.parameters = parameters;
    return record;
}

LedgerRecord verdict()
{
    return recordOf("AnnounceVerdict", "succeeded", R"({"body":{"verdict":"go"}})");
}

LedgerRecord vote()
{
    return recordOf("CastVote", "succeeded", R"({"body":{"choice":"approve"}})");
}

} // namespace

class AuditKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatAsksForASeal_data();
    void whatAsksForASeal();
    void nothingWithoutAKey();
    void sealsAtOnceAfterAVerdict();
    void sealsOnSchedule();
    void keepsThemElsewhereToo();
    void doesNotSignABrokenChain();
    void goesOnAfterARestart();

private:
    QString ledger() const { return m_folder->path(); }
    void append(const LedgerRecord &record) const
    {
        ledger::LedgerFile file(ledger());
        QVERIFY(file.append(record));
    }
    QVector<AuditCheckpoint> kept() const
    {
        SqliteAuditSource source(ledger());
        return source.checkpoints().value_or(QVector<AuditCheckpoint>());
    }
    std::unique_ptr<AuditKeeper> keeper(const QString &elsewhere = {}) const
    {
        return std::make_unique<AuditKeeper>(
            [folder = ledger()] { return std::make_unique<SqliteAuditSource>(folder); }, elsewhere, m_clock);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ShiftedClock m_clock;
    AuditKey m_key = *AuditKey::generate();
};

void AuditKeeperTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    append(vote());
}

void AuditKeeperTest::whatAsksForASeal_data()
{
    QTest::addColumn<LedgerRecord>("record");
    QTest::addColumn<bool>("asks");
    const char *consumed = R"({"body":{"state":"consumed"}})";
    QTest::newRow("verdict") << verdict() << true;
    QTest::newRow("gate used") << recordOf("EndGate", "succeeded", consumed) << true;
    QTest::newRow("poll used") << recordOf("EndPoll", "succeeded", consumed) << true;
    QTest::newRow("gate withdrawn") << recordOf("EndGate", "succeeded", R"({"body":{"state":"withdrawn"}})")
                                    << false;
    QTest::newRow("refused") << recordOf("EndGate", "refused", consumed) << false;
    QTest::newRow("vote") << vote() << false;
    QTest::newRow("rubbish") << recordOf("EndGate", "succeeded", "[[") << false;
}

void AuditKeeperTest::whatAsksForASeal()
{
    QFETCH(LedgerRecord, record);
    QTEST(asksForSeal(record), "asks");
}

void AuditKeeperTest::nothingWithoutAKey()
{
    auto keeping = keeper();
    append(verdict());
    keeping->look();
    keeping->seal();
    keeping.reset(); // finishes what was handed in
    QVERIFY(kept().isEmpty());
}

void AuditKeeperTest::sealsAtOnceAfterAVerdict()
{
    auto keeping = keeper();
    QSignalSpy sealing(keeping.get(), &AuditKeeper::wasSealed);
    keeping->setKey(m_key);
    QTRY_COMPARE(sealing.size(), 1); // what was there before
    append(vote());
    keeping->look();
    append(verdict());
    keeping->look();
    QTRY_COMPARE(sealing.size(), 2);
    QCOMPARE(sealing.last().first().toLongLong(), 3);
    keeping->look();
    keeping->seal(); // nothing was added
    keeping.reset();
    QCOMPARE(kept().size(), 2);
    SqliteAuditSource source(ledger());
    QCOMPARE(checkAudit(source, {{}, {m_key.publicKey()}})->verdict, AuditVerdict::Intact);
}

void AuditKeeperTest::sealsOnSchedule()
{
    auto keeping = keeper();
    QSignalSpy sealing(keeping.get(), &AuditKeeper::wasSealed);
    keeping->setKey(m_key);
    QTRY_COMPARE(sealing.size(), 1);
    keeping->setSchedule(std::chrono::milliseconds(20));
    append(vote());
    QTRY_COMPARE(sealing.size(), 2);
    QCOMPARE(sealing.last().first().toLongLong(), 2);
}

void AuditKeeperTest::keepsThemElsewhereToo()
{
    const QTemporaryDir other;
    const QString file = other.filePath(QStringLiteral("kept.jsonl"));
    auto keeping = keeper(file);
    QSignalSpy sealing(keeping.get(), &AuditKeeper::wasSealed);
    keeping->setKey(m_key);
    QTRY_COMPARE(sealing.size(), 1);
    QCOMPARE(*readCheckpoints(file), kept());
}

void AuditKeeperTest::doesNotSignABrokenChain()
{
    auto keeping = keeper();
    QSignalSpy sealing(keeping.get(), &AuditKeeper::wasSealed);
    QSignalSpy failing(keeping.get(), &AuditKeeper::failed);
    keeping->setKey(m_key);
    QTRY_COMPARE(sealing.size(), 1);
    append(vote());
    append(verdict());
    {
        ledger::SqliteFile file(ledger());
        QVERIFY(file.open());
        QVERIFY(file.run(QStringLiteral("DROP TRIGGER records_no_update")));
        QVERIFY(file.run(QStringLiteral("UPDATE records SET actor = 'mallory' WHERE sequence = 2")));
    }
    keeping->look();
    QTRY_COMPARE(failing.size(), 1);
    const auto error = failing.first().first().value<Error>();
    QCOMPARE(error.code, ErrorCode::Refused);
    QCOMPARE(error.detail, QStringLiteral("mismatch"));
    QCOMPARE(error.subject, QStringLiteral("2"));
    QCOMPARE(kept().size(), 1);
}

void AuditKeeperTest::goesOnAfterARestart()
{
    for (int round = 1; round <= 3; ++round) {
        auto keeping = keeper();
        QSignalSpy sealing(keeping.get(), &AuditKeeper::wasSealed);
        keeping->setKey(m_key);
        QTRY_COMPARE(sealing.size(), 1);
        append(vote());
    }
    QCOMPARE(kept().size(), 3); // one each time something had been added
    auto keeping = keeper();
    keeping->setKey(m_key);
    keeping.reset();
    keeping = keeper();
    keeping->setKey(m_key); // nothing new any more
    keeping.reset();
    QCOMPARE(kept().size(), 4);
}

QTEST_GUILESS_MAIN(AuditKeeperTest)
#include "auditkeeper_test.moc"
