// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/ownerindex.h"

#include "backends/drill/jsontext.h"

namespace signalbox::drill
{

OwnerReference controllerOf(const Json &object)
{
    const Json &references = member(object, {"metadata", "ownerReferences"});
    if (!references.is_array())
        return {};
    for (const Json &reference : references) {
        if (flag(reference, {"controller"}))
            return {text(reference, {"kind"}), text(reference, {"name"}), text(reference, {"uid"})};
    }
    return {};
}

Json ownerReferences(const Json &owner)
{
    return Json::array({{{"apiVersion", member(owner, "apiVersion")},
                         {"kind", member(owner, "kind")},
                         {"name", member(owner, {"metadata", "name"})},
                         {"uid", member(owner, {"metadata", "uid"})},
                         {"controller", true},
                         {"blockOwnerDeletion", true}}});
}

OwnerIndex::OwnerIndex(ObjectStore &store)
    : m_store(store)
{
}

void OwnerIndex::observe(const ResourceType &type, const StoreEvent &event)
{
    const Json &object = *event.object;
    const auto place = [&](const Json &of) {
        return Owned{type.key(), text(of, {"metadata", "namespace"}), text(of, {"metadata", "name"})};
    };
    const QString before = event.previous ? controllerOf(*event.previous).uid : QString();
    const QString after = event.type == StoreEvent::Type::Deleted ? QString() : controllerOf(object).uid;
    if (before != after) {
        if (!before.isEmpty())
            m_byOwner[before].erase(place(object));
        if (!after.isEmpty())
            m_byOwner[after].insert(place(object));
    }
    if (event.type != StoreEvent::Type::Deleted)
        return;
    const QString uid = text(object, {"metadata", "uid"});
    if (m_byOwner.contains(uid))
        m_orphaned.append(uid);
}

QVector<std::shared_ptr<const Json>> OwnerIndex::owned(const QString &ownerUid, const QString &typeKey) const
{
    QVector<std::shared_ptr<const Json>> found;
    const auto entry = m_byOwner.constFind(ownerUid);
    if (entry == m_byOwner.cend())
        return found;
    for (auto it = entry->lower_bound({typeKey, {}, {}}); it != entry->end() && it->typeKey == typeKey;
         ++it) {
        if (auto object = m_store.find(it->typeKey, it->namespaceName, it->name))
            found.append(std::move(object));
    }
    return found;
}

int OwnerIndex::collect()
{
    int count = 0;
    while (!m_orphaned.isEmpty()) {
        const QString uid = m_orphaned.takeFirst();
        const std::set<Owned> left = m_byOwner.take(uid);
        for (const Owned &item : left) {
            // Already gone is as good as removed.
            std::ignore = m_store.remove(item.typeKey, item.namespaceName, item.name);
            ++count;
        }
    }
    return count;
}

} // namespace signalbox::drill
