// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/themecolors.h"

#include <QPalette>

namespace signalbox
{

namespace
{

// Green leans to blue and red to yellow, and their lightness differs, so that they stay apart for people who
// do not tell red from green. All texts reach 4.5:1 on surface (checked by themecolors_test).

ThemeColors darkColors()
{
    return {.canvas = QColor(0x14, 0x17, 0x1b),
            .surface = QColor(0x1b, 0x1f, 0x25),
            .raised = QColor(0x25, 0x2b, 0x33),
            .input = QColor(0x12, 0x15, 0x19),
            .border = QColor(0x2c, 0x33, 0x3c),
            .borderStrong = QColor(0x3c, 0x45, 0x50),
            .text = QColor(0xe8, 0xec, 0xf1),
            .muted = QColor(0x98, 0xa3, 0xb0),
            .accent = QColor(0x4f, 0x9c, 0xf0),
            .accentText = QColor(0x0c, 0x13, 0x1c),
            .track = QColor(0x2b, 0x32, 0x3b),
            .stable = QColor(0x4f, 0x9c, 0xf0),
            .fresh = QColor(0x36, 0xc2, 0x8f),
            .good = QColor(0x3c, 0xc8, 0x95),
            .info = QColor(0x63, 0xa9, 0xf4),
            .warning = QColor(0xf2, 0xb4, 0x41),
            .bad = QColor(0xf5, 0x6d, 0x75),
            .reverted = QColor(0xec, 0x8f, 0x4f),
            .neutral = QColor(0x98, 0xa3, 0xb0),
            .marker = QColor(0xa8, 0x8b, 0xf0),
            .onTone = QColor(0x12, 0x15, 0x19)};
}

ThemeColors lightColors()
{
    return {.canvas = QColor(0xf3, 0xf5, 0xf9),
            .surface = QColor(0xff, 0xff, 0xff),
            .raised = QColor(0xed, 0xf1, 0xf6),
            .input = QColor(0xf7, 0xf9, 0xfc),
            .border = QColor(0xdb, 0xe1, 0xe9),
            .borderStrong = QColor(0xbc, 0xc6, 0xd2),
            .text = QColor(0x16, 0x1c, 0x26),
            .muted = QColor(0x59, 0x65, 0x77),
            .accent = QColor(0x1b, 0x6a, 0xc4),
            .accentText = QColor(0xff, 0xff, 0xff),
            .track = QColor(0xdc, 0xe4, 0xee),
            .stable = QColor(0x1f, 0x6f, 0xcb),
            .fresh = QColor(0x0b, 0x8a, 0x5c),
            .good = QColor(0x08, 0x7d, 0x53),
            .info = QColor(0x1b, 0x6a, 0xc4),
            .warning = QColor(0x96, 0x61, 0x00),
            .bad = QColor(0xc8, 0x28, 0x39),
            .reverted = QColor(0xb0, 0x4d, 0x12),
            .neutral = QColor(0x59, 0x65, 0x77),
            .marker = QColor(0x6f, 0x4f, 0xc9),
            .onTone = QColor(0xff, 0xff, 0xff)};
}

ThemeColors highContrastColors()
{
    return {.canvas = QColor(0x00, 0x00, 0x00),
            .surface = QColor(0x00, 0x00, 0x00),
            .raised = QColor(0x1c, 0x1c, 0x1c),
            .input = QColor(0x00, 0x00, 0x00),
            .border = QColor(0xa8, 0xa8, 0xa8),
            .borderStrong = QColor(0xff, 0xff, 0xff),
            .text = QColor(0xff, 0xff, 0xff),
            .muted = QColor(0xe0, 0xe0, 0xe0),
            .accent = QColor(0xff, 0xe1, 0x4d),
            .accentText = QColor(0x00, 0x00, 0x00),
            .track = QColor(0x50, 0x50, 0x50),
            .stable = QColor(0x7c, 0xc0, 0xff),
            .fresh = QColor(0x3d, 0xf0, 0xae),
            .good = QColor(0x3d, 0xf0, 0xae),
            .info = QColor(0x7c, 0xc0, 0xff),
            .warning = QColor(0xff, 0xd2, 0x4a),
            .bad = QColor(0xff, 0x7a, 0x82),
            .reverted = QColor(0xff, 0xa9, 0x61),
            .neutral = QColor(0xe0, 0xe0, 0xe0),
            .marker = QColor(0xd0, 0xb8, 0xff),
            .onTone = QColor(0x00, 0x00, 0x00)};
}

} // namespace

const ThemeColors &themeColors(ThemeKind kind)
{
    static const ThemeColors light = lightColors();
    static const ThemeColors dark = darkColors();
    static const ThemeColors highContrast = highContrastColors();
    switch (kind) {
    case ThemeKind::Light:
        return light;
    case ThemeKind::Dark:
        return dark;
    case ThemeKind::HighContrast:
        break;
    }
    return highContrast;
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
