// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/consolestyle.h"

#include "widgets/style/glyph.h"
#include "widgets/style/statuspalette.h"

#include <QApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace signalbox
{

namespace
{

constexpr double radius = 4;
constexpr int textInset = 8;
constexpr int arrowRoom = 24;

void paintBox(QPainter &painter, const QRect &rect, const QColor &fill, const QPen &edge)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(edge);
    const double half = edge.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
}

void paintDropDown(QPainter &painter, const QStyleOption &option, const StatusPalette &colors)
{
    const bool isOn = option.state.testFlag(QStyle::State_Enabled);
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    const bool isHot = isOn && option.state.testFlag(QStyle::State_MouseOver);
    paintBox(painter, option.rect, isOn ? colors.raised() : colors.surface(),
             isFocused ? QPen(colors.accent(), 2)
                       : QPen(isHot  ? colors.muted()
                              : isOn ? colors.borderStrong()
                                     : colors.border(),
                              1));
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const QPointF tip(isMirrored ? option.rect.left() + arrowRoom / 2.0
                                 : option.rect.right() - arrowRoom / 2.0,
                      option.rect.center().y() + 2.5);
    painter.setPen(QPen(colors.muted(), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF arrow[] = {tip - QPointF(4, 4), tip, tip + QPointF(4, -4)};
    painter.drawPolyline(arrow, 3);
}

void paintCheck(QPainter &painter, const QStyleOption &option, const StatusPalette &colors)
{
    const bool isChecked = option.state.testFlag(QStyle::State_On);
    const bool isOn = option.state.testFlag(QStyle::State_Enabled);
    const QColor mark = isOn ? colors.accent() : colors.muted();
    paintBox(painter, option.rect, isChecked ? mark : colors.surface(),
             QPen(isChecked ? mark : colors.muted(), 1.2));
    if (isChecked) {
        paintGlyph(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), Glyph::Check, colors.surface());
    } else if (option.state.testFlag(QStyle::State_NoChange)) {
        paintGlyph(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), Glyph::Dash, mark);
    }
}

} // namespace

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || box == nullptr || box->editable) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    painter->save();
    // Not the option's palette: a style sheet changes that one.
    paintDropDown(*painter, *option, StatusPalette(QApplication::palette()));
    painter->restore();
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element != PE_IndicatorCheckBox) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    painter->save();
    paintCheck(*painter, *option, StatusPalette(QApplication::palette()));
    painter->restore();
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField && box != nullptr && !box->editable) {
        return visualRect(option->direction, option->rect,
                          option->rect.adjusted(textInset, 2, -arrowRoom, -2));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (type == CT_ComboBox && box != nullptr && !box->editable) {
        // As high as a line edit beside it: five pixels and an edge above and below.
        return {size.width() + textInset + arrowRoom + 8,
                std::max(size.height(), box->fontMetrics.height()) + 12};
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

} // namespace signalbox
