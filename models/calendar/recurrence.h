// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/plancalendar.h"
#include "models/domain/result.h"

#include <QDateTime>

namespace signalbox
{

/// One occurrence of a calendar entry; both ends in UTC, the end excluded.
struct CalendarWindow {
    QDateTime from;
    QDateTime until;
    bool operator==(const CalendarWindow &) const = default;
};

/// Occurrences of an entry that overlap [from, until), in time order. Wall clock times that a change to
/// summer time skips begin with the first instant that exists; the duration is elapsed time, as RFC 5545
/// wants it. An entry that cannot be understood is an Error of layer Configuration: whoever asks must treat
/// the calendar as closed. Pure; safe to call from any thread.
/// @param until at most two years after from
[[nodiscard]] Result<QVector<CalendarWindow>> windowsOf(const CalendarEntry &entry, const QDateTime &from,
                                                        const QDateTime &until);

} // namespace signalbox
