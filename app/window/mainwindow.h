// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workspace.h"
#include "app/window/commandset.h"
#include "app/window/windowlayout.h"

#include <QMainWindow>

namespace signalbox
{

class CommandPalette;
class ConnectionsController;
class DecisionController;
class DecisionsPanel;
class FleetModel;
class FleetPanel;
class InterruptedPanel;
class PaletteController;
class ProductionFrame;
class ReleaseController;
class OperationPanel;
class ReleasePanel;
class Settings;
class StatusStrip;
class StripController;
class TopBar;

/// The one window: assembles the panels and gives each its controller. No rules, no wording of states.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// @param workspace, settings outlive the window. @param stateFile layout; empty: neither read nor
    /// written
    MainWindow(Workspace &workspace, Settings &settings, const QString &stateFile);
    ~MainWindow() override;

    [[nodiscard]] FleetPanel &fleet() const { return *m_fleet; }
    [[nodiscard]] ReleasePanel &page() const { return *m_page; }
    [[nodiscard]] ReleaseController &release() const { return *m_release; }
    [[nodiscard]] DecisionController &decisions() const { return *m_decisionController; }
    [[nodiscard]] ConnectionsController &connections() const { return *m_connections; }
    [[nodiscard]] CommandPalette &palettePopup() const { return *m_palettePopup; }
    void run(Command command);
    /// A context that could not be opened; said above the list until it can be.
    void showProblem(const QString &context, const Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildLayout();
    void wireRelease();
    void followOperations();
    void showOperation(const std::optional<OperationStatus> &status);
    void selectSomething();
    void showPlace();
    void showStarter();
    void showRunning();
    void showNotice();
    void retranslateUi();

    Workspace &m_workspace;
    Settings &m_settings;
    WindowLayout m_layout;
    CommandSet *m_commands;
    FleetModel *m_fleetModel;
    TopBar *m_bar;
    InterruptedPanel *m_interrupted;
    FleetPanel *m_fleet;
    ReleasePanel *m_page;
    OperationPanel *m_operation;
    DecisionsPanel *m_decisions;
    StatusStrip *m_strip;
    StripController *m_stripController;
    CommandPalette *m_palettePopup;
    PaletteController *m_paletteController = nullptr;
    ConnectionsController *m_connections;
    ReleaseController *m_release;
    DecisionController *m_decisionController;
    QMap<QString, Error> m_refused;          ///< contexts that could not be opened
    QHash<ReleaseKey, ActionKind> m_running; ///< operations of this desk
    QString m_dismissed;                     ///< operation whose report was put away
    ProductionFrame *m_frame = nullptr;
};

} // namespace signalbox
