// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

class QPalette;

namespace signalbox
{

enum class ThemeKind { Light, Dark, HighContrast };

/// Every colour of the interface by what it means. The values stand in themecolors.cpp and nowhere else.
struct ThemeColors {
    QColor canvas;  ///< behind the cards
    QColor surface; ///< cards, side columns, bars
    QColor raised;  ///< buttons, the selected row
    QColor input;   ///< text fields
    QColor border;
    QColor borderStrong; ///< edges of things that can be operated
    QColor text;
    QColor muted;      ///< secondary text, still readable at AA
    QColor accent;     ///< focus, selection, the current tab
    QColor accentText; ///< text on accent
    QColor track;      ///< empty part of bars and rails
    QColor stable;     ///< the version that serves, "blue"
    QColor fresh;      ///< the version that comes, "green"
    QColor good;
    QColor info;
    QColor warning;
    QColor bad;
    QColor reverted; ///< rolled back: not an outage
    QColor neutral;
    QColor marker; ///< events on charts
    QColor onTone; ///< text and signs on a filled tone
};

[[nodiscard]] const ThemeColors &themeColors(ThemeKind kind);

/// The theme a palette made by Theme belongs to; for a foreign palette the nearest one by lightness. Widgets
/// derive everything from their palette, so there is no global "current theme".
[[nodiscard]] ThemeKind themeKindOf(const QPalette &palette);

[[nodiscard]] inline const ThemeColors &themeColors(const QPalette &palette)
{
    return themeColors(themeKindOf(palette));
}

/// `over` laid on `under` with the given share, 0 to 1.
[[nodiscard]] QColor blend(const QColor &under, const QColor &over, double share);

} // namespace signalbox
