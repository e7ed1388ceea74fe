// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/glyph.h"
#include "widgets/style/keyvaluerow.h"

namespace signalbox
{

/// A KeyValueRow with a sign before it, in the tone of its value: a seat, a station, a rule.
class SignRow final : public QWidget
{
    Q_OBJECT

public:
    explicit SignRow(QWidget *parent = nullptr);

    void setRow(Glyph glyph, const QString &key, const QString &value, Tone tone);
    [[nodiscard]] QString key() const { return m_row->key(); }
    [[nodiscard]] QString value() const { return m_row->value(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    KeyValueRow *m_row;
    Glyph m_glyph = Glyph::Ring;
    Tone m_tone = Tone::Neutral;
};

} // namespace signalbox
