// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/reportdocument.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;

namespace
{

ReportDocument hostile(const QString &text)
{
    ReportDocument report;
    report.language = QStringLiteral("en");
    report.title = text;
    report.facts = {{text, text}};
    report.sections = {{text, {text, text}, {{text, text}}, text}, {text, {text}, {}, text}};
    return report;
}

} // namespace

class ReportDocumentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingExternalBecomesMarkup_data();
    void nothingExternalBecomesMarkup();
    void tablesKeepTheirShape();
};

void ReportDocumentTest::nothingExternalBecomesMarkup_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("script") << QStringLiteral("<script>alert(1)</script>");
    QTest::newRow("image") << QStringLiteral("<img src=x onerror=alert(1)>");
    QTest::newRow("attribute") << QStringLiteral("\" onload=\"alert(1)");
    QTest::newRow("entity") << QStringLiteral("&lt;b&gt;");
    QTest::newRow("link") << QStringLiteral("[here](javascript:alert(1))");
    QTest::newRow("picture") << QStringLiteral("![x](http://evil.example/p.png)");
    QTest::newRow("bare link") << QStringLiteral("https://evil.example/?q=1");
    QTest::newRow("row") << QStringLiteral("a | b |\n| --- | --- |\n# title");
    QTest::newRow("list") << QStringLiteral("- item\r\n1. one\n> quote");
    QTest::newRow("code") << QStringLiteral("`rm` ```\n~~~");
    QTest::newRow("separator") << QStringLiteral("a\u2028# b");
}

void ReportDocumentTest::nothingExternalBecomesMarkup()
{
    QFETCH(QString, text);
    const ReportDocument plain = hostile(QStringLiteral("plain"));
    const ReportDocument report = hostile(text);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    const auto tags = [](const QString &html) {
        QStringList found;
        auto matches = tag.globalMatch(html);
        while (matches.hasNext()) {
            found.append(matches.next().captured());
        }
        return found;
    };
    // The tags are those of harmless text, one by one: nothing was added, nothing broken.
    QCOMPARE(tags(reportHtml(report)), tags(reportHtml(plain)));
    const QString markdown = reportMarkdown(report);
    QCOMPARE(markdown.count(QLatin1Char('\n')), reportMarkdown(plain).count(QLatin1Char('\n')));
    QVERIFY(!markdown.contains(QLatin1Char('<')));
    QVERIFY(!markdown.contains(QStringLiteral("://")));
    QVERIFY(!markdown.contains(QStringLiteral("](")));
    QVERIFY(!markdown.contains(QStringLiteral("\n- item")));
}

void ReportDocumentTest::tablesKeepTheirShape()
{
    ReportDocument report;
    report.language = QStringLiteral("zh-TW");
    report.title = QStringLiteral("部署前檢查");
    report.facts = {{QStringLiteral("Plan hash"), QStringLiteral("5a5a")}};
    report.sections = {
        {QStringLiteral("A"),
         {QStringLiteral("x"), QStringLiteral("y")},
         {{QStringLiteral("1")}, {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}},
         {}},
        {QStringLiteral("B"), {QStringLiteral("x")}, {}, QStringLiteral("none")}};
    QCOMPARE(reportMarkdown(report), QStringLiteral("# 部署前檢查\n\n- **Plan hash**: 5a5a\n\n## A\n\n"
                                                    "| x | y |\n| --- | --- |\n| 1 |  |\n| 1 | 2 |\n"
                                                    "\n## B\n\nnone\n"));
    const QString html = reportHtml(report);
    QVERIFY(html.contains(QStringLiteral("<html lang=\"zh-TW\">")));
    QVERIFY(html.contains(QStringLiteral("<tr><td>1</td><td></td></tr>")));
    QVERIFY(html.contains(QStringLiteral("<p>none</p>")));
}

QTEST_GUILESS_MAIN(ReportDocumentTest)
#include "reportdocument_test.moc"
