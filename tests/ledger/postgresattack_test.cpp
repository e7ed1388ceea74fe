// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Somebody with a normal login and psql, who knows the schema by heart.

#include "backends/ledger/postgresdecisionledger.h"
#include "backends/ledger/teamledger.h"
#include "tests/ledger/decisionbuilders.h"
#include "tests/ledger/ledgerworld.h"
#include "tests/support/wait.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QString ledgerName = QStringLiteral("attacked");

/// Every table of the ledger.
const QStringList tables{QStringLiteral("schema_migrations"),
                         QStringLiteral("records"),
                         QStringLiteral("chain_head"),
                         QStringLiteral("record_keys"),
                         QStringLiteral("operations"),
                         QStringLiteral("steps"),
                         QStringLiteral("releases"),
                         QStringLiteral("commands"),
                         QStringLiteral("gates"),
                         QStringLiteral("gate_seats"),
                         QStringLiteral("gate_votes"),
                         QStringLiteral("gate_vote_revocations"),
                         QStringLiteral("seat_holders"),
                         QStringLiteral("polls"),
                         QStringLiteral("poll_answers"),
                         QStringLiteral("evidence"),
                         QStringLiteral("waivers"),
                         QStringLiteral("overrides"),
                         QStringLiteral("role_grants"),
                         QStringLiteral("leases"),
                         QStringLiteral("checkpoints")};

/// A call of submit as psql would make it.
QString submit(const QString &id, const QString &action, const QString &body)
{
    return QStringLiteral("SELECT signalbox.submit('%1', 'uid-1', '7f9c', 'prod', 'shop', 'web', '%2', '%3', "
                          "'psql', false, signalbox.server_ms())")
        .arg(id, action, body);
}

QString castVote(const QString &gate, const QString &seat)
{
    return submit(
        QStringLiteral("psql-") + seat + gate, QStringLiteral("CastVote"),
        QStringLiteral("{\"gate\": \"%1\", \"seat\": \"%2\", \"choice\": \"approve\", \"comment\": \"\", "
                       "\"current\": {\"planId\": \"plan\", \"planHash\": \"00ff27275c\", "
                       "\"artefactHash\": \"abcdef00\"}}")
            .arg(gate, seat));
}

} // namespace

class PostgresAttackTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTableIsListed();
    void nothingIsWrittenDirectly_data();
    void nothingIsWrittenDirectly();
    void isForbidden_data();
    void isForbidden();
    void insidersOfTheLedgerMeetItsTriggers_data();
    void insidersOfTheLedgerMeetItsTriggers();
    void allowsWhatIsAllowed();
    void anOldSnapshotDoesNotVote();
    void strangersReadNothing();

private:
    PostgresServer::Answer as(const char *person, const QString &sql) const
    {
        return m_server.psql(ledgerName, QLatin1String(person), sql);
    }
    ChainReport verified() const;

    PostgresServer m_server;
    ShiftedClock m_clock;
};

void PostgresAttackTest::initTestCase()
{
    const QString problem = m_server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QString made = m_server.makeLedger(ledgerName, {QStringLiteral("olga"), QStringLiteral("dana"),
                                                          QStringLiteral("ken"), QStringLiteral("mia"),
                                                          QStringLiteral("robot")});
    QVERIFY2(made.isEmpty(), qPrintable(made));
    const auto stranger =
        as("admin", QStringLiteral("CREATE ROLE stranger LOGIN; "
                                   "SELECT signalbox.grant_role('dana', 'lead', '', NULL, NULL), "
                                   "signalbox.grant_role('dana', 'qa', '', NULL, NULL), "
                                   "signalbox.grant_role('ken', 'qa', '', NULL, NULL), "
                                   "signalbox.grant_role('olga', 'lead', '', NULL, NULL), "
                                   "signalbox.grant_role('robot', 'lead', '', NULL, NULL), "
                                   "signalbox.grant_role('robot', 'automation', '', NULL, NULL), "
                                   "signalbox.grant_role('mia', 'admin', '', NULL, NULL)"));
    QVERIFY2(stranger.exit == 0, qPrintable(stranger.error));

    auto olga = makePostgresDecisionLedger(m_server.place(ledgerName, QStringLiteral("olga")), m_clock);
    auto dana = makePostgresDecisionLedger(m_server.place(ledgerName, QStringLiteral("dana")), m_clock);
    QVERIFY(wait(olga->submit(openGate(QStringLiteral("open")))).has_value());
    QVERIFY(wait(dana->submit(vote(QStringLiteral("open"), QStringLiteral("lead")))).has_value());
    auto other = openGate(QStringLiteral("over"));
    std::get<OpenGate>(other.body).rule.id = QStringLiteral("other");
    QVERIFY(wait(olga->submit(other)).has_value());
    QVERIFY(wait(olga->submit(endGate(QStringLiteral("over"), GateState::Withdrawn))).has_value());
    auto hers = openGate(QStringLiteral("author"));
    std::get<OpenGate>(hers.body).rule.id = QStringLiteral("third");
    std::get<OpenGate>(hers.body).author = QStringLiteral("dana");
    std::get<OpenGate>(hers.body).deployer = QStringLiteral("ken");
    QVERIFY(wait(olga->submit(hers)).has_value());
    QVERIFY(wait(olga->submit(openPoll(QStringLiteral("poll")))).has_value());
    auto brief = openGate(QStringLiteral("brief"));
    std::get<OpenGate>(brief.body).rule.id = QStringLiteral("fourth");
    std::get<OpenGate>(brief.body).rule.timeout = std::chrono::seconds(1);
    QVERIFY(wait(olga->submit(brief)).has_value());
}

void PostgresAttackTest::everyTableIsListed()
{
    const auto answer =
        as("mia",
           QStringLiteral("SELECT tablename FROM pg_tables WHERE schemaname = 'signalbox' AND rowsecurity"));
    QStringList found = answer.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QStringList listed = tables;
    found.sort();
    listed.sort();
    QCOMPARE(found, listed);
}

void PostgresAttackTest::nothingIsWrittenDirectly_data()
{
    QTest::addColumn<QString>("sql");
    for (const QString &table : tables) {
        const QString name = QStringLiteral("signalbox.") + table;
        for (const QString &sql :
             {QStringLiteral("DELETE FROM ") + name,
              QStringLiteral("TRUNCATE ") + name + QStringLiteral(" CASCADE"),
              QStringLiteral("INSERT INTO ") + name + QStringLiteral(" DEFAULT VALUES"),
              QStringLiteral("BEGIN; LOCK TABLE ") + name + QStringLiteral(" IN EXCLUSIVE MODE"),
              QStringLiteral("ALTER TABLE ") + name + QStringLiteral(" DISABLE TRIGGER ALL"),
              QStringLiteral("ALTER TABLE ") + name + QStringLiteral(" DISABLE ROW LEVEL SECURITY"),
              QStringLiteral("SELECT 1 FROM ") + name + QStringLiteral(" FOR UPDATE"),
              QStringLiteral("DROP TABLE ") + name + QStringLiteral(" CASCADE")}) {
            QTest::newRow(qPrintable(sql)) << sql;
        }
    }
}

void PostgresAttackTest::nothingIsWrittenDirectly()
{
    QFETCH(QString, sql);
    const auto answer = as("dana", sql);
    QVERIFY(answer.exit != 0);
    QVERIFY2(answer.error.contains(QLatin1String("permission denied")) ||
                 answer.error.contains(QLatin1String("must be owner")),
             qPrintable(answer.error));
}

void PostgresAttackTest::isForbidden_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *person, const QString &sql, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(person) << sql << QString::fromLatin1(says);
    };
    const QString open = QStringLiteral("open");
    const QString lead = QStringLiteral("lead");
    const QString qa = QStringLiteral("qa");
    row("vote as somebody else", "ken",
        QStringLiteral("INSERT INTO signalbox.gate_votes (id, gate_id, seat, person, deputy_for, choice, "
                       "comment, at_ms) VALUES ('x', 'open', 'qa', 'dana', '', 'approve', '', 0)"),
        "permission denied");
    row("vote after SET ROLE", "ken", QStringLiteral("SET ROLE dana"), "permission denied");
    row("vote after SET SESSION AUTHORIZATION", "ken", QStringLiteral("SET SESSION AUTHORIZATION dana"),
        "permission denied");
    row("become the owner", "ken", QStringLiteral("SET ROLE signalbox_owner"), "permission denied");
    row("a second vote", "dana", castVote(open, qa), "signalbox refuses: person-has-seat");
    row("a taken seat", "dana", castVote(open, lead), "signalbox refuses: seat-taken");
    row("the requester's own gate", "olga", castVote(open, lead), "signalbox refuses: four-eyes-requester");
    row("the author's own change", "dana", castVote(QStringLiteral("author"), lead),
        "signalbox refuses: four-eyes-author");
    row("who will deploy", "ken", castVote(QStringLiteral("author"), qa),
        "signalbox refuses: four-eyes-deployer");
    row("a role one does not hold", "mia", castVote(open, qa), "signalbox refuses: role-missing");
    row("a closed gate", "dana", castVote(QStringLiteral("over"), lead), "signalbox refuses: gate-not-open");
    row("an expired gate, by the server's clock", "dana",
        QStringLiteral("SELECT pg_sleep(1.1); ") + castVote(QStringLiteral("brief"), lead),
        "signalbox refuses: gate-not-open");
    row("automation that says it is none", "robot", castVote(open, qa),
        "signalbox refuses: automation-may-not-decide");
    row("another clock", "ken",
        castVote(open, qa).replace(QLatin1String("signalbox.server_ms())"),
                                   QLatin1String("signalbox.server_ms() + 10000)")),
        "signalbox refuses: clock-skew");
    row("no clock", "ken",
        castVote(open, qa).replace(QLatin1String("signalbox.server_ms())"), QLatin1String("NULL)")),
        "signalbox refuses: clock-skew");
    row("somebody's station", "ken",
        submit(
            QStringLiteral("p1"), QStringLiteral("AnswerPoll"),
            QStringLiteral("{\"poll\": \"poll\", \"station\": \"ops\", \"answer\": \"go\", \"reason\": \"\", "
                           "\"current\": {\"planId\": \"plan\", \"planHash\": \"00ff27275c\", "
                           "\"artefactHash\": \"abcdef00\"}}")),
        "signalbox refuses: role-missing");
    row("a role for oneself", "dana",
        QStringLiteral("SELECT signalbox.grant_role('dana', 'admin', '', NULL, NULL)"),
        "signalbox refuses: role-missing");
    row("a role for oneself, as admin", "mia",
        QStringLiteral("SELECT signalbox.grant_role('mia', 'lead', '', NULL, NULL)"),
        "signalbox refuses: not-yours");
    row("somebody's role taken", "dana",
        QStringLiteral("SELECT signalbox.revoke_role('ken', 'qa', '', NULL, NULL)"),
        "signalbox refuses: role-missing");
    row("a forged record of a decision", "dana",
        QStringLiteral(
            "SELECT signalbox.append('k', 'observation', '', '', '', '', '', 'CastVote', 'succeeded', "
            "'', '')"),
        "signalbox refuses: not-yours");
    row("an inner function", "dana",
        QStringLiteral(
            "SELECT signalbox.add_record('observation', '', '', '', '', '', 'CastVote', 'succeeded', "
            "'', '')"),
        "permission denied");
    row("another inner function", "dana",
        QStringLiteral("SELECT signalbox.cast_vote('x', 'uid-1/7f9c', '{}', 0)"), "permission denied");
    row("a function of one's own in the schema", "dana",
        QStringLiteral(
            "CREATE FUNCTION signalbox.server_ms() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'"),
        "permission denied");
    row("a table of one's own in the schema", "dana", QStringLiteral("CREATE TABLE signalbox.mine (a int)"),
        "permission denied");
    row("a replaced function", "dana",
        QStringLiteral(
            "CREATE OR REPLACE FUNCTION signalbox.is_blank(value text) RETURNS boolean LANGUAGE sql AS "
            "'SELECT false'"),
        "permission denied");
    row("triggers off", "dana", QStringLiteral("SET session_replication_role = replica"),
        "permission denied");
    row("membership for somebody", "dana", QStringLiteral("GRANT signalbox_user TO stranger"),
        "must have admin option");
    row("a stranger", "stranger", castVote(open, qa), "permission denied for schema");
    row("a command id that was used", "dana",
        castVote(open, qa).replace(QLatin1String("psql-qaopen"), QLatin1String("open")),
        "another command was accepted");
}

void PostgresAttackTest::isForbidden()
{
    QFETCH(QString, person);
    QFETCH(QString, sql);
    QFETCH(QString, says);
    const auto before = as("mia", QStringLiteral("SELECT count(*) FROM signalbox.gate_votes"));
    const auto answer = m_server.psql(ledgerName, person, sql);
    QVERIFY(answer.exit != 0);
    QVERIFY2(answer.error.contains(says), qPrintable(answer.error));
    QCOMPARE(as("mia", QStringLiteral("SELECT count(*) FROM signalbox.gate_votes")).out, before.out);
    QCOMPARE(verified().state, ChainState::Intact);
}

/// The tables' owner passes the privileges, but not the triggers and the row security.
void PostgresAttackTest::insidersOfTheLedgerMeetItsTriggers_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *sql, const char *says) {
        QTest::newRow(sql) << QString::fromLatin1(sql) << QString::fromLatin1(says);
    };
    row("UPDATE records SET reason = 'x' WHERE sequence = 3", "append-only");
    row("DELETE FROM records WHERE sequence = 3", "append-only");
    row("TRUNCATE records CASCADE", "append-only");
    row("DELETE FROM chain_head", "append-only");
    row("UPDATE gate_votes SET person = 'ken'", "append-only");
    row("DELETE FROM gate_votes", "append-only");
    row("TRUNCATE gate_votes CASCADE", "append-only");
    row("DELETE FROM seat_holders", "append-only");
    row("UPDATE seat_holders SET person = 'ken'", "append-only");
    row("UPDATE gates SET requester = 'ken' WHERE id = 'open'", "append-only");
    row("UPDATE gates SET end_state = NULL WHERE id = 'over'", "append-only");
    row("DELETE FROM gates", "append-only");
    row("UPDATE role_grants SET role = 'lead'", "row-level security");
    row("UPDATE leases SET token = 0", "");
    row("INSERT INTO gate_votes (id, gate_id, seat, person, deputy_for, choice, comment, at_ms) VALUES ('x', "
        "'open', 'qa', 'ken', '', 'approve', '', 0)",
        "not-yours");
    row("INSERT INTO gate_votes (id, gate_id, seat, person, deputy_for, choice, comment, at_ms) VALUES ('x', "
        "'open', 'qa', 'insider', '', 'approve', '', 0)",
        "role-missing");
    row("INSERT INTO evidence (id, run_id, checklist, item, result, by_person, person, code, args, comment, "
        "link, "
        "plan_id, plan_hash, artefact_hash, at_ms, recorded_ms) SELECT 'x', run_id, 'c', 'i', 'pass', true, "
        "'ken', "
        "'', '[]', '', '', '', '', '', 0, 0 FROM releases",
        "row-level security");
    row("UPDATE gates SET end_state = 'withdrawn', end_by = 'olga', end_ms = 0, end_reason = '' WHERE id = "
        "'open'",
        "row-level security");
    row("INSERT INTO role_grants (person, role, deputy_for, granted_by, granted_ms) VALUES ('dana', 'admin', "
        "'', "
        "'mia', 0)",
        "row-level security");
}

void PostgresAttackTest::insidersOfTheLedgerMeetItsTriggers()
{
    QFETCH(QString, sql);
    QFETCH(QString, says);
    const auto made =
        as("admin", QStringLiteral("DO $$ BEGIN IF to_regrole('insider') IS NULL THEN CREATE ROLE "
                                   "insider LOGIN IN ROLE signalbox_owner; END IF; END $$"));
    QVERIFY2(made.exit == 0, qPrintable(made.error));
    const QString everything =
        QStringLiteral("SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM signalbox.%1 t; ");
    QString fingerprint;
    for (const QString &table : tables) {
        fingerprint += everything.arg(table);
    }
    const QString before = as("mia", fingerprint).out;
    QCOMPARE(before.count(QLatin1Char('\n')), tables.size());
    const auto answer =
        as("insider", QStringLiteral("SET ROLE signalbox_owner; SET search_path = signalbox; ") + sql);
    // Row security hides what may not be touched; then a statement succeeds and does nothing.
    QVERIFY2(answer.exit == 0 || (!says.isEmpty() && answer.error.contains(says)), qPrintable(answer.error));
    QCOMPARE(as("mia", fingerprint).out, before);
    QCOMPARE(verified().state, ChainState::Intact);
}

void PostgresAttackTest::allowsWhatIsAllowed()
{
    const auto voted = as("ken", castVote(QStringLiteral("open"), QStringLiteral("qa")));
    QVERIFY2(voted.exit == 0, qPrintable(voted.error));
    const auto again = as("ken", castVote(QStringLiteral("open"), QStringLiteral("qa")));
    QCOMPARE(again.out, voted.out); // the same command: the same answer
    const auto record =
        as("ken", QStringLiteral(
                      "SELECT signalbox.append('key-1', 'intent', 'op', 'prod', 'shop', 'web', 'u', "
                      "'RollBack', '', 'why', '{}'); SELECT actor FROM signalbox.records ORDER BY sequence "
                      "DESC LIMIT 1"));
    QVERIFY2(record.exit == 0, qPrintable(record.error));
    QVERIFY(record.out.endsWith(QLatin1String("ken\n")));
    const auto granted =
        as("mia", QStringLiteral("SELECT signalbox.grant_role('ken', 'ops', '', NULL, NULL)"));
    QVERIFY2(granted.exit == 0, qPrintable(granted.error));
}

/// A transaction that looked before a role was taken away must not decide as if it were still there.
void PostgresAttackTest::anOldSnapshotDoesNotVote()
{
    const QString gate = QStringLiteral("snapshot");
    auto olga = makePostgresDecisionLedger(m_server.place(ledgerName, QStringLiteral("olga")), m_clock);
    auto opened = openGate(gate);
    std::get<OpenGate>(opened.body).rule.id = gate;
    QVERIFY(wait(olga->submit(opened)).has_value());
    const auto answer =
        as("dana", QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM "
                                  "signalbox.role_grants;\n\\! psql -X -q -h %1 -U mia -d %2 -c \"SELECT "
                                  "signalbox.revoke_role('dana', 'lead', '', NULL, NULL)\"\n")
                           .arg(m_server.place(ledgerName, {}).host, ledgerName) +
                       castVote(gate, QStringLiteral("lead")) + QStringLiteral("; COMMIT"));
    QVERIFY(answer.exit != 0);
    QVERIFY2(answer.error.contains(QLatin1String("could not serialize access")), qPrintable(answer.error));
    QVERIFY(as("dana", castVote(gate, QStringLiteral("lead"))).error.contains(QLatin1String("role-missing")));
}

void PostgresAttackTest::strangersReadNothing()
{
    for (const QString &table : tables) {
        QVERIFY(as("stranger", QStringLiteral("SELECT * FROM signalbox.") + table).exit != 0);
    }
    auto ledger = makePostgresDecisionLedger(m_server.place(ledgerName, QStringLiteral("stranger")), m_clock);
    const auto refused = wait(ledger->identity());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
}

ChainReport PostgresAttackTest::verified() const
{
    QTemporaryDir journal;
    TeamLedger ledger(m_server.place(ledgerName, QStringLiteral("mia")), journal.path());
    return wait(ledger.verify()).value_or(ChainReport());
}

QTEST_GUILESS_MAIN(PostgresAttackTest)
#include "postgresattack_test.moc"
