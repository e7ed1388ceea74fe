// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/httpparser.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>

class QSslSocket;

namespace signalbox::drill
{

class Exchange;

/// One client connection: requests one after another (keep-alive, pipelined ones wait), answers with
/// back-pressure. Deletes itself when the client has gone.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    /// Takes over the socket, whose TLS handshake is done.
    HttpConnection(QSslSocket *socket, QObject *parent);
    ~HttpConnection() override;

Q_SIGNALS:
    /// A whole request has come. Its answer goes through `exchange`.
    void requested(signalbox::drill::Exchange *exchange);

private:
    friend class Exchange;
    void readRequests();
    void refuse(int status);
    void send(const QByteArray &bytes);
    void flush();
    void pump();
    void closeWhenSent();
    void abort();
    void exchangeEnded();
    void clientGone();
    [[nodiscard]] qint64 unsent() const;
    [[nodiscard]] bool isWritable() const;

    QSslSocket *m_socket;
    HttpParser m_parser;
    QPointer<Exchange> m_exchange;
    std::deque<QByteArray> m_outgoing;
    QTimer m_patience;
    QByteArray m_certificateDigest;
    qint64 m_firstByteNs = 0; ///< of the request that is being read; 0: nothing of it has come
    bool m_closing = false;
};

} // namespace signalbox::drill
