// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/releasehistory.h"

#include "models/domain/releasegates.h"

namespace signalbox
{

void ReleaseHistory::see(const Release &release, const QDateTime &now)
{
    const RunRef run = runOf(release);
    const int weight = presentWeight(release);
    const auto found = m_seen.find(release.key);
    if (found == m_seen.end() || !(found->run == run)) {
        const QDateTime before = found == m_seen.end() ? QDateTime() : found->lastBack;
        m_seen.insert(release.key, {run, weight, release.aborted, now, before});
        return;
    }
    Seen &seen = *found;
    if (weight < seen.weight || (release.aborted && !seen.aborted)) {
        seen.lastBack = now;
    }
    if (weight != seen.weight || release.aborted != seen.aborted) {
        seen.weight = weight;
        seen.aborted = release.aborted;
        seen.since = now;
    }
}

void ReleaseHistory::forget(const ReleaseKey &release)
{
    m_seen.remove(release);
}

QDateTime ReleaseHistory::since(const Release &release) const
{
    const QDateTime seen = m_seen.value(release.key).since;
    const bool atStep = release.pause.kind == PauseKind::Step && release.pause.since.isValid();
    if (!atStep || !seen.isValid()) {
        return atStep ? release.pause.since : seen;
    }
    return std::min(seen, release.pause.since);
}

QDateTime ReleaseHistory::lastBack(const ReleaseKey &release) const
{
    return m_seen.value(release).lastBack;
}

} // namespace signalbox
