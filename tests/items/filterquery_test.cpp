// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/filterquery.h"

#include <QTest>

using namespace signalbox;

class FilterQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void reportsABrokenExpression();
};

void FilterQueryTest::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *text, bool expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << expected;
    };
    // The row: "checkout api", namespace "shop", state "healthy", no field "node".
    row("", true);
    row("   ", true);
    row("check", true);
    row("CHECK", true);
    row("cart", false);
    row("check shop", true);
    row("check cart", false);
    row("!cart", true);
    row("-cart", true);
    row("!check", false);
    row("\"out api\"", true);
    row("\"api out\"", false);
    row("namespace=shop", true);
    row("NameSpace=SHOP", true);
    row("namespace=sho", false);
    row("!namespace=shop", false);
    row("-namespace=other", true);
    row("namespace=~^sh", true);
    row("namespace=~^op", false);
    row("!namespace=~^op", true);
    row("node=x", false);
    row("!node=x", true);
    row("=~out.*api", true);
    row("=~^api", false);
    row("-=~^api", true);
    row("state=healthy check", true);
    row("-", false);   // a lone sign is text
    row("=~(", false); // no expression: looked for as text
    row("note=", true);
    row("note=\"\"", true);
}

void FilterQueryTest::matches()
{
    QFETCH(QString, text);
    const auto fieldOf = [](const QString &key) -> std::optional<QString> {
        const QHash<QString, QString> fields{{QStringLiteral("namespace"), QStringLiteral("shop")},
                                             {QStringLiteral("state"), QStringLiteral("healthy")},
                                             {QStringLiteral("note"), QString()}};
        return fields.contains(key) ? std::optional(fields.value(key)) : std::nullopt;
    };
    const FilterQuery query(text);
    QTEST(query.matches({QStringLiteral("checkout api"), QStringLiteral("shop")}, fieldOf), "expected");
}

void FilterQueryTest::reportsABrokenExpression()
{
    QCOMPARE(FilterQuery(QStringLiteral("ok name=~(")).problem(), QStringLiteral("("));
    QVERIFY(FilterQuery(QStringLiteral("name=~(a|b)")).problem().isEmpty());
}

QTEST_GUILESS_MAIN(FilterQueryTest)
#include "filterquery_test.moc"
