// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

namespace signalbox::probes
{

using Json = nlohmann::json;

/// Discarded if it is not JSON, or nested deeper than any honest document.
[[nodiscard]] Json parseJson(const QByteArray &bytes);
/// A member; null if absent or if `object` is none.
[[nodiscard]] const Json &at(const Json &object, const char *key);
/// Its text; empty if it is none.
[[nodiscard]] QString textOf(const Json &value);
[[nodiscard]] qint64 integerOf(const Json &value, qint64 fallback);
/// Whether it is true, and not merely present.
[[nodiscard]] bool isTrue(const Json &value);
[[nodiscard]] bool isFalse(const Json &value);
/// Whether a list holds that text.
[[nodiscard]] bool holds(const Json &list, const char *text);

} // namespace signalbox::probes
