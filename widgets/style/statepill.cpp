// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/statepill.h"

#include "widgets/style/chip.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QEvent>
#include <QHBoxLayout>

namespace signalbox
{

StatePill::StatePill(QWidget *parent)
    : QWidget(parent)
    , m_chip(new Chip(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_chip);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslateUi();
}

void StatePill::setState(ReleaseState state, const QString &detail)
{
    m_state = state;
    m_detail = detail;
    retranslateUi();
}

void StatePill::setActivity(const QString &activity)
{
    m_activity = activity;
    retranslateUi();
}

void StatePill::setCurrent(bool current)
{
    m_isCurrent = current;
    retranslateUi();
}

void StatePill::setBackendPhase(const QString &phase, const QString &message)
{
    m_phase = phase;
    m_message = message;
    retranslateUi();
}

void StatePill::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void StatePill::retranslateUi()
{
    if (m_activity.isEmpty()) {
        m_chip->setLook(glyphOf(m_state), m_isCurrent ? toneOf(m_state) : Tone::Neutral, true);
        //: %1 is where the release stands ("Canary 25 %"), %2 its state
        m_chip->setLabel(m_detail.isEmpty() ? stateText(m_state)
                                            : tr("%1 · %2").arg(m_detail, stateText(m_state)));
    } else {
        m_chip->setLook(Glyph::HalfDisc, Tone::Warning, true);
        m_chip->setLabel(m_activity);
    }
    QString tip;
    if (!m_phase.isEmpty()) {
        //: %1 is a word of the Kubernetes object, never translated
        tip = tr("Reported by the backend: %1").arg(safeText(m_phase));
        if (!m_message.isEmpty()) {
            tip += QLatin1Char('\n') + safeText(m_message);
        }
    }
    setToolTip(plainToolTip(tip));
    setAccessibleName(m_chip->text());
}

} // namespace signalbox
