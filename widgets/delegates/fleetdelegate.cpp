// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/delegates/fleetdelegate.h"

#include "models/items/fleetmodel.h"
#include "widgets/style/fonts.h"
#include "widgets/style/format.h"
#include "widgets/style/glyph.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/statuspalette.h"

#include <QApplication>
#include <QPainter>

namespace signalbox
{

namespace
{

QVariant roleOf(const QModelIndex &index, FleetModel::Role role)
{
    return index.data(static_cast<int>(role));
}

bool isGroup(const QModelIndex &index)
{
    return roleOf(index, FleetModel::Role::IsGroup).toBool();
}

/// Second line: the versions, and what is said about the state when the versions do not say it.
QString detailText(const FleetEntry &entry)
{
    const QString from = safeText(entry.fromVersion, 30);
    const QString to = safeText(entry.toVersion, 30);
    const QString versions = to.isEmpty() ? from : from + QStringLiteral(" → ") + to;
    QString state;
    if (!entry.source.isCurrent()) {
        state = freshnessText(entry.source.freshness);
    } else if (entry.state != ReleaseState::Healthy) {
        const std::optional<int> weight = entry.weights.reported ? entry.weights.reported : entry.weights.set;
        const bool showWeight =
            !to.isEmpty() && weight &&
            (entry.state == ReleaseState::Advancing || entry.state == ReleaseState::WaitingForTime ||
             entry.state == ReleaseState::WaitingForPerson);
        state = showWeight ? percentText(*weight) : stateText(entry.state);
    }
    return state.isEmpty() ? versions : versions.isEmpty() ? state : joinedText({versions, state});
}

/// What says that a row is selected or has the focus.
void paintFrame(QPainter &painter, const QRectF &area, QStyle::State state, const StatusPalette &colors)
{
    if (state.testFlag(QStyle::State_Selected)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.raised());
        painter.drawRoundedRect(area, 6, 6);
        painter.fillRect(QRectF(area.left(), area.top() + 4, 3, area.height() - 8), colors.accent());
    }
    if (state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(colors.accent(), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
}

/// The new version's share of the traffic; nothing when none is on its way.
void paintWeight(QPainter &painter, const QRectF &bar, const FleetEntry &entry, const StatusPalette &colors,
                 Tone tone)
{
    const std::optional<int> weight = entry.weights.reported ? entry.weights.reported : entry.weights.set;
    if (entry.toVersion.isEmpty() || !weight) {
        return;
    }
    painter.fillRect(bar, colors.track());
    painter.fillRect(
        QRectF(bar.left(), bar.top(), bar.width() * qBound(0, *weight, 100) / 100.0, bar.height()),
        colors.color(tone));
}

void paintBadge(QPainter &painter, const QRectF &rect, int count, const StatusPalette &colors, Tone tone)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.color(tone));
    painter.drawEllipse(rect);
    painter.setPen(colors.onFill());
    painter.setFont(Fonts::resolved(TextStyle::Small));
    painter.drawText(rect, Qt::AlignCenter, QString::number(count));
}

} // namespace

QSize FleetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(Fonts::resolved(TextStyle::Body)).height();
    return {option.rect.width(), isGroup(index) ? line * 2 : line * 2 + line * 9 / 10};
}

void FleetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isGroup(index)) {
        paintGroup(*painter, option, index);
    } else {
        paintRelease(*painter, option, index);
    }
    painter->restore();
}

void FleetDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto group = roleOf(index, FleetModel::Role::Group).value<FleetGroup>();
    painter.setFont(Fonts::resolved(TextStyle::Small));
    painter.setPen(StatusPalette(QApplication::palette()).muted());
    const int indent = option.fontMetrics.averageCharWidth();
    painter.drawText(option.rect.adjusted(indent, 0, -indent, -option.fontMetrics.height() / 4),
                     Qt::AlignLeft | Qt::AlignBottom, fleetGroupText(group).toUpper());
}

void FleetDelegate::paintRelease(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const auto entry = roleOf(index, FleetModel::Role::Entry).value<FleetEntry>();
    // Not the option's palette: a style sheet changes that one.
    const StatusPalette colors(QApplication::palette());
    const int unit = option.fontMetrics.height();
    const QRectF area = QRectF(option.rect).adjusted(2, 2, -2, -2);
    paintFrame(painter, area, option.state, colors);
    const bool current = entry.source.isCurrent();
    const auto running = m_running.constFind(entry.key);
    const bool isRunning = running != m_running.cend();
    const Tone tone = !current    ? toneOf(entry.source.freshness)
                      : isRunning ? Tone::Warning
                                  : toneOf(entry.state);
    const Glyph sign = !current    ? glyphOf(entry.source.freshness)
                       : isRunning ? Glyph::HalfDisc
                                   : glyphOf(entry.state);
    const double side = unit * 0.8;
    const double line = QFontMetrics(Fonts::resolved(TextStyle::Body)).height();
    const double top = area.top() + (area.height() - line * 2.1) / 2;
    paintGlyph(painter, QRectF(area.left() + unit * 0.55, top + (line - side) / 2, side, side), sign,
               colors.color(tone));
    const double left = area.left() + unit * 1.75;
    double right = area.right() - unit * 0.5;
    if (entry.badge > 0) {
        const double badge = unit * 1.2;
        paintBadge(painter, QRectF(right - badge, top + (line - badge) / 2 + line * 0.3, badge, badge),
                   entry.badge, colors, tone);
        right -= badge + unit * 0.4;
    }
    painter.setFont(Fonts::resolved(TextStyle::Body));
    painter.setPen(current ? colors.text() : colors.muted());
    const QFontMetrics body(painter.font());
    const QString title =
        safeText(entry.key.namespaceName, 40) + QStringLiteral(" / ") + safeText(entry.key.name, 60);
    painter.drawText(QRectF(left, top, right - left, line), Qt::AlignVCenter,
                     body.elidedText(title, Qt::ElideMiddle, static_cast<int>(right - left)));
    painter.setFont(Fonts::resolved(TextStyle::Small));
    painter.setPen(colors.muted());
    const QFontMetrics small(painter.font());
    QString detail =
        isRunning ? joinedText({actionProgressText(*running), detailText(entry)}) : detailText(entry);
    detail = m_isClusterNamed ? joinedText({safeText(entry.key.cluster.value(), 24), detail}) : detail;
    painter.drawText(QRectF(left, top + line, right - left, line), Qt::AlignVCenter,
                     small.elidedText(detail, Qt::ElideRight, static_cast<int>(right - left)));
    paintWeight(painter, QRectF(left, top + line * 2.05, right - left, 3), entry, colors, tone);
}

} // namespace signalbox
