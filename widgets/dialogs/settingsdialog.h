// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/dialogs/generalpage.h"

#include <QDialog>

class QDialogButtonBox;
class QTabWidget;

namespace signalbox
{

class ConnectionsPage;

/// Settings: a page that holds for all clusters, and one of connections. Changes apply at once and are
/// announced by the pages; nothing is stored here.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(QWidget *parent = nullptr);

    [[nodiscard]] GeneralPage &general() const { return *m_general; }
    [[nodiscard]] ConnectionsPage &connections() const { return *m_connections; }
    void showConnections();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    QTabWidget *m_tabs;
    GeneralPage *m_general;
    ConnectionsPage *m_connections;
    QDialogButtonBox *m_buttons;
};

} // namespace signalbox
