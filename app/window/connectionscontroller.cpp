// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/connectionscontroller.h"

#include "app/composition/auditsealing.h"
#include "app/settings/settings.h"
#include "app/window/fleetnotice.h"
#include "models/domain/rights.h"
#include "widgets/dialogs/connectionspage.h"
#include "widgets/dialogs/settingsdialog.h"
#include "widgets/panels/topbar.h"
#include "widgets/style/errortext.h"
#include "widgets/style/safetext.h"

#include <QMessageBox>
#include <QPushButton>

namespace signalbox
{

ConnectionsController::ConnectionsController(Workspace &workspace, Settings &settings, TopBar &bar,
                                             QWidget &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_bar(bar)
    , m_window(window)
{
    connect(&m_workspace, &Workspace::contextsChanged, this, [this] {
        for (ClusterStore *store : m_workspace.fleet().clusters()) {
            watchCluster(*store);
        }
        refreshChips();
        fillDialog();
    });
    connect(&m_workspace.fleet(), &FleetStore::connectionChanged, this, &ConnectionsController::refreshChips);
    connect(&m_workspace.metrics(), &MetricsStore::serverStateChanged, this,
            &ConnectionsController::refreshChips);
    connect(&m_workspace, &Workspace::problemsChanged, this, [this] {
        refreshChips();
        fillDialog();
    });
    connect(&m_workspace, &Workspace::pluginConsentNeeded, this, &ConnectionsController::askConsent);
    connect(&m_bar, &TopBar::connectionActivated, this, &ConnectionsController::showConnections);
    connect(&m_bar, &TopBar::settingsRequested, this, &ConnectionsController::showSettings);
    connect(&m_bar, &TopBar::languageRequested, &m_settings, &Settings::setLanguage);
    // A change may come from the top bar, from a chart or from the dialog itself.
    connect(&m_settings, &Settings::languageChanged, this, &ConnectionsController::fillGeneral);
    connect(&m_settings, &Settings::themeChanged, this, &ConnectionsController::fillGeneral);
    connect(&m_settings, &Settings::timeZoneChanged, this, &ConnectionsController::fillGeneral);
    connect(&m_settings, &Settings::chartRangeChanged, this, &ConnectionsController::fillGeneral);
    for (ClusterStore *store : m_workspace.fleet().clusters()) {
        watchCluster(*store);
    }
    refreshChips();
}

void ConnectionsController::watchCluster(ClusterStore &store)
{
    const QString id = store.description().id.value();
    if (m_watched.contains(id)) {
        return;
    }
    m_watched.insert(id);
    connect(&store, &ClusterStore::connectionChanged, this, [this] {
        refreshChips();
        fillDialog();
    });
    connect(&store, &ClusterStore::accessKnown, this, &ConnectionsController::showIdentity);
    connect(&store, &QObject::destroyed, this, [this, id] { m_watched.remove(id); });
}

void ConnectionsController::refreshChips()
{
    QVector<ConnectionChip> chips;
    for (const ClusterStore *store : m_workspace.fleet().clusters()) {
        const ClusterDescription &description = store->description();
        chips.append({description.id.value(), description.id.value(), store->connection(), store->latency(),
                      description.insecure, description.readOnly});
        const std::optional<Error> refused = m_workspace.metricsProblem(description.id.value());
        if (refused || m_workspace.metrics().hasServer(description.id)) {
            const QString name = m_workspace.fleet().clusters().size() > 1
                                     ? QStringLiteral("Prometheus %1").arg(description.id.value())
                                     : QStringLiteral("Prometheus");
            const SourceState state = refused ? SourceState{Freshness::NeverLoaded, {}, refused, {}}
                                              : m_workspace.metrics().serverState(description.id);
            chips.append({description.id.value(), name, state, std::chrono::milliseconds(-1), false, false});
        }
    }
    m_bar.setConnections(chips, m_workspace.clock().nowUtc());
    showIdentity();
}

void ConnectionsController::showIdentity()
{
    const QVector<ClusterStore *> clusters = m_workspace.fleet().clusters();
    ClusterStore *store = m_shown              ? m_workspace.fleet().cluster(m_shown->cluster)
                          : clusters.isEmpty() ? nullptr
                                               : clusters.last();
    const Release *release = m_shown ? m_workspace.fleet().release(*m_shown) : nullptr;
    const Rights rights =
        store && release ? rightsOn(*release, store->policyContext(*release)) : Rights::Unknown;
    m_bar.setIdentity(store ? store->identity().user : QString(),
                      store ? store->identity().actingAs : QString(), rights);
}

SettingsDialog &ConnectionsController::openDialog()
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(&m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        // It dies a turn after it closed; until then it must not be taken for an open one.
        connect(m_dialog, &QDialog::finished, this, [this] { m_dialog.clear(); });
        m_dialog->general().setProfiles(m_workspace.profiles().ids());
        fillGeneral();
        wireGeneral(m_dialog->general());
        wireConnections(m_dialog->connections());
        fillDialog();
    }
    m_dialog->show();
    m_dialog->raise();
    return *m_dialog;
}

void ConnectionsController::wireGeneral(GeneralPage &page)
{
    connect(&page, &GeneralPage::changed, this, [this](const GeneralPreferences &general) {
        m_settings.setLanguage(general.language);
        m_settings.setTheme(general.theme);
        m_settings.setTimeZone(general.timeZone);
        m_settings.setNotifications(general.topics);
        m_settings.setChartRange(general.chartRange);
        m_settings.setDefaultProfile(general.profile);
    });
}

void ConnectionsController::wireConnections(ConnectionsPage &page)
{
    connect(&page, &ConnectionsPage::openRequested, this, [this](const QString &context) {
        const Result<Done> opened = m_workspace.open(context);
        m_openProblem = opened ? std::nullopt : std::optional(opened.error());
        fillDialog();
    });
    connect(&page, &ConnectionsPage::closeRequested, this,
            [this](const QString &context) { m_workspace.close(context); });
    connect(&page, &ConnectionsPage::preferencesChanged, this,
            [this](const QString &context, const ClusterPreferences &preferences) {
                m_settings.setCluster(ClusterId(context), preferences);
            });
    connect(&page, &ConnectionsPage::secretEntered, &m_workspace, &Workspace::setMetricsSecret);
}

void ConnectionsController::fillGeneral()
{
    if (m_dialog) {
        m_dialog->general().setPreferences({m_settings.language(), m_settings.theme(), m_settings.timeZone(),
                                            m_settings.notifications(), m_settings.chartRange(),
                                            m_settings.defaultProfile()});
    }
}

void ConnectionsController::showSettings()
{
    openDialog();
}

void ConnectionsController::showConnections(const QString &context)
{
    SettingsDialog &dialog = openDialog();
    dialog.showConnections();
    dialog.connections().select(context);
}

ContextItem ConnectionsController::openItem(const ClusterStore &store) const
{
    const ClusterDescription &description = store.description();
    ContextItem item;
    item.name = description.id.value();
    item.server = description.server;
    item.file = description.file;
    item.open = true;
    item.link = store.connection().freshness;
    item.linkError = store.connection().isCurrent() ? std::nullopt : store.connection().error;
    item.sessionPrometheus = m_workspace.sessionPrometheus(description.id);
    item.preferences = m_settings.cluster(description.id);
    return item;
}

QVector<ContextItem> ConnectionsController::contextItems() const
{
    QVector<ContextItem> items;
    QSet<QString> listed;
    for (const kubernetes::ContextEntry &entry : m_workspace.contexts().contexts) {
        listed.insert(entry.name);
        if (const ClusterStore *store = m_workspace.fleet().cluster(ClusterId(entry.name))) {
            items.append(openItem(*store));
            items.last().problem = entry.error;
            continue;
        }
        ContextItem item;
        item.name = entry.name;
        item.server = entry.cluster.server;
        item.file = entry.file;
        item.sessionPrometheus = m_workspace.sessionPrometheus(ClusterId(entry.name));
        item.problem = entry.error;
        item.preferences = m_settings.cluster(ClusterId(entry.name));
        items.append(item);
    }
    // A context can leave its file while it is open; it can still be closed here.
    for (const ClusterStore *store : m_workspace.fleet().clusters()) {
        if (!listed.contains(store->description().id.value())) {
            items.append(openItem(*store));
        }
    }
    return items;
}

void ConnectionsController::fillDialog()
{
    if (!m_dialog) {
        return;
    }
    const QVector<ContextItem> items = contextItems();
    m_dialog->connections().form().setProfiles(m_workspace.profiles().ids(), m_settings.defaultProfile());
    m_dialog->connections().setContexts(items);
    QStringList problems;
    for (const kubernetes::ConfigProblem &problem : m_workspace.contexts().problems) {
        problems.append(configProblemText(problem));
    }
    for (const ContextItem &item : items) {
        for (const auto &problem :
             {m_workspace.metricsProblem(item.name), m_workspace.profileProblem(item.name)}) {
            if (problem && item.open) {
                problems.append(errorTextWithPlace(*problem));
            }
        }
    }
    for (const auto &problem :
         {m_openProblem, m_workspace.keychainProblem(), m_workspace.audit().problem()}) {
        if (problem) {
            problems.append(errorTextWithPlace(*problem));
        }
    }
    m_dialog->connections().setProblems(problems);
}

void ConnectionsController::showIdentityFor(const ReleaseKey &release)
{
    m_shown = release;
    showIdentity();
}

void ConnectionsController::retryAll()
{
    for (const ClusterStore *store : m_workspace.fleet().clusters()) {
        store->api().retryNow();
    }
}

void ConnectionsController::askConsent(const QString &context, const QString &binary,
                                       const QStringList &arguments)
{
    auto *box = new QMessageBox(&m_window);
    box->setObjectName(QStringLiteral("consentBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Allow a credential program?"));
    box->setText(tr("The kubeconfig entry of %1 wants to run this program to sign in. It runs with your "
                    "rights on this machine.")
                     .arg(safeText(context)));
    box->setInformativeText(safeText(binary, 400) + QLatin1Char('\n') +
                            safeText(arguments.join(QLatin1Char(' ')), 1000));
    QPushButton *allow = box->addButton(tr("Allow %1").arg(safeText(binary.section(QLatin1Char('/'), -1))),
                                        QMessageBox::AcceptRole);
    QPushButton *cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(box, &QDialog::finished, this, [this, box, allow, context, binary] {
        m_workspace.approvePlugin(context, binary, box->clickedButton() == allow);
    });
    box->open();
}

} // namespace signalbox
