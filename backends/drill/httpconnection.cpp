// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/httpconnection.h"

#include "backends/drill/exchange.h"

#include <QSslCertificate>
#include <QSslSocket>

#include <chrono>
#include <utility>

namespace signalbox::drill
{

namespace
{

// How much may lie between us and the kernel before a writer is asked to wait.
constexpr qint64 kHighWater = 1024 * 1024;
constexpr qsizetype kSlice = 256 * 1024;
constexpr std::chrono::minutes kPatience{5};

qint64 monotonicNs()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

} // namespace

HttpConnection::HttpConnection(QSslSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    m_socket->setParent(this);
    // Head and body are separate writes; without this each answer would wait for the client's delayed ACK.
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(4 * 1024 * 1024);
    const QSslCertificate peer = m_socket->peerCertificate();
    if (!peer.isNull())
        m_certificateDigest = peer.digest(QCryptographicHash::Sha256);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &HttpConnection::abort);
    connect(m_socket, &QSslSocket::readyRead, this, &HttpConnection::readRequests);
    connect(m_socket, &QSslSocket::bytesWritten, this, &HttpConnection::pump);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::pump);
    connect(m_socket, &QSslSocket::disconnected, this, &HttpConnection::clientGone);
    m_patience.start();
    // Bytes that came with the last of the handshake are announced to nobody.
    QMetaObject::invokeMethod(this, &HttpConnection::readRequests, Qt::QueuedConnection);
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
}

void HttpConnection::readRequests()
{
    if (m_exchange || m_closing)
        return;
    if (m_firstByteNs == 0 && m_socket->bytesAvailable() > 0)
        m_firstByteNs = monotonicNs();
    m_parser.feed(m_socket->readAll());
    std::optional<HttpRequest> request = m_parser.take();
    if (m_parser.failure() != 0) {
        refuse(m_parser.failure());
        return;
    }
    if (!request) {
        if (m_parser.takeContinueWanted())
            send("HTTP/1.1 100 Continue\r\n\r\n");
        m_patience.start();
        return;
    }
    m_patience.stop();
    request->clientCertificateDigest = m_certificateDigest;
    request->firstByteNs = std::exchange(m_firstByteNs, 0);
    auto *exchange = new Exchange(std::move(*request), *this);
    m_exchange = exchange;
    Q_EMIT requested(exchange);
}

void HttpConnection::refuse(int status)
{
    send("HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) +
         "\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    closeWhenSent();
}

void HttpConnection::send(const QByteArray &bytes)
{
    if (m_closing)
        return;
    for (qsizetype at = 0; at < bytes.size(); at += kSlice)
        m_outgoing.push_back(bytes.size() <= kSlice ? bytes : bytes.mid(at, kSlice));
    flush();
}

qint64 HttpConnection::unsent() const
{
    return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
}

bool HttpConnection::isWritable() const
{
    return m_outgoing.empty() && unsent() < kHighWater;
}

void HttpConnection::flush()
{
    while (!m_outgoing.empty() && unsent() < kHighWater) {
        m_socket->write(m_outgoing.front());
        m_outgoing.pop_front();
    }
    if (m_outgoing.empty() && m_closing)
        m_socket->disconnectFromHost();
}

void HttpConnection::pump()
{
    flush();
    // Only from here, never from send(): a writer must not be asked for more from inside its own write.
    if (!m_closing && m_exchange && isWritable())
        Q_EMIT m_exchange->writable();
}

void HttpConnection::closeWhenSent()
{
    m_closing = true;
    flush();
}

void HttpConnection::abort()
{
    m_closing = true;
    m_outgoing.clear();
    m_socket->abort();
    // abort() is silent on a socket that is already on its way out.
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        clientGone();
}

void HttpConnection::exchangeEnded()
{
    const bool keepAlive = m_exchange && m_exchange->request().keepAlive;
    m_exchange.clear();
    if (m_closing)
        return;
    if (!keepAlive) {
        closeWhenSent();
        return;
    }
    m_patience.start();
    QMetaObject::invokeMethod(this, &HttpConnection::readRequests, Qt::QueuedConnection);
}

void HttpConnection::clientGone()
{
    m_closing = true;
    m_outgoing.clear();
    if (m_exchange)
        m_exchange->end();
    deleteLater();
}

} // namespace signalbox::drill
