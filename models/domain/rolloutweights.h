// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"
#include "models/domain/releasederivation.h"

namespace signalbox
{

/// The three weights of the new version, in percent whatever the router's own scale is. Once the new version
/// is the stable one its share is 100. Source: wire facts 3.4 and 3.6; unlike the plugin, a weight that the
/// controller did not write is absent, not replaced by the wanted one.
[[nodiscard]] CanaryWeights rolloutWeights(const RolloutRow &row, const Release &release,
                                           const ReleaseFacts &facts);

/// Share of the new version's pods among the available ones; absent while nothing is available or known.
[[nodiscard]] std::optional<int> podShare(const Release &release);

/// Hash a Service selects pods by, empty if it selects by none.
[[nodiscard]] QString selectedHash(const QVector<const ServiceRow *> &services, const QString &name);

} // namespace signalbox
