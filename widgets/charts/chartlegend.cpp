// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chartlegend.h"

#include "widgets/style/fonts.h"
#include "widgets/style/format.h"
#include "widgets/style/statetext.h"
#include "widgets/style/statuspalette.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <numeric>

namespace signalbox
{

namespace
{

constexpr int swatch = 12;
constexpr int gap = 5;
constexpr int between = 14;

QString readingText(const Reading &reading, Unit unit)
{
    return reading.value ? valueText(*reading.value, unit) : problemText(reading.problem);
}

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setFont(Fonts::font(TextStyle::Small));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ChartLegend::setSingle(bool single)
{
    m_isSingle = single;
    update();
}

void ChartLegend::setPanel(const MetricPanel &panel)
{
    m_canary = panel.canaryNow;
    m_baseline = panel.baselineNow;
    m_verdict = panel.verdict;
    m_limit = panel.rule.limit;
    m_unit = panel.rule.unit;
    m_direction = panel.rule.direction;
    update();
}

QSize ChartLegend::sizeHint() const
{
    return {200, QFontMetrics(font()).height()};
}

QString ChartLegend::limitText() const
{
    if (!m_limit) {
        return {};
    }
    //: a value that must not be exceeded, or must be reached
    return (m_direction == Direction::LowerIsBetter ? tr("limit %1") : tr("floor %1"))
        .arg(valueText(*m_limit, m_unit));
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    const StatusPalette colors(palette());
    const QFontMetrics metrics(font());
    QPainter painter(this);
    struct Entry {
        QString text;
        Tone line;
        QColor ink;
    };
    const QColor verdictInk = !m_canary.value ? colors.muted()
                              : m_limit       ? colors.color(m_verdict)
                                              : colors.text();
    QVector<Entry> entries;
    if (m_isSingle) {
        entries = {{tr("stable %1").arg(readingText(m_canary, m_unit)), Tone::Stable, verdictInk}};
    } else {
        entries = {{tr("canary %1").arg(readingText(m_canary, m_unit)), Tone::Fresh, verdictInk},
                   {tr("stable %1").arg(readingText(m_baseline, m_unit)), Tone::Stable, colors.muted()}};
    }
    const auto widthOf = [&metrics](const Entry &entry) {
        return swatch + gap + metrics.horizontalAdvance(entry.text);
    };
    int room = width();
    const QString limit = limitText();
    const int wanted = std::accumulate(entries.cbegin(), entries.cend(), 0, [&](int sum, const Entry &entry) {
        return sum + widthOf(entry) + between;
    });
    if (!limit.isEmpty() && wanted + metrics.horizontalAdvance(limit) <= room) {
        painter.setPen(colors.muted());
        painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, limit);
        room -= metrics.horizontalAdvance(limit) + between;
    }
    int x = 0;
    for (const Entry &entry : std::as_const(entries)) {
        const int needed = widthOf(entry);
        if (x + needed > room) {
            break;
        }
        painter.setPen(QPen(colors.color(entry.line), 2));
        painter.drawLine(x, height() / 2, x + swatch, height() / 2);
        painter.setPen(entry.ink);
        painter.drawText(QRect(x + swatch + gap, 0, needed, height()), Qt::AlignVCenter | Qt::TextSingleLine,
                         entry.text);
        x += needed + between;
    }
}

void ChartLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
}

} // namespace signalbox
