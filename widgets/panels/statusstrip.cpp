// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/statusstrip.h"

#include "widgets/style/elidedlabel.h"
#include "widgets/style/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>

namespace signalbox
{

StatusStrip::StatusStrip(QWidget *parent)
    : QFrame(parent)
    , m_recentLabel(new ElidedLabel(TextStyle::Small, this))
    , m_alertsLabel(new TextLabel(TextStyle::Small, this))
    , m_chainLabel(new TextLabel(TextStyle::Small, this))
{
    setObjectName(QStringLiteral("statusStrip"));
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_recentLabel, 1);
    layout->addWidget(m_alertsLabel);
    layout->addSpacing(fontMetrics().averageCharWidth() * 2);
    layout->addWidget(m_chainLabel);
    retranslateUi();
}

void StatusStrip::setRecent(const QStringList &lines)
{
    m_recent = lines;
    m_recentLabel->setFullText(m_recent.join(QStringLiteral("     ")));
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
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QFrame::changeEvent(event);
}

void StatusStrip::retranslateUi()
{
    if (m_firing < 0) {
        m_alertsLabel->setText(tr("alerts unknown"));
    } else {
        m_alertsLabel->setText(tr("%n alert(s) firing", nullptr, m_firing));
    }
    m_alertsLabel->setTone(m_firing > 0 ? Tone::Warning : Tone::Neutral);
    switch (m_chain.state) {
    case ChainState::Unchecked:
        m_chainLabel->setText(tr("audit chain not checked"));
        break;
    case ChainState::Intact:
        m_chainLabel->setText(
            tr("audit chain ok · %n record(s)", nullptr, static_cast<int>(m_chain.records)));
        break;
    case ChainState::Broken:
        m_chainLabel->setText(tr("audit chain BROKEN at record %1").arg(m_chain.firstBroken));
        break;
    }
    m_chainLabel->setTone(m_chain.state == ChainState::Broken ? Tone::Bad : Tone::Neutral);
}

} // namespace signalbox
