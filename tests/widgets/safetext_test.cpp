// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/safetext.h"

#include <QTest>

using namespace signalbox;

class SafeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesExternalTextSafe_data()
    {
        QTest::addColumn<QString>("external");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("hwayo-7d9c5b8f64") << QStringLiteral("hwayo-7d9c5b8f64");
        QTest::newRow("Chinese") << QStringLiteral("發布 2.4.1") << QStringLiteral("發布 2.4.1");
        QTest::newRow("outside the BMP") << QStringLiteral("\U00020BB7") << QStringLiteral("\U00020BB7");
        QTest::newRow("line breaks") << QStringLiteral("a\r\nb\tc") << QStringLiteral("a  b c");
        QTest::newRow("bell and escape")
            << QStringLiteral("a\a\x1b[31m") << QStringLiteral("a[U+0007][U+001B][31m");
        QTest::newRow("right-to-left override")
            << QStringLiteral("a\u202Etxt.exe") << QStringLiteral("a[U+202E]txt.exe");
        QTest::newRow("isolates") << QStringLiteral("\u2066a\u2069") << QStringLiteral("[U+2066]a[U+2069]");
        QTest::newRow("zero width") << QStringLiteral("a\u200Bb\uFEFF")
                                    << QStringLiteral("a[U+200B]b[U+FEFF]");
        QTest::newRow("line separator") << QStringLiteral("a\u2028b") << QStringLiteral("a[U+2028]b");
        QTest::newRow("Hangul filler") << QStringLiteral("a\u3164b") << QStringLiteral("a[U+3164]b");
        QTest::newRow("lonely surrogate")
            << QString(QChar(0xD800)) + QLatin1Char('x') << QStringLiteral("[U+D800]x");
        QTest::newRow("tag character") << QStringLiteral("a\U000E0041") << QStringLiteral("a[U+E0041]");
        QTest::newRow("Hebrew is isolated") << QStringLiteral("שלום") << QStringLiteral("\u2068שלום\u2069");
        QTest::newRow("markup stays text") << QStringLiteral("<b>x</b>") << QStringLiteral("<b>x</b>");
        QTest::newRow("pile of marks")
            << QStringLiteral("a\u0301\u0301\u0301\u0301\u0301b") << QStringLiteral("a\u0301\u0301\u0301b");
    }

    void makesExternalTextSafe()
    {
        QFETCH(QString, external);
        QFETCH(QString, shown);
        QCOMPARE(safeText(external), shown);
    }

    void capsLength()
    {
        const QString text = safeText(QString(1'000'000, QLatin1Char('x')), 20);
        QCOMPARE(text.size(), 21);
        QVERIFY(text.endsWith(QChar(0x2026)));
        QCOMPARE(safeText(QString(20, QLatin1Char('x')), 20).size(), 20);
    }

    void keepsLineBreaksOnDemand()
    {
        QCOMPARE(safeText(QStringLiteral("a\nb"), 99, LineBreaks::Keep), QStringLiteral("a\nb"));
    }

    void toolTipsAreNeverMarkup()
    {
        const QString tip = plainToolTip(QStringLiteral("<img src=x>\n2 < 3"));
        QVERIFY(tip.startsWith(QStringLiteral("<qt>")));
        QVERIFY(!tip.contains(QStringLiteral("<img")));
        QVERIFY(tip.contains(QStringLiteral("<br>")));
        QVERIFY(plainToolTip({}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(SafeTextTest)
#include "safetext_test.moc"
