// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/releasemoments.h"

#include <algorithm>

namespace signalbox
{

ChartContext chartContextOf(const Release &release, const QDateTime &now, std::chrono::seconds range,
                            TimeZoneChoice zone)
{
    constexpr std::int64_t least = 5000;
    constexpr int pixels = 200; // a shift below one pixel cannot be seen
    const std::int64_t pace = std::max(least, std::chrono::milliseconds(range).count() / pixels);
    ChartContext context;
    const std::int64_t nowMs = now.toMSecsSinceEpoch() / pace * pace;
    context.span = {nowMs - std::chrono::milliseconds(range).count(), nowMs};
    context.zone = zone;
    context.isSingle = !release.inProgress();
    context.now = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC);
    if (release.pause.kind == PauseKind::Step && release.pause.since.isValid()) {
        const std::int64_t end =
            release.pause.until.isValid() ? release.pause.until.toMSecsSinceEpoch() : nowMs;
        context.bake = TimeSpan{release.pause.since.toMSecsSinceEpoch(), std::min(end, nowMs)};
    }
    for (auto revision = release.revisions.crbegin(); revision != release.revisions.crend(); ++revision) {
        const std::int64_t ms = revision->created.isValid() ? revision->created.toMSecsSinceEpoch() : 0;
        if (ms > context.span.fromMs && ms <= context.span.toMs) {
            context.markers << ChartMarker{ms, versionOf(*revision)};
        }
    }
    return context;
}

} // namespace signalbox
