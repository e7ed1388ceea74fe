// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

namespace signalbox::drill
{

/// Fills the fields a Kubernetes API server fills in: clients rely on them (kubectl describe reads
/// spec.replicas unchecked). Idempotent. Templates of Rollouts are filled too: a real server leaves them to
/// the Rollout controller, which does the same before it compares or hashes a template.
void applyDefaults(const ResourceType &type, Json &object);

/// The part of applyDefaults() that concerns a pod template: {"metadata":…, "spec":…}.
void applyPodTemplateDefaults(Json &podTemplate);

} // namespace signalbox::drill
