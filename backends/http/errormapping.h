// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/request.h"

#include <QNetworkReply>
#include <QSslError>

namespace signalbox::http
{

/// What Qt reports when there is no HTTP answer, or only a part of one. Layer, code and a technical detail;
/// never a header or a body.
/// @param tlsErrors certificate errors collected on the way, empty if none
[[nodiscard]] Error networkError(QNetworkReply::NetworkError code, const QString &text,
                                 const QList<QSslError> &tlsErrors, const QString &subject);

/// Certificate errors as one Error. An unknown authority outranks a wrong name, which outranks dates.
[[nodiscard]] Error tlsError(const QList<QSslError> &errors, const QString &subject);

/// A complete answer outside 200 to 299. Retry-After is read as seconds, or as a date relative to the
/// answer's own Date header.
[[nodiscard]] Error statusError(const Response &response, const QString &subject, const ErrorReader &reader);

/// Whether nothing of the request can have reached the server.
[[nodiscard]] bool neverSent(QNetworkReply::NetworkError code);

} // namespace signalbox::http
