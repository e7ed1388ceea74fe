// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/fleetmodel.h"
#include "tests/support/fakeclusterapi.h"
#include "tests/support/manualclock.h"
#include "tests/support/rowbuilders.h"
#include "widgets/panels/fleetpanel.h"

#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

ReleaseKey keyOf(const QString &name)
{
    return {ClusterId(QStringLiteral("prod")), QStringLiteral("shop"), name, ReleaseKind::Rollout};
}

RolloutRow waiting(const QString &name)
{
    RolloutRow row = pausedCanary(QStringLiteral("u-") + name, name);
    row.currentStepIndex = 3; // the pause without an end
    return row;
}

RolloutRow healthy(const QString &name)
{
    return healthyRollout(QStringLiteral("u-") + name, name);
}

} // namespace

/// Whose page is open is the person's choice alone.
class FleetPanelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectionFollowsItsRelease_data()
    {
        QTest::addColumn<QString>("selected");
        QTest::newRow("first of its group") << QStringLiteral("a");
        QTest::newRow("last of its group") << QStringLiteral("b");
    }

    void selectionFollowsItsRelease()
    {
        QFETCH(QString, selected);
        ManualClock clock;
        FakeClusterApi api;
        FleetStore fleet(clock);
        fleet.addCluster(api);
        api.goLive(clock.nowUtc());
        FleetModel model(fleet);
        FleetPanel panel(model);
        panel.show();
        api.upsert<RolloutRow>(
            {waiting(QStringLiteral("a")), waiting(QStringLiteral("b")), healthy(QStringLiteral("c"))});
        QTRY_COMPARE(fleet.releases().size(), 3);
        panel.select(keyOf(selected));
        const QSignalSpy chosen(&panel, &FleetPanel::releaseSelected);

        // To another group and back, by this desk's operation and by the cluster.
        model.setRunning({keyOf(selected)});
        QVERIFY(panel.selected() == keyOf(selected));
        model.setRunning({});
        QVERIFY(panel.selected() == keyOf(selected));
        api.upsert<RolloutRow>({healthy(selected)});
        QTRY_VERIFY(!fleet.release(keyOf(selected))->inProgress());
        QVERIFY(panel.selected() == keyOf(selected));
        QCOMPARE(chosen.count(), 0);
        const QTreeView *view = panel.findChild<QTreeView *>(QStringLiteral("fleetList"));
        QTRY_COMPARE(
            view->currentIndex().data(static_cast<int>(FleetModel::Role::Key)).value<ReleaseKey>().name,
            selected);
    }
};

QTEST_MAIN(FleetPanelTest)
#include "fleetpanel_test.moc"
