// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/credentialsource.h"
#include "backends/http/endpoint.h"
#include "backends/http/request.h"
#include "backends/http/stream.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace signalbox::http
{

/// The one way to talk HTTP to a server: own User-Agent, TLS as the Endpoint says, no redirects followed,
/// credentials only over TLS, time-outs, retries, back-off and byte limits. Qt opens six connections per
/// HTTP/1.1 client, so streams and commands want clients of their own.
/// Lives on, and is called on, one worker thread.
class HttpClient final : public QObject
{
    Q_OBJECT

public:
    /// @param credentials same thread, outlives the client; null: none
    HttpClient(Endpoint endpoint, CredentialSource *credentials, Limits limits = {},
               QObject *parent = nullptr);
    ~HttpClient() override;

    /// Sends one call. Every status from 200 to 299 is a Response; every other outcome is an Error whose
    /// code, layer and httpStatus say what failed. A 401 renews the credentials once. Idempotent calls are
    /// repeated after connection failures, and after 429 and 5xx when the server names a Retry-After that
    /// fits the deadline. Others are sent at most once. Ends with Cancelled when the client is destroyed.
    [[nodiscard]] QFuture<Result<Response>> send(Request request);

    /// Prepares a call whose body is handed on as it arrives; nothing is sent before Stream::start(). Never
    /// repeated, except once after a 401. Request::deadline then limits the wait for the response's headers.
    /// Dropping the stream aborts it. Must not outlive the client.
    [[nodiscard]] std::unique_ptr<Stream> stream(Request request);

    /// How to read the bodies of refused calls; without one, Error::detail has the start of the text.
    void setErrorReader(ErrorReader reader);
    /// Later calls open new connections; those under way go on. A changed client certificate does it by
    /// itself.
    void renewConnections();

    [[nodiscard]] const Endpoint &endpoint() const;
    [[nodiscard]] const Limits &limits() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::http
