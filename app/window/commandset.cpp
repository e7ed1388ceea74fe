// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/commandset.h"

#include <QKeySequence>
#include <QWidget>

namespace signalbox
{

namespace
{

struct CommandEntry {
    Command command;
    const char *shortcut;
};

constexpr CommandEntry entries[] = {
    {Command::Palette, "Ctrl+K"},
    {Command::Filter, "Ctrl+F"},
    {Command::CanaryTab, "Alt+1"},
    {Command::BlueGreenTab, "Alt+2"},
    {Command::ChecklistTab, "Alt+3"},
    {Command::TimelineTab, "Alt+4"},
    {Command::PlanTab, "Alt+5"},
    {Command::PodsTab, "Alt+6"},
    {Command::Promote, "Ctrl+P"},
    {Command::RollBack, "Ctrl+Shift+R"},
    {Command::Retry, "F5"},
    {Command::Settings, "Ctrl+,"},
    {Command::Connections, "Ctrl+Shift+C"},
    {Command::Quit, "Ctrl+Q"},
};

} // namespace

CommandSet::CommandSet(QWidget &window)
    : QObject(&window)
{
    for (const CommandEntry &entry : entries) {
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence(QLatin1String(entry.shortcut)));
        connect(action, &QAction::triggered, this,
                [this, command = entry.command] { Q_EMIT triggered(command); });
        window.addAction(action);
        m_actions.insert(entry.command, action);
    }
    retranslateUi();
}

QList<Command> CommandSet::commands() const
{
    QList<Command> all;
    for (const CommandEntry &entry : entries) {
        all.append(entry.command);
    }
    return all;
}

void CommandSet::retranslateUi()
{
    action(Command::Palette).setText(tr("Command palette"));
    action(Command::Filter).setText(tr("Filter the fleet"));
    action(Command::CanaryTab).setText(tr("Show Canary"));
    action(Command::BlueGreenTab).setText(tr("Show Blue / green"));
    action(Command::ChecklistTab).setText(tr("Show Go / no-go"));
    action(Command::PlanTab).setText(tr("Show Plan"));
    action(Command::TimelineTab).setText(tr("Show Timeline"));
    action(Command::PodsTab).setText(tr("Show Pods"));
    action(Command::Promote).setText(tr("Promote…"));
    action(Command::RollBack).setText(tr("Roll back…"));
    action(Command::Retry).setText(tr("Try lost connections again now"));
    action(Command::Settings).setText(tr("Settings"));
    action(Command::Connections).setText(tr("Connections"));
    action(Command::Quit).setText(tr("Quit"));
}

} // namespace signalbox
