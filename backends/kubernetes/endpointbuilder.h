// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/endpoint.h"
#include "backends/http/proxyenvironment.h"
#include "backends/kubernetes/kubeconfig.h"

namespace signalbox::kubernetes
{

/// How to reach the server of a context: address, trust, proxy. Reads the CA file, if one is named.
/// @param environment decides where the context has no proxy-url
[[nodiscard]] Result<http::Endpoint> makeEndpoint(const ContextEntry &entry,
                                                  const http::ProxyEnvironment &environment = {});

/// True if the user entry would put a secret on the wire.
[[nodiscard]] bool sendsSecrets(const KubeUser &user);

/// Impersonation as request headers, in the order API servers document them. Keys of extra fields are
/// lower-cased and what a header name cannot hold is percent-encoded. Values are UTF-8.
[[nodiscard]] Result<QVector<QPair<QByteArray, QByteArray>>>
impersonationHeaders(const Impersonation &acting);

} // namespace signalbox::kubernetes
