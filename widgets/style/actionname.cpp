// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/actionname.h"

#include <array>

namespace signalbox
{

std::optional<ActionKind> actionByName(const QString &name)
{
    static constexpr std::array<const char *, 11> names = {
        "Promote",  "PromoteFully", "Pause",    "Resume",           "Abort", "Retry", "Undo",
        "RollBack", "Restart",      "SetImage", "TerminateAnalysis"};
    static_assert(names.size() == static_cast<std::size_t>(ActionKind::TerminateAnalysis) + 1);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name.compare(QLatin1String(names.at(i)), Qt::CaseInsensitive) == 0) {
            return static_cast<ActionKind>(i);
        }
    }
    return std::nullopt;
}

} // namespace signalbox
