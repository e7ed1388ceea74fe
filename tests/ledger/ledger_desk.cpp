// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Another desk, as a process of its own that can die.
//   sqlite DIRECTORY - | postgresql HOST DATABASE, then
//   script NAME RUN MILLISECONDS WHEN MICROSECONDS   sends the steps of a script, says "answered N" after
//   each;
//        kills itself in step WHEN / 3: before sending it, MICROSECONDS after it, or after the answer; -1:
//        lives
//   race PERSON COUNT                                votes on both seats of every gate, says which were
//   accepted

#include "backends/ledger/postgresdecisionledger.h"
#include "backends/ledger/sqlitedecisionledger.h"
#include "tests/ledger/decisionbuilders.h"
#include "tests/ledger/deskscript.h"
#include "tests/ledger/ledgerworld.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <map>
#include <thread>
#include <unistd.h>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

class Desks final
{
public:
    explicit Desks(QStringList address)
        : m_address(std::move(address))
    {
    }
    DecisionLedger &of(const QString &person)
    {
        auto &desk = m_desks[person];
        if (!desk && m_address.value(0) == QLatin1String("sqlite")) {
            desk = makeSqliteDecisionLedger(m_address.value(1), person, m_clock);
        } else if (!desk) {
            PostgresPlace place;
            place.host = m_address.value(1);
            place.database = m_address.value(2);
            place.user = person;
            desk = makePostgresDecisionLedger(place, m_clock);
        }
        return *desk;
    }

private:
    QStringList m_address;
    ShiftedClock m_clock;
    std::map<QString, std::unique_ptr<DecisionLedger>> m_desks;
};

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    std::abort();
}

int script(Desks &desks, const QStringList &arguments)
{
    const auto steps = deskScript(arguments.value(0), arguments.value(1),
                                  QDateTime::fromMSecsSinceEpoch(arguments.value(2).toLongLong(), Qt::UTC));
    const int when = arguments.value(3).toInt();
    const auto after = std::chrono::microseconds(arguments.value(4).toInt());
    for (int i = 0; i < steps.size(); ++i) {
        DecisionLedger &desk = desks.of(steps[i].person);
        auto ready = desk.identity(); // connected, so that what follows is the step alone
        ready.waitForFinished();
        if (when == 3 * i) {
            die();
        }
        auto sent = desk.submit(steps[i].command);
        if (when == 3 * i + 1) {
            std::this_thread::sleep_for(after);
            die();
        }
        sent.waitForFinished();
        const auto answer = sent.result();
        if (!answer) {
            say(QStringLiteral("refused %1 %2 %3").arg(i).arg(answer.error().reason, answer.error().detail));
            return 1;
        }
        say(QStringLiteral("answered %1").arg(i));
        if (when == 3 * i + 2) {
            die();
        }
    }
    return 0;
}

int race(Desks &desks, const QStringList &arguments)
{
    DecisionLedger &desk = desks.of(arguments.value(0));
    struct Sent {
        QString id;
        QFuture<Result<Decisions>> answer;
    };
    QVector<Sent> all;
    for (int i = 0; i < arguments.value(1).toInt(); ++i) {
        const QString gate = QStringLiteral("gate-%1").arg(i);
        for (const auto &seat : {QStringLiteral("lead"), QStringLiteral("qa")}) {
            DecisionCommand cast = vote(gate, seat);
            cast.run.objectUid = gate;
            cast.actor.id = arguments.value(0);
            all.push_back({cast.id, desk.submit(cast)});
        }
    }
    for (Sent &sent : all) {
        sent.answer.waitForFinished();
        const auto answer = sent.answer.result();
        say(answer ? QStringLiteral("accepted ") + sent.id
                   : QStringLiteral("refused ") + answer.error().reason + answer.error().detail);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    Desks desks(arguments.mid(0, 3));
    const QString what = arguments.value(3);
    if (what == QLatin1String("script")) {
        return script(desks, arguments.mid(4));
    }
    return what == QLatin1String("race") ? race(desks, arguments.mid(4)) : 2;
}
