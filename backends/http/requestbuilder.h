// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/credentialsource.h"
#include "backends/http/endpoint.h"
#include "backends/http/request.h"

#include <QNetworkRequest>

namespace signalbox::http
{

/// Everything of one attempt that Qt needs to know: address below the endpoint's path, TLS, headers.
/// Authorization and the headers of the credentials are left out when the endpoint is not https.
/// Fails with BadConfiguration when the address or a header cannot be sent.
[[nodiscard]] Result<QNetworkRequest> buildRequest(const Endpoint &endpoint, const Credentials &credentials,
                                                   const Request &request);

/// "host:port" for Error::subject.
[[nodiscard]] QString subjectOf(const Endpoint &endpoint);

} // namespace signalbox::http
