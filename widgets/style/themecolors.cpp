// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/themecolors.h"

#include <QPalette>

#include <array>

namespace signalbox
{

namespace
{

// Green leans to blue and red to yellow, and their lightness differs, so that they stay apart for people who
// do not tell red from green. All texts reach 4.5:1 on surface (checked by themecolors_test).

struct Row {
    QColor ThemeColors::*meaning;
    std::array<QRgb, 3> values; ///< by ThemeKind
};

constexpr std::array rows{
    Row{&ThemeColors::canvas, {0xf3f5f9, 0x14171b, 0x000000}},
    Row{&ThemeColors::surface, {0xffffff, 0x1b1f25, 0x000000}},
    Row{&ThemeColors::raised, {0xedf1f6, 0x252b33, 0x1c1c1c}},
    Row{&ThemeColors::input, {0xf7f9fc, 0x121519, 0x000000}},
    Row{&ThemeColors::border, {0xdbe1e9, 0x2c333c, 0xa8a8a8}},
    Row{&ThemeColors::borderStrong, {0xbcc6d2, 0x3c4550, 0xffffff}},
    Row{&ThemeColors::text, {0x161c26, 0xe8ecf1, 0xffffff}},
    Row{&ThemeColors::muted, {0x596577, 0x98a3b0, 0xe0e0e0}},
    Row{&ThemeColors::accent, {0x1b6ac4, 0x4f9cf0, 0xffe14d}},
    Row{&ThemeColors::accentText, {0xffffff, 0x0c131c, 0x000000}},
    Row{&ThemeColors::track, {0xdce4ee, 0x2b323b, 0x505050}},
    Row{&ThemeColors::stable, {0x1f6fcb, 0x4f9cf0, 0x7cc0ff}},
    Row{&ThemeColors::fresh, {0x0b8a5c, 0x36c28f, 0x3df0ae}},
    Row{&ThemeColors::good, {0x087d53, 0x3cc895, 0x3df0ae}},
    Row{&ThemeColors::info, {0x1b6ac4, 0x63a9f4, 0x7cc0ff}},
    Row{&ThemeColors::warning, {0x966100, 0xf2b441, 0xffd24a}},
    Row{&ThemeColors::bad, {0xc82839, 0xf56d75, 0xff7a82}},
    Row{&ThemeColors::reverted, {0xb04d12, 0xec8f4f, 0xffa961}},
    Row{&ThemeColors::neutral, {0x596577, 0x98a3b0, 0xe0e0e0}},
    Row{&ThemeColors::marker, {0x6f4fc9, 0xa88bf0, 0xd0b8ff}},
    Row{&ThemeColors::onTone, {0xffffff, 0x121519, 0x000000}},
};

ThemeColors colorsOf(ThemeKind kind)
{
    ThemeColors colors;
    for (const Row &row : rows) {
        colors.*row.meaning = QColor::fromRgb(row.values.at(static_cast<std::size_t>(kind)));
    }
    return colors;
}

} // namespace

const ThemeColors &themeColors(ThemeKind kind)
{
    static const std::array themes{colorsOf(ThemeKind::Light), colorsOf(ThemeKind::Dark),
                                   colorsOf(ThemeKind::HighContrast)};
    return themes.at(static_cast<std::size_t>(kind));
}

ThemeKind themeKindOf(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    if (window == themeColors(ThemeKind::HighContrast).canvas) {
        return ThemeKind::HighContrast;
    }
    return window.lightness() < 128 ? ThemeKind::Dark : ThemeKind::Light;
}

QColor blend(const QColor &under, const QColor &over, double share)
{
    const auto mix = [share](int low, int high) {
        return static_cast<int>(low + (high - low) * share + 0.5);
    };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue())};
}

} // namespace signalbox
