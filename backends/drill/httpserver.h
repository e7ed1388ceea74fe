// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/certificateauthority.h"

#include <QObject>
#include <QSslServer>

namespace signalbox::drill
{

class Exchange;

/// HTTPS/1.1 on loopback. Asks clients for a certificate of the given authority and takes those without one,
/// too.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    explicit HttpServer(QObject *parent = nullptr);
    ~HttpServer() override;

    /// @param port 0: any free one
    [[nodiscard]] Result<Done> listen(const IssuedCertificate &identity, const QByteArray &caPem,
                                      quint16 port);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void close();

Q_SIGNALS:
    void requested(signalbox::drill::Exchange *exchange);

private:
    void accept();

    QSslServer m_server;
};

} // namespace signalbox::drill
