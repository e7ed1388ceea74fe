// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/activityentry.h"
#include "widgets/style/format.h"

namespace signalbox
{

/// One entry of the timeline as one line: time, what happened, to what.
[[nodiscard]] QString activityLine(const ActivityEntry &entry, const QDateTime &now, TimeZoneChoice zone);

} // namespace signalbox
