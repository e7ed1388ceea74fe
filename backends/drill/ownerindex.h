// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <QHash>
#include <QString>
#include <QVector>

#include <set>
#include <tuple>

namespace signalbox::drill
{

/// Who owns whom by controller owner reference, kept current from the store's events, and the garbage
/// collector that follows from it: when an owner goes, what it owned goes.
class OwnerIndex
{
public:
    struct Owned {
        QString typeKey;
        QString namespaceName;
        QString name;
        bool operator<(const Owned &other) const
        {
            return std::tie(typeKey, namespaceName, name) <
                   std::tie(other.typeKey, other.namespaceName, other.name);
        }
    };

    explicit OwnerIndex(ObjectStore &store);

    void observe(const ResourceType &type, const StoreEvent &event);
    /// Objects of one type owned by `ownerUid`, by name.
    [[nodiscard]] QVector<std::shared_ptr<const Json>> owned(const QString &ownerUid,
                                                             const QString &typeKey) const;
    /// Deletes what deleted owners left behind. @return how many
    int collect();

private:
    ObjectStore &m_store;
    QHash<QString, std::set<Owned>> m_byOwner;
    QVector<QString> m_orphaned; // uids whose owner is gone
};

/// The controller owner reference's kind / name / uid; empty without one.
struct OwnerReference {
    QString kind;
    QString name;
    QString uid;
};
[[nodiscard]] OwnerReference controllerOf(const Json &object);
/// metadata.ownerReferences with one controller entry.
[[nodiscard]] Json ownerReferences(const Json &owner);

} // namespace signalbox::drill
