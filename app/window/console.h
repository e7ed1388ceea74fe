// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commandline.h"
#include "app/composition/drillprocess.h"
#include "app/composition/paths.h"
#include "app/composition/workspace.h"
#include "app/settings/settings.h"
#include "app/window/languagecontroller.h"

#include <QApplication>
#include <QObject>

namespace signalbox
{

class MainWindow;
class Theme;

/// The running console: settings, look, workspace and window, built in this order and taken down in reverse.
class Console final : public QObject
{
    Q_OBJECT

public:
    Console(QApplication &application, ConsoleOptions options);
    ~Console() override;

    /// Shows the window, or starts the drill first. A failure ends the program with a sentence on stderr.
    void start();
    /// The clusters shown are a drill this console started: nobody depends on them.
    [[nodiscard]] bool ownsDrill() const { return m_drill != nullptr; }
    /// Takes the drill away, as if its clusters had gone; for pictures of an outage.
    void stopDrill();

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] Workspace *workspace() const { return m_workspace.get(); }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] Theme &theme() { return *m_theme; }

Q_SIGNALS:
    /// The window is shown and the first contexts are being dialled.
    void opened();

private:
    void applyLanguage();
    void openWorkspace(const QStringList &contexts);
    void openContexts(const QStringList &contexts);
    void onDrillReady(const DrillProcess::Ready &drill);

    QApplication &m_application;
    ConsoleOptions m_options;
    Paths m_paths;
    Settings m_settings;
    LanguageController m_language;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DrillProcess> m_drill;
    QHash<QString, QString> m_prometheusOf; ///< from the drill, by context
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace signalbox
