// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/exchange.h"
#include "backends/drill/representation.h"
#include "backends/drill/selectors.h"

#include <QTimer>

#include <deque>

namespace signalbox
{
class Clock;
}

namespace signalbox::drill
{

/// What one watch asks for.
struct WatchPlan {
    ServedType type;
    Representation representation;
    Selection selection;
    QString namespaceName;        ///< empty: all
    std::optional<quint64> after; ///< unset: the present state first, as ADDED
    bool bookmarks = false;
    bool initialEventsEnd = false; ///< mark the end of the present state by a bookmark
    std::chrono::milliseconds lifetime{0};
    std::chrono::milliseconds bookmarkInterval{60000};
};

/// One running watch: follows the store and writes a line per event, never faster than the client reads. What
/// a slow client has missed is read back from the store's history; when that has gone, the stream ends with
/// the 410 line. Deletes itself with its exchange.
class WatchStream final : public QObject
{
    Q_OBJECT

public:
    WatchStream(WatchPlan plan, ObjectStore &store, ObjectBytes &bytes, const Clock &clock,
                Exchange *exchange);

    /// Writes the head and everything that is due. Call once.
    void start();

    /// The line that ends a stream whose resource version is gone.
    [[nodiscard]] static QByteArray expiredLine(quint64 wanted, quint64 oldest);

private:
    void handle(const ResourceType &type, const StoreEvent &event);
    void catchUp();
    bool refill();
    void deliver(const StoreEvent &event);
    void writeLine(const char *type, const std::shared_ptr<const Json> &object);
    void writeBookmark(bool endOfInitialEvents);
    void endWithLine(const QByteArray &line);
    void timeUp();
    [[nodiscard]] bool selects(const Json &object) const;

    WatchPlan m_plan;
    ObjectStore &m_store;
    ObjectBytes &m_bytes;
    const Clock &m_clock;
    Exchange *m_exchange;
    std::deque<std::shared_ptr<const Json>> m_initial; ///< the present state, still to be sent
    std::deque<StoreEvent> m_backlog;                  ///< read back from history, still to be sent
    quint64 m_cursor = 0; ///< every event up to this version is sent, or in the backlog
    bool m_initialMarkDue = false;
    bool m_lagging = true;
    bool m_first = true;
    QTimer m_bookmarkTimer;
    QTimer m_lifetimeTimer;
};

} // namespace signalbox::drill
