// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workspace.h"
#include "widgets/panels/interruptedpanel.h"

#include <QObject>
#include <QTimer>

namespace signalbox
{

/// Offers what another run of the program left unfinished on the clusters that are open, and does with it
/// what the person clicks.
class InterruptionController final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the controller.
    InterruptionController(Workspace &workspace, InterruptedPanel &panel);

Q_SIGNALS:
    /// It runs again: worth being on screen.
    void resumed(const signalbox::ReleaseKey &release);

private:
    void show();
    [[nodiscard]] InterruptedItem itemOf(const RecordedOperation &operation) const;
    void resume(const QString &id);
    void giveUp(const QString &id, const QString &reason);
    void take(const QString &id, const Result<Done> &result);

    Workspace &m_workspace;
    InterruptedPanel &m_panel;
    QHash<QString, Error> m_problems; ///< of the last attempt, by operation
    QSet<QString> m_busy;
    QTimer m_timer;
};

} // namespace signalbox
