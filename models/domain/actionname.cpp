// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/actionname.h"

#include <array>
#include <utility>

namespace signalbox
{

namespace
{

constexpr std::array names{
    std::pair{ActionKind::Promote, "Promote"},
    std::pair{ActionKind::PromoteFully, "PromoteFully"},
    std::pair{ActionKind::Pause, "Pause"},
    std::pair{ActionKind::Resume, "Resume"},
    std::pair{ActionKind::Abort, "Abort"},
    std::pair{ActionKind::Retry, "Retry"},
    std::pair{ActionKind::Undo, "Undo"},
    std::pair{ActionKind::RollBack, "RollBack"},
    std::pair{ActionKind::Restart, "Restart"},
    std::pair{ActionKind::SetImage, "SetImage"},
    std::pair{ActionKind::TerminateAnalysis, "TerminateAnalysis"},
};

} // namespace

QString actionName(ActionKind kind)
{
    for (const auto &[known, name] : names) {
        if (known == kind) {
            return QLatin1String(name);
        }
    }
    return {};
}

std::optional<ActionKind> actionFromName(const QString &name)
{
    for (const auto &[kind, known] : names) {
        if (name == QLatin1String(known)) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace signalbox
