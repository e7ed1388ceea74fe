// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/statuspalette.h"

#include <QWidget>

class QPainter;

namespace signalbox
{

/// A filled disc or pill with a number in it. Hidden at zero.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);

    void setCount(int count, Tone tone = Tone::Warning);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

    /// For delegates: draws `text` as a badge, right-aligned and vertically centred in `area`.
    /// @return the area taken
    static QRect paint(QPainter &painter, const QRect &area, const QString &text, const QColor &fill,
                       const QColor &ink);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
    Tone m_tone = Tone::Warning;
};

} // namespace signalbox
