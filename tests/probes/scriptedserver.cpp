// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedserver.h"

#include "tests/http/testcertificates.h"

#include <QSslCertificate>
#include <QSslKey>

namespace signalbox::test
{

ScriptedServer::ScriptedServer(bool encrypted)
    : m_encrypted(encrypted)
{
    setIdentity(ServerCertificatePem, ServerKeyPem);
    m_tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    listen(QHostAddress::LocalHost);
}

void ScriptedServer::setIdentity(const QByteArray &certificate, const QByteArray &key)
{
    m_tls.setLocalCertificateChain(QSslCertificate::fromData(certificate));
    m_tls.setPrivateKey(QSslKey(key, QSsl::Ec));
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    ++connections;
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    socket->setSslConfiguration(m_tls);
    connect(socket, &QIODevice::readyRead, this, [this, socket] {
        if (onBytes) {
            onBytes(socket);
        }
    });
    const auto greet = [this, socket] {
        if (onConnection) {
            onConnection(socket);
        }
    };
    if (m_encrypted) {
        connect(socket, &QSslSocket::encrypted, this, greet);
        socket->startServerEncryption();
    } else {
        greet();
    }
}

QStringList deadPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return {QString::number(server.serverPort())};
}

} // namespace signalbox::test
