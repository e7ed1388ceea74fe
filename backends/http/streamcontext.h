// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/credentialsource.h"
#include "backends/http/endpoint.h"
#include "backends/http/request.h"

#include <QNetworkAccessManager>
#include <QPointer>

#include <memory>

namespace signalbox::http
{

/// What the exchanges of one client share. Private to backends/http.
class StreamContext
{
public:
    Endpoint endpoint;
    QPointer<CredentialSource> credentials;
    Limits limits;
    ErrorReader errorReader;

    /// For one exchange, which keeps it while it runs. A pooled connection stays with the client certificate
    /// it was opened with, so another certificate means another manager.
    [[nodiscard]] std::shared_ptr<QNetworkAccessManager> managerFor(const Credentials &current);
    /// Later exchanges open new connections; those under way go on.
    void renewConnections() { m_manager.reset(); }

private:
    std::shared_ptr<QNetworkAccessManager> m_manager;
    QList<QSslCertificate> m_certificate;
};

} // namespace signalbox::http
