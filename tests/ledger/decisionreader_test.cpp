// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/decisionreader.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace signalbox;

/// What the reader of decisions does with a database that gives out half an answer.
class DecisionReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyRowIsRead();
    void halfAnAnswerIsAnError();

private:
    void run(const QString &statement);
    /// @param values one row each, what abs() is asked about
    void fill(const QStringList &values);
    Result<QVector<RoleGrant>> grants();

    QSqlDatabase m_database;
};

void DecisionReaderTest::init()
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("reader"));
    m_database.setDatabaseName(QStringLiteral(":memory:"));
    QVERIFY(m_database.open());
}

void DecisionReaderTest::cleanup()
{
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(QStringLiteral("reader"));
}

void DecisionReaderTest::run(const QString &statement)
{
    QSqlQuery query(m_database);
    QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
}

void DecisionReaderTest::fill(const QStringList &values)
{
    run(QStringLiteral("CREATE TABLE numbers (ordinal INTEGER PRIMARY KEY, number INTEGER)"));
    for (const QString &value : values) {
        run(QStringLiteral("INSERT INTO numbers (number) VALUES (%1)").arg(value));
    }
    // abs() of the smallest integer overflows: an error of that row alone, while stepping.
    run(QStringLiteral(
        "CREATE VIEW role_grants AS SELECT ordinal, 'p' || abs(number) AS person, 'qa' AS role, "
        "'' AS deputy_for, NULL AS from_ms, NULL AS until_ms, NULL AS revoked_ms FROM numbers"));
}

Result<QVector<RoleGrant>> DecisionReaderTest::grants()
{
    ledger::DecisionReader reader(m_database, [](const QSqlQuery &query) {
        return failure(ErrorCode::Storage, ErrorLayer::Storage, query.lastError().text()).value();
    });
    return reader.grants();
}

void DecisionReaderTest::everyRowIsRead()
{
    fill({QStringLiteral("1"), QStringLiteral("-2")});
    const auto held = grants();
    QVERIFY(held);
    QCOMPARE(held->size(), 2);
    QCOMPARE(held->last().person, QStringLiteral("p2"));
}

void DecisionReaderTest::halfAnAnswerIsAnError()
{
    fill({QStringLiteral("1"), QStringLiteral("-9223372036854775807 - 1"), QStringLiteral("3")});
    const auto held = grants();
    QVERIFY2(!held, "a truncated list was taken for the whole one");
    QCOMPARE(held.error().code, ErrorCode::Storage);
    QVERIFY(!held.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(DecisionReaderTest)

#include "decisionreader_test.moc"
