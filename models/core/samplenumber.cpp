// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/samplenumber.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace signalbox::core
{

std::optional<double> parseSampleValue(std::string_view text)
{
    // from_chars takes no leading plus, and "+-1" must not slip through when we remove it.
    const bool plus = text.starts_with('+');
    if (plus) {
        text.remove_prefix(1);
    }
    if (text.empty() || (plus && (text.front() == '-' || text.front() == '+'))) {
        return std::nullopt;
    }
    double value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc() || stop != end) {
        return std::nullopt;
    }
    return std::isnan(value) ? std::numeric_limits<double>::quiet_NaN() : value;
}

std::optional<std::int64_t> sampleTime(double unixSeconds)
{
    constexpr double FarthestSecond = 253402300799.0; // end of the year 9999
    if (!std::isfinite(unixSeconds) || std::abs(unixSeconds) > FarthestSecond) {
        return std::nullopt;
    }
    return std::llround(unixSeconds * 1000.0);
}

} // namespace signalbox::core
