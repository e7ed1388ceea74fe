// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workspace.h"
#include "widgets/dialogs/actiondialog.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace signalbox
{

class DecisionsPanel;

/// Follows the release on screen: keeps the decisions column true and runs the actions asked for there.
class ReleaseController final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller. @param window parent of dialogs
    ReleaseController(Workspace &workspace, DecisionsPanel &decisions, QWidget &window);

    void show(const ReleaseKey &key);
    [[nodiscard]] const std::optional<ReleaseKey> &shown() const { return m_key; }
    void requestAction(ActionKind kind);
    void requestUndo(const ReleaseKey &release, const QString &hash);
    /// Why the operation on screen was begun. It may follow; recorded in the ledger.
    void giveReason(const QString &operation, const QString &reason);
    void requestTermination(const ReleaseKey &release, const QString &analysisRun);
    /// The preview, while it is open; for pictures and tests.
    [[nodiscard]] ActionDialog *dialog() const { return m_dialog; }

Q_SIGNALS:
    void operationChanged(const std::optional<signalbox::OperationStatus> &status);
    /// About once a second, for clocks and countdowns.
    void tick(const QDateTime &now);

private:
    [[nodiscard]] const Release *release() const;
    void refresh();
    void refreshDecisions();
    void refreshRollback();
    void refreshOperation();
    void preview(ActionRequest request, const QString &target);
    void askRevision();
    void askImage();
    void start(const ActionPlan &plan, const QString &reason);
    [[nodiscard]] ActionRequest requestFor(ActionKind kind) const;

    Workspace &m_workspace;
    DecisionsPanel &m_decisions;
    QWidget &m_window;
    std::optional<ReleaseKey> m_key;
    QPointer<ActionDialog> m_dialog;
    QTimer m_timer;
};

} // namespace signalbox
