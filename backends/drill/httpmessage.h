// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>
#include <QVector>

#include <utility>

namespace signalbox::drill
{

/// One HTTP/1.1 request, complete with its body. Header names are lower case.
struct HttpRequest {
    QByteArray method;
    QByteArray target; ///< as sent: path and query
    QByteArray path;   ///< as sent, still percent-encoded
    QUrlQuery query;
    QVector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray clientCertificateDigest; ///< SHA-256 of the TLS client certificate; empty: none
    bool keepAlive = true;
    qint64 firstByteNs = 0; ///< monotonic clock of this machine when its first byte was read, after TLS

    /// The first header of that (lower case) name, or empty.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QVector<QByteArray> headersNamed(const QByteArray &name) const;
    /// The decoded query value, or empty; a plus sign is a space.
    [[nodiscard]] QString parameter(const QString &name) const;
    /// "true" and "1", as the API server reads booleans.
    [[nodiscard]] bool flagParameter(const QString &name) const;
};

/// The body comes in segments so that a list of ten thousand cached objects is not copied into one array.
struct HttpResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QVector<std::pair<QByteArray, QByteArray>> headers;
    QVector<QByteArray> body;

    [[nodiscard]] qint64 bodySize() const;
};

[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace signalbox::drill
