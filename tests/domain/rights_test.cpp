// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/rights.h"

#include <QTest>

using namespace signalbox;

namespace
{

Release canary()
{
    Release release;
    release.key = {ClusterId(QStringLiteral("c")), QStringLiteral("shop"), QStringLiteral("web"),
                   ReleaseKind::Rollout};
    release.strategy = RolloutStrategy::Canary;
    return release;
}

} // namespace

class RightsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followTheReviews_data()
    {
        QTest::addColumn<int>("forward");
        QTest::addColumn<int>("back");
        QTest::addColumn<bool>("readOnly");
        QTest::addColumn<int>("rights");
        const auto row = [](const char *name, Access forward, Access back, bool readOnly, Rights rights) {
            QTest::newRow(name) << static_cast<int>(forward) << static_cast<int>(back) << readOnly
                                << static_cast<int>(rights);
        };
        row("both", Access::Allowed, Access::Allowed, false, Rights::Act);
        row("neither", Access::Denied, Access::Denied, false, Rights::Watch);
        row("not asked yet", Access::Unknown, Access::Unknown, false, Rights::Unknown);
        row("forward not answered", Access::Unknown, Access::Denied, false, Rights::Unknown);
        row("desk is read-only", Access::Allowed, Access::Allowed, true, Rights::Watch);
    }

    void followTheReviews()
    {
        QFETCH(int, forward);
        QFETCH(int, back);
        QFETCH(bool, readOnly);
        QFETCH(int, rights);
        const Release release = canary();
        PolicyContext context;
        context.readOnly = readOnly;
        const QVector<AccessQuery> backNeeds = accessNeeded(ActionKind::RollBack, release);
        QVERIFY(!backNeeds.isEmpty());
        for (const AccessQuery &query : backNeeds) {
            context.access.insert(query, static_cast<Access>(back));
        }
        for (const AccessQuery &query : accessNeeded(ActionKind::Promote, release)) {
            context.access.insert(query, static_cast<Access>(forward));
        }
        QCOMPARE(static_cast<int>(rightsOn(release, context)), rights);
    }

    void oneDenialIsEnough()
    {
        const Release release = canary();
        PolicyContext context;
        const QVector<AccessQuery> needs =
            accessNeeded(ActionKind::RollBack, release) + accessNeeded(ActionKind::Promote, release);
        for (const AccessQuery &query : needs) {
            context.access.insert(query, Access::Allowed);
        }
        QCOMPARE(static_cast<int>(rightsOn(release, context)), static_cast<int>(Rights::Act));
        context.access.insert(accessNeeded(ActionKind::RollBack, release).last(), Access::Denied);
        QCOMPARE(static_cast<int>(rightsOn(release, context)), static_cast<int>(Rights::Watch));
    }
};

QTEST_GUILESS_MAIN(RightsTest)
#include "rights_test.moc"
