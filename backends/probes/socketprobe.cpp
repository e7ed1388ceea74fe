// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/socketprobe.h"

#include "backends/probes/findings.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace signalbox::probes
{

namespace
{

/// No answer that a socket probe reads is longer; a server that sends more has to wait.
constexpr qint64 ReadBuffer = 64 * 1024;

} // namespace

SocketProbe::SocketProbe(ProbeInput input)
    : Probe(std::move(input))
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setReadBufferSize(ReadBuffer);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_socket.setSslConfiguration(tls);
    connect(&m_socket, &QIODevice::readyRead, this, [this] { onBytes(); });
    connect(&m_socket, &QAbstractSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) { onSocketError(error); });
}

SocketProbe::~SocketProbe()
{
    m_socket.disconnect(this); // what it has to say while it closes would reach a probe that is half gone
}

void SocketProbe::connectTo(const QString &host, int port, bool encrypted)
{
    m_host = host;
    m_port = port;
    if (encrypted) {
        connect(&m_socket, &QSslSocket::encrypted, this, [this] { onConnected(); });
        m_socket.connectToHostEncrypted(host, static_cast<quint16>(port));
    } else {
        connect(&m_socket, &QAbstractSocket::connected, this, [this] { onConnected(); });
        m_socket.connectToHost(host, static_cast<quint16>(port));
    }
}

void SocketProbe::beginTls()
{
    connect(&m_socket, &QSslSocket::encrypted, this, [this] { onConnected(); });
    m_socket.setPeerVerifyName(m_host);
    m_socket.startClientEncryption();
}

void SocketProbe::onSocketError(QAbstractSocket::SocketError error)
{
    const QList<QSslError> certificate = m_socket.sslHandshakeErrors();
    if (!certificate.isEmpty()) {
        finish(certificateRefused(certificate, endpoint()));
    } else if (error == QAbstractSocket::SslHandshakeFailedError) {
        finish(failed("tls-handshake", {endpoint(), m_socket.errorString()}));
    } else {
        finish(connectionFailed(error, endpoint(), m_socket.errorString()));
    }
}

QString SocketProbe::endpoint() const
{
    return endpointText(m_host, m_port);
}

} // namespace signalbox::probes
