// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/checklistdelegate.h"

#include "widgets/style/checktext.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/safetext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QtMath>

namespace signalbox
{

namespace
{

constexpr int padding = 6;

QString titleText(const ChecklistRow &row)
{
    const QString title = planText(row.item.title);
    return row.item.mandatory ? title : ChecklistDelegate::tr("%1 (optional)").arg(title);
}

} // namespace

ChecklistDelegate::ChecklistDelegate(const ChecklistModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_body(TextStyle::Body)
    , m_mono(TextStyle::Mono)
    , m_heading(TextStyle::Heading)
{
}

ChecklistDelegate::Letters::Letters(TextStyle style)
    : font(Fonts::resolved(style))
    , metrics(font)
{
}

const QStaticText &ChecklistDelegate::Letters::shaped(const QString &text, int width) const
{
    constexpr int most = 2000;
    const QPair<QString, int> key(text, width);
    const auto found = kept.constFind(key);
    if (found != kept.constEnd()) {
        return *found;
    }
    if (kept.size() >= most) {
        kept.clear();
    }
    QStaticText shaped(metrics.elidedText(text, Qt::ElideRight, width));
    shaped.setTextFormat(Qt::PlainText);
    shaped.setPerformanceHint(QStaticText::AggressiveCaching);
    shaped.prepare({}, font);
    return *kept.insert(key, shaped);
}

void ChecklistDelegate::Letters::draw(QPainter &painter, const QRect &area, const QString &text) const
{
    painter.setFont(font);
    painter.drawStaticText(area.left(), area.top() + (area.height() - metrics.height()) / 2,
                           shaped(text, area.width()));
}

void ChecklistDelegate::refreshFonts()
{
    m_body = Letters(TextStyle::Body);
    m_mono = Letters(TextStyle::Mono);
    m_heading = Letters(TextStyle::Heading);
}

QString ChecklistDelegate::text(const ChecklistRow &row, ChecklistModel::Column column) const
{
    switch (column) {
    case ChecklistModel::Column::Item:
        //: read aloud: item of a checklist and its state
        return tr("%1: %2").arg(titleText(row), checkResultText(row.state.result));
    case ChecklistModel::Column::Evidence:
        return evidenceText(row, m_now, m_zone);
    case ChecklistModel::Column::Mode:
        return checkModeText(row.item.mode);
    case ChecklistModel::Column::Time:
        return evidenceTimeText(row.state, m_now, m_zone);
    case ChecklistModel::Column::Action:
        break;
    }
    return checkActionText(checkActionOf(row.item.mode));
}

QRect ChecklistDelegate::buttonRect(const QRect &cell, const ChecklistRow &row) const
{
    const QFontMetrics &metrics = m_body.metrics;
    const QString verb = text(row, ChecklistModel::Column::Action);
    const int width = qCeil(m_body.shaped(verb, cell.width()).size().width()) + metrics.height() + padding;
    const int height = metrics.height() + 10;
    return {cell.right() - std::min(width, cell.width()) - 1, cell.center().y() - height / 2,
            std::min(width, cell.width()), height};
}

void ChecklistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const ChecklistRow *row = m_model.row(index);
    // Not the option's palette: a style sheet changes that one.
    const StatusPalette colors(QApplication::palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (row == nullptr) {
        paintGroup(*painter, option, index);
        painter->restore();
        return;
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, colors.raised());
    }
    painter->setPen(QPen(colors.border(), 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colors.accent(), 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    const QRect area = option.rect.adjusted(padding, 0, -padding, -1);
    switch (static_cast<ChecklistModel::Column>(index.column())) {
    case ChecklistModel::Column::Item:
        paintItem(*painter, area, *row);
        break;
    case ChecklistModel::Column::Action:
        paintButton(*painter, buttonRect(option.rect, *row), *row);
        break;
    default: {
        const auto column = static_cast<ChecklistModel::Column>(index.column());
        const bool isEvidence = column == ChecklistModel::Column::Evidence;
        painter->setPen(isEvidence ? colors.color(toneOf(row->state)) : colors.muted());
        m_body.draw(*painter, area, text(*row, column));
    }
    }
    painter->restore();
}

void ChecklistDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const StatusPalette colors(QApplication::palette());
    painter.setPen(QPen(colors.border(), 1));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter.setFont(m_heading.font);
    painter.setPen(colors.text());
    const QRect area = option.rect.adjusted(padding, 0, -padding, -4);
    painter.drawText(
        area, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
        m_heading.metrics.elidedText(safeText(index.data().toString(), 160), Qt::ElideRight, area.width()));
}

void ChecklistDelegate::paintItem(QPainter &painter, const QRect &area, const ChecklistRow &row) const
{
    const StatusPalette colors(QApplication::palette());
    const QFontMetrics &body = m_body.metrics;
    const int side = body.ascent();
    paintGlyph(painter, QRectF(area.left(), area.center().y() - side / 2.0, side, side),
               row.running ? Glyph::DottedRing : glyphOf(row.state),
               colors.color(row.running ? Tone::Info : toneOf(row.state)));
    const int left = area.left() + side + 2 * padding;
    const int width = area.right() - left;
    const bool hasCommand = !row.command.isEmpty();
    const QFontMetrics &mono = m_mono.metrics;
    const int height = body.height() + (hasCommand ? mono.height() : 0);
    const int top = area.center().y() - height / 2;
    painter.setPen(colors.text());
    m_body.draw(painter, QRect(left, top, width, body.height()), titleText(row));
    if (hasCommand) {
        painter.setPen(colors.muted());
        m_mono.draw(painter, QRect(left, top + body.height(), width, mono.height()),
                    safeText(row.command, 300));
    }
}

void ChecklistDelegate::paintButton(QPainter &painter, const QRect &area, const ChecklistRow &row) const
{
    const StatusPalette colors(QApplication::palette());
    painter.setPen(QPen(colors.borderStrong(), 1));
    painter.setBrush(colors.raised());
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(row.running ? colors.muted() : colors.text());
    const QString verb = text(row, ChecklistModel::Column::Action);
    const int used = qCeil(m_body.shaped(verb, area.width()).size().width());
    m_body.draw(painter,
                QRect(area.left() + (area.width() - used) / 2, area.top(), area.width(), area.height()),
                verb);
}

QSize ChecklistDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const ChecklistRow *row = m_model.row(index);
    const int line = m_body.metrics.height();
    if (row == nullptr) {
        return {0, line * 2};
    }
    const int second = row->command.isEmpty() ? 0 : m_mono.metrics.height();
    return {0, std::max(line + second + 10, line + 18)};
}

bool ChecklistDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const ChecklistRow *row = m_model.row(index);
    if (event->type() != QEvent::ToolTip || row == nullptr) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    QString tip;
    if (index.column() == static_cast<int>(ChecklistModel::Column::Item)) {
        QStringList lines{titleText(*row)};
        if (!row->command.isEmpty()) {
            lines.append(safeText(row->command, 2000));
        }
        if (!row->item.requirements.isEmpty()) {
            lines.append(safeText(row->item.requirements.join(QLatin1String(", ")), 300));
        }
        tip = lines.join(QLatin1Char('\n'));
    } else if (index.column() == static_cast<int>(ChecklistModel::Column::Evidence)) {
        tip = text(*row, ChecklistModel::Column::Evidence);
    } else if (index.column() == static_cast<int>(ChecklistModel::Column::Time)) {
        const Evidence *evidence = decidingEvidence(row->state);
        tip = evidence ? dateTimeText(evidence->at, m_zone) : QString();
    }
    QToolTip::showText(event->globalPos(), plainToolTip(tip), view);
    return true;
}

} // namespace signalbox
