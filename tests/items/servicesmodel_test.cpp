// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/servicesmodel.h"
#include "tests/support/modelmirror.h"
#include "tests/support/rowbuilders.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

Reading reading(double value)
{
    return {value, ValueProblem::None, at(10, 0), {}};
}

Release canary(int ready)
{
    Release release;
    release.key.name = QStringLiteral("cart");
    release.stableHash = QStringLiteral("old");
    release.currentHash = QStringLiteral("new");
    Revision blue;
    blue.hash = QStringLiteral("old");
    blue.desired = blue.ready = 8;
    Revision green;
    green.hash = QStringLiteral("new");
    green.desired = 3;
    green.ready = ready;
    release.revisions = {green, blue};
    return release;
}

} // namespace

class ServicesModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void countsRestartsPerVersion();
    void aSteadyReleaseHasNoGreen();
    void announcesChanges();
};

void ServicesModelTest::judges_data()
{
    QTest::addColumn<int>("ready");
    QTest::addColumn<QVector<Verdict>>("verdicts");
    QTest::addColumn<ServiceVerdict>("expected");
    using Verdicts = QVector<Verdict>;
    QTest::newRow("all pass") << 3 << Verdicts{Verdict::Pass, Verdict::Pass} << ServiceVerdict::Same;
    QTest::newRow("one fails") << 3 << Verdicts{Verdict::Pass, Verdict::Fail} << ServiceVerdict::Worse;
    QTest::newRow("failure beats unknown")
        << 3 << Verdicts{Verdict::Unknown, Verdict::Fail} << ServiceVerdict::Worse;
    QTest::newRow("unknown never passes")
        << 3 << Verdicts{Verdict::Pass, Verdict::Unknown} << ServiceVerdict::Unknown;
    QTest::newRow("nothing measured") << 3 << Verdicts{} << ServiceVerdict::Unknown;
    QTest::newRow("too few") << 3 << Verdicts{Verdict::Pass, Verdict::Insufficient}
                             << ServiceVerdict::Insufficient;
    QTest::newRow("starting") << 1 << Verdicts{Verdict::Fail} << ServiceVerdict::Starting;
}

void ServicesModelTest::judges()
{
    QFETCH(int, ready);
    QFETCH(QVector<Verdict>, verdicts);
    ServiceMeasurements measurements;
    measurements.verdicts = verdicts;
    QTEST(compareService(canary(ready), {}, measurements).verdict, "expected");
}

void ServicesModelTest::countsRestartsPerVersion()
{
    PodRow blue = pod(QStringLiteral("b"), {}, QStringLiteral("old"));
    blue.restarts = 2;
    PodRow green = pod(QStringLiteral("g"), {}, QStringLiteral("new"));
    green.restarts = 5;
    PodRow nameless = pod(QStringLiteral("n"), {}, QString());
    nameless.restarts = 100;
    const auto service = compareService(canary(3), {blue, green, green, nameless}, {});
    QCOMPARE(service.blue.restarts, 2);
    QCOMPARE(service.green.restarts, 10);
    QCOMPARE(service.blue.desired, 8);
}

void ServicesModelTest::aSteadyReleaseHasNoGreen()
{
    Release release = canary(3);
    release.currentHash = release.stableHash;
    ServiceMeasurements measurements;
    measurements.verdicts = {Verdict::Fail};
    measurements.greenErrors = {0.002, ValueProblem::None, {}, {}};
    const auto service = compareService(release, {}, measurements);
    QVERIFY(service.green.hash.isEmpty());
    // The only version there is was measured as the wanted one.
    QCOMPARE(service.blue.errorRatio.value, std::optional(0.002));
    QVERIFY(service.green.errorRatio == notAsked());
    QVERIFY(service.blue.latency == notAsked());
    QCOMPARE(service.verdict, ServiceVerdict::Unknown);
}

void ServicesModelTest::announcesChanges()
{
    ServicesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelMirror mirror(model, static_cast<int>(ServicesModel::Role::Sort));
    ServiceComparison cart = compareService(canary(3), {}, {});
    ServiceComparison web = cart;
    web.key.name = QStringLiteral("web");
    model.setServices({cart, web});
    QCOMPARE(mirror.inserts, 1);
    web.green.errorRatio = reading(0.25);
    model.setServices({cart, web});
    QCOMPARE(mirror.changes, 1);
    QCOMPARE(mirror.told(), mirror.actual());
    const QModelIndex errors = model.index(1, static_cast<int>(ServicesModel::Column::GreenErrors));
    QCOMPARE(errors.data(static_cast<int>(ServicesModel::Role::Sort)).toDouble(), 0.25);
    QCOMPARE(errors.data(static_cast<int>(ServicesModel::Role::Measured)).value<Reading>(), reading(0.25));
    // What was not measured is no number.
    QVERIFY(!errors.siblingAtRow(0).data(static_cast<int>(ServicesModel::Role::Sort)).isValid());
    QCOMPARE(model.index(0, static_cast<int>(ServicesModel::Column::BlueReady)).data().toString(),
             QStringLiteral("8/8"));
}

QTEST_GUILESS_MAIN(ServicesModelTest)
#include "servicesmodel_test.moc"
