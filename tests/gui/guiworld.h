// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/console.h"
#include "app/window/mainwindow.h"
#include "tests/support/apiclient.h"
#include "tests/support/drillchild.h"

#include <QPointer>
#include <QTemporaryDir>

class QPushButton;

namespace signalbox
{
class ActionDialog;
class HoldButton;
} // namespace signalbox

namespace signalbox::test
{

/// Longest wait for anything a person would wait for; generous, because test machines are busy.
constexpr int patience = 90000;

/// The real console with its real window, on a drill in a process of its own, and beside it a client that
/// asks the API server without the console.
class GuiWorld
{
public:
    ~GuiWorld();

    /// Starts the drill and the console. Empty, or what failed.
    /// @param user whose context the console opens
    [[nodiscard]] QString start(const QString &scenario, const QString &user = QStringLiteral("admin"));
    /// The two halves of start(), for tests that prepare something in between.
    [[nodiscard]] QString startDrill(const QString &scenario);
    /// Before the start: with the shop's release plans, so that its releases wait for gates and polls.
    void keepPlans() { m_plans = true; }
    [[nodiscard]] QString startConsole(const QString &kubeconfig, const QString &context);
    /// As an installed program would be: KUBECONFIG, the XDG folders, and the layout is kept.
    [[nodiscard]] QString startInstalledConsole(const QString &context);

    [[nodiscard]] DrillChild &drill() { return m_drill; }
    [[nodiscard]] ApiClient &api() { return m_api; }
    [[nodiscard]] Console &console() { return *m_console; }
    [[nodiscard]] MainWindow &window() { return *m_console->window(); }
    [[nodiscard]] QString dataDirectory() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] ReleaseKey key(const QString &namespaceName, const QString &name,
                                 ReleaseKind kind = ReleaseKind::Rollout) const;

    /// Clicks the release in the list. False if it does not appear there.
    [[nodiscard]] bool clickRelease(const ReleaseKey &key);
    [[nodiscard]] QPushButton *button(const char *objectName);
    [[nodiscard]] QPushButton *actionButton(ActionKind kind);
    /// Waits until the button can be pressed, and clicks it. False if it cannot.
    [[nodiscard]] bool click(QPushButton *button);
    /// The preview that is open, once it offers its confirmation. Null if it does not.
    [[nodiscard]] ActionDialog *preparedPreview();
    [[nodiscard]] static HoldButton *confirmButton(ActionDialog &dialog);
    /// Texts a reader sees in the operation panel, one a line; empty while it is hidden.
    [[nodiscard]] QString operationText();
    /// Waits until the operation panel says `text`.
    [[nodiscard]] bool operationSays(const QString &text);
    /// Visible text of a part of the window: labels, buttons, tool tips of disabled buttons.
    [[nodiscard]] static QString textsOf(const QWidget &root);

    [[nodiscard]] Json rollout(const QString &namespaceName, const QString &name);
    /// Weights of the first route of a VirtualService by destination: what is in force now.
    [[nodiscard]] int canaryWeight(const QString &namespaceName, const Json &rollout);

private:
    [[nodiscard]] QString startConsole(ConsoleOptions options);

    DrillChild m_drill;
    QTemporaryDir m_folder;
    ApiClient m_api;
    std::unique_ptr<Console> m_console;
    QString m_context;
    bool m_plans = false;
};

/// Once per test program, before the first window.
void prepareApplication();

} // namespace signalbox::test
