// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/palettecontroller.h"

#include "app/window/releasecontroller.h"
#include "widgets/dialogs/commandpalette.h"
#include "widgets/style/format.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <algorithm>
#include <tuple>

namespace signalbox
{

namespace
{

struct ActionWords {
    ActionKind kind;
    const char *words; ///< what other tools call it
};

constexpr ActionWords actions[] = {
    {ActionKind::PromoteFully, "promote full skip all"},
    {ActionKind::Abort, "abort stop cancel"},
    {ActionKind::Pause, "pause hold"},
    {ActionKind::Resume, "resume continue unpause"},
    {ActionKind::Retry, "retry rerun"},
    {ActionKind::Undo, "undo rollback revision"},
    {ActionKind::Restart, "restart bounce"},
    {ActionKind::SetImage, "set image version"},
    {ActionKind::TerminateAnalysis, "terminate analysis"},
};

} // namespace

PaletteController::PaletteController(Workspace &workspace, CommandSet &commands, ReleaseController &release,
                                     CommandPalette &palette)
    : QObject(&palette)
    , m_workspace(workspace)
    , m_commands(commands)
    , m_release(release)
    , m_palette(palette)
{
    connect(&palette, &CommandPalette::chosen, this, &PaletteController::choose);
}

void PaletteController::open()
{
    refresh();
    m_palette.show();
}

void PaletteController::refresh()
{
    QVector<PaletteEntry> entries;
    m_offered.clear();
    QVector<Release> releases = m_workspace.fleet().releases();
    std::sort(releases.begin(), releases.end(), [](const Release &left, const Release &right) {
        const auto rank = [](const Release &release) {
            return std::tuple(static_cast<int>(fleetGroup(release)), release.key.namespaceName,
                              release.key.name, release.key.cluster.value());
        };
        return rank(left) < rank(right);
    });
    const bool isClusterNamed = m_workspace.fleet().clusters().size() > 1;
    for (const Release &release : std::as_const(releases)) {
        const QString cluster = safeText(release.key.cluster.value());
        const QString state = stateText(release.state);
        entries.append(
            {QStringLiteral("release:%1").arg(m_offered.size()),
             safeText(release.key.namespaceName) + QStringLiteral(" / ") + safeText(release.key.name),
             isClusterNamed ? joinedText({cluster, state}) : state, cluster, true});
        m_offered.append(release.key);
    }
    for (const Command command : m_commands.commands()) {
        const QAction &action = m_commands.action(command);
        entries.append({QStringLiteral("command:%1").arg(static_cast<int>(command)), action.text(),
                        action.shortcut().toString(QKeySequence::NativeText), QString(), true});
    }
    for (const ActionWords &action : actions) {
        const auto &shown = m_release.shown();
        const bool allowed = shown && m_workspace.desk().decision(action.kind, *shown).allowed;
        entries.append({QStringLiteral("action:%1").arg(static_cast<int>(action.kind)),
                        actionText(action.kind), shown ? safeText(shown->name) : QString(),
                        QString::fromLatin1(action.words), allowed});
    }
    m_palette.setEntries(entries);
}

void PaletteController::choose(const QString &id)
{
    const QString kind = id.section(QLatin1Char(':'), 0, 0);
    const int number = id.section(QLatin1Char(':'), 1).toInt();
    if (kind == QLatin1String("command")) {
        Q_EMIT commandChosen(static_cast<Command>(number));
    } else if (kind == QLatin1String("action")) {
        m_release.requestAction(static_cast<ActionKind>(number));
    } else if (number < m_offered.size()) {
        Q_EMIT releaseChosen(m_offered[number]);
    }
}

} // namespace signalbox
