// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace signalbox::core
{

/// Requests and errors of both arms in one interval, or added up over several of the same traffic weight.
struct ArmCounts {
    double canaryRequests = 0;
    double baselineRequests = 0;
    double canaryErrors = 0;
    double baselineErrors = 0;
};

/// Evidence that the canary errs more than the baseline, valid at every look: the chance that it ever
/// reaches 1/alpha while both err alike is at most alpha, however often it is looked at.
/// Given that an error occurred, under equal rates it is the canary's with probability p0, its share of the
/// requests. The alternative is a Beta(10 p0, 10 (1-p0)) mixture restricted to shares above p0.
/// Source: requirements D5.2; theory: anytime-valid canary testing.
/// A change of traffic weight begins a new segment; evidence multiplies across segments.
class SequentialErrorTest
{
public:
    /// Adds what happened since the last look at an unchanged traffic weight. Counts that are negative or not
    /// finite, and errors above requests, are left out.
    void add(const ArmCounts &interval);
    /// The traffic weight changed: what follows is judged with its own share.
    void newSegment();

    /// Natural logarithm of the evidence. 0: says nothing.
    [[nodiscard]] double logEvidence() const;
    [[nodiscard]] bool rejectsAt(double alpha) const;
    [[nodiscard]] const ArmCounts &total() const { return m_total; }

private:
    ArmCounts m_segment;
    ArmCounts m_total;
    double m_closed = 0; ///< log evidence of the segments before
};

/// Both ends of the ratio of the canary's error rate to the baseline's, exact (Clopper–Pearson on the share
/// of errors). Source: requirements D5.3.
struct RatioInterval {
    double estimate = 0;
    double low = 0;
    double high = 0;    ///< infinite when the baseline had no error
    bool valid = false; ///< no error at all, or no requests: nothing can be said
};
[[nodiscard]] RatioInterval errorRatio(const ArmCounts &counts, double confidence);

/// Exact interval (Clopper–Pearson) of an error ratio.
struct ProportionInterval {
    double low = 0;
    double high = 1;
    bool valid = false; ///< no requests, or counts that make no sense
};
[[nodiscard]] ProportionInterval proportion(double errors, double requests, double confidence);

/// Chance of a split at least this far from the wanted weight if the router did what it was told (χ², one
/// degree of freedom). Below 0.001 the routing is at fault and nothing else may be concluded. Source:
/// requirements D5.1.
/// @param weight wanted share of the canary, 0 … 1, both excluded
/// @return 1 if there is nothing to judge by
[[nodiscard]] double shareMismatch(double canaryRequests, double baselineRequests, double weight);

/// Requests without a single error that are needed before "below `limit`" can be asserted. Source:
/// requirements D5.7.
[[nodiscard]] std::int64_t errorFreeRequestsFor(double limit, double confidence);

} // namespace signalbox::core
