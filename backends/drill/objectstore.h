// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

namespace signalbox
{
class Clock;
}

namespace signalbox::drill
{

using Json = nlohmann::json;

/// A resource type the drill serves.
struct ResourceType {
    QString group; ///< empty: core
    QString version;
    QString resource; ///< plural, lower case
    QString kind;
    QString singular;
    QStringList shortNames;
    bool namespaced = true;
    bool custom = false; ///< custom resource: no strategic merge patch
    bool statusSubresource = false;
    bool scaleSubresource = false;
    [[nodiscard]] QString apiVersion() const
    {
        return group.isEmpty() ? version : group + QLatin1Char('/') + version;
    }
    /// "group/resource", the key of the store.
    [[nodiscard]] QString key() const { return group + QLatin1Char('/') + resource; }
    bool operator==(const ResourceType &) const = default;
};

/// DryRun goes through every check and returns what would be stored, but stores and announces nothing.
enum class WriteMode { Commit, DryRun };

struct StoreEvent {
    enum class Type { Added, Modified, Deleted };
    Type type = Type::Added;
    quint64 resourceVersion = 0;
    std::shared_ptr<const Json> object;   ///< last state for Deleted
    std::shared_ptr<const Json> previous; ///< null for Added
};

/// The objects of one drill cluster with the API server's bookkeeping: uid, resourceVersion from one counter,
/// generation that grows when spec changes, creationTimestamp, and a bounded history for watches.
/// Single thread. Controllers and the HTTP server both work on it and see each other only through it.
class ObjectStore final : public QObject
{
    Q_OBJECT

public:
    /// @param clock gives creationTimestamp and deletionTimestamp; outlives the store
    explicit ObjectStore(const Clock &clock, QObject *parent = nullptr);
    ~ObjectStore() override;

    void registerType(const ResourceType &type);
    [[nodiscard]] const ResourceType *type(const QString &group, const QString &resource) const;
    [[nodiscard]] const QVector<ResourceType> &types() const;

    [[nodiscard]] quint64 resourceVersion() const;
    /// Oldest version a watch can resume after.
    [[nodiscard]] quint64 oldestResourceVersion() const;
    /// Fills what a server fills in on every write, so that an object reads the same whoever wrote it. Must
    /// change nothing when applied twice.
    using Defaulter = std::function<void(const ResourceType &, Json &)>;
    void setDefaulter(Defaulter defaulter);
    /// Makes uids and generated names a function of `seed`. Call before the first write.
    void setSeed(quint64 seed);
    /// How many events are kept for resuming; default 20,000.
    void setHistoryLimit(int events);

    /// Null if absent. Keys: type.key(), namespace (empty for cluster scope), name.
    [[nodiscard]] std::shared_ptr<const Json> find(const QString &typeKey, const QString &namespaceName,
                                                   const QString &name) const;
    /// Sorted by namespace, then name. @param namespaceName empty: all
    [[nodiscard]] QVector<std::shared_ptr<const Json>> list(const QString &typeKey,
                                                            const QString &namespaceName = {}) const;
    [[nodiscard]] QVector<StoreEvent> eventsAfter(const QString &typeKey, quint64 resourceVersion) const;

    /// Fills metadata, and a name from generateName. AlreadyExists answers Conflict with reason
    /// "AlreadyExists".
    Result<std::shared_ptr<const Json>> create(const QString &typeKey, Json object,
                                               WriteMode mode = WriteMode::Commit);
    /// Replaces; a write that changes nothing keeps its version and is not announced. A non-empty
    /// metadata.resourceVersion in `object` must equal the stored one, else Conflict.
    Result<std::shared_ptr<const Json>> replace(const QString &typeKey, Json object,
                                                WriteMode mode = WriteMode::Commit);
    /// Reads, lets `edit` change a copy, stores it if it differs. The usual way for controllers.
    Result<std::shared_ptr<const Json>> edit(const QString &typeKey, const QString &namespaceName,
                                             const QString &name, const std::function<void(Json &)> &change);
    /// The last state, with its new version. An object with finalizers is only marked with deletionTimestamp
    /// and goes with the write that empties them.
    Result<std::shared_ptr<const Json>> remove(const QString &typeKey, const QString &namespaceName,
                                               const QString &name);

Q_SIGNALS:
    /// After each write, synchronously, in order. Writes made inside a slot are announced once every slot has
    /// seen the present one.
    void changed(const signalbox::drill::ResourceType &type, const signalbox::drill::StoreEvent &event);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::drill
