// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/calendar/releasecalendar.h"

#include "models/calendar/recurrence.h"

#include <algorithm>

namespace signalbox
{

namespace
{

constexpr int horizonDays = 120;
constexpr int aheadDays = 7;

struct Span {
    const CalendarEntry *entry = nullptr;
    CalendarWindow window;
};

bool concerns(const QStringList &listed, const QString &wanted)
{
    return listed.isEmpty() || wanted.isEmpty() || listed.contains(wanted);
}

bool forbids(CalendarKind kind)
{
    return kind == CalendarKind::Freeze || kind == CalendarKind::Peak;
}

Result<QVector<Span>> spansOf(const QVector<CalendarEntry> &entries, const CalendarScope &scope,
                              const QDateTime &now, bool forbidding)
{
    QVector<Span> spans;
    for (const CalendarEntry &entry : entries) {
        const bool wanted = forbidding ? forbids(entry.kind) : entry.kind == CalendarKind::Release;
        if (!wanted || !concerns(entry.services, scope.service) || !concerns(entry.regions, scope.region)) {
            continue;
        }
        const auto windows = windowsOf(entry, now, now.addDays(horizonDays));
        if (!windows) {
            return tl::unexpected(windows.error());
        }
        for (const CalendarWindow &window : *windows) {
            spans.append({&entry, window});
        }
    }
    std::stable_sort(spans.begin(), spans.end(),
                     [](const Span &a, const Span &b) { return a.window.from < b.window.from; });
    return spans;
}

/// End of the closure that covers `now`, through windows that touch or overlap; the entry that ends last
/// names it.
std::optional<Closure> closureAt(const QVector<Span> &spans, const QDateTime &now)
{
    QDateTime end = now;
    const CalendarEntry *last = nullptr;
    for (const Span &span : spans) {
        if (span.window.from <= end && span.window.until > end) {
            end = span.window.until;
            last = span.entry;
        }
    }
    if (last == nullptr) {
        return std::nullopt;
    }
    // Longer than we looked ahead: when it opens is not known.
    const QDateTime opens = end < now.addDays(horizonDays) ? end : QDateTime();
    return Closure{last->id, last->title, last->reason, opens};
}

} // namespace

Result<CalendarVerdict> askCalendar(const QVector<CalendarEntry> &entries, const CalendarScope &scope,
                                    const QDateTime &now, std::chrono::seconds expected)
{
    const auto closing = spansOf(entries, scope, now, true);
    const auto releases = spansOf(entries, scope, now, false);
    if (!closing || !releases) {
        return tl::unexpected(closing ? releases.error() : closing.error());
    }
    CalendarVerdict verdict;
    verdict.closed = closureAt(*closing, now);
    const auto next = std::find_if(closing->cbegin(), closing->cend(),
                                   [&now](const Span &span) { return span.window.from > now; });
    if (!verdict.closed && next != closing->cend()) {
        if (next->window.from < now.addDays(aheadDays)) {
            verdict.closes = next->window.from;
            verdict.nextTitle = next->entry->title;
        }
        if (next->window.from < now.addSecs(expected.count())) {
            verdict.conflicts.append(CalendarConflict::EndsInsideFreeze);
        }
    }
    const bool hasReleaseWindows = std::any_of(entries.cbegin(), entries.cend(), [](const auto &entry) {
        return entry.kind == CalendarKind::Release;
    });
    const bool inside = std::any_of(releases->cbegin(), releases->cend(),
                                    [&now](const Span &span) { return span.window.from <= now; });
    if (hasReleaseWindows && !inside) {
        verdict.conflicts.append(CalendarConflict::OutsideReleaseWindow);
    }
    return verdict;
}

} // namespace signalbox
