// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/goduration.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace signalbox::kubernetes
{

namespace
{

constexpr double Century = 100.0 * 365 * 86400;

std::optional<double> unitSeconds(std::string_view unit)
{
    constexpr std::array<std::pair<std::string_view, double>, 8> units{{{"h", 3600},
                                                                        {"m", 60},
                                                                        {"s", 1},
                                                                        {"ms", 1e-3},
                                                                        {"us", 1e-6},
                                                                        {"\u00b5s", 1e-6},
                                                                        {"\u03bcs", 1e-6},
                                                                        {"ns", 1e-9}}};
    for (const auto &[name, seconds] : units) {
        if (unit == name) {
            return seconds;
        }
    }
    return std::nullopt;
}

std::optional<std::chrono::seconds> rounded(double seconds)
{
    if (!(seconds >= 0) || seconds > Century) {
        return std::nullopt;
    }
    return std::chrono::seconds(static_cast<std::chrono::seconds::rep>(std::ceil(seconds - 1e-9)));
}

bool isNumeral(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

} // namespace

std::optional<std::chrono::seconds> parseGoDuration(std::string_view text)
{
    double total = 0;
    bool sawUnit = false;
    if (text.empty() || !isNumeral(text.front())) {
        return std::nullopt;
    }
    while (!text.empty()) {
        double number = 0;
        const auto [rest, error] =
            std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
        if (error != std::errc()) {
            return std::nullopt;
        }
        text.remove_prefix(static_cast<size_t>(rest - text.data()));
        size_t length = 0;
        while (length < text.size() && !isNumeral(text[length])) {
            ++length;
        }
        if (length == 0) {
            return sawUnit ? std::nullopt : rounded(number);
        }
        const auto unit = unitSeconds(text.substr(0, length));
        if (!unit) {
            return std::nullopt;
        }
        total += number * *unit;
        sawUnit = true;
        text.remove_prefix(length);
    }
    return rounded(total);
}

} // namespace signalbox::kubernetes
