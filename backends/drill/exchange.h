// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/httpmessage.h"

#include <QObject>

namespace signalbox::drill
{

class HttpConnection;

/// One request and the answer to it. Lives until the answer is complete or the client has gone, whichever is
/// first; both are announced by ended().
class Exchange final : public QObject
{
    Q_OBJECT

public:
    Exchange(HttpRequest request, HttpConnection &connection);

    [[nodiscard]] const HttpRequest &request() const { return m_request; }

    /// The whole answer at once. Ends the exchange; so does every call below that says so.
    void respond(const HttpResponse &response);
    /// An answer of unknown length, chunked. Follow with write() and finish().
    void beginStream(const QByteArray &contentType);
    void write(const QByteArray &bytes);
    /// Ends the exchange.
    void finish();
    /// Drops the connection at once. Ends the exchange.
    void abort();
    /// Fault injection: the next body bytes are cut in half and the connection dropped.
    void truncate() { m_truncate = true; }

    /// False while the client reads slower than we write; wait for writable().
    [[nodiscard]] bool isWritable() const;

Q_SIGNALS:
    void writable();
    /// No call on the exchange is valid after it; it deletes itself.
    void ended();

private:
    friend class HttpConnection;
    void end();
    [[nodiscard]] QByteArray head(int status, const QByteArray &contentType) const;

    HttpRequest m_request;
    HttpConnection &m_connection;
    bool m_truncate = false;
    bool m_ended = false;
};

} // namespace signalbox::drill
