// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/sequentialtest.h"

#include <cmath>
#include <gsl/gsl_cdf.h>
#include <limits>

namespace signalbox::core
{

namespace
{

constexpr double priorWeight = 10;
constexpr double infinity = std::numeric_limits<double>::infinity();

bool isCount(double value)
{
    return std::isfinite(value) && value >= 0;
}

bool isSound(const ArmCounts &counts)
{
    return isCount(counts.canaryRequests) && isCount(counts.baselineRequests) &&
           isCount(counts.canaryErrors) && isCount(counts.baselineErrors) &&
           counts.canaryErrors <= counts.canaryRequests && counts.baselineErrors <= counts.baselineRequests;
}

void accumulate(ArmCounts &into, const ArmCounts &more)
{
    into.canaryRequests += more.canaryRequests;
    into.baselineRequests += more.baselineRequests;
    into.canaryErrors += more.canaryErrors;
    into.baselineErrors += more.baselineErrors;
}

double logBeta(double a, double b)
{
    return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b);
}

double segmentEvidence(const ArmCounts &counts)
{
    const double requests = counts.canaryRequests + counts.baselineRequests;
    const double errors = counts.canaryErrors + counts.baselineErrors;
    if (counts.canaryRequests <= 0 || counts.baselineRequests <= 0 || errors <= 0) {
        return 0;
    }
    const double p0 = counts.canaryRequests / requests;
    const double a = priorWeight * p0;
    const double b = priorWeight * (1 - p0);
    const double above = gsl_cdf_beta_Q(p0, a + counts.canaryErrors, b + counts.baselineErrors);
    const double aboveBefore = gsl_cdf_beta_Q(p0, a, b);
    if (above <= 0) {
        return -infinity;
    }
    return logBeta(a + counts.canaryErrors, b + counts.baselineErrors) - logBeta(a, b) + std::log(above) -
           std::log(aboveBefore) - counts.canaryErrors * std::log(p0) -
           counts.baselineErrors * std::log1p(-p0);
}

/// Where the upper (or lower) tail of a Beta distribution has this mass. Bisection cannot fail to converge.
double betaQuantile(double a, double b, double mass)
{
    double low = 0;
    double high = 1;
    for (int i = 0; i < 80; ++i) {
        const double middle = (low + high) / 2;
        (gsl_cdf_beta_P(middle, a, b) < mass ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace

void SequentialErrorTest::add(const ArmCounts &interval)
{
    if (isSound(interval)) {
        accumulate(m_segment, interval);
        accumulate(m_total, interval);
    }
}

void SequentialErrorTest::newSegment()
{
    m_closed += segmentEvidence(m_segment);
    m_segment = {};
}

double SequentialErrorTest::logEvidence() const
{
    return m_closed + segmentEvidence(m_segment);
}

bool SequentialErrorTest::rejectsAt(double alpha) const
{
    return alpha > 0 && alpha < 1 && logEvidence() >= -std::log(alpha);
}

RatioInterval errorRatio(const ArmCounts &counts, double confidence)
{
    const double errors = counts.canaryErrors + counts.baselineErrors;
    if (!isSound(counts) || counts.canaryRequests <= 0 || counts.baselineRequests <= 0 || errors <= 0) {
        return {};
    }
    const double tail = (1 - confidence) / 2;
    const double canary = counts.canaryErrors;
    const double baseline = counts.baselineErrors;
    const double low = canary > 0 ? betaQuantile(canary, baseline + 1, tail) : 0;
    const double high = baseline > 0 ? betaQuantile(canary + 1, baseline, 1 - tail) : 1;
    const double scale = counts.baselineRequests / counts.canaryRequests;
    const auto ratio = [scale](double share) { return share < 1 ? share / (1 - share) * scale : infinity; };
    return {ratio(canary / errors), ratio(low), ratio(high), true};
}

ProportionInterval proportion(double errors, double requests, double confidence)
{
    if (!isCount(errors) || !isCount(requests) || requests <= 0 || errors > requests) {
        return {};
    }
    const double tail = (1 - confidence) / 2;
    const double good = requests - errors;
    return {errors > 0 ? betaQuantile(errors, good + 1, tail) : 0,
            good > 0 ? betaQuantile(errors + 1, good, 1 - tail) : 1, true};
}

double shareMismatch(double canaryRequests, double baselineRequests, double weight)
{
    const double total = canaryRequests + baselineRequests;
    if (!isCount(canaryRequests) || !isCount(baselineRequests) || total <= 0 || !(weight > 0) ||
        !(weight < 1)) {
        return 1;
    }
    const double expected = total * weight;
    const double off = canaryRequests - expected;
    const double chiSquare = off * off / expected + off * off / (total - expected);
    return gsl_cdf_chisq_Q(chiSquare, 1);
}

std::int64_t errorFreeRequestsFor(double limit, double confidence)
{
    if (!(limit > 0) || !(limit < 1) || !(confidence > 0) || !(confidence < 1)) {
        return 0;
    }
    return static_cast<std::int64_t>(std::ceil(std::log1p(-confidence) / std::log1p(-limit)));
}

} // namespace signalbox::core
