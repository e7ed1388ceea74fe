// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/deploymentbackend.h"

#include <QObject>

namespace signalbox
{

struct Prepared {
    ActionPlan plan;
    QStringList warnings;             ///< of the dry run, external text
    std::optional<Error> dryRunError; ///< the plan stands, the server did not agree to it
};

/// Plans an action and sends it through the server's dry run. GUI thread.
/// @param guard ends the sequence with Cancelled once it is gone; the backend outlives it
[[nodiscard]] QFuture<Result<Prepared>> preparePlan(QObject *guard, DeploymentBackend &backend,
                                                    ActionRequest request, Release snapshot);

} // namespace signalbox
