// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/notification.h"

#include <QTest>

using namespace signalbox;
using namespace std::chrono_literals;

class NotificationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transitions_data();
    void transitions();
    void staleFactsAnnounceNothing();
    void everyKindHasATopic();
    void limiterHoldsRepeatsBack();
    void limiterHoldsBurstsBack();
};

void NotificationTest::transitions_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("kind"); // negative: nothing
    const auto row = [](const char *name, ReleaseState before, ReleaseState after,
                        std::optional<NotificationKind> kind) {
        QTest::newRow(name) << static_cast<int>(before) << static_cast<int>(after)
                            << (kind ? static_cast<int>(*kind) : -1);
    };
    row("gate reached", ReleaseState::Healthy, ReleaseState::WaitingForPerson, NotificationKind::GateWaiting);
    row("still waiting", ReleaseState::WaitingForPerson, ReleaseState::WaitingForPerson, {});
    row("undecided", ReleaseState::WaitingForPerson, ReleaseState::Undecided, NotificationKind::Undecided);
    row("rolled back", ReleaseState::WaitingForPerson, ReleaseState::RolledBack, NotificationKind::Aborted);
    row("broken", ReleaseState::Healthy, ReleaseState::Broken, NotificationKind::Broken);
    row("healthy again", ReleaseState::Broken, ReleaseState::Healthy, {});
}

void NotificationTest::transitions()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(int, kind);
    Release first;
    first.state = static_cast<ReleaseState>(before);
    first.source.freshness = Freshness::Live;
    Release second = first;
    second.state = static_cast<ReleaseState>(after);
    const auto heard = notificationFor(first, second);
    QCOMPARE(heard ? static_cast<int>(*heard) : -1, kind);
}

void NotificationTest::staleFactsAnnounceNothing()
{
    Release first;
    first.state = ReleaseState::Healthy;
    Release second = first;
    second.state = ReleaseState::Broken;
    second.source.freshness = Freshness::Live;
    QVERIFY(notificationFor(first, second));
    second.source.freshness = Freshness::Stale;
    QVERIFY(!notificationFor(first, second));
}

void NotificationTest::everyKindHasATopic()
{
    QVector<NotificationTopic> met;
    for (int kind = 0; kind <= static_cast<int>(NotificationKind::LostContact); ++kind) {
        const NotificationTopic topic = topicOf(static_cast<NotificationKind>(kind));
        if (!met.contains(topic)) {
            met.append(topic);
        }
    }
    QCOMPARE(met, (QVector<NotificationTopic>{NotificationTopic::Decisions, NotificationTopic::Trouble,
                                              NotificationTopic::Operations, NotificationTopic::Contact}));
    QCOMPARE(met.size(), notificationTopicCount);
}

void NotificationTest::limiterHoldsRepeatsBack()
{
    NotificationLimiter limiter(60s, 10);
    const QDateTime start({2026, 1, 1}, {10, 0}, Qt::UTC);
    const QString a = QStringLiteral("a");
    QVERIFY(limiter.allow(NotificationKind::Broken, a, start));
    QVERIFY(!limiter.allow(NotificationKind::Broken, a, start.addSecs(59)));
    QVERIFY(limiter.allow(NotificationKind::Aborted, a, start.addSecs(59)));
    QVERIFY(limiter.allow(NotificationKind::Broken, QStringLiteral("b"), start.addSecs(59)));
    QVERIFY(limiter.allow(NotificationKind::Broken, a, start.addSecs(60)));
}

void NotificationTest::limiterHoldsBurstsBack()
{
    NotificationLimiter limiter(60s, 3);
    const QDateTime start({2026, 1, 1}, {10, 0}, Qt::UTC);
    int passed = 0;
    for (int number = 0; number < 20; ++number) {
        passed += limiter.allow(NotificationKind::Broken, QString::number(number), start) ? 1 : 0;
    }
    QCOMPARE(passed, 3);
    // What was held back is not counted as told: it may pass when there is room again.
    QVERIFY(limiter.allow(NotificationKind::Broken, QStringLiteral("19"), start.addSecs(60)));
}

QTEST_GUILESS_MAIN(NotificationTest)
#include "notification_test.moc"
