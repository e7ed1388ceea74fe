// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace signalbox::core
{

/// Value of a Prometheus sample, which travels as a string because JSON has no NaN and no infinities:
/// shortest decimal, exponent form, "NaN", "+Inf", "-Inf". Independent of the locale. Nothing if the text is
/// anything else, so that rubbish never turns into a zero.
[[nodiscard]] std::optional<double> parseSampleValue(std::string_view text);

/// Unix seconds with a fraction, as Prometheus writes time stamps, to Unix milliseconds by rounding.
/// Nothing if not finite or outside the years a time axis can hold.
[[nodiscard]] std::optional<std::int64_t> sampleTime(double unixSeconds);

} // namespace signalbox::core
