// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/sequentialtest.h"
#include "tests/core/check.h"

#include <algorithm>
#include <cmath>
#include <gsl/gsl_cdf.h>
#include <limits>
#include <random>
#include <vector>

using namespace signalbox::core;

namespace
{

constexpr int runs = 1500;
constexpr int errorsPerRun = 200;
constexpr double alpha = 0.01;
constexpr double requestsPerError = 1000;

ArmCounts oneError(double share, bool isCanary)
{
    return {requestsPerError * share, requestsPerError * (1 - share), isCanary ? 1.0 : 0.0,
            isCanary ? 0.0 : 1.0};
}

/// Error after which the test rejects, for each run; errorsPerRun + 1: never.
std::vector<int> rejections(double share, double rate, unsigned seed)
{
    std::mt19937 random(seed);
    const double canaryShare = rate * share / (rate * share + 1 - share);
    std::bernoulli_distribution isCanary(canaryShare);
    std::vector<int> found;
    for (int run = 0; run < runs; ++run) {
        SequentialErrorTest test;
        int errors = 0;
        bool rejected = false;
        while (!rejected && errors < errorsPerRun) {
            ++errors;
            test.add(oneError(share, isCanary(random)));
            rejected = test.rejectsAt(alpha);
        }
        found.push_back(rejected ? errors : errorsPerRun + 1);
    }
    std::sort(found.begin(), found.end());
    return found;
}

double falseAlarms(double share)
{
    const std::vector<int> found = rejections(share, 1, 7);
    const auto alarms = std::count_if(found.begin(), found.end(), [](int n) { return n <= errorsPerRun; });
    return static_cast<double>(alarms) / runs;
}

int median(const std::vector<int> &sorted)
{
    return sorted[sorted.size() / 2];
}

/// What the reference quotes: 0.3–0.5 % false alarms at alpha 0.01 with a look after every error.
void peekingStaysHonest()
{
    for (const double share : {0.05, 0.25, 0.5}) {
        SIGNALBOX_CHECK(falseAlarms(share) <= 0.008);
    }
    // The test is not silent by construction: some runs do alarm.
    SIGNALBOX_CHECK(falseAlarms(0.25) > 0);
}

/// What it replaces: an ordinary binomial test at 0.05 after every error alarms in about one run of five.
void ordinaryTestDoesNot()
{
    constexpr double share = 0.25;
    std::mt19937 random(7);
    std::bernoulli_distribution isCanary(share);
    int alarms = 0;
    for (int run = 0; run < runs; ++run) {
        unsigned canary = 0;
        bool alarmed = false;
        for (unsigned errors = 1; errors <= errorsPerRun && !alarmed; ++errors) {
            canary += isCanary(random) ? 1 : 0;
            alarmed = canary > 0 && gsl_cdf_binomial_Q(canary - 1, share, errors) <= 0.05;
        }
        alarms += alarmed ? 1 : 0;
    }
    const double rate = static_cast<double>(alarms) / runs;
    SIGNALBOX_CHECK(rate > 0.15 && rate < 0.30);
}

/// Median errors until a real difference is found: 89 and 39 for three times, 15 for ten times the rate.
void findsRealDifferences()
{
    const int threefoldAt5 = median(rejections(0.05, 3, 11));
    SIGNALBOX_CHECK(threefoldAt5 > 70 && threefoldAt5 < 110);
    const int threefoldAt25 = median(rejections(0.25, 3, 11));
    SIGNALBOX_CHECK(threefoldAt25 > 30 && threefoldAt25 < 50);
    const int tenfold = median(rejections(0.05, 10, 11));
    SIGNALBOX_CHECK(tenfold >= 10 && tenfold <= 20);
}

void looksDoNotMatter()
{
    SequentialErrorTest often;
    for (int i = 0; i < 40; ++i) {
        often.add(oneError(0.25, i % 4 != 0));
    }
    SequentialErrorTest once;
    once.add({40 * requestsPerError * 0.25, 40 * requestsPerError * 0.75, 30, 10});
    SIGNALBOX_CHECK(std::abs(often.logEvidence() - once.logEvidence()) < 1e-9);
    SIGNALBOX_CHECK(once.rejectsAt(alpha));
    SIGNALBOX_CHECK(!once.rejectsAt(0) && !once.rejectsAt(1));
}

void segmentsMultiply()
{
    SequentialErrorTest both;
    both.add({50, 950, 10, 30});
    const double first = both.logEvidence();
    both.newSegment();
    SIGNALBOX_CHECK(std::abs(both.logEvidence() - first) < 1e-12);
    both.add({250, 750, 20, 20});
    SequentialErrorTest second;
    second.add({250, 750, 20, 20});
    SIGNALBOX_CHECK(std::abs(both.logEvidence() - first - second.logEvidence()) < 1e-9);
    SIGNALBOX_CHECK(both.total().canaryErrors == 30 && both.total().baselineRequests == 1700);
}

void rubbishSaysNothing()
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    SequentialErrorTest test;
    for (const ArmCounts &counts :
         {ArmCounts{nan, 100, 1, 1}, ArmCounts{100, -1, 1, 1}, ArmCounts{10, 100, 11, 1},
          ArmCounts{100, std::numeric_limits<double>::infinity(), 1, 1}}) {
        test.add(counts);
    }
    SIGNALBOX_CHECK(test.logEvidence() == 0);
    test.add({0, 1000, 0, 50});
    SIGNALBOX_CHECK(test.logEvidence() == 0);
    // All errors on the baseline: never evidence against the canary.
    test.add({500, 0, 0, 0});
    SIGNALBOX_CHECK(test.logEvidence() <= 0);
    test.add({5e8, 5e8, 0, 1e6});
    SIGNALBOX_CHECK(test.logEvidence() < 0 && !test.rejectsAt(alpha));
}

void ratioIntervals()
{
    const RatioInterval same = errorRatio({1000, 1000, 10, 10}, 0.95);
    SIGNALBOX_CHECK(same.valid && std::abs(same.estimate - 1) < 1e-9 && same.low < 1 && same.high > 1);
    // Clopper–Pearson for 10 of 20 at 95 %: 0.2720 … 0.7280.
    SIGNALBOX_CHECK(std::abs(same.low - 0.2720 / 0.7280) < 1e-3 &&
                    std::abs(same.high - 0.7280 / 0.2720) < 1e-2);
    const RatioInterval none = errorRatio({1000, 1000, 5, 0}, 0.95);
    SIGNALBOX_CHECK(none.valid && std::isinf(none.high) && none.low > 0);
    SIGNALBOX_CHECK(errorRatio({50, 950, 0, 5}, 0.95).low == 0);
    SIGNALBOX_CHECK(!errorRatio({1000, 1000, 0, 0}, 0.95).valid);
    SIGNALBOX_CHECK(!errorRatio({0, 1000, 0, 3}, 0.95).valid);
}

void proportions()
{
    // Known values: 0 of 299 at 90 % two-sided leaves less than 1 % above; 10 of 20 at 95 %.
    SIGNALBOX_CHECK(std::abs(proportion(0, 299, 0.90).high - 0.00997) < 1e-4);
    SIGNALBOX_CHECK(std::abs(proportion(10, 20, 0.95).low - 0.2720) < 1e-3);
    SIGNALBOX_CHECK(proportion(20, 20, 0.95).high == 1 && proportion(0, 20, 0.95).low == 0);
    SIGNALBOX_CHECK(!proportion(0, 0, 0.95).valid && !proportion(3, 2, 0.95).valid);
}

void shares()
{
    SIGNALBOX_CHECK(shareMismatch(500, 9500, 0.05) > 0.99);
    SIGNALBOX_CHECK(shareMismatch(560, 9440, 0.05) > 0.001);
    SIGNALBOX_CHECK(shareMismatch(600, 9400, 0.05) < 0.001);
    SIGNALBOX_CHECK(shareMismatch(0, 10000, 0.05) < 1e-9);
    SIGNALBOX_CHECK(shareMismatch(0, 0, 0.05) == 1);
    SIGNALBOX_CHECK(shareMismatch(10, 10, 0) == 1 && shareMismatch(10, 10, 1) == 1);
}

void minimumSamples()
{
    SIGNALBOX_CHECK(errorFreeRequestsFor(0.01, 0.95) == 299);
    SIGNALBOX_CHECK(errorFreeRequestsFor(0.001, 0.95) == 2995);
    SIGNALBOX_CHECK(errorFreeRequestsFor(0.05, 0.95) == 59);
    SIGNALBOX_CHECK(errorFreeRequestsFor(0.0001, 0.95) == 29956);
    SIGNALBOX_CHECK(errorFreeRequestsFor(0, 0.95) == 0);
}

} // namespace

int main()
{
    peekingStaysHonest();
    ordinaryTestDoesNot();
    findsRealDifferences();
    looksDoNotMatter();
    segmentsMultiply();
    rubbishSaysNothing();
    ratioIntervals();
    proportions();
    shares();
    minimumSamples();
    return 0;
}
