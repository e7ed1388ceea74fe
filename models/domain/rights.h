// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/policy.h"

namespace signalbox
{

/// What the person may do to a release, in the words people use for each other.
enum class Rights {
    Unknown,  ///< the server has not answered yet
    Watch,    ///< nothing moves by this person's hand
    RollBack, ///< back, but not forward
    Act       ///< promote and roll back
};

/// From the server's access reviews, or from this desk being read-only. One unanswered review that could
/// still decide leaves it unknown.
[[nodiscard]] Rights rightsOn(const Release &release, const PolicyContext &context);

} // namespace signalbox
