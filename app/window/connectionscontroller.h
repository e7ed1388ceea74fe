// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workspace.h"
#include "widgets/dialogs/connectionspage.h"
#include "widgets/dialogs/settingsdialog.h"

#include <QObject>
#include <QPointer>

namespace signalbox
{

class ConnectionsPage;
class GeneralPage;
class TopBar;

/// Keeps the top bar's chips true, runs the settings dialog and asks for consent to exec plugins.
class ConnectionsController final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller. @param window parent of dialogs
    ConnectionsController(Workspace &workspace, Settings &settings, TopBar &bar, QWidget &window);

    void showSettings();
    void showConnections(const QString &context);
    void refreshChips();
    void retryAll();
    /// Who acts, and with which rights, is a matter of the release on screen: users differ between contexts.
    void showIdentityFor(const ReleaseKey &release);
    /// The dialog, while it is open; for pictures and tests.
    [[nodiscard]] SettingsDialog *dialog() const { return m_dialog; }

private:
    [[nodiscard]] QVector<ContextItem> contextItems() const;
    [[nodiscard]] ContextItem openItem(const ClusterStore &store) const;
    void watchCluster(ClusterStore &store);
    void showIdentity();
    void wireGeneral(GeneralPage &page);
    void wireConnections(ConnectionsPage &page);
    void fillGeneral();
    void fillDialog();
    void askConsent(const QString &context, const QString &binary, const QStringList &arguments);
    SettingsDialog &openDialog();

    Workspace &m_workspace;
    Settings &m_settings;
    TopBar &m_bar;
    QWidget &m_window;
    QPointer<SettingsDialog> m_dialog;
    QSet<QString> m_watched;
    std::optional<ReleaseKey> m_shown;  ///< none: no release chosen yet
    std::optional<Error> m_openProblem; ///< why the context asked for last was not opened
};

} // namespace signalbox
