// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/rowsink.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;

namespace
{

std::string padded(const QByteArray &text)
{
    std::string result = text.toStdString();
    result.reserve(result.size() + simdjson::SIMDJSON_PADDING);
    return result;
}

QByteArray pod(const char *name, int version)
{
    return "{\"metadata\":{\"uid\":\"" + QByteArray(name) + "\",\"resourceVersion\":\"" +
           QByteArray::number(version) + "\"}}";
}

QByteArray line(const char *type, const QByteArray &object)
{
    return "{\"type\":\"" + QByteArray(type) + "\",\"object\":" + object + "}";
}

struct Taken {
    QStringList upserted;
    QStringList removed;
    bool reset = false;
};

Taken take(RowSink &sink)
{
    Taken result;
    const KindChanges changes = sink.take();
    const auto &pods = std::get<RowChanges<PodRow>>(changes);
    for (const PodRow &row : pods.upserted) {
        result.upserted.append(row.meta.uid + u'@' + row.meta.resourceVersion);
    }
    result.removed = QStringList(pods.removed.begin(), pods.removed.end());
    result.upserted.sort();
    result.removed.sort();
    result.reset = pods.reset;
    return result;
}

} // namespace

class RowSinkTest : public QObject
{
    Q_OBJECT

private:
    static void list(RowSink &sink, const QString &scope, const QVector<QByteArray> &items)
    {
        sink.beginList(scope);
        for (const QByteArray &item : items) {
            sink.listItem(scope, padded(item));
        }
        sink.endList(scope);
    }
    static void watch(RowSink &sink, const QByteArray &text, const QString &scope = {})
    {
        const LineOutcome outcome = sink.watchLine(scope, padded(text));
        QVERIFY(!outcome.broken);
    }

private Q_SLOTS:
    void onlyTheLastStateOfAnObjectIsHandedOn()
    {
        const auto sink = makeRowSink(ResourceKind::Pod);
        QVERIFY(!sink->hasChanges());
        watch(*sink, line("ADDED", pod("a", 1)));
        watch(*sink, line("ADDED", pod("b", 2)));
        watch(*sink, line("ADDED", pod("c", 3)));
        watch(*sink, line("MODIFIED", pod("c", 4)));
        watch(*sink, line("DELETED", pod("a", 5))); // moves another row into its place
        watch(*sink, line("MODIFIED", pod("c", 6)));
        watch(*sink, line("MODIFIED", pod("b", 7)));
        QVERIFY(sink->hasChanges());
        const Taken taken = take(*sink);
        QCOMPARE(taken.upserted, (QStringList{QStringLiteral("b@7"), QStringLiteral("c@6")}));
        QCOMPARE(taken.removed, QStringList{QStringLiteral("a")});
        QVERIFY(!taken.reset);
        QVERIFY(!sink->hasChanges());
    }

    void aReturningObjectIsNotRemoved()
    {
        const auto sink = makeRowSink(ResourceKind::Pod);
        watch(*sink, line("DELETED", pod("a", 1)));
        watch(*sink, line("ADDED", pod("a", 2)));
        const Taken taken = take(*sink);
        QCOMPARE(taken.upserted, QStringList{QStringLiteral("a@2")});
        QVERIFY(taken.removed.isEmpty());
    }

    void aRelistMovesDifferencesOnly()
    {
        const auto sink = makeRowSink(ResourceKind::Pod);
        list(*sink, {}, {pod("a", 1), pod("b", 2), pod("c", 3)});
        QCOMPARE(take(*sink).upserted.size(), 3);
        list(*sink, {}, {pod("a", 1), pod("b", 20)});
        const Taken taken = take(*sink);
        QCOMPARE(taken.upserted, QStringList{QStringLiteral("b@20")});
        QCOMPARE(taken.removed, QStringList{QStringLiteral("c")});
        list(*sink, {}, {pod("a", 1), pod("b", 20)});
        QVERIFY(!sink->hasChanges());
    }

    void scopesDoNotRemoveEachOthersObjects()
    {
        const auto sink = makeRowSink(ResourceKind::Pod);
        list(*sink, QStringLiteral("one"), {pod("a", 1)});
        list(*sink, QStringLiteral("two"), {pod("b", 2)});
        QVERIFY(take(*sink).removed.isEmpty());
        list(*sink, QStringLiteral("two"), {});
        QCOMPARE(take(*sink).removed, QStringList{QStringLiteral("b")});
    }

    void resetForgetsAndSaysSo()
    {
        const auto sink = makeRowSink(ResourceKind::Pod);
        list(*sink, {}, {pod("a", 1)});
        sink->reset();
        const Taken taken = take(*sink);
        QVERIFY(taken.reset);
        QVERIFY(taken.upserted.isEmpty());
        list(*sink, {}, {pod("a", 1)});
        QCOMPARE(take(*sink).upserted.size(), 1);
    }

    void unreadableObjectsAreCounted()
    {
        const auto sink = makeRowSink(ResourceKind::Pod);
        list(*sink, {}, {pod("a", 1), "{\"metadata\":{}}", "{oops}"});
        QCOMPARE(sink->unreadable(), 2);
        QCOMPARE(take(*sink).upserted.size(), 1);
        QVERIFY(sink->watchLine({}, padded("{\"type\":\"ADDED\",\"object\":7}")).broken);
        QVERIFY(sink->watchLine({}, padded("nonsense")).broken);
        QVERIFY(!sink->watchLine({}, padded("{\"type\":\"LATER\",\"object\":{}}")).broken);
    }

    void everyKindHasItsOwnChanges()
    {
        for (int i = 0; i <= static_cast<int>(ResourceKind::Pod); ++i) {
            const auto kind = static_cast<ResourceKind>(i);
            QCOMPARE(kindOf(makeRowSink(kind)->take()), kind);
        }
    }
};

QTEST_GUILESS_MAIN(RowSinkTest)

#include "rowsink_test.moc"
