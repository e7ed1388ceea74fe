// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"
#include "models/domain/operation.h"
#include "models/domain/release.h"

#include <QColor>
#include <QPalette>

namespace signalbox
{

struct ThemeColors;

/// What a colour says. Never shown without a shape or a word that says the same.
enum class Tone { Good, Info, Warning, Bad, Reverted, Neutral, Stable, Fresh };

[[nodiscard]] Tone toneOf(ReleaseState state);
[[nodiscard]] Tone toneOf(Verdict verdict);
[[nodiscard]] Tone toneOf(Freshness freshness);
[[nodiscard]] Tone toneOf(StepPhase phase);
[[nodiscard]] Tone toneOf(OperationPhase phase);
[[nodiscard]] Tone toneOf(RevisionHealth health);

/// Colours of meaning for the theme a palette belongs to. Cheap: make one where you paint, from the widget's
/// palette, so that a theme change needs no bookkeeping.
class StatusPalette final
{
public:
    explicit StatusPalette(const QPalette &palette);

    /// For text, signs and lines on canvas and surface; at least 4.5:1.
    [[nodiscard]] QColor color(Tone tone) const;
    template <typename State> [[nodiscard]] QColor color(State state) const { return color(toneOf(state)); }
    /// Text on an area filled with color(tone).
    [[nodiscard]] QColor onFill() const;
    [[nodiscard]] QColor canvas() const;
    [[nodiscard]] QColor surface() const;
    [[nodiscard]] QColor raised() const;
    [[nodiscard]] QColor border() const;
    [[nodiscard]] QColor borderStrong() const;
    [[nodiscard]] QColor track() const;
    [[nodiscard]] QColor text() const;
    [[nodiscard]] QColor muted() const;
    [[nodiscard]] QColor accent() const;
    [[nodiscard]] QColor marker() const;

private:
    const ThemeColors &m_colors;
};

} // namespace signalbox
