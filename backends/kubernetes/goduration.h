// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace signalbox::kubernetes
{

/// A duration as Go prints and reads it ("1h30m", "45s", "1.5h", "300ms"), or a plain number of seconds.
/// Nothing for anything else, for negative values and for more than a century. Rounded up to a second.
[[nodiscard]] std::optional<std::chrono::seconds> parseGoDuration(std::string_view text);

} // namespace signalbox::kubernetes
