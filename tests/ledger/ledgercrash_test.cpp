// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A desk that is killed at any moment of a vote, a poll or a checklist run loses nothing that was answered,
// and doubles nothing when it is sent again.

#include "tests/ledger/decisionbuilders.h"
#include "tests/ledger/deskscript.h"
#include "tests/ledger/ledgerworld.h"
#include "tests/support/wait.h"

#include <QProcess>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class LedgerCrashTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void survivesDesks_data();
    void survivesDesks();
    void survivesTheServer();

private:
    struct Outcome {
        int answered = 0;
        bool killed = false;
        QString said;
    };
    Outcome runScript(const QString &name, const QString &run, int when, int microseconds) const;
    void prepare(bool team);
    [[nodiscard]] Decisions facts(const QString &run) const;

    PostgresServer m_server;
    std::unique_ptr<LedgerWorld> m_world;
    qint64 m_start = 0;
};

void LedgerCrashTest::initTestCase()
{
    const QString problem = m_server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void LedgerCrashTest::prepare(bool team)
{
    QString problem;
    m_world = makeWorld(team ? &m_server : nullptr, &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    for (const auto &[person, role] : {std::pair{"dana", "lead"},
                                       {"dana", "qa"},
                                       {"ken", "lead"},
                                       {"lee", "ops"},
                                       {"mia", "boss"},
                                       {"mia", "reviewer"}}) {
        m_world->give(QLatin1String(person), QLatin1String(role));
    }
    m_start = m_world->clock().nowUtc().toMSecsSinceEpoch();
}

LedgerCrashTest::Outcome LedgerCrashTest::runScript(const QString &name, const QString &run, int when,
                                                    int microseconds) const
{
    QProcess desk;
    desk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    desk.start(qEnvironmentVariable("SIGNALBOX_LEDGER_DESK"),
               m_world->address() + QStringList{QStringLiteral("script"), name, run, QString::number(m_start),
                                                QString::number(when), QString::number(microseconds)});
    desk.waitForFinished(20000);
    const QString said = QString::fromUtf8(desk.readAllStandardOutput());
    return {static_cast<int>(said.count(QLatin1String("answered"))), desk.exitStatus() == QProcess::CrashExit,
            said};
}

Decisions LedgerCrashTest::facts(const QString &run) const
{
    auto desk = m_world->desk(QStringLiteral("olga"));
    return wait(desk->read(run + QStringLiteral("/7f9c"))).value_or(Decisions());
}

void LedgerCrashTest::survivesDesks_data()
{
    QTest::addColumn<bool>("team");
    QTest::addColumn<QString>("name");
    for (const char *name : {"vote", "poll", "checklist"}) {
        QTest::addRow("SQLite %s", name) << false << QString::fromLatin1(name);
        QTest::addRow("PostgreSQL %s", name) << true << QString::fromLatin1(name);
    }
}

void LedgerCrashTest::survivesDesks()
{
    QFETCH(bool, team);
    QFETCH(QString, name);
    prepare(team);
    const QString model = QStringLiteral("whole");
    const Outcome whole = runScript(name, model, -1, 0);
    const int steps = static_cast<int>(deskScript(name, model, m_world->clock().nowUtc()).size());
    QVERIFY2(whole.answered == steps, qPrintable(whole.said));
    const QString expected = outline(facts(model));

    int cutInside = 0;
    for (int when = 0; when < 3 * steps; ++when) {
        const QVector<int> delays = when % 3 == 1 ? QVector<int>{0, 400, 2000} : QVector<int>{0};
        for (const int delay : delays) {
            const QString run = QStringLiteral("cut%1x%2").arg(when).arg(delay);
            const Outcome cut = runScript(name, run, when, delay);
            QVERIFY(cut.killed);
            QCOMPARE(cut.answered, (when + 1) / 3);
            // An answer means it is there; without one it may be there or not, never half.
            const qint64 there = facts(run).version;
            QVERIFY(there == cut.answered || (when % 3 == 1 && there == cut.answered + 1));
            cutInside += there > cut.answered ? 1 : 0;
            const Outcome again = runScript(name, run, -1, 0);
            QVERIFY2(again.answered == steps, qPrintable(again.said));
            const Decisions result = facts(run);
            QCOMPARE(result.version, steps);
            QCOMPARE(outline(result).replace(run, model), expected);
        }
    }
    QVERIFY(m_world->isIntact());
    qInfo("%d of the killed desks had written what they were not told about", cutInside);
    m_world.reset();
}

/// The server dies too: the desk reconnects, and sends the same command again.
void LedgerCrashTest::survivesTheServer()
{
    prepare(true);
    auto olga = m_world->desk(QStringLiteral("olga"));
    QVERIFY(wait(olga->identity()).has_value());
    const auto first = openGate();
    QVERIFY(wait(olga->submit(first)).has_value());
    m_server.crash();
    const auto down = wait(olga->submit(openPoll(QStringLiteral("poll"))));
    QVERIFY(!down);
    QCOMPARE(down.error().layer, ErrorLayer::Connection);
    const QString problem = m_server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const auto again = wait(olga->submit(openPoll(QStringLiteral("poll"))));
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().detail));
    QCOMPARE(again->gates.size(), 1);
    QCOMPARE(again->polls.size(), 1);
    QCOMPARE(again->version, 2);
    const auto twice = wait(olga->submit(first));
    QCOMPARE(twice->version, 2);
    olga.reset();
    QVERIFY(m_world->isIntact());
    m_world.reset();
}

QTEST_GUILESS_MAIN(LedgerCrashTest)
#include "ledgercrash_test.moc"
