// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/analysismodel.h"
#include "tests/support/modelmirror.h"
#include "tests/support/rowbuilders.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

MeasurementRow measurement(int minute, const QString &value)
{
    return {QStringLiteral("Successful"), value, {}, at(10, minute)};
}

AnalysisMetricRow metric(const QString &name, const QVector<MeasurementRow> &measurements)
{
    AnalysisMetricRow row;
    row.name = name;
    row.phase = QStringLiteral("Running");
    row.successCondition = QStringLiteral("result < 0.01");
    row.query = QStringLiteral("up");
    row.successful = static_cast<int>(measurements.size());
    row.measurements = measurements;
    return row;
}

AnalysisRunRow run(const QString &name, const QVector<AnalysisMetricRow> &metrics)
{
    AnalysisRunRow row = analysisRun(QStringLiteral("u-cart"), name, QStringLiteral("Running"));
    row.metrics = metrics;
    return row;
}

} // namespace

class AnalysisModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThreeLevels();
    void growsWithoutDisturbing();
    void keepsIndexesWhenRunsMove();
    void doubledNamesAreSafe();
};

void AnalysisModelTest::showsThreeLevels()
{
    AnalysisModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Release release;
    release.analysisRuns = {run(QStringLiteral("one"), {metric(QStringLiteral("errors"),
                                                               {measurement(1, QStringLiteral("[0.02]"))})})};
    model.setRelease(release);
    const QModelIndex top = model.indexOf(QStringLiteral("ar-one"));
    const QModelIndex middle = model.index(0, 0, top);
    const QModelIndex leaf = model.index(0, static_cast<int>(AnalysisModel::Column::Value), middle);
    QCOMPARE(top.data().toString(), QStringLiteral("one"));
    QVERIFY(top.data(static_cast<int>(AnalysisModel::Role::Running)).toBool());
    QCOMPARE(middle.data().toString(), QStringLiteral("errors"));
    QCOMPARE(middle.data(static_cast<int>(AnalysisModel::Role::Query)).toString(), QStringLiteral("up"));
    QCOMPARE(middle.siblingAtColumn(static_cast<int>(AnalysisModel::Column::Condition)).data().toString(),
             QStringLiteral("result < 0.01"));
    QCOMPARE(leaf.data().toString(), QStringLiteral("[0.02]"));
    QCOMPARE(leaf.parent(), middle);
    QCOMPARE(middle.parent(), top);
    QCOMPARE(model.rowCount(leaf.siblingAtColumn(0)), 0);
}

void AnalysisModelTest::growsWithoutDisturbing()
{
    AnalysisModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelMirror mirror(model);
    Release release;
    QVector<MeasurementRow> measurements;
    for (int minute = 0; minute < 20; ++minute) {
        measurements.append(measurement(minute, QString::number(minute)));
        if (measurements.size() > 10) {
            measurements.removeFirst(); // the controller keeps ten
        }
        release.analysisRuns = {
            run(QStringLiteral("one"), {metric(QStringLiteral("errors"), measurements),
                                        metric(QStringLiteral("latency"), measurements)})};
        model.setRelease(release);
        QCOMPARE(mirror.told(), mirror.actual());
    }
    QCOMPARE(mirror.resets, 0);
    QCOMPARE(mirror.moves, 0);
    const QModelIndex errors = model.index(0, 0, model.index(0, 0));
    QCOMPARE(model.rowCount(errors), 10);
    const int before = mirror.changes + mirror.inserts + mirror.removes;
    model.setRelease(release);
    QCOMPARE(mirror.changes + mirror.inserts + mirror.removes, before);
}

void AnalysisModelTest::keepsIndexesWhenRunsMove()
{
    AnalysisModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelMirror mirror(model);
    Release release;
    release.analysisRuns = {run(QStringLiteral("one"),
                                {metric(QStringLiteral("errors"), {measurement(1, QStringLiteral("1"))})})};
    model.setRelease(release);
    const QPersistentModelIndex leaf(model.index(0, 2, model.index(0, 0, model.index(0, 0))));
    QCOMPARE(leaf.data().toString(), QStringLiteral("1"));
    release.analysisRuns.prepend(run(QStringLiteral("two"), {metric(QStringLiteral("errors"), {})}));
    model.setRelease(release);
    QCOMPARE(leaf.data().toString(), QStringLiteral("1"));
    QCOMPARE(leaf.parent().parent().row(), 1);
    std::swap(release.analysisRuns[0], release.analysisRuns[1]);
    release.analysisRuns[0].metrics[0].measurements[0].message = QStringLiteral("late");
    model.setRelease(release);
    QCOMPARE(leaf.parent().parent().row(), 0);
    QCOMPARE(leaf.sibling(leaf.row(), static_cast<int>(AnalysisModel::Column::Message)).data().toString(),
             QStringLiteral("late"));
    QCOMPARE(mirror.told(), mirror.actual());
    model.setRelease(std::nullopt);
    QVERIFY(!leaf.isValid());
    QCOMPARE(mirror.told(), QStringList());
}

void AnalysisModelTest::doubledNamesAreSafe()
{
    AnalysisModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelMirror mirror(model);
    Release release;
    const auto same = metric(QStringLiteral("errors"),
                             {measurement(1, QStringLiteral("1")), measurement(1, QStringLiteral("1"))});
    release.analysisRuns = {run(QStringLiteral("one"), {same, same})};
    model.setRelease(release);
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    QCOMPARE(mirror.told(), mirror.actual());
    model.setRelease(release);
    QCOMPARE(mirror.told(), mirror.actual());
}

QTEST_GUILESS_MAIN(AnalysisModelTest)
#include "analysismodel_test.moc"
