// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/rows.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>

namespace signalbox::kubernetes
{

/// A kind the console reads, as the API names it.
struct ResourceType {
    ResourceKind kind;
    QString group;        ///< empty: core
    QStringList versions; ///< that the codecs understand, best first
    QString resource;     ///< plural
    bool namespaced = true;
};

[[nodiscard]] const ResourceType &resourceType(ResourceKind kind);
[[nodiscard]] QVector<ResourceKind> allResourceKinds();

/// A kind as one server serves it.
struct ServedResource {
    QString group;
    QString version;
    QString resource;
    bool namespaced = true;
    bool canWatch = true;
    /// Path of the collection. @param namespaceName empty: all namespaces
    [[nodiscard]] QString path(const QString &namespaceName) const;
    bool operator==(const ServedResource &) const = default;
};

/// What discovery said: verbs by "group/version/resource".
using ServedVerbs = QHash<QString, QStringList>;

/// Reads an APIGroupDiscoveryList (aggregated discovery). Nothing if the body is something else.
[[nodiscard]] std::optional<ServedVerbs> parseAggregatedDiscovery(const QByteArray &body);
/// Reads an APIGroupList into "group/version" texts. Nothing if the body is something else.
[[nodiscard]] std::optional<QSet<QString>> parseGroupList(const QByteArray &body);
/// Reads an APIResourceList. Empty if the body is something else.
[[nodiscard]] ServedVerbs parseResourceList(const QByteArray &body);

/// The best version of a kind that the server has; core kinds are always there.
[[nodiscard]] std::optional<ServedResource> resolve(ResourceKind kind, const ServedVerbs &verbs);

} // namespace signalbox::kubernetes
