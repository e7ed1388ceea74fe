// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/notableactivity.h"

#include "models/domain/actionname.h"

#include <algorithm>

namespace signalbox
{

namespace
{

constexpr qint64 recentSeconds = 15 * 60;
/// A controller creates the revision within seconds of the change; clocks of machines differ a little.
constexpr qint64 startLeadSeconds = 60;
constexpr qint64 startLagSeconds = 10;

int dullness(const ActivityEntry &entry, const QDateTime &now)
{
    const bool isWarning = entry.tone == ActivityTone::Warning || entry.tone == ActivityTone::Bad;
    if ((entry.kind != ActivityKind::Event || isWarning) && entry.time.secsTo(now) <= recentSeconds) {
        return 0;
    }
    const bool isRelease =
        entry.objectKind == QLatin1String("Rollout") || entry.objectKind == QLatin1String("Deployment");
    return entry.kind != ActivityKind::Event || isRelease ? 1 : 2;
}

/// Actions that bring a version that then goes through its steps.
bool startsRelease(ActionKind action)
{
    return action == ActionKind::SetImage || action == ActionKind::Undo;
}

} // namespace

QVector<ActivityEntry> notableActivity(const QVector<ActivityEntry> &entries, int count, const QDateTime &now)
{
    QVector<ActivityEntry> notable = entries;
    std::stable_sort(notable.begin(), notable.end(), [&now](const auto &left, const auto &right) {
        return dullness(left, now) < dullness(right, now);
    });
    notable = notable.mid(0, count);
    std::stable_sort(notable.begin(), notable.end(),
                     [](const auto &left, const auto &right) { return left.time > right.time; });
    return notable;
}

QString starterOf(const Release &release, const QVector<ActivityEntry> &entries)
{
    const Revision *wanted = release.inProgress() ? release.current() : nullptr;
    if (wanted == nullptr || !wanted->created.isValid()) {
        return {};
    }
    for (const ActivityEntry &entry : entries) {
        const auto action = entry.kind == ActivityKind::Event ? std::nullopt : actionFromName(entry.reason);
        const qint64 lead = entry.time.secsTo(wanted->created);
        if (action && startsRelease(*action) && lead <= startLeadSeconds && lead >= -startLagSeconds) {
            return entry.actor;
        }
    }
    return {};
}

} // namespace signalbox
