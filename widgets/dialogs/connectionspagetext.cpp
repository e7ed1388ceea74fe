// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words of the connections page.

#include "widgets/dialogs/connectionspage.h"
#include "widgets/style/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

namespace signalbox
{

void ConnectionsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        showSigns();
        showCurrent();
    } else if (event->type() == QEvent::PaletteChange) {
        showSigns();
    }
    QWidget::changeEvent(event);
}

void ConnectionsPage::retranslateUi()
{
    const auto name = [](const Field &field, const QString &text) {
        field.label->setText(text);
        field.edit->setAccessibleName(text);
    };
    m_filter->setPlaceholderText(tr("Filter contexts"));
    m_filter->setAccessibleName(tr("Filter contexts"));
    m_list->setAccessibleName(tr("Contexts"));
    m_metricsTitle->setText(QStringLiteral("Prometheus"));
    //: heading over alerts, namespaces and what may be done
    m_clusterTitle->setText(tr("Cluster"));
    name(m_prometheus, tr("Prometheus URL"));
    name(m_proxy, tr("Prometheus service in the cluster"));
    m_proxy.edit->setPlaceholderText(QStringLiteral("monitoring/prometheus:9090"));
    m_authLabel->setText(tr("Sign in with"));
    m_auth->setAccessibleName(tr("Sign in with"));
    m_auth->setItemText(0, tr("Nothing"));
    m_auth->setItemText(1, tr("User name and password"));
    m_auth->setItemText(2, tr("Bearer token"));
    m_auth->setItemText(3, tr("Bearer token from a file"));
    m_auth->setItemText(4, tr("Client certificate"));
    name(m_user, tr("User name"));
    name(m_secret, tr("Password or token"));
    m_secret.edit->setPlaceholderText(tr("Kept in the system keychain"));
    name(m_bearerFile, tr("Token file"));
    name(m_certificate, tr("Certificate file"));
    name(m_key, tr("Key file"));
    name(m_ca, tr("CA file"));
    name(m_headers, tr("Extra headers"));
    m_secretHint->setText(tr("A password or token in an address or a header would be written into a file, so "
                             "it was taken out. Choose how to sign in above and type it there."));
    m_headers.edit->setPlaceholderText(QStringLiteral("X-Scope-OrgID: team"));
    name(m_profile, tr("Metric profile"));
    name(m_alertmanager, tr("Alertmanager URL"));
    name(m_namespaces, tr("Namespaces"));
    m_namespaces.edit->setPlaceholderText(tr("All; or names separated by commas"));
    m_readOnly->setText(tr("Read-only: never send a change from this desk"));
    m_production->setText(tr("Production: coloured frame"));
}

} // namespace signalbox
