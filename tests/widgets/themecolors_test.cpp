// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/statuspalette.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <cmath>

using namespace signalbox;

namespace
{

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

std::array<double, 3> linearRgb(const QColor &color)
{
    return {linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
}

/// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto rgb = linearRgb(color);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

/// CIE L*a*b* of a linear RGB triple, D65.
std::array<double, 3> lab(const std::array<double, 3> &rgb)
{
    const double x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505;
    const double y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    const double z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089;
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

/// Full deuteranopia and protanopia after Viénot, Brettel and Mollon (1999), on linear RGB.
std::array<double, 3> seenBy(const std::array<double, 3> &rgb, bool isProtanope)
{
    const double mixed =
        isProtanope ? 0.11238 * rgb[0] + 0.88762 * rgb[1] : 0.29275 * rgb[0] + 0.70725 * rgb[1];
    const double blue = isProtanope ? 0.00401 * rgb[0] - 0.00401 * rgb[1] + rgb[2]
                                    : -0.02234 * rgb[0] + 0.02234 * rgb[1] + rgb[2];
    return {mixed, mixed, blue};
}

double distance(const QColor &a, const QColor &b, bool isProtanope)
{
    const auto first = lab(seenBy(linearRgb(a), isProtanope));
    const auto second = lab(seenBy(linearRgb(b), isProtanope));
    return std::sqrt(std::pow(first[0] - second[0], 2) + std::pow(first[1] - second[1], 2) +
                     std::pow(first[2] - second[2], 2));
}

constexpr std::array kinds = {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast};

} // namespace

class ThemeColorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsReachContrast_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
        QTest::newRow("high contrast") << static_cast<int>(ThemeKind::HighContrast);
    }

    void textsReachContrast()
    {
        QFETCH(int, kind);
        const StatusPalette colors(Theme::paletteFor(static_cast<ThemeKind>(kind)));
        const double wanted = static_cast<ThemeKind>(kind) == ThemeKind::HighContrast ? 7.0 : 4.5;
        QVector<QColor> inks{colors.text(), colors.muted(), colors.marker()};
        for (int tone = 0; tone <= static_cast<int>(Tone::Fresh); ++tone) {
            const bool isLine =
                tone == static_cast<int>(Tone::Stable) || tone == static_cast<int>(Tone::Fresh);
            const QColor ink = colors.color(static_cast<Tone>(tone));
            // Stable and Fresh colour rails and lines: 3:1 is what graphics need.
            const double least = isLine ? 3.0 : wanted;
            QVERIFY2(contrast(ink, colors.surface()) >= least, qPrintable(ink.name()));
            QVERIFY2(contrast(ink, colors.canvas()) >= std::min(least, 4.5), qPrintable(ink.name()));
            QVERIFY2(contrast(colors.onFill(), ink) >= 3.0, qPrintable(ink.name()));
        }
        for (const QColor &ink : inks) {
            QVERIFY2(contrast(ink, colors.surface()) >= 4.5, qPrintable(ink.name()));
            QVERIFY2(contrast(ink, colors.canvas()) >= 4.5, qPrintable(ink.name()));
        }
        QVERIFY(contrast(colors.text(), colors.raised()) >= 4.5);
    }

    void tonesStayApartWithoutRedOrGreen()
    {
        constexpr std::array tones = {Tone::Good, Tone::Info, Tone::Warning, Tone::Bad};
        for (const ThemeKind kind : kinds) {
            const StatusPalette colors(Theme::paletteFor(kind));
            for (std::size_t i = 0; i < tones.size(); ++i) {
                for (std::size_t j = i + 1; j < tones.size(); ++j) {
                    for (const bool isProtanope : {false, true}) {
                        const double apart =
                            distance(colors.color(tones.at(i)), colors.color(tones.at(j)), isProtanope);
                        const QString where = QStringLiteral("theme %1, tones %2 and %3, %4: %5")
                                                  .arg(static_cast<int>(kind))
                                                  .arg(i)
                                                  .arg(j)
                                                  .arg(isProtanope ? QStringLiteral("protanope")
                                                                   : QStringLiteral("deuteranope"))
                                                  .arg(apart);
                        QVERIFY2(apart > 12, qPrintable(where));
                    }
                }
            }
        }
    }

    void kindIsFoundFromThePalette()
    {
        for (const ThemeKind kind : kinds) {
            QCOMPARE(themeKindOf(Theme::paletteFor(kind)), kind);
        }
    }

    void styleSheetHasNoNameLeft()
    {
        for (const ThemeKind kind : kinds) {
            QVERIFY(!Theme::styleSheetFor(kind).contains(QLatin1Char('@')));
        }
    }

    void modeChangesTheApplication()
    {
        Theme theme(*qApp);
        QSignalSpy changes(&theme, &Theme::changed);
        theme.setMode(ThemeChoice::Dark);
        QCOMPARE(themeKindOf(QApplication::palette()), ThemeKind::Dark);
        theme.setMode(ThemeChoice::HighContrast);
        QCOMPARE(themeKindOf(QApplication::palette()), ThemeKind::HighContrast);
        theme.setMode(ThemeChoice::Light);
        QCOMPARE(themeKindOf(QApplication::palette()), ThemeKind::Light);
        QCOMPARE(changes.count(), 3);
        theme.setMode(ThemeChoice::Light);
        QCOMPARE(changes.count(), 3);
    }
};

QTEST_MAIN(ThemeColorsTest)
#include "themecolors_test.moc"
