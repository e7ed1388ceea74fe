// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QString>
#include <QUrl>

namespace signalbox::http
{

/// Everything about how to reach one server. Holds no secret; a password in the proxy address is the one
/// exception, so never log `proxy` as a whole.
struct Endpoint {
    QUrl base;                             ///< keeps a path prefix
    QList<QSslCertificate> caCertificates; ///< empty: system roots; else they replace the system roots
    bool insecureSkipVerify = false;       ///< shown as a permanent badge
    QString tlsServerName;                 ///< SNI and verification name; empty: host of `base`
    QNetworkProxy proxy{QNetworkProxy::DefaultProxy}; ///< from proxy-url
    bool disableCompression = false;
};

} // namespace signalbox::http
