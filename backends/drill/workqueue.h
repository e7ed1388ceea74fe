// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace signalbox::drill
{

/// One object to look at again.
struct ObjectKey {
    QString namespaceName;
    QString name;
    bool operator==(const ObjectKey &) const = default;
};
[[nodiscard]] size_t qHash(const ObjectKey &key, size_t seed = 0);

/// What is to be reconciled when. A key waits at most once per handler, at its earliest time: handlers are
/// level based, so one look covers every reason for it. Single thread. Order is by time, then by arrival,
/// which makes a run repeatable under a simulated clock.
class WorkQueue
{
public:
    using Handler = std::function<void(const ObjectKey &)>;

    explicit WorkQueue(const Clock &clock);

    /// @return the number to enqueue with
    int addHandler(Handler handler);
    void enqueue(int handler, const ObjectKey &key, std::chrono::milliseconds delay = {});
    /// Runs what is due now, new arrivals included, at most `limit` items. @return how many ran
    int runDue(int limit);
    /// Nothing if the queue is empty.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNext() const;

private:
    struct Waiting {
        int handler = 0;
        ObjectKey key;
        bool operator==(const Waiting &) const = default;
        friend size_t qHash(const Waiting &waiting, size_t seed)
        {
            return qHash(waiting.key, seed) ^ static_cast<size_t>(waiting.handler);
        }
    };
    using Place = std::pair<qint64, quint64>; // due in ms since the epoch, arrival

    void run(const Waiting &waiting);

    const Clock &m_clock;
    std::vector<Handler> m_handlers;
    std::map<Place, Waiting> m_byTime;
    QHash<Waiting, Place> m_places;
    quint64 m_arrivals = 0;
};

} // namespace signalbox::drill
