// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/sharecheck.h"

#include <QString>

namespace signalbox
{

// What is thought of a plan's metric, in words of the current language.

[[nodiscard]] QString metricTitle(const PlanMetric &metric);
/// One or few words: "within limit", "worse than baseline".
[[nodiscard]] QString verdictWord(const MetricVerdict &verdict);
/// Why, as a sentence.
[[nodiscard]] QString verdictReasonText(const MetricVerdict &verdict, const PlanMetric &metric);
/// "1.3 × (0.9 – 2.1)" or "+12 ms (−3 ms … +30 ms)"; a dash if nothing is known.
[[nodiscard]] QString effectText(const MetricVerdict &verdict, Unit unit);
/// Samples of the new version and of the baseline.
[[nodiscard]] QString samplesText(const MetricVerdict &verdict);
/// "1 : 240", "p = 0.03"; a dash where nothing is tested.
[[nodiscard]] QString evidenceText(const MetricVerdict &verdict);
/// What the evidence means, as a sentence; empty where nothing is tested.
[[nodiscard]] QString evidenceMeaning(const MetricVerdict &verdict);
/// Whether traffic is split as set, as a sentence.
[[nodiscard]] QString shareText(const ShareCheck &share);

} // namespace signalbox
