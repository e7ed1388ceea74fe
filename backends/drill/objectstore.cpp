// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/objectstore.h"

#include "backends/api/clock.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/namesource.h"
#include "backends/drill/refusals.h"

#include <QHash>

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

namespace signalbox::drill
{

namespace
{

using Object = std::shared_ptr<const Json>;
using Place = std::pair<QString, QString>; // namespace, name

struct Announcement {
    ResourceType type;
    StoreEvent event;
};

tl::unexpected<Error> unknownType(const QString &typeKey)
{
    return refusal(ErrorCode::NotFound, 404, "NotFound", QStringLiteral("no type %1").arg(typeKey), typeKey);
}

bool sameButFor(const Json &left, const Json &right, std::initializer_list<const char *> ignored)
{
    const auto skip = [&](const std::string &key) {
        return std::any_of(ignored.begin(), ignored.end(), [&](const char *name) { return key == name; });
    };
    const auto covers = [&](const Json &one, const Json &other) {
        for (const auto &[key, value] : one.items()) {
            if (!skip(key) && member(other, key.c_str()) != value)
                return false;
        }
        return true;
    };
    return covers(left, right) && covers(right, left);
}

bool desiredStateChanged(const ResourceType &type, const Json &before, const Json &after)
{
    if (type.custom && !type.statusSubresource)
        return !sameButFor(before, after, {"metadata", "apiVersion", "kind"});
    return member(before, "spec") != member(after, "spec");
}

bool hasFinalizers(const Json &object)
{
    const Json &finalizers = member(object, {"metadata", "finalizers"});
    return finalizers.is_array() && !finalizers.empty();
}

} // namespace

class ObjectStore::Private
{
public:
    Private(const Clock &clockToUse, ObjectStore &store)
        : clock(clockToUse)
        , q(store)
    {
    }

    const Clock &clock;
    ObjectStore &q;
    QVector<ResourceType> types;
    QHash<QString, int> typeIndex;
    std::map<QString, std::map<Place, Object>> objects;
    struct Past {
        QString typeKey;
        StoreEvent event;
    };
    std::deque<Past> history;
    std::deque<Announcement> pending;
    bool announcing = false;
    quint64 version = 1;
    quint64 oldest = 1;
    std::size_t historyLimit = 20000;
    NameSource names;
    Defaulter defaulter;

    const ResourceType *typeOf(const QString &key) const
    {
        const auto found = typeIndex.constFind(key);
        return found == typeIndex.cend() ? nullptr : &types.at(*found);
    }

    Object at(const QString &typeKey, const Place &place) const
    {
        const auto kind = objects.find(typeKey);
        if (kind == objects.end())
            return {};
        const auto found = kind->second.find(place);
        return found == kind->second.end() ? Object() : found->second;
    }

    std::string now() const { return clock.nowUtc().toString(Qt::ISODate).toStdString(); }

    Result<Place> placeOf(const ResourceType &type, const Json &object) const;
    Object put(const ResourceType &type, const Place &place, Json object, const Object &previous);
    Object drop(const ResourceType &type, const Place &place, const Object &previous);
    Object update(const ResourceType &type, const Place &place, Json object, const Object &previous,
                  WriteMode mode);
    void record(const ResourceType &type, StoreEvent event);
    void announce(const ResourceType &type, const StoreEvent &event);
};

Result<Place> ObjectStore::Private::placeOf(const ResourceType &type, const Json &object) const
{
    const QString name = text(object, {"metadata", "name"});
    if (name.isEmpty())
        return invalid(type, name,
                       QStringLiteral("metadata.name: Required value: name or generateName is required"));
    const QString namespaceName = text(object, {"metadata", "namespace"});
    if (type.namespaced && namespaceName.isEmpty())
        return invalid(type, name, QStringLiteral("metadata.namespace: Required value"));
    return Place{type.namespaced ? namespaceName : QString(), name};
}

Object ObjectStore::Private::put(const ResourceType &type, const Place &place, Json object,
                                 const Object &previous)
{
    object["metadata"]["resourceVersion"] = std::to_string(++version);
    auto stored = std::make_shared<const Json>(std::move(object));
    objects[type.key()][place] = stored;
    record(type,
           {previous ? StoreEvent::Type::Modified : StoreEvent::Type::Added, version, stored, previous});
    return stored;
}

Object ObjectStore::Private::drop(const ResourceType &type, const Place &place, const Object &previous)
{
    Json last = *previous;
    last["metadata"]["resourceVersion"] = std::to_string(++version);
    auto gone = std::make_shared<const Json>(std::move(last));
    objects[type.key()].erase(place);
    record(type, {StoreEvent::Type::Deleted, version, gone, previous});
    return gone;
}

Object ObjectStore::Private::update(const ResourceType &type, const Place &place, Json object,
                                    const Object &previous, WriteMode mode)
{
    if (!member(object, "metadata").is_object())
        object["metadata"] = Json::object();
    // What the server owns cannot be written, whatever the request says.
    for (const char *owned :
         {"uid", "creationTimestamp", "generation", "resourceVersion", "namespace", "name"}) {
        const Json &value = member(*previous, {"metadata", owned});
        if (value.is_null())
            object["metadata"].erase(owned);
        else
            object["metadata"][owned] = value;
    }
    object["apiVersion"] = jsonText(type.apiVersion());
    object["kind"] = jsonText(type.kind);
    if (defaulter)
        defaulter(type, object);
    if (object == *previous)
        return previous;
    const Json &generation = member(*previous, {"metadata", "generation"});
    if (!generation.is_null() && desiredStateChanged(type, *previous, object))
        object["metadata"]["generation"] = number(generation) + 1;
    if (mode == WriteMode::DryRun)
        return std::make_shared<const Json>(std::move(object));
    if (!member(object, {"metadata", "deletionTimestamp"}).is_null() && hasFinalizers(*previous) &&
        !hasFinalizers(object))
        return drop(type, place, std::make_shared<const Json>(std::move(object)));
    return put(type, place, std::move(object), previous);
}

void ObjectStore::Private::record(const ResourceType &type, StoreEvent event)
{
    history.push_back({type.key(), event});
    while (history.size() > historyLimit) {
        oldest = history.front().event.resourceVersion;
        history.pop_front();
    }
    announce(type, event);
}

void ObjectStore::Private::announce(const ResourceType &type, const StoreEvent &event)
{
    pending.push_back({type, event});
    if (announcing)
        return;
    announcing = true;
    while (!pending.empty()) {
        const Announcement next = std::move(pending.front());
        pending.pop_front();
        Q_EMIT q.changed(next.type, next.event);
    }
    announcing = false;
}

ObjectStore::ObjectStore(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock, *this))
{
}

ObjectStore::~ObjectStore() = default;

void ObjectStore::registerType(const ResourceType &type)
{
    const auto known = d->typeIndex.constFind(type.key());
    if (known != d->typeIndex.cend()) {
        d->types[*known] = type;
        return;
    }
    d->typeIndex.insert(type.key(), static_cast<int>(d->types.size()));
    d->types.append(type);
}

const ResourceType *ObjectStore::type(const QString &group, const QString &resource) const
{
    return d->typeOf(group + QLatin1Char('/') + resource);
}

const QVector<ResourceType> &ObjectStore::types() const
{
    return d->types;
}

quint64 ObjectStore::resourceVersion() const
{
    return d->version;
}

quint64 ObjectStore::oldestResourceVersion() const
{
    return d->oldest;
}

void ObjectStore::setSeed(quint64 seed)
{
    d->names.seed(seed);
}

void ObjectStore::setDefaulter(Defaulter defaulter)
{
    d->defaulter = std::move(defaulter);
}

void ObjectStore::setHistoryLimit(int events)
{
    d->historyLimit = static_cast<std::size_t>(std::max(0, events));
    while (d->history.size() > d->historyLimit) {
        d->oldest = d->history.front().event.resourceVersion;
        d->history.pop_front();
    }
}

Object ObjectStore::find(const QString &typeKey, const QString &namespaceName, const QString &name) const
{
    return d->at(typeKey, {namespaceName, name});
}

QVector<Object> ObjectStore::list(const QString &typeKey, const QString &namespaceName) const
{
    QVector<Object> found;
    const auto kind = d->objects.find(typeKey);
    if (kind == d->objects.end())
        return found;
    if (namespaceName.isEmpty())
        found.reserve(static_cast<qsizetype>(kind->second.size()));
    for (auto it = kind->second.lower_bound({namespaceName, QString()}); it != kind->second.end(); ++it) {
        if (!namespaceName.isEmpty() && it->first.first != namespaceName)
            break;
        found.append(it->second);
    }
    return found;
}

QVector<StoreEvent> ObjectStore::eventsAfter(const QString &typeKey, quint64 resourceVersion) const
{
    QVector<StoreEvent> found;
    auto it = std::upper_bound(
        d->history.begin(), d->history.end(), resourceVersion,
        [](quint64 wanted, const Private::Past &past) { return wanted < past.event.resourceVersion; });
    for (; it != d->history.end(); ++it) {
        if (it->typeKey == typeKey)
            found.append(it->event);
    }
    return found;
}

Result<Object> ObjectStore::create(const QString &typeKey, Json object, WriteMode mode)
{
    const ResourceType *type = d->typeOf(typeKey);
    if (!type)
        return unknownType(typeKey);
    if (!object.is_object() || !member(object, "metadata").is_object())
        return invalid(*type, {}, QStringLiteral("metadata: Required value"));
    Json &metadata = object["metadata"];
    const QString prefix = text(metadata, {"generateName"});
    if (text(metadata, {"name"}).isEmpty() && !prefix.isEmpty())
        metadata["name"] = jsonText(prefix + d->names.suffix());
    if (!type->namespaced)
        metadata.erase("namespace");
    const Result<Place> place = d->placeOf(*type, object);
    if (!place)
        return tl::unexpected(place.error());
    if (d->at(typeKey, *place))
        return alreadyExists(*type, place->second);
    metadata["uid"] = d->names.uid();
    metadata["creationTimestamp"] = d->now();
    metadata.erase("deletionTimestamp");
    metadata.erase("generation");
    if (type->statusSubresource || type->custom)
        metadata["generation"] = 1;
    if (d->defaulter)
        d->defaulter(*type, object);
    object["apiVersion"] = jsonText(type->apiVersion());
    object["kind"] = jsonText(type->kind);
    if (mode == WriteMode::DryRun)
        return std::make_shared<const Json>(std::move(object));
    return d->put(*type, *place, std::move(object), {});
}

Result<Object> ObjectStore::replace(const QString &typeKey, Json object, WriteMode mode)
{
    const ResourceType *type = d->typeOf(typeKey);
    if (!type)
        return unknownType(typeKey);
    const Result<Place> place = d->placeOf(*type, object);
    if (!place)
        return tl::unexpected(place.error());
    const Object previous = d->at(typeKey, *place);
    if (!previous)
        return notFound(*type, place->second);
    const QString expected = text(object, {"metadata", "resourceVersion"});
    if (!expected.isEmpty() && expected != text(*previous, {"metadata", "resourceVersion"}))
        return conflict(
            *type, place->second,
            QStringLiteral("the object has been modified; please apply your changes to the latest "
                           "version and try again"));
    const QString uid = text(object, {"metadata", "uid"});
    if (!uid.isEmpty() && uid != text(*previous, {"metadata", "uid"}))
        return conflict(*type, place->second,
                        QStringLiteral("Precondition failed: UID in precondition: %1, UID in object meta: %2")
                            .arg(uid, text(*previous, {"metadata", "uid"})));
    // Only a controller's edit() may begin a deletion by hand; requests cannot.
    const Json &deletion = member(*previous, {"metadata", "deletionTimestamp"});
    object["metadata"].erase("deletionTimestamp");
    if (!deletion.is_null())
        object["metadata"]["deletionTimestamp"] = deletion;
    return d->update(*type, *place, std::move(object), previous, mode);
}

Result<Object> ObjectStore::edit(const QString &typeKey, const QString &namespaceName, const QString &name,
                                 const std::function<void(Json &)> &change)
{
    const ResourceType *type = d->typeOf(typeKey);
    if (!type)
        return unknownType(typeKey);
    const Place place{type->namespaced ? namespaceName : QString(), name};
    const Object previous = d->at(typeKey, place);
    if (!previous)
        return notFound(*type, name);
    Json changed = *previous;
    change(changed);
    return d->update(*type, place, std::move(changed), previous, WriteMode::Commit);
}

Result<Object> ObjectStore::remove(const QString &typeKey, const QString &namespaceName, const QString &name)
{
    const ResourceType *type = d->typeOf(typeKey);
    if (!type)
        return unknownType(typeKey);
    const Place place{type->namespaced ? namespaceName : QString(), name};
    const Object previous = d->at(typeKey, place);
    if (!previous)
        return notFound(*type, name);
    if (!hasFinalizers(*previous))
        return d->drop(*type, place, previous);
    if (!member(*previous, {"metadata", "deletionTimestamp"}).is_null())
        return previous;
    Json marked = *previous;
    marked["metadata"]["deletionTimestamp"] = d->now();
    return d->put(*type, place, std::move(marked), previous);
}

} // namespace signalbox::drill
