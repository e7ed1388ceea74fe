// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"
#include "models/domain/result.h"

#include <QByteArray>

namespace signalbox
{

/// Reads metric profiles: a JSON array of {id, trafficQuery, totalTrafficQuery, rules: [{id, title: {en,
/// zh_TW, zh_CN}, unit, direction, limit, query, minimumSamples, samplesQuery}]}. Anything wrong is an error
/// that names the profile, the rule and the field; unknown fields are errors too, so that a misspelt limit is
/// not lost.
[[nodiscard]] Result<QVector<MetricProfile>> parseMetricProfiles(const QByteArray &json);

} // namespace signalbox
