// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ledger/ledgercontract.h"

#include "tests/ledger/decisionbuilders.h"

namespace signalbox::test
{

void LedgerContract::engines()
{
    QTest::addColumn<bool>("team");
    QTest::newRow("SQLite") << false;
    QTest::newRow("PostgreSQL") << true;
}

void LedgerContract::initTestCase()
{
    const QString problem = m_server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void LedgerContract::init()
{
    QFETCH(bool, team);
    QString problem;
    m_world = makeWorld(team ? &m_server : nullptr, &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    for (const auto &[person, role] : {std::pair{"dana", "lead"},
                                       {"dana", "qa"},
                                       {"ken", "qa"},
                                       {"ken", "lead"},
                                       {"lee", "ops"},
                                       {"mia", "boss"},
                                       {"mia", "reviewer"},
                                       {"olga", "lead"},
                                       {"lee", "oncall"},
                                       {"mia", "admin"}}) {
        m_world->give(QLatin1String(person), QLatin1String(role));
    }
}

void LedgerContract::cleanup()
{
    if (m_world) {
        QVERIFY(m_world->isIntact());
    }
    m_world.reset();
}

QString LedgerContract::gate()
{
    const auto opened = wait(desk("olga")->submit(openGate()));
    return opened && !opened->gates.isEmpty() ? opened->gates.last().id : word(opened);
}

QString LedgerContract::poll()
{
    const auto opened = wait(desk("olga")->submit(openPoll()));
    return opened && !opened->polls.isEmpty() ? opened->polls.last().id : word(opened);
}

} // namespace signalbox::test
