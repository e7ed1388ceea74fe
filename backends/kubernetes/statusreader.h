// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/request.h"

namespace signalbox::kubernetes
{

/// Reads a Status object (wire facts 1.7) into reason, detail, code and retryAfter of an error. Leaves the
/// error alone when the body is no JSON Status: proxies answer HTML, throttling answers plain text.
void readStatusBody(const http::Response &response, Error &error);

/// Code of a Status that came inside a stream, where no HTTP status tells.
[[nodiscard]] ErrorCode codeOfStatus(int code, const QString &reason);

/// Texts of a Warning header with any number of values: 299 - "text", 299 - "text" "date".
[[nodiscard]] QStringList parseWarnings(const QByteArray &header);

} // namespace signalbox::kubernetes
