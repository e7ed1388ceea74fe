// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/probe.h"

#include <QSslSocket>

namespace signalbox::probes
{

/// A probe that talks over one connection. Certificates are always verified; no proxy, because it is this way
/// that is asked about.
class SocketProbe : public Probe
{
    Q_OBJECT

public:
    explicit SocketProbe(ProbeInput input);
    ~SocketProbe() override;

protected:
    /// Protocols that begin in plain text connect plainly and call beginTls() when it is time.
    void connectTo(const QString &host, int port, bool encrypted);
    void beginTls();
    virtual void onConnected() = 0; ///< and encrypted, where that was asked for
    virtual void onBytes() = 0;
    virtual void onSocketError(QAbstractSocket::SocketError error);

    [[nodiscard]] QSslSocket &socket() { return m_socket; }
    [[nodiscard]] const QString &host() const { return m_host; }
    [[nodiscard]] QString endpoint() const;

private:
    QSslSocket m_socket;
    QString m_host;
    int m_port = 0;
};

} // namespace signalbox::probes
