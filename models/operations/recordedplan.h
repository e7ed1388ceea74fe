// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"

#include <QJsonObject>

namespace signalbox
{

/// What the ledger keeps of a plan: all that is needed to go on with it from another desk. Calls are kept
/// without their bodies, which may hold secrets of a pod template; whoever goes on computes them anew from
/// what the cluster looks like then. Cluster, namespace, name, uid and action are columns of the record.
[[nodiscard]] QJsonObject recordedPlan(const ActionPlan &plan);

/// @param request with what the record's columns say. None for a plan that this version cannot read.
[[nodiscard]] std::optional<ActionPlan> planFromRecord(const QJsonObject &object, ActionRequest request);

} // namespace signalbox
