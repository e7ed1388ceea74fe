// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Two processes and 500 gates on PostgreSQL: no seat counts twice, nobody approves their own request, no vote
// is lost.

#include "tests/ledger/decisionbuilders.h"
#include "tests/ledger/ledgerworld.h"
#include "tests/support/wait.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSet>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class LedgerRaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGateIsDecidedOnce();
};

void LedgerRaceTest::everyGateIsDecidedOnce()
{
    constexpr int gates = 500;
    PostgresServer server;
    QString problem = server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    auto world = makeWorld(&server, &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    for (const auto &person : {QStringLiteral("dana"), QStringLiteral("ken"), QStringLiteral("olga")}) {
        world->give(person, QStringLiteral("lead"));
        world->give(person, QStringLiteral("qa"));
    }
    auto olga = world->desk(QStringLiteral("olga"));
    QVector<QFuture<Result<Decisions>>> opened;
    for (int i = 0; i < gates; ++i) {
        auto open = openGate(QStringLiteral("gate-%1").arg(i));
        open.run.objectUid = open.id;
        opened.push_back(olga->submit(open));
    }
    for (auto &each : opened) {
        QVERIFY(wait(each).has_value());
    }

    QElapsedTimer timer;
    timer.start();
    QProcess processes[2];
    const QStringList people{QStringLiteral("dana"), QStringLiteral("ken")};
    for (int i = 0; i < 2; ++i) {
        processes[i].start(qEnvironmentVariable("SIGNALBOX_LEDGER_DESK"),
                           world->address() +
                               QStringList{QStringLiteral("race"), people[i], QString::number(gates)});
    }
    QVector<QFuture<Result<Decisions>>> own;
    for (int i = 0; i < gates; i += 5) {
        auto cast = vote(QStringLiteral("gate-%1").arg(i), QStringLiteral("lead"));
        cast.run.objectUid = QStringLiteral("gate-%1").arg(i);
        own.push_back(olga->submit(cast));
    }
    QSet<QString> accepted;
    for (QProcess &process : processes) {
        QVERIFY(process.waitForFinished(50000));
        for (const QString &line : QString::fromUtf8(process.readAllStandardOutput())
                                       .split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            if (line.startsWith(QLatin1String("accepted "))) {
                accepted.insert(line.mid(9));
            } else {
                QVERIFY2(
                    line == QLatin1String("refused seat-takenthe ledger refuses: seat-taken") ||
                        line == QLatin1String("refused person-has-seatthe ledger refuses: person-has-seat") ||
                        line == QLatin1String("refused gate-not-openthe ledger refuses: gate-not-open"),
                    qPrintable(line));
            }
        }
    }
    qInfo("%d votes in %lld ms", 4 * gates, static_cast<long long>(timer.elapsed()));
    for (auto &each : own) {
        const auto answer = wait(each);
        QVERIFY(!answer);
        QVERIFY(answer.error().reason == QLatin1String("four-eyes-requester") ||
                answer.error().reason == QLatin1String("gate-not-open"));
    }

    QSet<QString> found;
    for (int i = 0; i < gates; ++i) {
        const auto read = wait(olga->read(QStringLiteral("gate-%1/7f9c").arg(i)));
        QVERIFY(read.has_value());
        const Gate gate = read->gates.value(0);
        QCOMPARE(gate.votes.size(), 2);
        QVERIFY(gate.votes[0].seat != gate.votes[1].seat);
        QVERIFY(gate.votes[0].person != gate.votes[1].person);
        QCOMPARE(gateState(gate, someBinding(), world->clock().nowUtc()), GateState::Approved);
        found.insert(gate.votes[0].id);
        found.insert(gate.votes[1].id);
    }
    QCOMPARE(found, accepted);
    QVERIFY(world->isIntact());
}

QTEST_GUILESS_MAIN(LedgerRaceTest)
#include "ledgerrace_test.moc"
