// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/productionframe.h"

#include "widgets/style/statuspalette.h"

#include <QPainter>

namespace signalbox
{

namespace
{

constexpr int edge = 4;

}

void ProductionFrame::setProduction(bool production)
{
    if (m_production == production) {
        return;
    }
    m_production = production;
    const int margin = production ? edge : 0;
    setContentsMargins(margin, margin, margin, margin);
    update();
}

void ProductionFrame::paintEvent(QPaintEvent *)
{
    if (m_production) {
        QPainter painter(this);
        // Only the edge: panes without a background of their own lie on this widget.
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(StatusPalette(palette()).color(Tone::Bad), edge, Qt::SolidLine, Qt::SquareCap,
                            Qt::MiterJoin));
        painter.drawRect(QRectF(rect()).adjusted(edge / 2.0, edge / 2.0, -edge / 2.0, -edge / 2.0));
    }
}

} // namespace signalbox
