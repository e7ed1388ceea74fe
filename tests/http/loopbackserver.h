// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QPointer>
#include <QSslServer>
#include <QTcpSocket>
#include <QUrl>
#include <QVector>

#include <functional>

namespace signalbox::test
{

/// A request as it stood on the wire, and the way to answer it, well or badly.
struct Received {
    QByteArray method;
    QByteArray target;
    QVector<QPair<QByteArray, QByteArray>> headers; ///< names in lower case, repeated ones kept
    QByteArray body;
    QPointer<QTcpSocket> socket;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QByteArray path() const { return target.split('?').first(); }
    [[nodiscard]] QByteArray query(const QByteArray &name) const;

    void answer(int status, const QByteArray &content, const QByteArray &type = "application/json",
                const QByteArray &furtherHeaders = {}) const;
    /// Head of a chunked answer; follow with chunk() and lastChunk().
    void begin(int status, const QByteArray &type = "application/json") const;
    void chunk(const QByteArray &content) const;
    void lastChunk() const;
    void raw(const QByteArray &bytes) const;
    void reset() const; ///< TCP connection ends without an answer
};

/// HTTP/1.1 server on a free loopback port that does whatever a test scripts.
class LoopbackServer final : public QSslServer
{
    Q_OBJECT

public:
    enum class Identity { Plain, Good, WrongHost, Expired };

    explicit LoopbackServer(Identity identity = Identity::Plain, QObject *parent = nullptr);
    ~LoopbackServer() override;

    std::function<void(const Received &)> onRequest;

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const QVector<Received> &received() const { return m_received; }
    /// Requests whose target starts with this.
    [[nodiscard]] QVector<Received> receivedFor(const QByteArray &prefix) const;
    [[nodiscard]] int connections() const { return m_connections; }
    void closeConnections();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void adopt(QTcpSocket *socket);
    void onReadyRead(QTcpSocket *socket);

    Identity m_identity;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QVector<Received> m_received;
    int m_connections = 0;
};

} // namespace signalbox::test
