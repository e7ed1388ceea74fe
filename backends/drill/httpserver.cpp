// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/httpserver.h"

#include "backends/drill/exchange.h"
#include "backends/drill/httpconnection.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace signalbox::drill
{

namespace
{

constexpr int kBacklog = 1024;

} // namespace

HttpServer::HttpServer(QObject *parent)
    : QObject(parent)
{
    m_server.setListenBacklogSize(kBacklog);
    m_server.setMaxPendingConnections(kBacklog);
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, &HttpServer::accept);
}

HttpServer::~HttpServer()
{
    close();
}

Result<Done> HttpServer::listen(const IssuedCertificate &identity, const QByteArray &caPem, quint16 port)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(identity.certificatePem, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(identity.keyPem, QSsl::Ec, QSsl::Pem));
    configuration.setCaCertificates(QSslCertificate::fromData(caPem, QSsl::Pem));
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    if (configuration.localCertificate().isNull() || configuration.privateKey().isNull())
        return failure(ErrorCode::TlsHandshake, ErrorLayer::Tls,
                       QStringLiteral("the server certificate or its key cannot be used"));
    m_server.setSslConfiguration(configuration);
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return failure(ErrorCode::Unreachable, ErrorLayer::Connection, m_server.errorString(),
                       QStringLiteral("127.0.0.1:%1").arg(port));
    return Done{};
}

void HttpServer::close()
{
    m_server.close();
    const auto connections = findChildren<HttpConnection *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(connections);
}

void HttpServer::accept()
{
    while (QTcpSocket *pending = m_server.nextPendingConnection()) {
        auto *socket = qobject_cast<QSslSocket *>(pending);
        if (!socket) {
            pending->deleteLater();
            continue;
        }
        auto *connection = new HttpConnection(socket, this);
        connect(connection, &HttpConnection::requested, this, &HttpServer::requested);
    }
}

} // namespace signalbox::drill
