// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ledger/ledgerworld.h"
#include "tests/support/wait.h"

#include <QObject>
#include <QTest>

namespace signalbox::test
{

[[nodiscard]] inline QString word(const Result<Decisions> &answer)
{
    return answer ? QString() : answer.error().reason + answer.error().detail;
}

#define QVERIFY_DONE(given)                                                                                  \
    do {                                                                                                     \
        const auto &answerGiven = (given);                                                                   \
        QVERIFY2(answerGiven.has_value(), qPrintable(word(answerGiven)));                                    \
    } while (false)
#define QCOMPARE_REFUSED(given, expected)                                                                    \
    do {                                                                                                     \
        const auto &answerGiven = (given);                                                                   \
        QVERIFY2(!answerGiven, "accepted, but should be refused: " expected);                                \
        QCOMPARE(answerGiven.error().reason, QLatin1String(expected));                                       \
        QCOMPARE(answerGiven.error().code, ErrorCode::Refused);                                              \
    } while (false)

/// What tests of the promises of every ledger share: both engines, and people with roles. Each row of a test
/// has a ledger of its own, whose chain has to be intact at the end.
class LedgerContract : public QObject
{
    Q_OBJECT

protected:
    static void engines();
    [[nodiscard]] std::unique_ptr<DecisionLedger> desk(const char *person)
    {
        return m_world->desk(QLatin1String(person));
    }
    /// Opens a gate as olga and answers with its id.
    QString gate();
    QString poll();

    PostgresServer m_server;
    std::unique_ptr<LedgerWorld> m_world;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
};

} // namespace signalbox::test
