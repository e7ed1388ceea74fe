// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/freshness.h"
#include "models/domain/metric.h"
#include "models/domain/release.h"

namespace signalbox
{

/// Values of the placeholders for one version of a release. $service is the Service that takes the traffic,
/// else the one named like the release.
[[nodiscard]] MetricScope scopeOf(const Release &release, const QString &hash, std::chrono::seconds window);

/// Whether both lead to the same queries.
[[nodiscard]] bool asksTheSame(const Release &left, const Release &right);

/// State of a source after a failed query: it keeps the time when it was last right.
[[nodiscard]] SourceState stateAfter(const SourceState &before, const Error &error);

} // namespace signalbox
