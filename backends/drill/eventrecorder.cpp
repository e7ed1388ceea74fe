// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/eventrecorder.h"

#include "backends/api/clock.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/worldkinds.h"
#include "backends/drill/worldtime.h"

#include <tuple>

namespace signalbox::drill
{

EventRecorder::EventRecorder(ObjectStore &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

void EventRecorder::record(const Json &about, const Entry &entry)
{
    const QDateTime now = m_clock.nowUtc();
    QString namespaceName = text(about, {"metadata", "namespace"});
    if (namespaceName.isEmpty())
        namespaceName = QStringLiteral("default");
    const QString name = text(about, {"metadata", "name"});
    const QString what =
        text(about, {"metadata", "uid"}) + QLatin1Char('/') + entry.reason + QLatin1Char('/') + entry.message;
    const auto known = m_names.constFind(what);
    if (known != m_names.cend()) {
        const auto grown = m_store.edit(kinds::events(), namespaceName, *known, [&](Json &event) {
            event["count"] = number(event, {"count"}, 1) + 1;
            event["lastTimestamp"] = stamp(now);
        });
        if (grown)
            return;
    }
    const QString eventName =
        name + QLatin1Char('.') +
        QString::number(now.toMSecsSinceEpoch() * 100000 + static_cast<qint64>(++m_number % 100000), 16);
    const Json event = {{"metadata", {{"name", jsonText(eventName)}, {"namespace", jsonText(namespaceName)}}},
                        {"involvedObject",
                         {{"apiVersion", member(about, "apiVersion")},
                          {"kind", member(about, "kind")},
                          {"namespace", jsonText(text(about, {"metadata", "namespace"}))},
                          {"name", jsonText(name)},
                          {"uid", member(about, {"metadata", "uid"})},
                          {"resourceVersion", member(about, {"metadata", "resourceVersion"})}}},
                        {"reason", jsonText(entry.reason)},
                        {"message", jsonText(entry.message)},
                        {"type", entry.warning ? "Warning" : "Normal"},
                        {"source", {{"component", jsonText(entry.component)}}},
                        {"reportingComponent", jsonText(entry.component)},
                        {"reportingInstance", ""},
                        {"eventTime", nullptr},
                        {"firstTimestamp", stamp(now)},
                        {"lastTimestamp", stamp(now)},
                        {"count", 1}};
    if (m_store.create(kinds::events(), event)) {
        m_names.insert(what, eventName);
        m_kept.push_back({now, what, namespaceName, eventName});
    }
}

void EventRecorder::prune(int limit)
{
    const QDateTime oldest = m_clock.nowUtc().addSecs(-3600);
    while (!m_kept.empty() && (m_kept.front().since < oldest || m_kept.size() > static_cast<size_t>(limit))) {
        const Kept &kept = m_kept.front();
        // A client may have deleted it already.
        std::ignore = m_store.remove(kinds::events(), kept.namespaceName, kept.name);
        m_names.remove(kept.what);
        m_kept.pop_front();
    }
}

} // namespace signalbox::drill
