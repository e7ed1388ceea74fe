// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/timelinemodel.h"
#include "tests/support/fakeclusterapi.h"
#include "tests/support/manualclock.h"
#include "tests/support/modelmirror.h"
#include "tests/support/rowbuilders.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class TimelineModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newEntriesComeOnTop();
};

void TimelineModelTest::newEntriesComeOnTop()
{
    const ManualClock clock;
    FakeClusterApi api;
    FleetStore fleet(clock);
    fleet.addCluster(api);
    ActivityStore store(fleet, nullptr);
    TimelineModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelMirror mirror(model);
    for (int minute = 0; minute < 5; ++minute) {
        const QString uid = QString::number(minute);
        EventRow row = eventOn(uid, QStringLiteral("u-cart"), at(10, minute));
        row.type = minute == 3 ? QStringLiteral("Warning") : row.type;
        api.upsert<EventRow>({row});
        QTRY_COMPARE(model.rowCount(), minute + 1);
        QCOMPARE(model.index(0, static_cast<int>(TimelineModel::Column::Text)).data().toString(),
                 QStringLiteral("message of ") + uid);
        QCOMPARE(mirror.told(), mirror.actual());
    }
    QCOMPARE(mirror.inserts, 5);
    QCOMPARE(mirror.removes + mirror.resets + mirror.moves + mirror.changes, 0);
    const QModelIndex warning = model.index(1, 0);
    QCOMPARE(warning.data(static_cast<int>(TimelineModel::Role::Tone)).value<ActivityTone>(),
             ActivityTone::Warning);
    QCOMPARE(warning.data(static_cast<int>(TimelineModel::Role::Time)).toDateTime(), at(10, 3));
    QCOMPARE(warning.siblingAtColumn(static_cast<int>(TimelineModel::Column::Object)).data().toString(),
             QStringLiteral("Rollout/cart"));
}

QTEST_GUILESS_MAIN(TimelineModelTest)
#include "timelinemodel_test.moc"
