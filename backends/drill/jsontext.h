// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>

namespace signalbox::drill
{

/// Reading of documents whose shape nobody has checked: wrong types read as absent, nothing throws.
/// Every function here is pure and thread-safe.

/// The member, or a shared null value if `object` is no object or has none.
[[nodiscard]] const nlohmann::json &member(const nlohmann::json &object, const char *name);
/// The value under a chain of members, or a shared null value.
[[nodiscard]] const nlohmann::json &member(const nlohmann::json &object,
                                           std::initializer_list<const char *> path);

/// The string, or empty for any other type.
[[nodiscard]] QString text(const nlohmann::json &value);
[[nodiscard]] QString text(const nlohmann::json &object, std::initializer_list<const char *> path);
[[nodiscard]] std::string stdText(const nlohmann::json &object, std::initializer_list<const char *> path);
/// The integer, or `fallback` for any other type.
[[nodiscard]] qint64 number(const nlohmann::json &value, qint64 fallback = 0);
[[nodiscard]] qint64 number(const nlohmann::json &object, std::initializer_list<const char *> path,
                            qint64 fallback = 0);
[[nodiscard]] bool flag(const nlohmann::json &object, std::initializer_list<const char *> path);

/// UTF-8 text; bytes that are not UTF-8 are replaced.
[[nodiscard]] QByteArray dumped(const nlohmann::json &value, bool pretty = false);
/// A discarded value for text that is not JSON.
[[nodiscard]] nlohmann::json parsed(const QByteArray &textBytes);
[[nodiscard]] nlohmann::json jsonText(const QString &value);

} // namespace signalbox::drill
