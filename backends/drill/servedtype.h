// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <optional>

namespace signalbox::drill
{

/// A type as one path of the API shows it. Mostly the stored type itself; events.k8s.io/v1 shows the core
/// events in its own words.
struct ServedType {
    ResourceType stored;
    ResourceType shown;
    Json (*convert)(const Json &) = nullptr; ///< null: shown as stored

    /// What a request at group and version means, if anything is served there.
    [[nodiscard]] static std::optional<ServedType> find(const ObjectStore &store, const QString &group,
                                                        const QString &version, const QString &resource);
};

/// events.k8s.io/v1 "events": read-only, the same objects as the core events.
[[nodiscard]] ResourceType newStyleEvents();
/// autoscaling/v1, read-only: kubectl before 1.23 describes autoscalers through it.
[[nodiscard]] ResourceType oldStyleAutoscalers();

} // namespace signalbox::drill
