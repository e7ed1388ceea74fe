// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/deployment/document.h"

namespace signalbox::deployment
{

/// The pod template a former ReplicaSet stands for, as the owner would have to spell it to get that very
/// ReplicaSet back: without the hash label, and without what the Argo Rollouts controller injected into the
/// ReplicaSet only (ephemeral metadata, the anti-affinity term). Leaving any of it in gives another hash, and
/// so a new ReplicaSet instead of a rollback. Source: wire facts 2.4 and 3.5.
/// @param hashLabel "pod-template-hash" or "rollouts-pod-template-hash"
[[nodiscard]] Json templateForUndo(const Json &replicaSet, const char *hashLabel);

} // namespace signalbox::deployment
