// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// signalboxctl audit as a process, on a ledger of its own.

#include "backends/ledger/ledgerfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;

namespace
{

struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class AuditCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void misuse_data();
    void misuse();
    void intactExtendedBroken();
    void sealsElsewhereAndFindsTheCut();
    void missingCheckpointsAreNoAnswer();
    void exportIsCheckedLikeTheLedger();
    void othersKeysAreNotTrusted();
    void readsNoKeyOthersCanRead();

private:
    Run audit(const QStringList &arguments) const;
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    void append(int count) const;
    void tamper(const QString &statement) const;
    /// Makes key.pem and public.pem.
    void makeKey() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void AuditCommandTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    append(5);
}

Run AuditCommandTest::audit(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SIGNALBOX_CONFIG_DIR"), path("home"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
    process.setProcessEnvironment(environment);
    QStringList all{QStringLiteral("audit")};
    for (QString each : arguments) {
        all.append(each.replace(QStringLiteral("@"), m_folder->path() + QLatin1Char('/')));
    }
    process.start(qEnvironmentVariable("SIGNALBOX_CTL"), all);
    if (!process.waitForFinished(20000)) {
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void AuditCommandTest::append(int count) const
{
    ledger::LedgerFile file(path("ledger"));
    for (int i = 0; i < count; ++i) {
        LedgerRecord record;
        record.time = QDateTime::fromMSecsSinceEpoch(1'787'306'400'000 + i, Qt::UTC);
        record.actor = QStringLiteral("dana");
        record.action = QStringLiteral("Promote");
        QVERIFY(file.append(record));
    }
}

void AuditCommandTest::tamper(const QString &statement) const
{
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        database.setDatabaseName(path("ledger/signalbox-ledger.db"));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("DROP TRIGGER IF EXISTS records_no_update")));
        QVERIFY(query.exec(QStringLiteral("DROP TRIGGER IF EXISTS records_no_delete")));
        QVERIFY(query.exec(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

void AuditCommandTest::makeKey() const
{
    const Run made = audit({QStringLiteral("key"), QStringLiteral("--new"), QStringLiteral("@key.pem")});
    QCOMPARE(made.code, 0);
    QFile file(path("public.pem"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(made.out), made.out.size());
    QVERIFY(made.out.startsWith("-----BEGIN PUBLIC KEY-----"));
    QCOMPARE(audit({QStringLiteral("key"), QStringLiteral("--key"), QStringLiteral("@key.pem")}).out,
             made.out);
}

static QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void AuditCommandTest::misuse_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *line :
         {"", "look", "verify twice", "verify --nonsense", "export --from 0", "export --from x",
          "export --from 5 --to 4", "export --file @x", "verify --ledger @a --file @b",
          "key --new @a --key @b", "verify --new @a", "verify --team http://dana@host/db",
          "verify --team postgresql://dana:pw@host/db"}) {
        QTest::newRow(line) << words(line);
    }
}

void AuditCommandTest::misuse()
{
    QFETCH(QStringList, arguments);
    const Run run = audit(arguments);
    QCOMPARE(run.code, 2);
    QVERIFY(run.out.isEmpty());
    QVERIFY(!run.err.isEmpty());
}

void AuditCommandTest::intactExtendedBroken()
{
    const QStringList verify = words("verify --ledger @ledger");
    Run run = audit(verify);
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.startsWith("unanchored: "));
    makeKey();
    QCOMPARE(audit(words("seal --ledger @ledger --key @key.pem")).code, 0);
    run = audit(verify + words("--public-key @public.pem"));
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.startsWith("intact: "), run.out.constData());
    append(2);
    run = audit(verify + words("--public-key @public.pem"));
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.startsWith("extended: every record fits; the 2 after record 5"), run.out.constData());
    tamper(QStringLiteral("UPDATE records SET actor = 'mallory' WHERE sequence = 3"));
    run = audit(verify + words("--public-key @public.pem"));
    QCOMPARE(run.code, 1);
    QVERIFY2(run.out.startsWith("mismatch: ") && run.out.contains("edited: record 3 was edited"),
             run.out.constData());
    const QJsonDocument json = QJsonDocument::fromJson(audit(verify + words("--json")).out);
    QCOMPARE(json[QLatin1String("verdict")].toString(), QStringLiteral("mismatch"));
    QCOMPARE(json[QLatin1String("findings")][0][QLatin1String("sequence")].toInteger(), 3);
    run = audit(words("seal --ledger @ledger --key @key.pem"));
    QCOMPARE(run.code, 0); // the edited one lies before the seal, which what follows still fits
    tamper(QStringLiteral("UPDATE records SET actor = 'mallory' WHERE sequence = 7"));
    run = audit(words("seal --ledger @ledger --key @key.pem"));
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("not sealed: mismatch at 7"), run.err.constData());
}

void AuditCommandTest::sealsElsewhereAndFindsTheCut()
{
    makeKey();
    const QStringList elsewhere = words("--ledger @ledger --checkpoints @kept.jsonl");
    QCOMPARE(audit(words("seal --key @key.pem") + elsewhere).code, 0);
    const QStringList verify = words("verify --public-key @public.pem") + elsewhere;
    QVERIFY(audit(verify).out.startsWith("intact: "));
    tamper(QStringLiteral("DELETE FROM records WHERE sequence > 3"));
    Run run = audit(verify);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.out.startsWith("truncated: ") && run.out.contains("the log ends before record 4; 2 more"),
             run.out.constData());
    QCOMPARE(audit(words("verify --ledger @ledger")).code, 0); // nothing beside it would have told
    append(4);
    run = audit(verify);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.out.startsWith("wrong-anchor: "), run.out.constData());
}

void AuditCommandTest::missingCheckpointsAreNoAnswer()
{
    const Run run = audit(words("verify --ledger @ledger --checkpoints @gone.jsonl"));
    QCOMPARE(run.code, 1);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.contains("gone.jsonl"), run.err.constData());
}

void AuditCommandTest::exportIsCheckedLikeTheLedger()
{
    makeKey();
    QCOMPARE(audit(words("seal --ledger @ledger --key @key.pem")).code, 0);
    const Run exported = audit(words("export --ledger @ledger --key @key.pem"));
    QCOMPARE(exported.code, 0);
    QCOMPARE(exported.out.count('\n'), 1 + 5 + 1 + 1);
    const auto check = [this](const QByteArray &bytes) {
        QFile file(path("export.jsonl"));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush()
                   ? audit(words("verify --file @export.jsonl --public-key @public.pem"))
                   : Run();
    };
    QVERIFY(check(exported.out).out.startsWith("intact: "));
    QByteArray changed = exported.out;
    changed.replace("\"sequence\":4", "\"sequence\":9");
    const Run run = check(changed);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.out.contains("edited: record 4 was edited"), run.out.constData());
    QCOMPARE(check("rubbish").code, 1);
    QCOMPARE(audit(words("export --ledger @ledger --from 2 --to 3")).out.count('\n'), 1 + 2 + 1);
}

void AuditCommandTest::othersKeysAreNotTrusted()
{
    makeKey();
    QCOMPARE(audit(words("seal --ledger @ledger --key @key.pem")).code, 0);
    QCOMPARE(audit(words("key --new @other.pem")).code, 0);
    const Run run = audit(words("verify --ledger @ledger --key @other.pem"));
    QCOMPARE(run.code, 1);
    QVERIFY2(run.out.startsWith("bad-checkpoint: ") && run.out.contains("unknown-key: "),
             run.out.constData());
}

void AuditCommandTest::readsNoKeyOthersCanRead()
{
    makeKey();
    QVERIFY(QFile::setPermissions(path("key.pem"), QFile::ReadUser | QFile::WriteUser | QFile::ReadOther));
    const Run run = audit(words("seal --ledger @ledger --key @key.pem"));
    QCOMPARE(run.code, 1);
    QVERIFY(run.err.contains("chmod 600"));
    QCOMPARE(audit(words("key --new @key.pem")).code, 1);    // and replaces none
    QCOMPARE(audit(words("seal --ledger @ledger")).code, 1); // no keychain here
}

QTEST_GUILESS_MAIN(AuditCommandTest)
#include "auditcommand_test.moc"
