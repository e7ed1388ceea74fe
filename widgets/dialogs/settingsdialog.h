// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QTabWidget;

namespace signalbox
{

class ConnectionsPage;

/// What the "General" page edits.
struct GeneralPreferences {
    QString language;
    ThemeChoice theme = ThemeChoice::System;
    TimeZoneChoice timeZone = TimeZoneChoice::Local;
    bool operator==(const GeneralPreferences &) const = default;
};

/// Settings: appearance, and one page of connections. Changes apply at once and are announced by signals;
/// nothing is stored here.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(QWidget *parent = nullptr);

    void setGeneral(const GeneralPreferences &preferences);
    [[nodiscard]] ConnectionsPage &connections() const { return *m_connections; }
    void showConnections();

Q_SIGNALS:
    void generalChanged(const signalbox::GeneralPreferences &preferences);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    [[nodiscard]] QWidget *buildGeneral();
    void announce();

    QTabWidget *m_tabs;
    QFormLayout *m_form = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_theme = nullptr;
    QComboBox *m_zone = nullptr;
    ConnectionsPage *m_connections;
    QDialogButtonBox *m_buttons;
};

} // namespace signalbox
