// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/probe.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <memory>

namespace signalbox::probes
{

/// Chain, host name, days left and protocol of a TLS server. Where TLS 1.3 is the least, a second handshake
/// asks whether the server would take 1.2 as well; the least is kept only if it refuses. Source: requirements
/// S1-ENV-05, S1-CMP-02.
class TlsProbe final : public Probe
{
    Q_OBJECT

public:
    using Probe::Probe;
    ~TlsProbe() override;

protected:
    void run() override;

private:
    void dial(QSsl::SslProtocol protocol, void (TlsProbe::*onEncrypted)(),
              void (TlsProbe::*onError)(QAbstractSocket::SocketError));
    void onEncrypted();
    void onError(QAbstractSocket::SocketError error);
    void onOlderEncrypted();
    void onOlderError(QAbstractSocket::SocketError error);
    /// Of the certificate in the chain that ends first.
    [[nodiscard]] QDateTime chainEnd() const;
    [[nodiscard]] ProbeFinding judgeDays(const QString &protocol) const;
    [[nodiscard]] QString endpoint() const;

    std::unique_ptr<QSslSocket> m_socket;
    ProbeFinding m_soFar;
};

} // namespace signalbox::probes
