// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/fonts.h"
#include "widgets/style/statuspalette.h"

#include <QLabel>

#include <optional>

namespace signalbox
{

/// A label that only ever shows plain text, in one of the text styles, with the colour of a tone. Follows
/// theme and language changes.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(TextStyle style = TextStyle::Body, QWidget *parent = nullptr);

    void setStyle(TextStyle style);
    /// None: the normal text colour. Tone::Neutral is the muted one.
    void setTone(std::optional<Tone> tone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    TextStyle m_style;
    std::optional<Tone> m_tone;
};

} // namespace signalbox
