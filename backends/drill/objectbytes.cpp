// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/objectbytes.h"

#include "backends/drill/jsontext.h"

namespace signalbox::drill
{

ObjectBytes::ObjectBytes(ObjectStore &store, QObject *parent)
    : QObject(parent)
{
    connect(&store, &ObjectStore::changed, this, [this](const ResourceType &, const StoreEvent &event) {
        if (event.previous)
            m_entries.remove(event.previous.get());
    });
}

const ObjectBytes::Entry &ObjectBytes::entryOf(const std::shared_ptr<const Json> &object)
{
    const auto known = m_entries.constFind(object.get());
    if (known != m_entries.cend())
        return *known;
    if (m_entries.size() >= m_nextSweep)
        forgetUnused();
    Entry entry{object, {}, 0, 0};
    for (const auto &[name, value] : object->items()) {
        if (name == "kind" || name == "apiVersion")
            continue;
        if (!entry.bytes.isEmpty())
            entry.bytes += ',';
        entry.bytes += dumped(name) + ':';
        const QByteArray text = dumped(value);
        if (name == "metadata") {
            entry.metadataAt = entry.bytes.size();
            entry.metadataSize = text.size();
        }
        entry.bytes += text;
    }
    return *m_entries.insert(object.get(), entry);
}

QByteArray ObjectBytes::inner(const std::shared_ptr<const Json> &object)
{
    return entryOf(object).bytes;
}

QByteArray ObjectBytes::metadata(const std::shared_ptr<const Json> &object)
{
    const Entry &entry = entryOf(object);
    return entry.bytes.mid(entry.metadataAt, entry.metadataSize);
}

QByteArray ObjectBytes::whole(const ResourceType &type, const std::shared_ptr<const Json> &object)
{
    return "{\"kind\":\"" + type.kind.toUtf8() + "\",\"apiVersion\":\"" + type.apiVersion().toUtf8() + "\"," +
           inner(object) + '}';
}

void ObjectBytes::forgetUnused()
{
    // Watches serialise versions that are history already; nobody announces their end.
    m_entries.removeIf(
        [](const QHash<const Json *, Entry>::iterator &entry) { return entry->object.use_count() == 1; });
    m_nextSweep = m_entries.size() * 2 + 4096;
}

} // namespace signalbox::drill
