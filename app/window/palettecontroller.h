// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workspace.h"
#include "app/window/commandset.h"

#include <QObject>

namespace signalbox
{

class CommandPalette;
class ReleaseController;

/// Fills the command palette with what there is now and does what was chosen.
class PaletteController final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    PaletteController(Workspace &workspace, CommandSet &commands, ReleaseController &release,
                      CommandPalette &palette);

    void open();
    /// Fills the list anew, for example in another language.
    void refresh();

Q_SIGNALS:
    void commandChosen(signalbox::Command command);
    void releaseChosen(const signalbox::ReleaseKey &key);

private:
    void choose(const QString &id);

    Workspace &m_workspace;
    CommandSet &m_commands;
    ReleaseController &m_release;
    CommandPalette &m_palette;
    QVector<ReleaseKey> m_offered;
};

} // namespace signalbox
