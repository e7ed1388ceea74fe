// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/track/tracklabels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace signalbox
{

namespace
{

constexpr double edge = 8;     ///< no label comes closer to the sides
constexpr double between = 10; ///< smallest distance of two labels in a row
constexpr double belowRail = 13;
constexpr double widestDetail = 170;

/// Places labels on a pair of rows without letting two meet.
class LabelRow
{
public:
    LabelRow(TrackLayout &layout, const TrackMetrics &metrics)
        : m_layout(layout)
        , m_metrics(metrics)
        , m_top(layout.fresh.y + belowRail)
    {
    }

    bool place(const TrackStop &stop, const TrackStation &station)
    {
        const double widest = std::min(widestDetail, m_layout.size.width() / 3);
        const QString title = m_metrics.elided(station.title, true, widest);
        const QString detail = m_metrics.elided(station.detail, false, widest);
        if (placeLines(stop, title, detail)) {
            return true;
        }
        return !detail.isEmpty() && placeLines(stop, title, {});
    }

    bool placeGap(const TrackGap &gap)
    {
        const QString text = QStringLiteral("+%1").arg(gap.hidden);
        const QRectF rect = boxAt(gap.centre.x(), m_metrics.width(text, false), 1);
        if (!isFree(rect)) {
            return false;
        }
        m_taken << rect;
        m_layout.labels << TrackLabel{rect, text, TrackText::Gap, -1};
        return true;
    }

private:
    bool placeLines(const TrackStop &stop, const QString &title, const QString &detail)
    {
        const double titleWidth = m_metrics.width(title, true);
        const double detailWidth = detail.isEmpty() ? 0 : m_metrics.width(detail, false);
        const QRectF box =
            boxAt(stop.centre.x(), std::max(titleWidth, detailWidth), detail.isEmpty() ? 1 : 2);
        if (!isFree(box)) {
            return false;
        }
        m_taken << box;
        const double middle = box.center().x();
        const double line = m_metrics.lineHeight;
        m_layout.labels << TrackLabel{QRectF(middle - titleWidth / 2, m_top, titleWidth, line), title,
                                      TrackText::Title, stop.station};
        if (!detail.isEmpty()) {
            m_layout.labels << TrackLabel{QRectF(middle - detailWidth / 2, m_top + line, detailWidth, line),
                                          detail, TrackText::Detail, stop.station};
        }
        return true;
    }

    /// Centred on x, moved inwards at the sides.
    [[nodiscard]] QRectF boxAt(double x, double width, int lines) const
    {
        const double last = std::max(edge, m_layout.size.width() - edge - width);
        const double left = std::clamp(x - width / 2, edge, last);
        return {left, m_top, width, m_metrics.lineHeight * lines};
    }

    [[nodiscard]] bool isFree(const QRectF &rect) const
    {
        const QRectF wide = rect.adjusted(-between, 0, between, 0);
        return std::none_of(m_taken.cbegin(), m_taken.cend(),
                            [&wide](const QRectF &taken) { return taken.intersects(wide); });
    }

    TrackLayout &m_layout;
    const TrackMetrics &m_metrics;
    double m_top;
    QVector<QRectF> m_taken;
};

/// Order in which stops get their labels.
QVector<int> byImportance(const TrackLayout &layout, const TrackContent &content)
{
    const int current = content.currentStation();
    const int lastStation = static_cast<int>(content.stations.size()) - 1;
    QVector<int> order(layout.stops.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rank = [&](int index) {
        const int station = layout.stops.at(index).station;
        if (station == current) {
            return -3;
        }
        if (station == 0 || station == lastStation) {
            return station == lastStation ? -2 : -1;
        }
        return std::abs(station - std::max(0, current));
    };
    std::stable_sort(order.begin(), order.end(), [&rank](int a, int b) { return rank(a) < rank(b); });
    return order;
}

void placeNames(TrackLayout &layout, const TrackContent &content, double freshColumn,
                const TrackMetrics &metrics)
{
    const double line = metrics.lineHeight;
    const double top = layout.stable.y - 12 - line;
    const double room = layout.size.width() - 2 * layout.stable.left;
    const double weightsWidth = std::min(metrics.width(content.weightsLabel, false), room * 0.6);
    const double stableRoom = content.weightsLabel.isEmpty() ? room : room - weightsWidth - between;
    const QString stable = metrics.elided(content.stableLabel, false, stableRoom);
    layout.labels << TrackLabel{QRectF(layout.stable.left, top, metrics.width(stable, false), line), stable,
                                TrackText::StableName, -1};
    if (!content.weightsLabel.isEmpty()) {
        const QString text = metrics.elided(content.weightsLabel, false, weightsWidth);
        const double width = metrics.width(text, false);
        layout.labels << TrackLabel{QRectF(layout.stable.right - width, top, width, line), text,
                                    TrackText::Weights, -1};
    }
    if (freshColumn > 0) {
        const QString text = metrics.elided(content.freshLabel, false, freshColumn);
        layout.labels << TrackLabel{
            QRectF(layout.stable.left, layout.fresh.y - line / 2, metrics.width(text, false), line), text,
            TrackText::FreshName, -1};
    }
}

} // namespace

double freshColumnWidth(const TrackContent &content, double width, const TrackMetrics &metrics)
{
    if (content.freshLabel.isEmpty()) {
        return 0;
    }
    const double widest = std::min(std::max(180.0, width * 0.26), width * 0.42);
    return std::min(std::ceil(metrics.width(content.freshLabel, false)), widest);
}

void placeLabels(TrackLayout &layout, const TrackContent &content, double freshColumn,
                 const TrackMetrics &metrics)
{
    placeNames(layout, content, freshColumn, metrics);
    LabelRow row(layout, metrics);
    const QVector<int> order = byImportance(layout, content);
    const auto place = [&](int index) {
        TrackStop &stop = layout.stops[index];
        stop.labelled = row.place(stop, content.stations.at(stop.station));
    };
    const qsizetype first = std::min<qsizetype>(3, order.size());
    std::for_each(order.cbegin(), order.cbegin() + first, place);
    for (const TrackGap &gap : std::as_const(layout.gaps)) {
        row.placeGap(gap);
    }
    std::for_each(order.cbegin() + first, order.cend(), place);
}

} // namespace signalbox
