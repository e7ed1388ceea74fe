// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/metricsapi.h"

namespace signalbox::prometheus
{

/// Bodies of a 200 of the smaller endpoints. Unknown states become Unknown; missing members become empty.
[[nodiscard]] Result<QVector<AlertRule>> parseRules(const QByteArray &body); ///< alerting rules only
/// A firing alert is Active, a pending one Unprocessed. Prometheus has no fingerprint: it is a digest of the
/// labels, stable across calls.
[[nodiscard]] Result<QVector<Alert>> parseAlerts(const QByteArray &body);
[[nodiscard]] Result<QVector<ScrapeTarget>> parseTargets(const QByteArray &body); ///< active ones
[[nodiscard]] Result<BuildInfo> parseBuildInfo(const QByteArray &body);
[[nodiscard]] Result<QString> parseFormatted(const QByteArray &body);

} // namespace signalbox::prometheus
