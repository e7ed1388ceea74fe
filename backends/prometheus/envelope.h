// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/request.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <simdjson.h>

namespace signalbox::prometheus
{

/// The frame around every answer of the HTTP API: status, data, warnings, infos, or errorType and error.
struct Envelope {
    std::unique_ptr<simdjson::dom::parser> parser; ///< owns what `data` points into
    simdjson::dom::element data;
    QStringList warnings;
    QStringList infos;
};

/// A text that is not JSON (HTML of a proxy, a cut-off body) is a Protocol error; "status":"error" is an
/// error even when it carries data.
[[nodiscard]] Result<Envelope> openEnvelope(const QByteArray &body);

/// Reads errorType and error, or message and reason of a Kubernetes Status when the API server's proxy
/// refused. Leaves an Error alone whose body is neither.
void readError(const http::Response &response, Error &error);

/// Whether an error is the answer of a working server about one query, not a trouble with the server.
[[nodiscard]] bool isAboutQuery(const Error &error);

[[nodiscard]] QString textOf(std::string_view text);
/// Text of a member; empty if absent or of another type.
[[nodiscard]] QString textAt(simdjson::dom::element object, std::string_view key);
/// Array of a member; empty if absent or of another type. Null (Go's nil slice) counts as absent.
[[nodiscard]] simdjson::dom::array listAt(simdjson::dom::element object, std::string_view key);
/// RFC 3339 in UTC; invalid if it is not, or is Go's zero time.
[[nodiscard]] QDateTime timeAt(simdjson::dom::element object, std::string_view key);
[[nodiscard]] QHash<QString, QString> labelsAt(simdjson::dom::element object, std::string_view key);
[[nodiscard]] tl::unexpected<Error> malformed(const QString &what);

} // namespace signalbox::prometheus
