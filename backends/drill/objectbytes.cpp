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

QByteArray ObjectBytes::inner(const std::shared_ptr<const Json> &object)
{
    const auto known = m_entries.constFind(object.get());
    if (known != m_entries.cend())
        return known->bytes;
    if (m_entries.size() >= m_nextSweep)
        forgetUnused();
    QByteArray bytes;
    for (const auto &[name, value] : object->items()) {
        if (name == "kind" || name == "apiVersion")
            continue;
        if (!bytes.isEmpty())
            bytes += ',';
        bytes += dumped(name) + ':' + dumped(value);
    }
    m_entries.insert(object.get(), {object, bytes});
    return bytes;
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
