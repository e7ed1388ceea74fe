// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/revisionsmodel.h"
#include "tests/support/modelmirror.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

Revision revision(const QString &hash, qint64 number, const QVector<RevisionRole> &roles)
{
    Revision each;
    each.hash = hash;
    each.uid = QStringLiteral("rs-") + hash;
    each.number = number;
    each.roles = roles;
    each.desired = 3;
    each.ready = 2;
    each.health = RevisionHealth::Progressing;
    each.images = {{QStringLiteral("web"), QStringLiteral("reg.example/shop/web:%1@sha256:abc").arg(number)}};
    return each;
}

} // namespace

class RevisionsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRollbackMovesARow();
    void answersEachColumn();
};

void RevisionsModelTest::aRollbackMovesARow()
{
    RevisionsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelMirror mirror(model);
    Release release;
    release.revisions = {revision(QStringLiteral("c"), 3, {RevisionRole::Canary}),
                         revision(QStringLiteral("b"), 2, {RevisionRole::Stable}),
                         revision(QStringLiteral("a"), 1, {})};
    model.setRelease(release);
    QCOMPARE(model.rowCount(), 3);
    const QPersistentModelIndex watched(model.indexOf(QStringLiteral("a")));
    // Undo to a: the old ReplicaSet comes back with a new number, on top.
    release.revisions = {revision(QStringLiteral("a"), 4, {RevisionRole::Stable}),
                         revision(QStringLiteral("c"), 3, {}), revision(QStringLiteral("b"), 2, {})};
    model.setRelease(release);
    QCOMPARE(mirror.told(), mirror.actual());
    QCOMPARE(mirror.moves, 1);
    QCOMPARE(mirror.inserts, 1);
    QCOMPARE(watched.row(), 0);
    QCOMPARE(watched.data().toString(), QStringLiteral("4"));
    model.setRelease(std::nullopt);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(mirror.told(), QStringList());
    QVERIFY(!model.indexOf(QStringLiteral("a")).isValid());
}

void RevisionsModelTest::answersEachColumn()
{
    RevisionsModel model;
    Release release;
    release.revisions = {revision(QStringLiteral("b"), 2, {RevisionRole::Stable, RevisionRole::Active})};
    model.setRelease(release);
    const auto text = [&](RevisionsModel::Column column) {
        return model.index(0, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(RevisionsModel::Column::Number), QStringLiteral("2"));
    QCOMPARE(text(RevisionsModel::Column::Version), QStringLiteral("2"));
    QCOMPARE(text(RevisionsModel::Column::Image), QStringLiteral("reg.example/shop/web:2@sha256:abc"));
    QCOMPARE(text(RevisionsModel::Column::Digest), QStringLiteral("sha256:abc"));
    QCOMPARE(text(RevisionsModel::Column::Roles), QStringLiteral("stable, active"));
    QCOMPARE(text(RevisionsModel::Column::Ready), QStringLiteral("2/3"));
    const QModelIndex index = model.index(0, 0);
    QCOMPARE(index.data(static_cast<int>(RevisionsModel::Role::Sort)).toLongLong(), 2);
    QCOMPARE(index.data(static_cast<int>(RevisionsModel::Role::Health)).value<RevisionHealth>(),
             RevisionHealth::Progressing);
    QCOMPARE(index.data(static_cast<int>(RevisionsModel::Role::Value)).value<Revision>(),
             release.revisions.first());
}

QTEST_GUILESS_MAIN(RevisionsModelTest)
#include "revisionsmodel_test.moc"
