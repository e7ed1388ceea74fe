// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QVector>

namespace signalbox::test
{

/// A working proxy on a free loopback port: it carries every connection to one loopback server, whatever name
/// the client asks for, and remembers what was asked. With a user name set it wants that and the password.
class TestProxy : public QTcpServer
{
    Q_OBJECT

public:
    explicit TestProxy(quint16 target);

    QByteArray user;
    QByteArray password;

    /// "host:port" of the connections that were let through, as the client named them.
    [[nodiscard]] const QVector<QByteArray> &carried() const { return m_carried; }
    [[nodiscard]] int refusals() const { return m_refusals; }
    [[nodiscard]] qint64 bytesBack() const { return m_bytesBack; }

protected:
    /// Reads what has arrived on a connection that is not carried yet; takes from `buffer` what it used.
    virtual void negotiate(QTcpSocket *client, QByteArray &buffer) = 0;
    /// Connects to the target; writes `first` to it, and `answer` to the client once it is there.
    void carry(QTcpSocket *client, const QByteArray &wanted, const QByteArray &answer,
               const QByteArray &first = {});
    void refuse(QTcpSocket *client, const QByteArray &answer);

private:
    quint16 m_target;
    QVector<QByteArray> m_carried;
    int m_refusals = 0;
    qint64 m_bytesBack = 0;
};

/// HTTP proxy: CONNECT, and plain requests with a whole URL.
class ConnectProxy final : public TestProxy
{
    Q_OBJECT

public:
    using TestProxy::TestProxy;

protected:
    void negotiate(QTcpSocket *client, QByteArray &buffer) override;
};

/// SOCKS version 5 as of RFC 1928, with the passwords of RFC 1929.
class SocksProxy final : public TestProxy
{
    Q_OBJECT

public:
    using TestProxy::TestProxy;

protected:
    void negotiate(QTcpSocket *client, QByteArray &buffer) override;

private:
    bool takeGreeting(QTcpSocket *client, QByteArray &buffer);
    bool takePassword(QTcpSocket *client, QByteArray &buffer);
    void takeRequest(QTcpSocket *client, QByteArray &buffer);
};

} // namespace signalbox::test
