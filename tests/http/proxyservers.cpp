// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/http/proxyservers.h"

#include <QHostAddress>
#include <QUrl>
#include <QtEndian>

#include <memory>

namespace signalbox::test
{

namespace
{

constexpr auto carriedProperty = "carried";
constexpr auto stageProperty = "stage";

enum Stage { Greeting, Password, Request };

/// The value of a header in the head of an HTTP request; names compare without case.
QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == name) {
            return line.mid(colon + 1).trimmed();
        }
    }
    return {};
}

} // namespace

TestProxy::TestProxy(quint16 target)
    : m_target(target)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection()) {
            auto buffer = std::make_shared<QByteArray>();
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QTcpSocket::readyRead, this, [this, client, buffer] {
                if (!client->property(carriedProperty).toBool()) {
                    *buffer += client->readAll();
                    negotiate(client, *buffer);
                }
            });
        }
    });
    listen(QHostAddress::LocalHost);
}

void TestProxy::carry(QTcpSocket *client, const QByteArray &wanted, const QByteArray &answer,
                      const QByteArray &first)
{
    client->setProperty(carriedProperty, true);
    m_carried.append(wanted);
    auto *server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client, [client, server, answer, first] {
        client->write(answer);
        server->write(first);
    });
    connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
        const QByteArray bytes = server->readAll();
        m_bytesBack += bytes.size();
        client->write(bytes);
    });
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    server->connectToHost(QHostAddress::LocalHost, m_target);
}

void TestProxy::refuse(QTcpSocket *client, const QByteArray &answer)
{
    ++m_refusals;
    client->write(answer);
}

void ConnectProxy::negotiate(QTcpSocket *client, QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    const QByteArray head = buffer.left(end + 4);
    const QList<QByteArray> line = head.left(head.indexOf('\r')).split(' ');
    const QByteArray wanted = "Basic " + (user + ':' + password).toBase64();
    if (!user.isEmpty() && headerOf(head, "proxy-authorization") != wanted) {
        buffer.remove(0, end + 4);
        refuse(client,
               "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
               "Content-Length: 0\r\n\r\n");
        return;
    }
    if (line.value(0) == "CONNECT") {
        carry(client, line.value(1), "HTTP/1.1 200 Connection established\r\n\r\n", buffer.mid(end + 4));
        return;
    }
    const QUrl url = QUrl::fromEncoded(line.value(1));
    const QByteArray path = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    carry(client, url.authority().toLatin1(), {},
          line.value(0) + ' ' + path + ' ' + line.value(2) + buffer.mid(head.indexOf('\r')));
}

void SocksProxy::negotiate(QTcpSocket *client, QByteArray &buffer)
{
    if (client->property(stageProperty).toInt() == Greeting && !takeGreeting(client, buffer)) {
        return;
    }
    if (client->property(stageProperty).toInt() == Password && !takePassword(client, buffer)) {
        return;
    }
    takeRequest(client, buffer);
}

bool SocksProxy::takeGreeting(QTcpSocket *client, QByteArray &buffer)
{
    if (buffer.size() < 2 || buffer.size() < 2 + buffer.at(1)) {
        return false;
    }
    const QByteArray methods = buffer.mid(2, buffer.at(1));
    buffer.remove(0, 2 + buffer.at(1));
    const char chosen = user.isEmpty() ? '\x00' : '\x02';
    if (!methods.contains(chosen)) {
        refuse(client, QByteArray("\x05\xff", 2));
        return false;
    }
    client->setProperty(stageProperty, user.isEmpty() ? Request : Password);
    client->write(QByteArray(1, '\x05') + chosen);
    return true;
}

bool SocksProxy::takePassword(QTcpSocket *client, QByteArray &buffer)
{
    if (buffer.size() < 2) {
        return false;
    }
    const int userSize = buffer.at(1);
    if (buffer.size() < 3 + userSize || buffer.size() < 3 + userSize + buffer.at(2 + userSize)) {
        return false;
    }
    const int passwordSize = buffer.at(2 + userSize);
    const bool known = buffer.mid(2, userSize) == user && buffer.mid(3 + userSize, passwordSize) == password;
    buffer.remove(0, 3 + userSize + passwordSize);
    if (!known) {
        refuse(client, QByteArray("\x01\x01", 2));
        client->disconnectFromHost();
        return false;
    }
    client->setProperty(stageProperty, Request);
    client->write(QByteArray("\x01\x00", 2));
    return true;
}

void SocksProxy::takeRequest(QTcpSocket *client, QByteArray &buffer)
{
    if (buffer.size() < 5) {
        return;
    }
    const bool isName = buffer.at(3) == '\x03';
    const int addressSize = isName ? 1 + buffer.at(4) : 4;
    if (buffer.size() < 6 + addressSize) {
        return;
    }
    const QByteArray address = buffer.mid(4, addressSize);
    const auto port = qFromBigEndian<quint16>(buffer.constData() + 4 + addressSize);
    const QByteArray host =
        isName ? address.mid(1)
               : QHostAddress(qFromBigEndian<quint32>(address.constData())).toString().toLatin1();
    const QByteArray rest = buffer.mid(6 + addressSize);
    carry(client, host + ':' + QByteArray::number(port), QByteArray("\x05\0\0\x01\0\0\0\0\0\0", 10), rest);
}

} // namespace signalbox::test
