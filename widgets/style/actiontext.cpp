// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/statetext.h"

#include <QCoreApplication>

#include <array>

namespace signalbox
{

namespace
{

struct ActionWords {
    ActionKind kind;
    const char *verb;
    const char *noun;
    const char *hint;
    const char *progress;
};

constexpr std::array<ActionWords, 11> actionWords = {{
    {ActionKind::Promote, QT_TRANSLATE_NOOP("ActionText", "Promote"),
     QT_TRANSLATE_NOOP("ActionText", "promotion"),
     QT_TRANSLATE_NOOP("ActionText", "Go to the next step, or switch traffic to the new version."),
     QT_TRANSLATE_NOOP("ActionText", "Promoting")},
    {ActionKind::PromoteFully, QT_TRANSLATE_NOOP("ActionText", "Promote fully"),
     QT_TRANSLATE_NOOP("ActionText", "full promotion"),
     QT_TRANSLATE_NOOP("ActionText", "Skip the remaining steps and give the new version all traffic."),
     QT_TRANSLATE_NOOP("ActionText", "Promoting fully")},
    {ActionKind::Pause, QT_TRANSLATE_NOOP("ActionText", "Pause"), QT_TRANSLATE_NOOP("ActionText", "pause"),
     QT_TRANSLATE_NOOP("ActionText", "Stop where the release is. Traffic stays as it is."),
     QT_TRANSLATE_NOOP("ActionText", "Pausing")},
    {ActionKind::Resume, QT_TRANSLATE_NOOP("ActionText", "Resume"),
     QT_TRANSLATE_NOOP("ActionText", "resumption"),
     QT_TRANSLATE_NOOP("ActionText", "Continue a paused release."),
     QT_TRANSLATE_NOOP("ActionText", "Resuming")},
    {ActionKind::Abort, QT_TRANSLATE_NOOP("ActionText", "Abort"), QT_TRANSLATE_NOOP("ActionText", "abort"),
     QT_TRANSLATE_NOOP("ActionText",
                       "Send all traffic to the stable version. The spec still names the new one."),
     QT_TRANSLATE_NOOP("ActionText", "Aborting")},
    {ActionKind::Retry, QT_TRANSLATE_NOOP("ActionText", "Retry"), QT_TRANSLATE_NOOP("ActionText", "retry"),
     QT_TRANSLATE_NOOP("ActionText", "Run the same version again after an abort."),
     QT_TRANSLATE_NOOP("ActionText", "Retrying")},
    {ActionKind::Undo, QT_TRANSLATE_NOOP("ActionText", "Undo to revision"),
     QT_TRANSLATE_NOOP("ActionText", "undo to a revision"),
     QT_TRANSLATE_NOOP("ActionText", "Make a former revision the wanted one."),
     QT_TRANSLATE_NOOP("ActionText", "Undoing")},
    {ActionKind::RollBack, QT_TRANSLATE_NOOP("ActionText", "Roll back"),
     QT_TRANSLATE_NOOP("ActionText", "rollback"),
     QT_TRANSLATE_NOOP("ActionText", "Send traffic to the stable version, then make it the wanted one."),
     QT_TRANSLATE_NOOP("ActionText", "Rolling back")},
    {ActionKind::Restart, QT_TRANSLATE_NOOP("ActionText", "Restart"),
     QT_TRANSLATE_NOOP("ActionText", "restart"),
     QT_TRANSLATE_NOOP("ActionText", "Replace all pods, same version."),
     QT_TRANSLATE_NOOP("ActionText", "Restarting")},
    {ActionKind::SetImage, QT_TRANSLATE_NOOP("ActionText", "Set image"),
     QT_TRANSLATE_NOOP("ActionText", "image change"),
     QT_TRANSLATE_NOOP("ActionText", "Start a release of another container image."),
     QT_TRANSLATE_NOOP("ActionText", "Setting the image")},
    {ActionKind::TerminateAnalysis, QT_TRANSLATE_NOOP("ActionText", "Terminate analysis"),
     QT_TRANSLATE_NOOP("ActionText", "analysis termination"),
     QT_TRANSLATE_NOOP("ActionText", "End the running analysis before it has a verdict."),
     QT_TRANSLATE_NOOP("ActionText", "Ending the analysis")},
}};

constexpr bool isComplete()
{
    for (std::size_t i = 0; i < actionWords.size(); ++i) {
        if (static_cast<std::size_t>(actionWords[i].kind) != i) {
            return false;
        }
    }
    return actionWords.size() == static_cast<std::size_t>(ActionKind::TerminateAnalysis) + 1;
}
static_assert(isComplete(), "one row per ActionKind, in its order");

const ActionWords &wordsFor(ActionKind kind)
{
    const auto index = static_cast<std::size_t>(kind);
    return actionWords.at(std::min(index, actionWords.size() - 1));
}

} // namespace

QString actionText(ActionKind kind)
{
    return QCoreApplication::translate("ActionText", wordsFor(kind).verb);
}
QString actionNoun(ActionKind kind)
{
    return QCoreApplication::translate("ActionText", wordsFor(kind).noun);
}
QString actionProgressText(ActionKind kind)
{
    return QCoreApplication::translate("ActionText", wordsFor(kind).progress);
}
QString actionHint(ActionKind kind)
{
    return QCoreApplication::translate("ActionText", wordsFor(kind).hint);
}

} // namespace signalbox
