// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/ranktest.h"

#include <algorithm>
#include <cmath>
#include <gsl/gsl_cdf.h>
#include <numeric>

namespace signalbox::core
{

namespace
{

constexpr std::size_t mostExact = 20;

std::vector<double> finite(std::span<const double> values)
{
    std::vector<double> kept;
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept),
                 [](double value) { return std::isfinite(value); });
    return kept;
}

/// Number of ways to draw `first` ranks out of first + second that give each value of U.
std::vector<double> waysOfU(std::size_t first, std::size_t second)
{
    const std::size_t most = first * second;
    // ways[i][u]: i values of the first sample placed so far; each passes 0 … second values of the other.
    std::vector<std::vector<double>> ways(first + 1, std::vector<double>(most + 1, 0));
    ways[0][0] = 1;
    for (std::size_t below = 0; below <= second; ++below) {
        for (std::size_t i = 1; i <= first; ++i) {
            for (std::size_t u = below; u <= most; ++u) {
                ways[i][u] += ways[i - 1][u - below];
            }
        }
    }
    return ways[first];
}

double exactPValue(double u, std::size_t first, std::size_t second)
{
    const std::vector<double> ways = waysOfU(first, second);
    const double all = std::accumulate(ways.begin(), ways.end(), 0.0);
    const double mirrored = static_cast<double>(first * second) - u;
    const auto tail = static_cast<std::size_t>(std::min(u, mirrored));
    const double lower =
        std::accumulate(ways.begin(), ways.begin() + static_cast<std::ptrdiff_t>(tail) + 1, 0.0);
    return std::min(1.0, 2 * lower / all);
}

/// Variance of U with the correction for ties.
double variance(const std::vector<double> &pooledSorted, double first, double second)
{
    const double all = first + second;
    double ties = 0;
    for (auto it = pooledSorted.begin(); it != pooledSorted.end();) {
        const auto end = std::upper_bound(it, pooledSorted.end(), *it);
        const auto count = static_cast<double>(end - it);
        ties += count * (count * count - 1);
        it = end;
    }
    return first * second / 12 * ((all + 1) - ties / (all * (all - 1)));
}

double normalPValue(double u, double mean, double spread)
{
    if (spread <= 0) {
        return 1;
    }
    const double off = std::max(0.0, std::abs(u - mean) - 0.5);
    return 2 * gsl_cdf_ugaussian_Q(off / std::sqrt(spread));
}

/// Sorted pairwise differences, canary minus baseline.
std::vector<double> differences(const std::vector<double> &canary, const std::vector<double> &baseline)
{
    std::vector<double> out;
    out.reserve(canary.size() * baseline.size());
    for (const double c : canary) {
        for (const double b : baseline) {
            out.push_back(c - b);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

double median(const std::vector<double> &sorted)
{
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

} // namespace

RankResult compareRanks(std::span<const double> canaryValues, std::span<const double> baselineValues,
                        double confidence)
{
    const std::vector<double> canary = finite(canaryValues);
    const std::vector<double> baseline = finite(baselineValues);
    RankResult result;
    result.canary = canary.size();
    result.baseline = baseline.size();
    if (std::min(canary.size(), baseline.size()) < fewestRanks) {
        return result;
    }
    const std::vector<double> apart = differences(canary, baseline);
    const auto above = static_cast<double>(apart.end() - std::upper_bound(apart.begin(), apart.end(), 0.0));
    const auto below = static_cast<double>(std::lower_bound(apart.begin(), apart.end(), 0.0) - apart.begin());
    const auto pairs = static_cast<double>(apart.size());
    const double u = above + (pairs - above - below) / 2;
    std::vector<double> pooled = canary;
    pooled.insert(pooled.end(), baseline.begin(), baseline.end());
    std::sort(pooled.begin(), pooled.end());
    const bool tied = std::adjacent_find(pooled.begin(), pooled.end()) != pooled.end();
    const double spread =
        variance(pooled, static_cast<double>(canary.size()), static_cast<double>(baseline.size()));
    const bool exact = !tied && std::max(canary.size(), baseline.size()) <= mostExact;
    result.pValue =
        exact ? exactPValue(u, canary.size(), baseline.size()) : normalPValue(u, pairs / 2, spread);
    result.probability = u / pairs;
    result.shift = median(apart);
    const double width = gsl_cdf_ugaussian_Pinv((1 + confidence) / 2) * std::sqrt(spread);
    const double left = std::floor(pairs / 2 - width);
    const auto cut = static_cast<std::size_t>(std::clamp(left, 0.0, pairs - 1));
    result.low = apart[cut];
    result.high = apart[apart.size() - 1 - cut];
    result.valid = true;
    return result;
}

std::vector<bool> holm(std::span<const double> pValues, double alpha)
{
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&pValues](std::size_t a, std::size_t b) { return pValues[a] < pValues[b]; });
    std::vector<bool> significant(pValues.size(), false);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!(pValues[order[i]] <= alpha / static_cast<double>(order.size() - i))) {
            break;
        }
        significant[order[i]] = true;
    }
    return significant;
}

} // namespace signalbox::core
