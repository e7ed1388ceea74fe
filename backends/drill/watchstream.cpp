// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/watchstream.h"

#include "backends/api/clock.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/objectbytes.h"
#include "backends/drill/refusals.h"

#include <utility>

namespace signalbox::drill
{

WatchStream::WatchStream(WatchPlan plan, ObjectStore &store, ObjectBytes &bytes, const Clock &clock,
                         Exchange *exchange)
    : QObject(exchange)
    , m_plan(std::move(plan))
    , m_store(store)
    , m_bytes(bytes)
    , m_clock(clock)
    , m_exchange(exchange)
{
    connect(&store, &ObjectStore::changed, this, &WatchStream::handle);
    connect(exchange, &Exchange::writable, this, &WatchStream::catchUp);
    connect(exchange, &Exchange::ended, this, [this] {
        m_exchange = nullptr;
        m_store.disconnect(this);
        m_bookmarkTimer.stop();
        m_lifetimeTimer.stop();
    });
    connect(&m_bookmarkTimer, &QTimer::timeout, this, [this] {
        if (!m_lagging)
            writeBookmark(false);
    });
    m_lifetimeTimer.setSingleShot(true);
    connect(&m_lifetimeTimer, &QTimer::timeout, this, &WatchStream::timeUp);
}

void WatchStream::start()
{
    m_exchange->beginStream("application/json");
    m_cursor = m_plan.after.value_or(m_store.resourceVersion());
    if (!m_plan.after) {
        const auto present = m_store.list(m_plan.type.stored.key(), m_plan.namespaceName);
        for (const auto &object : present) {
            if (selects(*object))
                m_initial.push_back(object);
        }
        m_initialMarkDue = m_plan.initialEventsEnd;
    }
    m_lifetimeTimer.start(m_plan.lifetime);
    if (m_plan.bookmarks)
        m_bookmarkTimer.start(m_plan.bookmarkInterval);
    catchUp();
}

bool WatchStream::selects(const Json &object) const
{
    if (!m_plan.namespaceName.isEmpty() && text(object, {"metadata", "namespace"}) != m_plan.namespaceName)
        return false;
    return m_plan.selection.matches(object);
}

void WatchStream::handle(const ResourceType &type, const StoreEvent &event)
{
    // While lagging, history is the queue: the event is there already.
    if (!m_exchange || m_lagging || event.resourceVersion <= m_cursor)
        return;
    if (!m_exchange->isWritable()) {
        m_lagging = true;
        return;
    }
    m_cursor = event.resourceVersion;
    if (type.key() == m_plan.type.stored.key())
        deliver(event);
}

void WatchStream::catchUp()
{
    while (m_exchange && m_lagging && m_exchange->isWritable()) {
        if (!m_initial.empty()) {
            const auto object = std::move(m_initial.front());
            m_initial.pop_front();
            writeLine("ADDED", object);
        } else if (m_initialMarkDue) {
            m_initialMarkDue = false;
            writeBookmark(true);
        } else if (!m_backlog.empty()) {
            const StoreEvent event = std::move(m_backlog.front());
            m_backlog.pop_front();
            deliver(event);
        } else if (!refill()) {
            return;
        }
    }
}

/// False when the stream has ended.
bool WatchStream::refill()
{
    if (m_cursor < m_store.oldestResourceVersion()) {
        endWithLine(expiredLine(m_cursor, m_store.resourceVersion()));
        return false;
    }
    const QVector<StoreEvent> missed = m_store.eventsAfter(m_plan.type.stored.key(), m_cursor);
    m_backlog.assign(missed.cbegin(), missed.cend());
    m_cursor = m_store.resourceVersion();
    m_lagging = !m_backlog.empty();
    return true;
}

void WatchStream::deliver(const StoreEvent &event)
{
    const bool matched = event.previous && selects(*event.previous);
    const bool matches = selects(*event.object);
    if (event.type == StoreEvent::Type::Deleted) {
        if (matched)
            writeLine("DELETED", event.object);
    } else if (matches) {
        writeLine(matched ? "MODIFIED" : "ADDED", event.object);
    } else if (matched) {
        // It left the selection: for this watcher that is a deletion, with the last state it could see.
        Json last = *event.previous;
        last["metadata"]["resourceVersion"] = std::to_string(event.resourceVersion);
        writeLine("DELETED", std::make_shared<const Json>(std::move(last)));
    }
}

void WatchStream::writeLine(const char *type, const std::shared_ptr<const Json> &object)
{
    const Representation::Context context{m_plan.type, m_bytes, m_clock.nowUtc()};
    const QByteArray shown = m_plan.representation.watched(context, object, std::exchange(m_first, false));
    m_exchange->write("{\"type\":\"" + QByteArray(type) + "\",\"object\":" + shown + "}\n");
}

void WatchStream::writeBookmark(bool endOfInitialEvents)
{
    Json metadata = {{"resourceVersion", std::to_string(m_cursor)}, {"creationTimestamp", nullptr}};
    if (endOfInitialEvents)
        metadata["annotations"] = {{"k8s.io/initial-events-end", "true"}};
    Json object = {{"kind", jsonText(m_plan.type.shown.kind)},
                   {"apiVersion", jsonText(m_plan.type.shown.apiVersion())},
                   {"metadata", metadata}};
    if (m_plan.representation.form() == Representation::Form::Table)
        object = {{"kind", "Table"},
                  {"apiVersion", "meta.k8s.io/v1"},
                  {"metadata", {{"resourceVersion", std::to_string(m_cursor)}}},
                  {"columnDefinitions", nullptr},
                  {"rows", Json::array({{{"cells", Json::array()}, {"object", object}}})}};
    else if (m_plan.representation.form() == Representation::Form::Metadata)
        object["kind"] = "PartialObjectMetadata", object["apiVersion"] = "meta.k8s.io/v1";
    m_exchange->write("{\"type\":\"BOOKMARK\",\"object\":" + dumped(object) + "}\n");
}

QByteArray WatchStream::expiredLine(quint64 wanted, quint64 oldest)
{
    const auto error = expired(QStringLiteral("too old resource version: %1 (%2)").arg(wanted).arg(oldest));
    return "{\"type\":\"ERROR\",\"object\":" + dumped(statusDocument(error.value())) + "}\n";
}

void WatchStream::endWithLine(const QByteArray &line)
{
    m_exchange->write(line);
    if (m_exchange)
        m_exchange->finish();
}

void WatchStream::timeUp()
{
    if (m_plan.bookmarks && !m_lagging)
        writeBookmark(false);
    if (m_exchange)
        m_exchange->finish();
}

} // namespace signalbox::drill
