// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/connectionform.h"

#include "widgets/dialogs/fieldtext.h"
#include "widgets/dialogs/profilebox.h"
#include "widgets/style/errortext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox
{

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout)
    , m_title(new TextLabel(TextStyle::Heading, this))
    , m_summary(new TextLabel(TextStyle::Small, this))
    , m_toggle(new QPushButton(this))
    , m_readOnly(new QCheckBox(this))
    , m_production(new QCheckBox(this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    buildSummary(*column);
    column->addLayout(m_form);
    column->addStretch(1);
    m_form->setVerticalSpacing(8);
    buildMetrics();
    buildCluster();
    retranslateUi();
    showItem();
}

/// Wrapped lines stand above the form: with them inside it, QFormLayout squeezes other rows to nothing.
void ConnectionForm::buildSummary(QVBoxLayout &column)
{
    m_summary->setObjectName(QStringLiteral("contextSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTone(Tone::Neutral);
    m_toggle->setObjectName(QStringLiteral("connectButton"));
    m_toggle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_metricsTitle = newGroup();
    m_session = new TextLabel(TextStyle::Small, this);
    m_session->setObjectName(QStringLiteral("sessionPrometheus"));
    m_session->setTone(Tone::Info);
    m_session->setWordWrap(true);
    m_secretHint = new TextLabel(TextStyle::Small, this);
    m_secretHint->setObjectName(QStringLiteral("secretHint"));
    m_secretHint->setTone(Tone::Warning);
    m_secretHint->setWordWrap(true);
    m_secretHint->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_summary),
                          static_cast<QWidget *>(m_toggle), static_cast<QWidget *>(m_metricsTitle),
                          static_cast<QWidget *>(m_session), static_cast<QWidget *>(m_secretHint)}) {
        column.addWidget(part);
    }
    connect(m_toggle, &QPushButton::clicked, this, &ConnectionForm::toggleConnection);
}

ConnectionForm::Field ConnectionForm::addField(const char *objectName)
{
    const Field field{new QLabel(this), new QLineEdit(this)};
    field.edit->setObjectName(QLatin1String(objectName));
    field.label->setBuddy(field.edit);
    m_form->addRow(field.label, field.edit);
    connect(field.edit, &QLineEdit::editingFinished, this, &ConnectionForm::apply);
    return field;
}

void ConnectionForm::addBox(QLabel *&label, QComboBox *&box, const char *objectName)
{
    label = new QLabel(this);
    box = new QComboBox(this);
    box->setObjectName(QLatin1String(objectName));
    label->setBuddy(box);
    m_form->addRow(label, box);
    connect(box, &QComboBox::activated, this, &ConnectionForm::apply);
}

TextLabel *ConnectionForm::newGroup()
{
    auto *title = new TextLabel(TextStyle::Heading, this);
    title->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    return title;
}

void ConnectionForm::buildMetrics()
{
    m_prometheus = addField("prometheusUrl");
    m_proxy = addField("serviceProxy");
    addBox(m_authLabel, m_auth, "metricsAuth");
    for (int kind = 0; kind <= static_cast<int>(MetricsAuth::ClientCertificate); ++kind) {
        m_auth->addItem(QString(), kind);
    }
    m_user = addField("metricsUser");
    m_secret = addField("metricsSecret");
    m_secret.edit->setEchoMode(QLineEdit::Password);
    m_bearerFile = addField("bearerFile");
    m_certificate = addField("clientCertificateFile");
    m_key = addField("clientKeyFile");
    m_ca = addField("metricsCaFile");
    m_headers = addField("metricsHeaders");
    addBox(m_profileLabel, m_profile, "metricsProfile");
}

void ConnectionForm::buildCluster()
{
    m_clusterTitle = newGroup();
    m_form->addRow(m_clusterTitle);
    m_alertmanager = addField("alertmanagerUrl");
    m_namespaces = addField("namespaces");
    m_readOnly->setObjectName(QStringLiteral("readOnlyBox"));
    m_production->setObjectName(QStringLiteral("productionBox"));
    for (QCheckBox *box : {m_readOnly, m_production}) {
        m_form->addRow(box);
        connect(box, &QCheckBox::clicked, this, &ConnectionForm::apply);
    }
}

void ConnectionForm::setItem(const std::optional<ContextItem> &item)
{
    m_item = item;
    showItem();
}

void ConnectionForm::setProfiles(const QStringList &known, const QString &fallback)
{
    if (known == m_profiles && fallback == m_fallbackProfile) {
        return; // what is being typed, and said about it, stays
    }
    m_profiles = known;
    m_fallbackProfile = fallback;
    showItem();
}

void ConnectionForm::showSummary()
{
    m_title->setText(safeText(m_item->name));
    QString summary = tr("Server %1\nFrom %2").arg(safeText(m_item->server), safeText(m_item->file));
    for (const std::optional<Error> &error : {m_item->problem, m_item->linkError}) {
        if (error) {
            summary += QLatin1Char('\n') + errorTextWithPlace(*error);
        }
    }
    m_summary->setText(summary);
    //: %1 is an address that holds until the program ends
    m_session->setText(tr("This session uses %1, given at its start; what is saved here holds without it.")
                           .arg(safeText(m_item->sessionPrometheus)));
    m_session->setVisible(!m_item->sessionPrometheus.isEmpty());
}

void ConnectionForm::updateState(const ContextItem &item)
{
    m_item = item;
    showToggle();
    showSummary();
}

void ConnectionForm::showToggle()
{
    m_toggle->setEnabled(m_item && (!m_item->problem || m_item->open));
    m_toggle->setText(m_item && m_item->open ? tr("Disconnect") : tr("Connect"));
}

void ConnectionForm::showItem()
{
    showToggle();
    m_secretHint->hide();
    m_title->setVisible(m_item.has_value());
    m_session->hide();
    if (!m_item) {
        m_summary->setText(
            tr("No kubeconfig context was found. Set KUBECONFIG or start with --kubeconfig FILE."));
        return;
    }
    showSummary();
    const MetricsServerSettings &metrics = m_item->preferences.metrics;
    m_prometheus.edit->setText(metrics.url);
    m_proxy.edit->setText(metrics.serviceProxy);
    m_auth->setCurrentIndex(static_cast<int>(metrics.auth));
    m_user.edit->setText(metrics.userName);
    m_secret.edit->clear();
    m_bearerFile.edit->setText(metrics.bearerFile);
    m_certificate.edit->setText(metrics.certificateFile);
    m_key.edit->setText(metrics.keyFile);
    m_ca.edit->setText(metrics.caFile);
    m_headers.edit->setText(formatHeaders(metrics.headers));
    fillProfiles(*m_profile, m_profiles, m_fallbackProfile, metrics.profile);
    m_alertmanager.edit->setText(metrics.alertmanagerUrl);
    m_namespaces.edit->setText(m_item->preferences.namespaces.join(QStringLiteral(", ")));
    m_readOnly->setChecked(m_item->preferences.readOnly);
    m_production->setChecked(m_item->preferences.production);
    showFieldsFor(metrics.auth);
}

void ConnectionForm::showFieldsFor(MetricsAuth auth)
{
    const auto show = [](const Field &field, bool visible) {
        field.label->setVisible(visible);
        field.edit->setVisible(visible);
    };
    show(m_user, auth == MetricsAuth::Basic);
    show(m_secret, auth == MetricsAuth::Basic || auth == MetricsAuth::Bearer);
    show(m_bearerFile, auth == MetricsAuth::BearerFile);
    show(m_certificate, auth == MetricsAuth::ClientCertificate);
    show(m_key, auth == MetricsAuth::ClientCertificate);
}

void ConnectionForm::toggleConnection()
{
    if (!m_item) {
        return;
    }
    if (m_item->open) {
        Q_EMIT closeRequested(m_item->name);
    } else {
        Q_EMIT openRequested(m_item->name);
    }
}

ClusterPreferences ConnectionForm::entered() const
{
    ClusterPreferences preferences;
    MetricsServerSettings &metrics = preferences.metrics;
    metrics.url = m_prometheus.edit->text().trimmed();
    metrics.serviceProxy = m_proxy.edit->text().trimmed();
    metrics.auth = static_cast<MetricsAuth>(m_auth->currentData().toInt());
    metrics.userName = m_user.edit->text();
    metrics.bearerFile = m_bearerFile.edit->text();
    metrics.certificateFile = m_certificate.edit->text();
    metrics.keyFile = m_key.edit->text();
    metrics.caFile = m_ca.edit->text();
    metrics.headers = parseHeaders(m_headers.edit->text());
    metrics.profile = m_profile->currentData().toString();
    metrics.alertmanagerUrl = m_alertmanager.edit->text().trimmed();
    preferences.namespaces = splitList(m_namespaces.edit->text());
    preferences.readOnly = m_readOnly->isChecked();
    preferences.production = m_production->isChecked();
    return preferences;
}

/// Fields that are saved as they stand must not hold what may not be saved.
void ConnectionForm::dropSecrets(MetricsServerSettings &metrics)
{
    const MetricsServerSettings clean = withoutSecrets(metrics);
    if (clean == metrics) {
        return;
    }
    metrics = clean;
    m_prometheus.edit->setText(clean.url);
    m_alertmanager.edit->setText(clean.alertmanagerUrl);
    m_headers.edit->setText(formatHeaders(clean.headers));
    m_secretHint->show();
}

void ConnectionForm::apply()
{
    if (!m_item) {
        return;
    }
    ClusterPreferences preferences = entered();
    dropSecrets(preferences.metrics);
    showFieldsFor(preferences.metrics.auth);
    const QString secret = m_secret.edit->text();
    const QString name = m_item->name;
    const bool changed = preferences != m_item->preferences;
    m_item->preferences = preferences;
    if (!secret.isEmpty()) {
        m_secret.edit->clear();
        Q_EMIT secretEntered(name, secret);
    }
    if (changed) {
        Q_EMIT preferencesChanged(name, preferences);
    }
}

void ConnectionForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        showItem();
    }
    QWidget::changeEvent(event);
}

void ConnectionForm::retranslateUi()
{
    retranslateMetrics();
    //: heading over alerts, namespaces and what may be done
    m_clusterTitle->setText(tr("Cluster"));
    setName(m_alertmanager, tr("Alertmanager URL"));
    setName(m_namespaces, tr("Namespaces"));
    m_namespaces.edit->setPlaceholderText(tr("All; or names separated by commas"));
    m_readOnly->setText(tr("Read-only: never send a change from this desk"));
    m_production->setText(tr("Production: coloured frame"));
}

void ConnectionForm::retranslateMetrics()
{
    m_metricsTitle->setText(QStringLiteral("Prometheus"));
    setName(m_prometheus, tr("Prometheus URL"));
    setName(m_proxy, tr("Prometheus service in the cluster"));
    m_proxy.edit->setPlaceholderText(QStringLiteral("monitoring/prometheus:9090"));
    m_authLabel->setText(tr("Sign in with"));
    m_auth->setAccessibleName(tr("Sign in with"));
    m_auth->setItemText(0, tr("Nothing"));
    m_auth->setItemText(1, tr("User name and password"));
    m_auth->setItemText(2, tr("Bearer token"));
    m_auth->setItemText(3, tr("Bearer token from a file"));
    m_auth->setItemText(4, tr("Client certificate"));
    setName(m_user, tr("User name"));
    setName(m_secret, tr("Password or token"));
    m_secret.edit->setPlaceholderText(tr("Kept in the system keychain"));
    setName(m_bearerFile, tr("Token file"));
    setName(m_certificate, tr("Certificate file"));
    setName(m_key, tr("Key file"));
    setName(m_ca, tr("CA file"));
    setName(m_headers, tr("Extra headers"));
    m_headers.edit->setPlaceholderText(QStringLiteral("X-Scope-OrgID: team"));
    m_secretHint->setText(tr("A password or token in an address or a header would be written into a file, so "
                             "it was taken out. Choose how to sign in above and type it there."));
    m_profileLabel->setText(tr("Metric profile"));
    m_profile->setAccessibleName(tr("Metric profile"));
}

void ConnectionForm::setName(const Field &field, const QString &text)
{
    field.label->setText(text);
    field.edit->setAccessibleName(text);
}

} // namespace signalbox
