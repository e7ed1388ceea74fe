// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/statusstrip.h"

#include "widgets/style/fonts.h"
#include "widgets/style/statuspalette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace signalbox
{

StatusStrip::StatusStrip(QWidget *parent)
    : QFrame(parent), m_recentLabel(new QLabel(this)), m_alertsLabel(new QLabel(this)), m_chainLabel(new QLabel(this))
{
    setObjectName(QStringLiteral("statusStrip"));
    auto *layout = new QHBoxLayout(this);
    for (QLabel *label : {m_recentLabel, m_alertsLabel, m_chainLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(Fonts::font(TextStyle::Small));
    }
    m_recentLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_recentLabel, 1);
    layout->addWidget(m_alertsLabel);
    layout->addSpacing(fontMetrics().averageCharWidth() * 2);
    layout->addWidget(m_chainLabel);
    retranslateUi();
}

void StatusStrip::setRecent(const QStringList &lines)
{
    m_recent = lines;
    m_recentLabel->setText(m_recent.join(QStringLiteral("     ")));
}

void StatusStrip::setAlerts(int firing)
{
    m_firing = firing;
    retranslateUi();
}

void StatusStrip::setChain(const ChainReport &report)
{
    m_chain = report;
    retranslateUi();
}

void StatusStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslateUi();
    }
    QFrame::changeEvent(event);
}

void StatusStrip::retranslateUi()
{
    const StatusPalette colors(palette());
    const auto paint = [this](QLabel *label, const QColor &color) {
        QPalette tinted = palette();
        tinted.setColor(QPalette::WindowText, color);
        label->setPalette(tinted);
    };
    if (m_firing < 0) {
        m_alertsLabel->setText(tr("alerts unknown"));
    } else {
        m_alertsLabel->setText(tr("%n alert(s) firing", nullptr, m_firing));
    }
    paint(m_alertsLabel, m_firing > 0 ? colors.color(Tone::Warning) : colors.muted());
    paint(m_recentLabel, colors.muted());
    switch (m_chain.state) {
    case ChainState::Unchecked:
        m_chainLabel->setText(tr("audit chain not checked"));
        break;
    case ChainState::Intact:
        m_chainLabel->setText(tr("audit chain ok · %n record(s)", nullptr, static_cast<int>(m_chain.records)));
        break;
    case ChainState::Broken:
        m_chainLabel->setText(tr("audit chain BROKEN at record %1").arg(m_chain.firstBroken));
        break;
    }
    paint(m_chainLabel, m_chain.state == ChainState::Broken ? colors.color(Tone::Bad) : colors.muted());
}

} // namespace signalbox
