// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>
#include <QString>
#include <QUrl>

namespace signalbox::http
{

/// The proxy a URL names, for an address in a kubeconfig and for the environment alike: http and socks5, with
/// user and password if it has them. Errors have layer Configuration and never hold the password.
/// @param origin what the error is about: a file, or the name of a variable
[[nodiscard]] Result<QNetworkProxy> proxyFromUrl(const QUrl &url, const QString &origin);

/// Which proxy the environment wants for a server, by the rules of Go's net/http, which kubectl follows:
/// HTTPS_PROXY for https and HTTP_PROXY for http, upper case before lower case; NO_PROXY lists hosts, domains
/// (with their subdomains), addresses and networks, each with an optional port, or "*"; localhost and
/// loopback addresses never go through a proxy. A value without scheme is an http proxy.
class ProxyEnvironment
{
public:
    ProxyEnvironment() = default;
    explicit ProxyEnvironment(const QProcessEnvironment &environment);

    /// DefaultProxy where none applies. An error where one applies that cannot be used: going around it
    /// would be the wrong guess.
    [[nodiscard]] Result<QNetworkProxy> proxyFor(const QUrl &server) const;

private:
    struct Variable {
        QString name; ///< as it was found
        QString value;
    };
    [[nodiscard]] static Variable read(const QProcessEnvironment &environment, const QString &name);
    [[nodiscard]] bool goesDirect(const QUrl &server) const;

    Variable m_http;
    Variable m_https;
    QString m_exceptions;
    bool m_gateway = false; ///< a CGI program's HTTP_PROXY may come from a request header
};

} // namespace signalbox::http
