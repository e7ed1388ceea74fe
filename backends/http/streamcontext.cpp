// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/streamcontext.h"

namespace signalbox::http
{

std::shared_ptr<QNetworkAccessManager> StreamContext::managerFor(const Credentials &current)
{
    if (!m_manager || m_certificate != current.clientCertificate) {
        // deleteLater: the last exchange may let go inside a signal of its reply.
        m_manager = std::shared_ptr<QNetworkAccessManager>(
            new QNetworkAccessManager, [](QNetworkAccessManager *manager) { manager->deleteLater(); });
        m_manager->setProxy(endpoint.proxy);
        m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_certificate = current.clientCertificate;
    }
    return m_manager;
}

} // namespace signalbox::http
