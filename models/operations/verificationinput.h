// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"
#include "models/domain/verification.h"
#include "models/stores/fleetstore.h"
#include "models/stores/metricsstore.h"

namespace signalbox
{

/// Resource versions of the release: on screen when the last call left, and as that call left it.
struct WrittenVersions {
    QString before;
    QString after;
};
/// What is known about the release when the current step of an operation is judged. Without readings. Valid
/// until control returns to the event loop.
[[nodiscard]] VerificationInput verificationInput(const FleetStore &fleet, const MetricsStore &metrics,
                                                  const OperationStatus &status,
                                                  const WrittenVersions &versions);

} // namespace signalbox
