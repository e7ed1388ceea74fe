// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/stepsmodel.h"
#include "tests/support/modelmirror.h"
#include "tests/support/rowbuilders.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

OperationStatus operation(const QString &id, int steps)
{
    OperationStatus status;
    status.id = id;
    status.phase = OperationPhase::Running;
    for (int i = 0; i < steps; ++i) {
        ActionStep step;
        step.title = {MessageCode::StepShiftTraffic, {QString::number(i)}};
        step.budget = std::chrono::seconds(30);
        status.plan.steps.append(step);
    }
    status.steps.resize(steps);
    return status;
}

} // namespace

class StepsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void progressTouchesOneRow();
    void anotherOperationReplaces();
    void missingProgressIsPending();
};

void StepsModelTest::progressTouchesOneRow()
{
    StepsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    OperationStatus status = operation(QStringLiteral("1"), 4);
    model.setOperation(status);
    const ModelMirror mirror(model, static_cast<int>(StepsModel::Role::Sort));
    QCOMPARE(model.rowCount(), 4);
    QVERIFY(model.index(0, 0).data(static_cast<int>(StepsModel::Role::IsCurrent)).toBool());
    status.steps[2].phase = StepPhase::Failed;
    status.steps[2].error = Error{ErrorCode::Timeout, ErrorLayer::Http, 0, {}, {}, {}, {}};
    status.steps[2].overBudget = true;
    model.setOperation(status);
    QCOMPARE(mirror.changes, 1);
    QCOMPARE(mirror.inserts, 0);
    QCOMPARE(mirror.told(), mirror.actual());
    const QModelIndex step = model.index(2, 0);
    QCOMPARE(step.data(static_cast<int>(StepsModel::Role::Phase)).value<StepPhase>(), StepPhase::Failed);
    QCOMPARE(step.data(static_cast<int>(StepsModel::Role::Failure)).value<Error>().code, ErrorCode::Timeout);
    QVERIFY(step.data(static_cast<int>(StepsModel::Role::OverBudget)).toBool());
    QVERIFY(!model.index(1, 0).data(static_cast<int>(StepsModel::Role::Failure)).isValid());
    QCOMPARE(step.data(static_cast<int>(StepsModel::Role::Title)).value<Message>().args,
             QStringList{QStringLiteral("2")});
    QCOMPARE(step.data(static_cast<int>(StepsModel::Role::BudgetSeconds)).toInt(), 30);
}

void StepsModelTest::anotherOperationReplaces()
{
    StepsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOperation(operation(QStringLiteral("1"), 4));
    const ModelMirror mirror(model);
    model.setOperation(operation(QStringLiteral("2"), 2));
    QCOMPARE(mirror.removes, 1);
    QCOMPARE(mirror.inserts, 1);
    QCOMPARE(model.rowCount(), 2);
    model.setOperation(std::nullopt);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(mirror.told(), QStringList());
}

void StepsModelTest::missingProgressIsPending()
{
    StepsModel model;
    OperationStatus status = operation(QStringLiteral("1"), 3);
    status.steps.resize(1);
    model.setOperation(status);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(2, 0).data(static_cast<int>(StepsModel::Role::Phase)).value<StepPhase>(),
             StepPhase::Pending);
}

QTEST_GUILESS_MAIN(StepsModelTest)
#include "stepsmodel_test.moc"
