// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/jsontext.h"
#include "backends/drill/selectors.h"

#include <QTest>

namespace signalbox::drill
{

class SelectorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labels_data();
    void labels();
    void fields_data();
    void fields();
};

void SelectorsTest::labels_data()
{
    QTest::addColumn<QString>("selector");
    QTest::addColumn<int>("outcome"); // 1 matches, 0 does not, -1 refused
    const auto row = [](const char *selector, int outcome) {
        QTest::newRow(selector) << QString::fromLatin1(selector) << outcome;
    };
    row("", 1);
    row("app=cart", 1);
    row("app==cart", 1);
    row("app = cart , tier=front", 1);
    row("app=other", 0);
    row("app!=other", 1);
    row("app!=cart", 0);
    row("absent!=x", 1);
    row("absent=x", 0);
    row("app in (cart, shop)", 1);
    row("app in (shop)", 0);
    row("app notin (shop,x),tier", 1);
    row("absent notin (x)", 1);
    row("tier", 1);
    row("absent", 0);
    row("!absent", 1);
    row("!tier", 0);
    row("example.com/size>3", 1);
    row("example.com/size>5", 0);
    row("example.com/size<6", 1);
    row("app>3", 0);
    row("empty=", 1);
    row("app in cart", -1);
    row("=x", -1);
    row("app=cart,,tier", -1);
    row("a=b=c", -1);
}

void SelectorsTest::labels()
{
    QFETCH(QString, selector);
    QFETCH(int, outcome);
    const Json object =
        parsed(R"({"metadata":{"labels":{"app":"cart","tier":"front","example.com/size":"5","empty":""}}})");
    const auto parsedSelector = LabelSelector::parse(selector);
    QCOMPARE(parsedSelector ? int(parsedSelector->matches(object)) : -1, outcome);
    if (!parsedSelector)
        QCOMPARE(parsedSelector.error().httpStatus, 400);
}

void SelectorsTest::fields_data()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("selector");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char *resource, const char *selector, int outcome) {
        QTest::newRow(qPrintable(QLatin1String(resource) + QLatin1Char(' ') + QLatin1String(selector)))
            << QString::fromLatin1(resource) << QString::fromLatin1(selector) << outcome;
    };
    row("pods", "metadata.name=a", 1);
    row("pods", "metadata.name=b", 0);
    row("pods", "metadata.name==a,metadata.namespace=shop", 1);
    row("pods", "spec.nodeName=n1,status.phase!=Failed", 1);
    row("pods", "status.phase=Failed", 0);
    row("pods", "spec.image=x", -1);
    row("pods", "nonsense", -1);
    row("events", "involvedObject.name=cart,involvedObject.kind=Pod", 1);
    row("events", "type=Warning,reason=BackOff", 1);
    row("events", "type=Normal", 0);
    row("events", "source=kubelet", 1);
    row("services", "status.phase=Running", -1);
}

void SelectorsTest::fields()
{
    QFETCH(QString, resource);
    QFETCH(QString, selector);
    QFETCH(int, outcome);
    ResourceType type;
    type.resource = resource;
    const Json object = parsed(
        R"({"metadata":{"name":"a","namespace":"shop"},"spec":{"nodeName":"n1"},"status":{"phase":"Running"},
            "involvedObject":{"name":"cart","kind":"Pod"},"type":"Warning","reason":"BackOff","source":{"component":"kubelet"}})");
    const auto parsedSelector = FieldSelector::parse(selector, type);
    QCOMPARE(parsedSelector ? int(parsedSelector->matches(object)) : -1, outcome);
}

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::SelectorsTest)
#include "selectors_test.moc"
