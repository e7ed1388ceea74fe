// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/httpmessage.h"
#include "backends/drill/objectstore.h"

#include <optional>

namespace signalbox::drill
{

/// A resource as discovery announces it: the stored types, and those that only answer (reviews,
/// events.k8s.io).
struct AnnouncedResource {
    ResourceType type;
    QStringList verbs;
};

/// Everything the drill serves, grouped by nothing: group and version are in the type.
[[nodiscard]] QVector<AnnouncedResource> announcedResources(const ObjectStore &store);

/// Answers /api, /apis, /apis/{group}, /apis/{group}/{version} and /api/v1, aggregated (v2, v2beta1) where
/// the client accepts it, with ETag. nullopt: the path is none of these, or names a group that is not served.
[[nodiscard]] std::optional<HttpResponse> answerDiscovery(const ObjectStore &store,
                                                          const HttpRequest &request, const QString &path);

} // namespace signalbox::drill
