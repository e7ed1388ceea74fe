// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/card.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox
{

namespace
{

constexpr int margin = 14;
constexpr double radius = 6;

} // namespace

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_titleRow(new QHBoxLayout)
    , m_body(new QVBoxLayout)
    , m_title(new ElidedLabel(TextStyle::Heading, this))
    , m_remark(new ElidedLabel(TextStyle::Small, this))
{
    setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin - 2, margin, margin - 2);
    column->setSpacing(8);
    m_remark->setTone(Tone::Neutral);
    m_remark->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_titleRow->setSpacing(12);
    m_titleRow->addWidget(m_title);
    m_titleRow->addWidget(m_remark, 1);
    column->addLayout(m_titleRow);
    m_body->setSpacing(6);
    column->addLayout(m_body, 1);
    showTitleRow();
}

void Card::setTitle(const QString &title)
{
    m_title->setFullText(title);
    setAccessibleName(title);
    showTitleRow();
}

QString Card::title() const
{
    return m_title->fullText();
}

void Card::setRemark(const QString &remark, std::optional<Tone> tone)
{
    m_remark->setFullText(remark);
    m_remark->setTone(tone);
    showTitleRow();
}

void Card::showTitleRow()
{
    const bool isUsed = !m_title->fullText().isEmpty() || !m_remark->fullText().isEmpty();
    m_title->setVisible(isUsed);
    m_remark->setVisible(isUsed);
}

void Card::paintEvent(QPaintEvent *)
{
    const StatusPalette colors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.border(), 1));
    painter.setBrush(colors.surface());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace signalbox
