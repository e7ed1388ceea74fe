// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/mainwindow.h"

#include "app/settings/settings.h"
#include "app/window/connectionscontroller.h"
#include "app/window/decisioncontroller.h"
#include "app/window/fleetnotice.h"
#include "app/window/interruptioncontroller.h"
#include "app/window/notableactivity.h"
#include "app/window/notificationcontroller.h"
#include "app/window/notifier.h"
#include "app/window/palettecontroller.h"
#include "app/window/releasecontroller.h"
#include "app/window/stripcontroller.h"
#include "models/items/fleetmodel.h"
#include "widgets/dialogs/commandpalette.h"
#include "widgets/panels/decisionspanel.h"
#include "widgets/panels/fleetpanel.h"
#include "widgets/panels/operationpanel.h"
#include "widgets/panels/releasepanel.h"
#include "widgets/panels/statusstrip.h"
#include "widgets/panels/topbar.h"
#include "widgets/style/errortext.h"
#include "widgets/style/productionframe.h"

#include <QCloseEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace signalbox
{

MainWindow::MainWindow(Workspace &workspace, Settings &settings, const QString &stateFile)
    : m_workspace(workspace)
    , m_settings(settings)
    , m_layout(stateFile)
    , m_commands(new CommandSet(*this))
    , m_fleetModel(new FleetModel(workspace.fleet(), this))
    , m_bar(new TopBar(this))
    , m_interrupted(new InterruptedPanel(this))
    , m_fleet(new FleetPanel(*m_fleetModel, this))
    , m_page(new ReleasePanel(
          {workspace.fleet(), workspace.metrics(), workspace.activity(), &workspace.judgements()}, this))
    , m_operation(new OperationPanel(this))
    , m_decisions(new DecisionsPanel(this))
    , m_strip(new StatusStrip(this))
    , m_stripController(new StripController(workspace, settings, *m_strip, this))
    , m_palettePopup(new CommandPalette(this))
    , m_connections(new ConnectionsController(workspace, settings, *m_bar, *this))
    , m_release(new ReleaseController(workspace, *m_decisions, *this))
    , m_decisionController(
          new DecisionController(workspace, settings, {*m_decisions, *m_page, *m_bar, *m_fleetModel}, *this))
{
    setObjectName(QStringLiteral("mainWindow"));
    buildLayout();
    connect(m_commands, &CommandSet::triggered, this, &MainWindow::run);
    auto *palette = new PaletteController(workspace, *m_commands, *m_release, *m_palettePopup);
    connect(palette, &PaletteController::commandChosen, this, &MainWindow::run);
    connect(palette, &PaletteController::releaseChosen, m_fleet, &FleetPanel::select);
    m_paletteController = palette;
    auto *notifier = new Notifier(workspace.clock(), this);
    new NotificationController(workspace, settings, *notifier, this);
    connect(notifier, &Notifier::activated, this, [this](const ReleaseKey &key) {
        raise();
        activateWindow();
        m_fleet->select(key);
    });
    wireRelease();
    m_bar->setLanguage(settings.language());
    connect(&settings, &Settings::languageChanged, m_bar, &TopBar::setLanguage);
    m_page->setZone(settings.timeZone());
    connect(&settings, &Settings::timeZoneChanged, m_page, &ReleasePanel::setZone);
    connect(m_page, &ReleasePanel::zoneChosen, &settings, &Settings::setTimeZone);
    connect(&workspace.metrics(), &MetricsStore::rangeChanged, &settings, &Settings::setChartRange);
    m_page->setBanner(m_operation);
    m_operation->hide();
    resize(1480, 940);
    m_layout.restore(*this);
    retranslateUi();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildLayout()
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(QStringLiteral("mainSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_fleet);
    splitter->addWidget(m_page);
    splitter->addWidget(m_decisions);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes({250, 900, 330});
    splitter->setHandleWidth(1);
    m_frame = new ProductionFrame(this);
    auto *layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_interrupted);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_strip);
    setCentralWidget(m_frame);
}

void MainWindow::wireRelease()
{
    connect(m_fleet, &FleetPanel::releaseSelected, this, [this](const ReleaseKey &key) {
        m_workspace.activity().show(key);
        m_dismissed.clear();
        m_page->setNow(m_workspace.clock().nowUtc());
        m_page->showRelease(key);
        m_release->show(key);
        m_decisionController->show(key);
        m_connections->showIdentityFor(key);
        m_stripController->setShown(key);
        showStarter();
        showPlace();
    });
    connect(m_page, &ReleasePanel::undoRequested, m_release, &ReleaseController::requestUndo);
    connect(m_page, &ReleasePanel::terminateAnalysisRequested, m_release,
            &ReleaseController::requestTermination);
    connect(m_release, &ReleaseController::operationChanged, this, &MainWindow::showOperation);
    connect(m_release, &ReleaseController::tick, this, [this](const QDateTime &now) {
        m_page->setNow(now);
        m_decisionController->setNow(now);
        m_connections->refreshChips();
        m_stripController->refresh();
        showStarter();
        showNotice();
    });
    connect(&m_workspace.fleet(), &FleetStore::releasesChanged, this, &MainWindow::selectSomething);
    connect(&m_workspace.activity(), &ActivityStore::entriesChanged, this, &MainWindow::showStarter);
    connect(m_page, &ReleasePanel::metricsSettingsRequested, this,
            [this](const ClusterId &cluster) { m_connections->showConnections(cluster.value()); });
    connect(&m_workspace, &Workspace::contextsChanged, this, [this] {
        m_fleet->setClusterNamed(m_workspace.fleet().clusters().size() > 1);
        showPlace();
        showNotice();
    });
    connect(&m_settings, &Settings::clusterChanged, this, &MainWindow::showPlace);
    followOperations();
    const auto *interruptions = new InterruptionController(m_workspace, *m_interrupted);
    connect(interruptions, &InterruptionController::resumed, m_fleet, &FleetPanel::select);
}

void MainWindow::followOperations()
{
    connect(&m_workspace.desk(), &OperationDesk::operationStarted, this, [this](const ReleaseKey &key) {
        if (const ReleaseOperation *operation = m_workspace.desk().operation(key)) {
            m_running.insert(key, operation->status().plan.request.kind);
            showRunning();
        }
    });
    connect(m_operation, &OperationPanel::reasonGiven, m_release, &ReleaseController::giveReason);
    connect(m_operation, &OperationPanel::dismissed, this, [this](const QString &operation) {
        m_dismissed = operation;
        m_operation->hide();
    });
    connect(&m_workspace.desk(), &OperationDesk::operationFinished, this, [this](const ReleaseKey &key) {
        m_running.remove(key);
        showRunning();
        if (const ReleaseOperation *operation = m_workspace.desk().operation(key)) {
            m_workspace.activity().noteOperation(operation->status());
            m_workspace.activity().refreshRecords();
        }
        m_stripController->checkChain();
    });
}

void MainWindow::showRunning()
{
    const QList<ReleaseKey> keys = m_running.keys();
    m_fleetModel->setRunning({keys.cbegin(), keys.cend()});
    m_fleet->setRunning(m_running);
}

void MainWindow::showOperation(const std::optional<OperationStatus> &status)
{
    // A finished operation stays readable until the person puts it away, looks at another release or starts
    // another operation.
    m_operation->setVisible(status && status->id != m_dismissed);
    m_page->setOperation(status);
    if (status) {
        m_operation->setStatus(*status, m_workspace.clock().nowUtc());
        m_workspace.activity().noteOperation(*status);
    }
    m_page->setTrackVisible(!status || status->phase != OperationPhase::Running);
}

void MainWindow::showProblem(const QString &context, const Error &error)
{
    m_refused.insert(context, error);
    showNotice();
}

void MainWindow::showNotice()
{
    for (const ClusterStore *cluster : m_workspace.fleet().clusters()) {
        m_refused.remove(cluster->description().id.value());
    }
    m_fleet->setNotice(fleetNotice(m_workspace, m_refused));
    m_fleet->setEmptyText(m_workspace.fleet().clusters().isEmpty()
                              ? tr("No cluster is open. Open one under Settings, Connections.")
                              : tr("No release matches, or none was found yet."));
}

void MainWindow::selectSomething()
{
    if (m_fleet->selected()) {
        return;
    }
    // The list is sorted by urgency inside its groups, and the groups by need: the first row is what matters.
    for (const FleetGroup group :
         {FleetGroup::NeedsDecision, FleetGroup::InProgress, FleetGroup::Steady, FleetGroup::Unreachable}) {
        const QModelIndex first = m_fleetModel->index(0, 0, m_fleetModel->groupIndex(group));
        if (const FleetEntry *entry = m_fleetModel->entry(first)) {
            m_fleet->select(entry->key);
            return;
        }
    }
}

void MainWindow::showPlace()
{
    const auto &key = m_release->shown();
    const bool isProduction = key && m_workspace.isProduction(key->cluster);
    m_bar->setPlace(key ? QStringList{key->cluster.value(), key->namespaceName, key->name} : QStringList{},
                    isProduction);
    m_frame->setProduction(isProduction);
}

void MainWindow::showStarter()
{
    const auto &key = m_release->shown();
    const Release *shown = key ? m_workspace.fleet().release(*key) : nullptr;
    m_page->setStartedBy(shown ? starterOf(*shown, m_workspace.activity().entries()) : QString());
}

void MainWindow::run(Command command)
{
    switch (command) {
    case Command::Palette:
        m_paletteController->open();
        break;
    case Command::Filter:
        m_fleet->focusFilter();
        break;
    case Command::CanaryTab:
        m_page->showPage(ReleasePanel::Page::Canary);
        break;
    case Command::BlueGreenTab:
        m_page->showPage(ReleasePanel::Page::BlueGreen);
        break;
    case Command::ChecklistTab:
        m_page->showPage(ReleasePanel::Page::Checklist);
        break;
    case Command::PlanTab:
        m_page->showPage(ReleasePanel::Page::Plan);
        break;
    case Command::TimelineTab:
        m_page->showPage(ReleasePanel::Page::Timeline);
        break;
    case Command::PodsTab:
        m_page->showPage(ReleasePanel::Page::Pods);
        break;
    case Command::Promote:
        m_release->requestAction(ActionKind::Promote);
        break;
    case Command::RollBack:
        m_release->requestAction(ActionKind::RollBack);
        break;
    case Command::Retry:
        m_connections->retryAll();
        break;
    case Command::Settings:
        m_connections->showSettings();
        break;
    case Command::Connections:
        m_connections->showConnections({});
        break;
    case Command::Quit:
        close();
        break;
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_layout.save(*this);
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslateUi()
{
    setWindowTitle(QStringLiteral("Signalbox"));
    m_commands->retranslateUi();
    m_decisionController->refresh();
    m_paletteController->refresh();
    showNotice();
    m_stripController->refresh();
}

} // namespace signalbox
