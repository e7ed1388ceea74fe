// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/ranktest.h"
#include "tests/core/check.h"

#include <cmath>
#include <limits>
#include <random>

using namespace signalbox::core;

namespace
{

void exactSmallSamples()
{
    // Completely apart with five each: 2 of 252 orders, the smallest p there is (0.0079).
    const RankResult apart =
        compareRanks(std::vector<double>{6, 7, 8, 9, 10}, std::vector<double>{1, 2, 3, 4, 5}, 0.98);
    SIGNALBOX_CHECK(apart.valid && std::abs(apart.pValue - 2.0 / 252) < 1e-12);
    SIGNALBOX_CHECK(apart.probability == 1 && apart.shift == 5);
    const RankResult mirrored =
        compareRanks(std::vector<double>{1, 2, 3, 4, 5}, std::vector<double>{6, 7, 8, 9, 10}, 0.98);
    SIGNALBOX_CHECK(std::abs(mirrored.pValue - apart.pValue) < 1e-12 && mirrored.shift == -5);
    // One swap: U = 1, two orders as extreme on each side.
    const RankResult swapped =
        compareRanks(std::vector<double>{5, 7, 8, 9, 10}, std::vector<double>{1, 2, 3, 4, 6}, 0.98);
    SIGNALBOX_CHECK(std::abs(swapped.pValue - 4.0 / 252) < 1e-12);
}

void tooFewSayNothing()
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const RankResult few =
        compareRanks(std::vector<double>{6, 7, 8, 9, nan}, std::vector<double>{1, 2, 3, 4, 5}, 0.98);
    SIGNALBOX_CHECK(!few.valid && few.pValue == 1 && few.canary == 4 && few.baseline == 5);
}

void tiesAndConstants()
{
    const std::vector<double> same(12, 3.0);
    const RankResult constant = compareRanks(same, same, 0.98);
    SIGNALBOX_CHECK(constant.valid && constant.pValue == 1 && constant.probability == 0.5);
    SIGNALBOX_CHECK(constant.low == 0 && constant.high == 0);
}

/// How often equal arms are called different, and whether the interval holds the true shift.
void holdsItsLevel(std::size_t values)
{
    constexpr int runs = 2000;
    constexpr double trueShift = 0.4;
    std::mt19937 random(3);
    std::normal_distribution<double> noise(0, 1);
    int alarms = 0;
    int covered = 0;
    for (int run = 0; run < runs; ++run) {
        std::vector<double> canary(values);
        std::vector<double> baseline(values);
        std::vector<double> shifted(values);
        for (std::size_t i = 0; i < values; ++i) {
            canary[i] = noise(random);
            baseline[i] = noise(random);
            shifted[i] = canary[i] + trueShift;
        }
        alarms += compareRanks(canary, baseline, 0.98).pValue <= 0.01 ? 1 : 0;
        const RankResult moved = compareRanks(shifted, baseline, 0.98);
        covered += moved.low <= trueShift && trueShift <= moved.high ? 1 : 0;
    }
    SIGNALBOX_CHECK(alarms <= runs * 16 / 1000);
    SIGNALBOX_CHECK(covered >= runs * 965 / 1000);
}

void families()
{
    const std::vector<double> p{0.04, 0.001, 0.003, 0.2};
    const std::vector<bool> expected{false, true, true, false};
    SIGNALBOX_CHECK(holm(p, 0.01) == expected);
    SIGNALBOX_CHECK(holm(std::vector<double>{}, 0.01).empty());
    SIGNALBOX_CHECK(!holm(std::vector<double>{std::nan("")}, 0.01)[0]);
}

} // namespace

int main()
{
    exactSmallSamples();
    tooFewSayNothing();
    tiesAndConstants();
    holdsItsLevel(15);
    holdsItsLevel(30);
    families();
    return 0;
}
