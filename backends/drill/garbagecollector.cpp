// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/garbagecollector.h"

#include "backends/drill/jsontext.h"

#include <algorithm>

namespace signalbox::drill
{

namespace
{

struct Dependent {
    QString typeKey;
    std::shared_ptr<const Json> object;
};

bool isOwnedBy(const Json &object, const std::string &uid)
{
    const Json &owners = member(object, {"metadata", "ownerReferences"});
    return owners.is_array() && std::any_of(owners.begin(), owners.end(),
                                            [&](const Json &owner) { return member(owner, "uid") == uid; });
}

QVector<Dependent> dependentsOf(const ObjectStore &store, const QString &uid)
{
    QVector<Dependent> found;
    const std::string wanted = uid.toStdString();
    const QVector<ResourceType> types = store.types();
    for (const ResourceType &type : types) {
        const auto objects = store.list(type.key());
        for (const auto &object : objects) {
            if (isOwnedBy(*object, wanted))
                found.append({type.key(), object});
        }
    }
    return found;
}

/// Gone already is as good: a controller may have been quicker.
void removeObject(ObjectStore &store, const QString &typeKey, const Json &object)
{
    std::ignore =
        store.remove(typeKey, text(object, {"metadata", "namespace"}), text(object, {"metadata", "name"}));
}

} // namespace

void removeDependents(ObjectStore &store, const QString &uid)
{
    const QVector<Dependent> dependents = dependentsOf(store, uid);
    for (const Dependent &dependent : dependents) {
        removeObject(store, dependent.typeKey, *dependent.object);
        removeDependents(store, text(*dependent.object, {"metadata", "uid"}));
    }
}

void orphanDependents(ObjectStore &store, const QString &uid)
{
    const std::string wanted = uid.toStdString();
    const QVector<Dependent> dependents = dependentsOf(store, uid);
    for (const Dependent &dependent : dependents) {
        const Json &metadata = member(*dependent.object, "metadata");
        // Gone in the meantime is fine: then there is nothing to orphan.
        std::ignore = store.edit(dependent.typeKey, text(metadata, {"namespace"}), text(metadata, {"name"}),
                                 [&](Json &object) {
                                     Json kept = Json::array();
                                     for (const Json &owner : object["metadata"]["ownerReferences"]) {
                                         if (member(owner, "uid") != wanted)
                                             kept.push_back(owner);
                                     }
                                     object["metadata"]["ownerReferences"] = kept;
                                 });
    }
}

void emptyNamespace(ObjectStore &store, const QString &namespaceName)
{
    // Owners first, or their controllers would replace what is being removed.
    static const QStringList ownersFirst{
        QStringLiteral("argoproj.io/rollouts"), QStringLiteral("apps/deployments"),
        QStringLiteral("apps/statefulsets"), QStringLiteral("apps/daemonsets"),
        QStringLiteral("apps/replicasets")};
    QStringList keys = ownersFirst;
    const QVector<ResourceType> types = store.types();
    for (const ResourceType &type : types) {
        if (type.namespaced && !keys.contains(type.key()))
            keys.append(type.key());
    }
    for (const QString &key : qAsConst(keys)) {
        const auto objects = store.list(key, namespaceName);
        for (const auto &object : objects)
            removeObject(store, key, *object);
    }
}

} // namespace signalbox::drill
