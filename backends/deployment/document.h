// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>

/// Reading single Kubernetes objects without exceptions: a missing or mistyped field is "absent".
namespace signalbox::deployment
{

using Json = nlohmann::json;
using Path = std::initializer_list<const char *>;

/// A JSON object, or Protocol naming `subject`.
[[nodiscard]] Result<Json> parseObject(const QByteArray &text, const QString &subject);
/// UTF-8; ill-formed text is replaced, never thrown about. Keys come out sorted.
[[nodiscard]] QByteArray toText(const Json &document);

/// The value at a path of keys; a null value if any part is missing.
[[nodiscard]] const Json &valueAt(const Json &document, Path path);
[[nodiscard]] QString textAt(const Json &document, Path path);
[[nodiscard]] bool flagAt(const Json &document, Path path);
[[nodiscard]] std::optional<int> numberAt(const Json &document, Path path);
[[nodiscard]] QString annotation(const Json &document, const char *key);
[[nodiscard]] QString label(const Json &document, const char *key);

/// Short digest of a value, for comparing what was planned with what is there now.
[[nodiscard]] QString digestOf(const Json &value);
/// uid of the owner that is marked as controller; empty if none.
[[nodiscard]] QString controllerUid(const Json &document);
[[nodiscard]] QString resourceVersionOf(const QByteArray &objectText);

[[nodiscard]] inline std::string utf8(const QString &text)
{
    return text.toStdString();
}

} // namespace signalbox::deployment
