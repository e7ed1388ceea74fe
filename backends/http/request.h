// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QPair>
#include <QString>
#include <QVector>

#include <chrono>
#include <functional>

namespace signalbox::http
{

/// One HTTP call, without the server and without credentials: HttpClient adds both.
struct Request {
    QByteArray method = "GET";
    QString pathAndQuery; ///< percent-encoded, starts with '/'; appended to the path of Endpoint::base
    QByteArray body;
    QByteArray contentType;
    QByteArray accept = "application/json";
    QVector<QPair<QByteArray, QByteArray>> headers; ///< further headers of this call
    std::chrono::milliseconds deadline{0}; ///< whole call with all its attempts; 0: the client's default
    std::chrono::milliseconds idle{0}; ///< longest silence of a body; 0: the client's default, negative: none
    bool idempotent = true;            ///< false: sent at most once, and a lost answer is OutcomeUnknown
    int attempts = 0;                  ///< of idempotent calls; 0: the client's default
    qint64 maxBytes = 0;               ///< of the decoded body; 0: the client's default
    bool expectJson = false;           ///< a 2xx whose Content-Type is not JSON is a Protocol error
    bool identityEncoding = false; ///< asks for no compression, so that nothing on the way buffers a stream
};

/// A complete answer of a server.
struct Response {
    int status = 0;
    QVector<QPair<QByteArray, QByteArray>> headers; ///< names as received
    QByteArray body;                                ///< decoded
    std::chrono::milliseconds duration{0}; ///< of the attempt that answered, from sending to the last byte
    bool http2 = false;

    /// Value of the first header of that name, compared without case; empty if absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    /// Whether Content-Type says JSON (application/json or a +json type).
    [[nodiscard]] bool isJson() const;
};

/// Fills reason and detail of an error from the body of a refused call (status 300 and above), in the
/// language of one API. Called on the client's thread.
using ErrorReader = std::function<void(const Response &response, Error &error)>;

/// Limits of one client. Every value is configuration; these are the defaults.
struct Limits {
    std::chrono::milliseconds deadline{30000};
    std::chrono::milliseconds idle{15000};
    int attempts = 4;
    std::chrono::milliseconds firstRetry{200};
    std::chrono::milliseconds longestRetry{5000};
    qint64 maxBytes = qint64(64) * 1024 * 1024;
};

} // namespace signalbox::http
