// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/rowdiff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace signalbox;

namespace
{

struct Item {
    int key = 0;
    int value = 0;
    bool operator==(const Item &) const = default;
};

/// Follows the announced operations on its own copy, and counts them.
struct Follower {
    QVector<Item> &rows;
    QVector<Item> copy;
    int operations = 0;
    int first = 0;
    int last = 0;
    int from = 0;
    int before = 0;

    void beginRemove(int a, int b) { first = a, last = b; }
    void endRemove()
    {
        ++operations;
        copy.remove(first, last - first + 1);
    }
    void beginInsert(int a, int b) { first = a, last = b; }
    void endInsert()
    {
        ++operations;
        for (int row = first; row <= last; ++row) {
            copy.insert(row, rows.at(row));
        }
    }
    void beginMove(int source, int destination)
    {
        // What QAbstractItemModel::beginMoveRows refuses.
        QVERIFY(destination != source && destination != source + 1);
        from = source, before = destination;
    }
    void endMove()
    {
        ++operations;
        copy.move(from, before > from ? before - 1 : before);
    }
    void changed(int a, int b)
    {
        ++operations;
        for (int row = a; row <= b; ++row) {
            copy[row] = rows.at(row);
        }
    }
};

QVector<Item> items(const QVector<int> &keys, int value = 0)
{
    QVector<Item> all;
    for (const int key : keys) {
        all.append({key, value});
    }
    return all;
}

int apply(QVector<Item> &rows, const QVector<Item> &wanted)
{
    Follower follower{rows, rows};
    const auto keyOf = [](const Item &item) { return item.key; };
    RowDiff<Item, decltype(keyOf), Follower>(rows, wanted, keyOf, follower).apply();
    if (follower.copy != rows) {
        return -1;
    }
    return follower.operations;
}

} // namespace

class RowDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsOneListIntoAnother_data();
    void turnsOneListIntoAnother();
    void survivesAnything();
    void aDoubleKeyCountsOnce();
};

void RowDiffTest::turnsOneListIntoAnother_data()
{
    QTest::addColumn<QVector<int>>("from");
    QTest::addColumn<QVector<int>>("to");
    QTest::addColumn<int>("operations");
    using Keys = QVector<int>;
    QTest::newRow("nothing") << Keys{} << Keys{} << 0;
    QTest::newRow("same") << Keys{1, 2, 3} << Keys{1, 2, 3} << 0;
    QTest::newRow("fill") << Keys{} << Keys{1, 2, 3} << 1;
    QTest::newRow("empty") << Keys{1, 2, 3} << Keys{} << 1;
    QTest::newRow("insert in the middle") << Keys{1, 4} << Keys{1, 2, 3, 4} << 1;
    QTest::newRow("two gaps") << Keys{1, 2, 3, 4, 5} << Keys{1, 3, 5} << 2;
    QTest::newRow("first becomes last") << Keys{1, 2, 3} << Keys{2, 3, 1} << 1;
    QTest::newRow("last becomes first") << Keys{1, 2, 3} << Keys{3, 1, 2} << 1;
    QTest::newRow("one up, one new, one gone") << Keys{1, 2, 3, 4} << Keys{3, 1, 9, 2} << 3;
}

void RowDiffTest::turnsOneListIntoAnother()
{
    QFETCH(QVector<int>, from);
    QFETCH(QVector<int>, to);
    QFETCH(int, operations);
    QVector<Item> rows = items(from);
    QCOMPARE(apply(rows, items(to)), operations);
    QCOMPARE(rows, items(to));
    // New values in the same order are one announcement.
    const int announced = apply(rows, items(to, 7));
    QCOMPARE(announced, to.isEmpty() ? 0 : 1);
    QCOMPARE(rows, items(to, 7));
}

void RowDiffTest::survivesAnything()
{
    QRandomGenerator random(20260821);
    QVector<Item> rows;
    for (int round = 0; round < 2000; ++round) {
        QVector<Item> wanted;
        QVector<int> keys;
        for (int key = 0; key < 12; ++key) {
            if (random.bounded(3) > 0) {
                keys.append(key);
            }
        }
        std::shuffle(keys.begin(), keys.end(), random);
        for (const int key : keys) {
            wanted.append({key, static_cast<int>(random.bounded(2))});
        }
        QVERIFY(apply(rows, wanted) >= 0);
        QCOMPARE(rows, wanted);
    }
}

void RowDiffTest::aDoubleKeyCountsOnce()
{
    QVector<Item> rows;
    QCOMPARE(apply(rows, {{1, 1}, {2, 1}, {1, 2}}), 1);
    QCOMPARE(rows, (QVector<Item>{{1, 1}, {2, 1}}));
}

QTEST_GUILESS_MAIN(RowDiffTest)
#include "rowdiff_test.moc"
