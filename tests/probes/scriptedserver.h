// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

#include <functional>

namespace signalbox::test
{

/// TCP server on a free loopback port that talks as a test tells it to, well or badly; also in TLS, from the
/// start or when upgrade() is called.
class ScriptedServer final : public QTcpServer
{
    Q_OBJECT

public:
    explicit ScriptedServer(bool encrypted = false);

    /// Identity in TLS: PEM of a certificate and its EC key.
    void setIdentity(const QByteArray &certificate, const QByteArray &key);
    void setProtocol(QSsl::SslProtocol protocol) { m_tls.setProtocol(protocol); }
    static void upgrade(QSslSocket *socket) { socket->startServerEncryption(); }

    [[nodiscard]] QStringList port() const { return {QString::number(serverPort())}; }

    std::function<void(QSslSocket *)> onConnection; ///< in TLS: once it is encrypted
    std::function<void(QSslSocket *)> onBytes;
    int connections = 0;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    bool m_encrypted;
    QSslConfiguration m_tls;
};

/// A port on which nobody listens.
[[nodiscard]] QStringList deadPort();

} // namespace signalbox::test
