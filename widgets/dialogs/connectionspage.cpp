// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/connectionspage.h"

#include "widgets/dialogs/fieldtext.h"
#include "widgets/style/errortext.h"
#include "widgets/style/glyph.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/statuspalette.h"
#include "widgets/style/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace signalbox
{

ConnectionsPage::ConnectionsPage(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_problems(new QLabel(this))
    , m_form(nullptr)
    , m_summary(new QLabel(this))
    , m_toggle(new QPushButton(this))
    , m_readOnly(new QCheckBox(this))
    , m_production(new QCheckBox(this))
{
    auto *layout = new QHBoxLayout(this);
    auto *left = new QVBoxLayout;
    left->addWidget(m_filter);
    left->addWidget(m_list, 1);
    left->addWidget(m_problems);
    layout->addLayout(left, 2);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("connectionScroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *panel = new QWidget(scroll);
    m_form = new QFormLayout(panel);
    scroll->setWidget(panel);
    layout->addWidget(scroll, 5);
    buildList();
    buildForm();
    retranslateUi();
    showCurrent();
}

void ConnectionsPage::buildList()
{
    m_filter->setObjectName(QStringLiteral("contextFilter"));
    m_list->setObjectName(QStringLiteral("contextList"));
    m_list->setUniformItemSizes(true);
    m_problems->setObjectName(QStringLiteral("contextProblems"));
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setWordWrap(true);
    m_problems->hide();
    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectionsPage::showCurrent);
    connect(m_filter, &QLineEdit::textChanged, this, &ConnectionsPage::filterList);
}

void ConnectionsPage::filterList()
{
    for (int row = 0; row < m_list->count(); ++row) {
        m_list->item(row)->setHidden(
            !m_list->item(row)->text().contains(m_filter->text(), Qt::CaseInsensitive));
    }
}

ConnectionsPage::Field ConnectionsPage::addField(const QString &objectName)
{
    Field field{new QLabel(this), new QLineEdit(this)};
    field.edit->setObjectName(objectName);
    field.label->setBuddy(field.edit);
    m_form->addRow(field.label, field.edit);
    connect(field.edit, &QLineEdit::editingFinished, this, &ConnectionsPage::apply);
    return field;
}

void ConnectionsPage::addGroup(TextLabel *&title)
{
    title = new TextLabel(TextStyle::Heading, this);
    title->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    m_form->addRow(title);
}

void ConnectionsPage::buildForm()
{
    m_form->setVerticalSpacing(8);
    m_summary->setObjectName(QStringLiteral("contextSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_form->addRow(m_summary);
    m_toggle->setObjectName(QStringLiteral("connectButton"));
    m_form->addRow(m_toggle);
    m_toggle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addGroup(m_metricsTitle);
    m_session = new TextLabel(TextStyle::Small, this);
    m_session->setObjectName(QStringLiteral("sessionPrometheus"));
    m_session->setTone(Tone::Info);
    m_session->setWordWrap(true);
    m_form->addRow(m_session);
    m_prometheus = addField(QStringLiteral("prometheusUrl"));
    m_proxy = addField(QStringLiteral("serviceProxy"));
    m_auth = new QComboBox(this);
    m_auth->setObjectName(QStringLiteral("metricsAuth"));
    m_authLabel = new QLabel(this);
    m_authLabel->setBuddy(m_auth);
    for (int kind = 0; kind <= static_cast<int>(MetricsAuth::ClientCertificate); ++kind) {
        m_auth->addItem(QString(), kind);
    }
    m_form->addRow(m_authLabel, m_auth);
    m_user = addField(QStringLiteral("metricsUser"));
    m_secret = addField(QStringLiteral("metricsSecret"));
    m_secret.edit->setEchoMode(QLineEdit::Password);
    m_bearerFile = addField(QStringLiteral("bearerFile"));
    m_certificate = addField(QStringLiteral("clientCertificateFile"));
    m_key = addField(QStringLiteral("clientKeyFile"));
    m_ca = addField(QStringLiteral("metricsCaFile"));
    m_headers = addField(QStringLiteral("metricsHeaders"));
    m_secretHint = new TextLabel(TextStyle::Small, this);
    m_secretHint->setObjectName(QStringLiteral("secretHint"));
    m_secretHint->setTone(Tone::Warning);
    m_secretHint->setWordWrap(true);
    m_secretHint->hide();
    m_form->addRow(m_secretHint);
    m_profile = addField(QStringLiteral("metricsProfile"));
    addGroup(m_clusterTitle);
    m_alertmanager = addField(QStringLiteral("alertmanagerUrl"));
    m_namespaces = addField(QStringLiteral("namespaces"));
    m_readOnly->setObjectName(QStringLiteral("readOnlyBox"));
    m_production->setObjectName(QStringLiteral("productionBox"));
    m_form->addRow(m_readOnly);
    m_form->addRow(m_production);
    connect(m_toggle, &QPushButton::clicked, this, &ConnectionsPage::toggleConnection);
    connect(m_auth, &QComboBox::activated, this, &ConnectionsPage::apply);
    connect(m_readOnly, &QCheckBox::clicked, this, &ConnectionsPage::apply);
    connect(m_production, &QCheckBox::clicked, this, &ConnectionsPage::apply);
}

void ConnectionsPage::setContexts(const QVector<ContextItem> &contexts)
{
    if (contexts == m_contexts) {
        return;
    }
    const std::optional<ContextItem> before = current() ? std::optional(*current()) : std::nullopt;
    m_contexts = contexts;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const ContextItem &context : contexts) {
        m_list->addItem(safeText(context.name));
    }
    showSigns();
    m_list->setCurrentRow(rowOf(before ? before->name : QString()));
    filterList();
    // Somebody may be typing into the form while connections come and go.
    const ContextItem *now = current();
    if (before && now && now->name == before->name && now->preferences == before->preferences) {
        showSummary();
    } else {
        showCurrent();
    }
}

void ConnectionsPage::showSigns()
{
    const StatusPalette colors(palette());
    for (int row = 0; row < m_list->count(); ++row) {
        const ContextItem &context = m_contexts[row];
        QListWidgetItem *item = m_list->item(row);
        const Glyph sign = context.problem ? Glyph::Cross
                           : context.link  ? glyphOf(*context.link)
                                           : Glyph::Ring;
        const Tone tone = context.problem ? Tone::Bad : context.link ? toneOf(*context.link) : Tone::Neutral;
        //: state of a kubeconfig context nobody has connected
        const QString word = context.problem ? tr("cannot be used")
                             : context.link  ? freshnessText(*context.link)
                                             : tr("not connected");
        item->setIcon(glyphIcon(sign, colors.color(tone)));
        //: a context and its state, for assistive tools and the tool tip
        const QString description = tr("%1, %2").arg(safeText(context.name), word);
        item->setToolTip(plainToolTip(description));
        item->setData(Qt::AccessibleTextRole, description);
    }
}

int ConnectionsPage::rowOf(const QString &context) const
{
    for (int row = 0; row < m_contexts.size(); ++row) {
        if (m_contexts[row].name == context) {
            return row;
        }
    }
    return m_contexts.isEmpty() ? -1 : 0;
}

void ConnectionsPage::select(const QString &context)
{
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(rowOf(context));
    showCurrent();
}

void ConnectionsPage::setProblems(const QStringList &problems)
{
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
}

const ContextItem *ConnectionsPage::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_contexts.size() ? &m_contexts[row] : nullptr;
}

void ConnectionsPage::showSummary()
{
    const ContextItem *item = current();
    m_toggle->setEnabled(item && (!item->problem || item->open));
    m_toggle->setText(item && item->open ? tr("Disconnect") : tr("Connect"));
    if (!item) {
        m_summary->setText(
            tr("No kubeconfig context was found. Set KUBECONFIG or start with --kubeconfig FILE."));
        return;
    }
    QString summary =
        tr("%1\nServer %2\nFrom %3").arg(safeText(item->name), safeText(item->server), safeText(item->file));
    for (const std::optional<Error> &error : {item->problem, item->linkError}) {
        if (error) {
            summary += QLatin1Char('\n') + errorTextWithPlace(*error);
        }
    }
    m_summary->setText(summary);
    //: %1 is an address that holds until the program ends
    m_session->setText(tr("This session uses %1, given at its start; what is saved here holds without it.")
                           .arg(safeText(item->sessionPrometheus)));
    m_session->setVisible(!item->sessionPrometheus.isEmpty());
}

void ConnectionsPage::showCurrent()
{
    showSummary();
    m_secretHint->hide();
    const ContextItem *item = current();
    if (!item) {
        return;
    }
    const MetricsServerSettings &metrics = item->preferences.metrics;
    const QSignalBlocker blocker(m_auth);
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
    m_profile.edit->setText(metrics.profile);
    m_alertmanager.edit->setText(metrics.alertmanagerUrl);
    m_namespaces.edit->setText(item->preferences.namespaces.join(QStringLiteral(", ")));
    m_readOnly->setChecked(item->preferences.readOnly);
    m_production->setChecked(item->preferences.production);
    showFieldsFor(metrics.auth);
}

void ConnectionsPage::showFieldsFor(MetricsAuth auth)
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

void ConnectionsPage::toggleConnection()
{
    if (const ContextItem *item = current()) {
        if (item->open) {
            Q_EMIT closeRequested(item->name);
        } else {
            Q_EMIT openRequested(item->name);
        }
    }
}

/// Fields that are saved as they stand must not hold what may not be saved.
void ConnectionsPage::dropSecrets(MetricsServerSettings &metrics)
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

void ConnectionsPage::apply()
{
    const ContextItem *item = current();
    if (!item) {
        return;
    }
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
    metrics.profile = m_profile.edit->text().trimmed();
    metrics.alertmanagerUrl = m_alertmanager.edit->text().trimmed();
    dropSecrets(metrics);
    preferences.namespaces = splitList(m_namespaces.edit->text());
    preferences.readOnly = m_readOnly->isChecked();
    preferences.production = m_production->isChecked();
    showFieldsFor(metrics.auth);
    const QString secret = m_secret.edit->text();
    const QString name = item->name;
    if (!secret.isEmpty()) {
        m_secret.edit->clear();
        Q_EMIT secretEntered(name, secret);
    }
    if (preferences != item->preferences) {
        m_contexts[m_list->currentRow()].preferences = preferences;
        Q_EMIT preferencesChanged(name, preferences);
    }
}

} // namespace signalbox
