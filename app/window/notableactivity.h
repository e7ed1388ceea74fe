// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"
#include "models/stores/activityentry.h"

namespace signalbox
{

/// The few entries worth a line on the status strip, newest first: what people did and warnings of the last
/// quarter of an hour, then what the controllers of releases said, then anything else.
/// @param entries newest first
[[nodiscard]] QVector<ActivityEntry> notableActivity(const QVector<ActivityEntry> &entries, int count,
                                                     const QDateTime &now);

/// Who started the release that is in progress: the person whose action came right before its revision
/// appeared. Empty if the entries do not tell.
[[nodiscard]] QString starterOf(const Release &release, const QVector<ActivityEntry> &entries);

} // namespace signalbox
