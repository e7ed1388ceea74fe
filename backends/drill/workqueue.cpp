// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/workqueue.h"

#include <QHashFunctions>
#include <QLoggingCategory>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace signalbox::drill
{

namespace
{
Q_LOGGING_CATEGORY(lcWorkQueue, "signalbox.drill.workqueue")
} // namespace

size_t qHash(const ObjectKey &key, size_t seed)
{
    return qHashMulti(seed, key.namespaceName, key.name);
}

WorkQueue::WorkQueue(const Clock &clock)
    : m_clock(clock)
{
}

int WorkQueue::addHandler(Handler handler)
{
    m_handlers.push_back(std::move(handler));
    return static_cast<int>(m_handlers.size()) - 1;
}

void WorkQueue::enqueue(int handler, const ObjectKey &key, std::chrono::milliseconds delay)
{
    const qint64 due =
        m_clock.nowUtc().toMSecsSinceEpoch() + std::max<qint64>(0, static_cast<qint64>(delay.count()));
    const Waiting waiting{handler, key};
    const auto known = m_places.constFind(waiting);
    if (known != m_places.cend()) {
        if (known->first <= due)
            return;
        m_byTime.erase(*known);
    }
    const Place place{due, ++m_arrivals};
    m_byTime.emplace(place, waiting);
    m_places.insert(waiting, place);
}

void WorkQueue::run(const Waiting &waiting)
{
    // Clients may write any shape into an object without a schema; what a controller cannot read it leaves
    // alone. The store keeps the state from before.
    try {
        m_handlers[static_cast<size_t>(waiting.handler)](waiting.key);
    } catch (const nlohmann::json::exception &problem) {
        qCWarning(lcWorkQueue, "%s/%s cannot be reconciled: %s", qUtf8Printable(waiting.key.namespaceName),
                  qUtf8Printable(waiting.key.name), problem.what());
    }
}

int WorkQueue::runDue(int limit)
{
    int count = 0;
    while (count < limit && !m_byTime.empty()) {
        const auto first = m_byTime.begin();
        if (first->first.first > m_clock.nowUtc().toMSecsSinceEpoch())
            break;
        const Waiting waiting = first->second;
        m_byTime.erase(first);
        m_places.remove(waiting);
        run(waiting);
        ++count;
    }
    return count;
}

std::optional<std::chrono::milliseconds> WorkQueue::untilNext() const
{
    if (m_byTime.empty())
        return {};
    const qint64 wait = m_byTime.begin()->first.first - m_clock.nowUtc().toMSecsSinceEpoch();
    return std::chrono::milliseconds(std::max<qint64>(0, wait));
}

} // namespace signalbox::drill
