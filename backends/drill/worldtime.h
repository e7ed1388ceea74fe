// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace signalbox::drill
{

using Milliseconds = std::chrono::milliseconds;

/// RFC 3339 in UTC with whole seconds, as Kubernetes writes instants.
[[nodiscard]] std::string stamp(const QDateTime &instant);
/// Invalid for anything that is no RFC 3339 text.
[[nodiscard]] QDateTime instant(const nlohmann::json &value);

/// A duration as Kubernetes objects hold it: a number of seconds, "30", or Go's "1h2m3s", "500ms".
/// Nothing for any other text.
[[nodiscard]] std::optional<Milliseconds> duration(const nlohmann::json &value);
[[nodiscard]] std::optional<Milliseconds> duration(const QString &text);
/// The shortest Go form: "5m", "1m30s", "500ms".
[[nodiscard]] std::string durationText(Milliseconds value);

/// From `from` to `to` in milliseconds; negative when `to` is earlier.
[[nodiscard]] inline Milliseconds between(const QDateTime &from, const QDateTime &to)
{
    return Milliseconds(from.msecsTo(to));
}

} // namespace signalbox::drill
