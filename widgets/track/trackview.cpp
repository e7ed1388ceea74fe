// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/track/trackview.h"

#include "widgets/style/fonts.h"
#include "widgets/style/safetext.h"
#include "widgets/track/trackpainter.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace signalbox
{

TrackView::TrackView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("track"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    rebuild();
}

void TrackView::setRelease(const std::optional<Release> &release)
{
    m_release = release;
    rebuild();
}

void TrackView::setMeasuredShare(std::optional<double> percent, std::chrono::seconds window)
{
    if (m_measured != percent || m_window != window) {
        m_measured = percent;
        m_window = window;
        rebuild();
    }
}

void TrackView::setNow(const QDateTime &now)
{
    m_now = now;
    rebuild();
}

QSize TrackView::sizeHint() const
{
    return {640, static_cast<int>(std::ceil(trackHeight(metrics(), m_content.kind == TrackKind::Idle)))};
}
QSize TrackView::minimumSizeHint() const
{
    return {260, sizeHint().height()};
}

void TrackView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTrack(painter, m_content, m_layout, StatusPalette(palette()));
    if (hasFocus()) {
        painter.setPen(QPen(StatusPalette(palette()).accent(), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void TrackView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relayout();
}

void TrackView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::ApplicationFontChange) {
        rebuild();
        relayout();
        updateGeometry();
    }
}

bool TrackView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = toolTipAt(help->pos());
        if (tip.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), plainToolTip(tip), this);
        }
        return true;
    }
    return QWidget::event(event);
}

void TrackView::rebuild()
{
    //: picture of the release's steps, for assistive tools
    setAccessibleName(tr("Track of the release"));
    TrackContent content;
    if (m_release) {
        content = trackContent(*m_release, m_measured, m_now, m_window);
    }
    if (content == m_content) {
        return;
    }
    const bool isOtherHeight = (content.kind == TrackKind::Idle) != (m_content.kind == TrackKind::Idle);
    m_content = content;
    if (isOtherHeight) {
        updateGeometry();
    }
    setAccessibleDescription(content.description);
    relayout();
}

void TrackView::relayout()
{
    m_layout = layoutTrack(m_content, QSizeF(size()), metrics());
    update();
}

TrackMetrics TrackView::metrics() const
{
    const QFontMetricsF plain(Fonts::resolved(TextStyle::Small), this);
    QFont boldFont = Fonts::resolved(TextStyle::Small);
    boldFont.setWeight(QFont::DemiBold);
    const QFontMetricsF bold(boldFont, this);
    TrackMetrics metrics;
    metrics.width = [plain, bold](const QString &text, bool isBold) {
        return std::ceil((isBold ? bold : plain).horizontalAdvance(text)) + 1;
    };
    metrics.elided = [plain, bold](const QString &text, bool isBold, double width) {
        return (isBold ? bold : plain).elidedText(text, Qt::ElideRight, width);
    };
    metrics.lineHeight = std::ceil(std::max(plain.height(), bold.height()));
    return metrics;
}

QString TrackView::toolTipAt(const QPointF &position) const
{
    for (const TrackStop &stop : m_layout.stops) {
        if (std::abs(position.x() - stop.centre.x()) > 12 || position.y() < stop.centre.y() - 14) {
            continue;
        }
        const TrackStation &station = m_content.stations.at(stop.station);
        QStringList lines{station.title};
        if (!station.detail.isEmpty()) {
            lines << station.detail;
        }
        return (lines + station.steps).join(QLatin1Char('\n'));
    }
    return {};
}

} // namespace signalbox
