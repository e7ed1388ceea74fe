// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/budgetring.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace signalbox
{

namespace
{

/// m:ss, the form people read on a stop watch in every language here.
QString stopwatch(std::chrono::seconds time)
{
    const auto total = time.count();
    return QStringLiteral("%1:%2").arg(total / 60).arg(total % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

BudgetRing::BudgetRing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslateUi();
}

void BudgetRing::setTimes(std::chrono::seconds elapsed, std::chrono::seconds budget)
{
    if (elapsed == m_elapsed && budget == m_budget) {
        return;
    }
    m_elapsed = elapsed;
    m_budget = budget;
    retranslateUi();
    update();
}

void BudgetRing::setColor(const QColor &color)
{
    m_color = color;
    update();
}

QSize BudgetRing::sizeHint() const
{
    const int side = fontMetrics().height() * 9;
    return {side, side};
}

QSize BudgetRing::minimumSizeHint() const
{
    return sizeHint();
}

QString BudgetRing::budgetText() const
{
    return m_budget.count() > 0 ? tr("of %1 budget").arg(stopwatch(m_budget)) : tr("elapsed");
}

void BudgetRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int thickness = fontMetrics().height() / 2;
    const QRectF circle = QRectF(rect()).adjusted(thickness, thickness, -thickness, -thickness);
    QColor groove = palette().color(QPalette::WindowText);
    groove.setAlpha(40);
    painter.setPen(QPen(groove, thickness, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(circle, 0, 360 * 16);
    if (m_budget.count() > 0) {
        const double share =
            qBound(0.0, static_cast<double>(m_elapsed.count()) / static_cast<double>(m_budget.count()), 1.0);
        painter.setPen(QPen(m_color.isValid() ? m_color : palette().color(QPalette::Highlight), thickness,
                            Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(circle, 90 * 16, -qRound(share * 360 * 16));
    }
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.9);
    large.setBold(true);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(large);
    const int middle = height() / 2;
    painter.drawText(QRect(0, middle - QFontMetrics(large).height(), width(), QFontMetrics(large).height()),
                     Qt::AlignHCenter | Qt::AlignBottom, stopwatch(m_elapsed));
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.9);
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(0, middle + 2, width(), fontMetrics().height() * 2),
                     Qt::AlignHCenter | Qt::AlignTop, budgetText());
}

void BudgetRing::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void BudgetRing::retranslateUi()
{
    setAccessibleName(tr("Time used"));
    //: for assistive tools; %1 and %2 are times such as 1:05
    setAccessibleDescription(
        m_budget.count() > 0 ? tr("%1 used of a budget of %2.").arg(stopwatch(m_elapsed), stopwatch(m_budget))
                             : tr("%1 used; there is no budget.").arg(stopwatch(m_elapsed)));
    update();
}

} // namespace signalbox
