// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

class QWidget;

namespace signalbox
{

/// Everything the window can be told to do from keyboard, palette or menu; declared once.
enum class Command {
    Palette,
    Filter,
    CanaryTab,
    BlueGreenTab,
    ChecklistTab,
    TimelineTab,
    PlanTab,
    PodsTab,
    Promote,
    RollBack,
    Retry,
    Settings,
    Connections,
    Quit,
};

class CommandSet final : public QObject
{
    Q_OBJECT

public:
    /// Adds the actions, with their shortcuts, to the window.
    explicit CommandSet(QWidget &window);

    [[nodiscard]] QAction &action(Command command) const { return *m_actions[command]; }
    [[nodiscard]] QList<Command> commands() const;
    void retranslateUi();

Q_SIGNALS:
    void triggered(signalbox::Command command);

private:
    QHash<Command, QAction *> m_actions;
};

} // namespace signalbox
