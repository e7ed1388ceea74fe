// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/revisions.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/worldkinds.h"
#include "backends/drill/worldtime.h"

#include <algorithm>
#include <tuple>

namespace signalbox::drill
{

namespace
{

constexpr const char *deadlineKey = "scale-down-deadline";

void editReplicaSet(WorldContext &context, const ReplicaSetView &set,
                    const std::function<void(Json &)> &change)
{
    // Gone meanwhile: the next look at the owner sees that.
    std::ignore = context.store.edit(kinds::replicaSets(), text(*set.object, {"metadata", "namespace"}),
                                     set.name, change);
}

} // namespace

QVector<ReplicaSetView> ownedReplicaSets(const WorldContext &context, const Json &owner,
                                         const RevisionScheme &scheme)
{
    QVector<ReplicaSetView> sets;
    for (const auto &object : context.owners.owned(text(owner, {"metadata", "uid"}), kinds::replicaSets())) {
        ReplicaSetView set;
        set.name = text(*object, {"metadata", "name"});
        set.hash = text(*object, {"metadata", "labels", scheme.hashLabel});
        set.desired = static_cast<int>(number(*object, {"spec", "replicas"}));
        set.replicas = static_cast<int>(number(*object, {"status", "replicas"}));
        set.ready = static_cast<int>(number(*object, {"status", "readyReplicas"}));
        set.available = static_cast<int>(number(*object, {"status", "availableReplicas"}));
        set.revision = text(*object, {"metadata", "annotations", scheme.revision}).toLongLong();
        set.created = instant(member(*object, {"metadata", "creationTimestamp"}));
        set.scaleDownDeadline = instant(member(*object, {"metadata", "annotations", deadlineKey}));
        set.object = object;
        sets.append(set);
    }
    std::stable_sort(sets.begin(), sets.end(), [](const ReplicaSetView &a, const ReplicaSetView &b) {
        return std::tie(a.created, a.revision) < std::tie(b.created, b.revision);
    });
    return sets;
}

qint64 newestRevision(const QVector<ReplicaSetView> &sets)
{
    qint64 newest = 0;
    for (const ReplicaSetView &set : sets)
        newest = std::max(newest, set.revision);
    return newest;
}

const ReplicaSetView *withHash(const QVector<ReplicaSetView> &sets, const QString &hash)
{
    const auto found =
        std::find_if(sets.cbegin(), sets.cend(), [&](const ReplicaSetView &set) { return set.hash == hash; });
    return hash.isEmpty() || found == sets.cend() ? nullptr : &*found;
}

Result<std::shared_ptr<const Json>> createReplicaSet(WorldContext &context, const Json &owner,
                                                     const RevisionScheme &scheme,
                                                     const NewReplicaSet &wanted)
{
    Json podTemplate = wanted.podTemplate;
    podTemplate["metadata"]["labels"][scheme.hashLabel] = jsonText(wanted.hash);
    Json selector = member(owner, {"spec", "selector"});
    if (!selector.is_object())
        selector = {{"matchLabels", member(wanted.podTemplate, {"metadata", "labels"})}};
    selector["matchLabels"][scheme.hashLabel] = jsonText(wanted.hash);
    Json annotations = {{scheme.revision, std::to_string(wanted.revision)},
                        {scheme.desired, std::to_string(number(owner, {"spec", "replicas"}, 1))}};
    const Json &cause = member(owner, {"metadata", "annotations", "kubernetes.io/change-cause"});
    if (cause.is_string())
        annotations["kubernetes.io/change-cause"] = cause;
    const QString name = text(owner, {"metadata", "name"}) + QLatin1Char('-') + wanted.hash;
    Json set = {{"metadata",
                 {{"name", jsonText(name)},
                  {"namespace", member(owner, {"metadata", "namespace"})},
                  {"labels", member(podTemplate, {"metadata", "labels"})},
                  {"annotations", std::move(annotations)},
                  {"ownerReferences", ownerReferences(owner)}}},
                {"spec",
                 {{"replicas", wanted.replicas},
                  {"minReadySeconds", number(owner, {"spec", "minReadySeconds"})},
                  {"selector", std::move(selector)},
                  {"template", std::move(podTemplate)}}},
                {"status", {{"replicas", 0}}}};
    return context.store.create(kinds::replicaSets(), std::move(set));
}

void bumpRevision(WorldContext &context, const ReplicaSetView &set, const RevisionScheme &scheme,
                  qint64 revision)
{
    editReplicaSet(context, set, [&](Json &it) {
        Json &annotations = it["metadata"]["annotations"];
        QString history = text(annotations, {scheme.history});
        if (set.revision > 0)
            history += (history.isEmpty() ? QString() : QStringLiteral(",")) + QString::number(set.revision);
        if (!history.isEmpty())
            annotations[scheme.history] = jsonText(history);
        annotations[scheme.revision] = std::to_string(revision);
    });
}

bool scaleReplicaSet(WorldContext &context, const ReplicaSetView &set, int replicas)
{
    if (set.desired == replicas)
        return false;
    editReplicaSet(context, set, [&](Json &it) { it["spec"]["replicas"] = replicas; });
    return true;
}

void setScaleDownDeadline(WorldContext &context, const ReplicaSetView &set, const QDateTime &deadline)
{
    if (set.scaleDownDeadline.isValid() == deadline.isValid())
        return;
    editReplicaSet(context, set, [&](Json &it) {
        if (deadline.isValid())
            it["metadata"]["annotations"][deadlineKey] = stamp(deadline);
        else
            it["metadata"]["annotations"].erase(deadlineKey);
    });
}

void trimRevisions(WorldContext &context, const QVector<ReplicaSetView> &sets, int limit,
                   const QStringList &keptHashes)
{
    QVector<ReplicaSetView> old;
    for (const ReplicaSetView &set : sets) {
        if (set.desired == 0 && set.replicas == 0 && !keptHashes.contains(set.hash))
            old.append(set);
    }
    std::stable_sort(old.begin(), old.end(), [](const ReplicaSetView &a, const ReplicaSetView &b) {
        return a.revision < b.revision;
    });
    for (qsizetype i = 0; i + limit < old.size(); ++i) {
        const ReplicaSetView &set = old.at(i);
        std::ignore = context.store.remove(kinds::replicaSets(), text(*set.object, {"metadata", "namespace"}),
                                           set.name);
    }
}

void setCondition(Json &status, const ConditionValue &value, const QDateTime &now)
{
    Json &conditions = status["conditions"];
    if (!conditions.is_array())
        conditions = Json::array();
    const auto known = std::find_if(conditions.begin(), conditions.end(), [&](const Json &condition) {
        return stdText(condition, {"type"}) == value.type;
    });
    Json entry = known != conditions.end() ? *known : Json{{"type", value.type}};
    const bool moved = stdText(entry, {"status"}) != value.status;
    const bool changed =
        moved || text(entry, {"reason"}) != value.reason || text(entry, {"message"}) != value.message;
    if (!changed)
        return;
    entry["status"] = value.status;
    entry["reason"] = jsonText(value.reason);
    entry["message"] = jsonText(value.message);
    entry["lastUpdateTime"] = stamp(now);
    if (moved)
        entry["lastTransitionTime"] = stamp(now);
    if (known != conditions.end())
        *known = std::move(entry);
    else
        conditions.push_back(std::move(entry));
}

const Json *condition(const Json &object, const char *type)
{
    const Json &conditions = member(object, {"status", "conditions"});
    if (!conditions.is_array())
        return nullptr;
    for (const Json &entry : conditions) {
        if (stdText(entry, {"type"}) == type)
            return &entry;
    }
    return nullptr;
}

} // namespace signalbox::drill
