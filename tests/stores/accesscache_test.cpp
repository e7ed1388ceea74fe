// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/accesscache.h"

#include <QTest>

using namespace signalbox;
using namespace std::chrono_literals;

class AccessCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceAndAgainWhenOld();
    void keepsTheOldAnswerWhileItCannotAsk();
    void forgetsEverythingWithTheIdentity();

private:
    AccessQuery m_query{
        QStringLiteral("patch"), QStringLiteral("apps"), QStringLiteral("deployments"), {}, {}, {}};
};

void AccessCacheTest::asksOnceAndAgainWhenOld()
{
    AccessCache cache;
    QCOMPARE(cache.value(m_query), Access::Unknown);
    QVERIFY(cache.shouldAsk(m_query, 0ms));
    cache.markAsked(m_query);
    QVERIFY(!cache.shouldAsk(m_query, 1h));
    cache.store(m_query, Access::Denied, 0ms);
    QCOMPARE(cache.value(m_query), Access::Denied);
    QVERIFY(!cache.shouldAsk(m_query, 5min - 1ms));
    QVERIFY(cache.shouldAsk(m_query, 5min));
}

void AccessCacheTest::keepsTheOldAnswerWhileItCannotAsk()
{
    AccessCache cache;
    cache.store(m_query, Access::Allowed, 0ms);
    cache.markAsked(m_query);
    cache.storeFailure(m_query, 5min);
    QCOMPARE(cache.value(m_query), Access::Allowed);
    QVERIFY(!cache.shouldAsk(m_query, 5min + 9s));
    QVERIFY(cache.shouldAsk(m_query, 5min + 10s));
}

void AccessCacheTest::forgetsEverythingWithTheIdentity()
{
    AccessCache cache;
    cache.store(m_query, Access::Allowed, 0ms);
    const int before = cache.generation();
    cache.clear();
    QCOMPARE(cache.value(m_query), Access::Unknown);
    QVERIFY(cache.shouldAsk(m_query, 0ms));
    QVERIFY(cache.generation() != before);
}

QTEST_GUILESS_MAIN(AccessCacheTest)
#include "accesscache_test.moc"
