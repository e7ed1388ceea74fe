// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/metricsendpoint.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace signalbox::drill
{

namespace
{

constexpr qint64 mostRequestBytes = 16 * 1024;

QByteArray response(const char *status, const char *type, const QByteArray &body)
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

MetricsEndpoint::MetricsEndpoint(std::function<QByteArray()> collect, QObject *parent)
    : QObject(parent)
    , m_collect(std::move(collect))
{
    connect(&m_server, &QTcpServer::newConnection, this, &MetricsEndpoint::accept);
}

Result<Done> MetricsEndpoint::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        return failure(ErrorCode::Unreachable, ErrorLayer::Connection, m_server.errorString());
    return Done{};
}

void MetricsEndpoint::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray head = socket->peek(mostRequestBytes);
            if (!head.contains("\r\n\r\n")) {
                if (head.size() >= mostRequestBytes)
                    socket->abort();
                return;
            }
            socket->readAll();
            const bool known = head.startsWith("GET /metrics ");
            socket->write(known ? response("200 OK", "text/plain; version=0.0.4; charset=utf-8", m_collect())
                                : response("404 Not Found", "text/plain", "not found\n"));
            socket->disconnectFromHost();
        });
    }
}

} // namespace signalbox::drill
