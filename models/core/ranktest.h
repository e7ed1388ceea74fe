// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <vector>

namespace signalbox::core
{

/// Fewer values than this in an arm can never reach significance at 0.01. Source: requirements D5.7.
inline constexpr std::size_t fewestRanks = 5;

/// Mann–Whitney comparison of two samples with the Hodges–Lehmann shift. Source: requirements D5.4.
struct RankResult {
    bool valid = false;       ///< enough finite values in both arms
    double probability = 0.5; ///< that a canary value is above a baseline value, ties half
    double pValue = 1;        ///< two-sided; exact without ties up to 20 values an arm, else normal
    double shift = 0;         ///< median of all pairwise differences, canary minus baseline
    double low = 0;           ///< confidence interval of the shift
    double high = 0;
    std::size_t canary = 0; ///< values used
    std::size_t baseline = 0;
};

/// Values that are not finite are left out.
[[nodiscard]] RankResult compareRanks(std::span<const double> canary, std::span<const double> baseline,
                                      double confidence);

/// Smallest p-values first: which of them stay significant when the whole family may err with `alpha`
/// (Holm). In the order of the input.
[[nodiscard]] std::vector<bool> holm(std::span<const double> pValues, double alpha);

} // namespace signalbox::core
