// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"
#include "models/domain/operation.h"
#include "models/domain/release.h"

#include <QColor>
#include <QRectF>

class QIcon;
class QPainter;

namespace signalbox
{

/// Signs that carry a state by shape. Drawn, not typed: no font has all of them, and each would have another
/// weight and base line.
enum class Glyph {
    Check,      ///< healthy
    DottedRing, ///< advancing
    Bars,       ///< waits for a person
    Clock,      ///< waits for time
    Question,   ///< undecided
    Return,     ///< rolled back
    Cross,      ///< broken
    NoEntry,    ///< blocked by a rule
    Ring,       ///< unknown
    Disc,       ///< live
    HalfDisc,   ///< between two states
    Dash,       ///< not there
};

[[nodiscard]] Glyph glyphOf(ReleaseState state);
[[nodiscard]] Glyph glyphOf(Verdict verdict);
[[nodiscard]] Glyph glyphOf(Freshness freshness);
[[nodiscard]] Glyph glyphOf(StepPhase phase);
[[nodiscard]] Glyph glyphOf(RevisionHealth health);

/// Draws the sign into the largest square centred in `rect`. Restores the painter.
void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &color);

/// The sign as an icon, sharp at every scale. Make it anew after a theme change.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, const QColor &color);

} // namespace signalbox
