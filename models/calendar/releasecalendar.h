// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/interlockrules.h"
#include "models/domain/plancalendar.h"
#include "models/domain/result.h"

#include <chrono>

namespace signalbox
{

/// What is to be released, as far as the calendar cares.
struct CalendarScope {
    QString service; ///< empty: every service of the plan
    QString region;  ///< empty: every region
};

/// Things a person should know before going on that do not forbid it. Source: requirements C5b, B-23.
enum class CalendarConflict {
    EndsInsideFreeze,     ///< what starts now would not be over in time
    OutsideReleaseWindow, ///< the plan names release windows and this is none of them
};

struct CalendarVerdict {
    std::optional<Closure> closed; ///< the closure that opens last wins
    QDateTime closes;              ///< UTC; of an open calendar, the next closing within a week
    LocalText nextTitle;           ///< of the entry that closes it
    QVector<CalendarConflict> conflicts;
    bool operator==(const CalendarVerdict &) const = default;
};

/// Whether something may move forward at a moment. Freeze and peak windows close; touching or overlapping
/// ones are one closure. Asked at plan time, at approval and again at every step; never about going back.
/// @param expected how long the release still takes
/// An entry that cannot be read makes the whole answer an error, which holds like a closed calendar.
[[nodiscard]] Result<CalendarVerdict> askCalendar(const QVector<CalendarEntry> &entries,
                                                  const CalendarScope &scope, const QDateTime &now,
                                                  std::chrono::seconds expected);

} // namespace signalbox
