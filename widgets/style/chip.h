// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/glyph.h"
#include "widgets/style/statuspalette.h"

#include <QAbstractButton>

#include <optional>

namespace signalbox
{

/// A pill with an optional sign and a short text: a connection, a language, an identity, a state. With
/// setInteractive(true) it is a button; otherwise it takes no focus.
class Chip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);

    /// @param outlined the edge takes the tone as well, for chips that must be seen
    void setLook(std::optional<Glyph> glyph, Tone tone, bool outlined = false);
    /// Sets text and accessible name.
    void setLabel(const QString &text);
    void setInteractive(bool interactive);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int glyphRoom() const;

    std::optional<Glyph> m_glyph;
    Tone m_tone = Tone::Neutral;
    bool m_outlined = false;
};

} // namespace signalbox
