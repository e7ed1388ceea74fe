// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/fonts.h"
#include "widgets/style/textlabel.h"

#include <QApplication>
#include <QFontDatabase>
#include <QGlyphRun>
#include <QRawFont>
#include <QTest>
#include <QTextLayout>

using namespace signalbox;

namespace
{

const QLocale taiwan(QLocale::Chinese, QLocale::TraditionalHanScript, QLocale::Taiwan);
const QLocale mainland(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China);
const QLocale english(QLocale::English, QLocale::UnitedStates);

/// The family that really draws the text.
QString drawnWith(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return runs.isEmpty() ? QString() : runs.first().rawFont().familyName();
}

} // namespace

class FontsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFontDatabase::hasFamily(QStringLiteral("Noto Sans CJK TC"))) {
            QSKIP("fonts-noto-cjk is not installed");
        }
    }

    void hanTakesTheShapesOfTheLanguage_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("family");
        QTest::newRow("Taiwan") << taiwan << QStringLiteral("Noto Sans CJK TC");
        QTest::newRow("mainland") << mainland << QStringLiteral("Noto Sans CJK SC");
        QTest::newRow("by name alone")
            << QLocale(QStringLiteral("zh_TW")) << QStringLiteral("Noto Sans CJK TC");
    }

    void hanTakesTheShapesOfTheLanguage()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, family);
        Fonts::apply(*qApp, locale);
        QCOMPARE(drawnWith(QStringLiteral("骨直令"), QApplication::font()), family);
        QCOMPARE(drawnWith(QStringLiteral("Pods"), QApplication::font()), family); // one base line for both
    }

    void labelsFollowTheSwitch()
    {
        Fonts::apply(*qApp, english);
        QWidget window;
        TextLabel label(TextStyle::Title, &window);
        window.show();
        const double size = label.font().pointSizeF();
        QCOMPARE(label.font().families().first(), Fonts::families(english).first());
        Fonts::apply(*qApp, taiwan);
        QCoreApplication::processEvents();
        QCOMPARE(label.font().families().first(), QStringLiteral("Noto Sans CJK TC"));
        QCOMPARE(label.font().pointSizeF(), size);
        QCOMPARE(label.font().weight(), QFont::DemiBold);
    }

    void monoFollowsTheLanguage()
    {
        QLocale::setDefault(mainland);
        QCOMPARE(Fonts::font(TextStyle::Mono).families().first(), QStringLiteral("Noto Sans Mono CJK SC"));
        QLocale::setDefault(english);
        QCOMPARE(Fonts::font(TextStyle::Mono).families().first(), QStringLiteral("JetBrains Mono"));
    }
};

QTEST_MAIN(FontsTest)
#include "fonts_test.moc"
