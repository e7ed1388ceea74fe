// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/metricsnotice.h"

#include "widgets/style/textlabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox
{

MetricsNotice::MetricsNotice(QWidget *parent)
    : Card(parent)
    , m_reason(new TextLabel(TextStyle::Body, this))
    , m_settings(new QPushButton(this))
{
    setObjectName(QStringLiteral("metricsNotice"));
    m_reason->setWordWrap(true);
    m_settings->setObjectName(QStringLiteral("metricsSettingsButton"));
    m_settings->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    body()->addWidget(m_reason);
    body()->addWidget(m_settings);
    connect(m_settings, &QPushButton::clicked, this, &MetricsNotice::settingsRequested);
    retranslateUi();
    hide();
}

void MetricsNotice::setReason(const QString &reason)
{
    m_reason->setText(reason);
    setVisible(!reason.isEmpty());
}

void MetricsNotice::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void MetricsNotice::retranslateUi()
{
    setTitle(tr("No charts"));
    m_settings->setText(tr("Open the connection settings"));
    m_settings->setAccessibleName(m_settings->text());
}

} // namespace signalbox
