// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/http/loopbackserver.h"

#include "tests/http/testcertificates.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QUrlQuery>

namespace signalbox::test
{

QByteArray Received::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name.toLower()) {
            return value;
        }
    }
    return {};
}

QByteArray Received::query(const QByteArray &name) const
{
    const QUrlQuery query(QUrl::fromEncoded(target).query(QUrl::FullyEncoded));
    return query.queryItemValue(QString::fromUtf8(name), QUrl::FullyDecoded).toUtf8();
}

void Received::raw(const QByteArray &bytes) const
{
    if (socket) {
        socket->write(bytes);
        socket->flush();
    }
}

void Received::answer(int status, const QByteArray &content, const QByteArray &type,
                      const QByteArray &furtherHeaders) const
{
    raw("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type + "\r\nContent-Length: " +
        QByteArray::number(content.size()) + "\r\n" + furtherHeaders + "\r\n" + content);
}

void Received::begin(int status, const QByteArray &type) const
{
    raw("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type +
        "\r\nTransfer-Encoding: chunked\r\n\r\n");
}

void Received::chunk(const QByteArray &content) const
{
    raw(QByteArray::number(content.size(), 16) + "\r\n" + content + "\r\n");
}

void Received::lastChunk() const
{
    raw("0\r\n\r\n");
}

void Received::reset() const
{
    if (socket) {
        socket->abort();
    }
}

LoopbackServer::LoopbackServer(Identity identity, QObject *parent)
    : QSslServer(parent)
    , m_identity(identity)
{
    struct Pair {
        const char *certificate;
        const char *key;
    };
    const Pair pair = identity == Identity::WrongHost ? Pair{WrongHostCertificatePem, WrongHostKeyPem}
                      : identity == Identity::Expired ? Pair{ExpiredCertificatePem, ExpiredKeyPem}
                                                      : Pair{ServerCertificatePem, ServerKeyPem};
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(QByteArray(pair.certificate)));
    tls.setPrivateKey(QSslKey(QByteArray(pair.key), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    tls.setCaCertificates(QSslCertificate::fromData(QByteArray(AuthorityPem)));
    setSslConfiguration(tls);
    connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            adopt(socket);
        }
    });
    listen(QHostAddress::LocalHost);
}

LoopbackServer::~LoopbackServer()
{
    closeConnections();
}

void LoopbackServer::incomingConnection(qintptr descriptor)
{
    if (m_identity != Identity::Plain) {
        QSslServer::incomingConnection(descriptor);
        return;
    }
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    adopt(socket);
}

void LoopbackServer::adopt(QTcpSocket *socket)
{
    ++m_connections;
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_buffers.remove(socket);
        socket->deleteLater();
    });
    if (socket->bytesAvailable() > 0) {
        onReadyRead(socket);
    }
}

void LoopbackServer::onReadyRead(QTcpSocket *socket)
{
    m_buffers[socket] += socket->readAll();
    for (;;) {
        QByteArray &buffer = m_buffers[socket];
        const auto end = buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        Received request;
        request.socket = socket;
        const auto lines = buffer.left(end).split('\n');
        const auto first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const auto colon = line.indexOf(':');
            request.headers.append({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
        }
        const int length = request.header("content-length").toInt();
        if (buffer.size() < end + 4 + length) {
            return;
        }
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        m_received.append(request);
        if (onRequest) {
            onRequest(request);
        }
    }
}

QUrl LoopbackServer::url() const
{
    QUrl url;
    url.setScheme(m_identity == Identity::Plain ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    return url;
}

QVector<Received> LoopbackServer::receivedFor(const QByteArray &prefix) const
{
    QVector<Received> found;
    for (const Received &request : m_received) {
        if (request.target.startsWith(prefix)) {
            found.append(request);
        }
    }
    return found;
}

void LoopbackServer::closeConnections()
{
    const auto sockets = findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
    m_buffers.clear();
}

} // namespace signalbox::test
