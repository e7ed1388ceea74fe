// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clusterapi.h"
#include "backends/http/request.h"

namespace signalbox::kubernetes
{

/// SelfSubjectReview: who the server takes us for. Harmless to repeat.
[[nodiscard]] http::Request identityRequest();
/// Empty fields if the body is something else.
[[nodiscard]] ClusterIdentity readIdentity(const QByteArray &body);

/// SelfSubjectAccessReview. Harmless to repeat.
[[nodiscard]] http::Request accessRequest(const AccessQuery &query);
/// Neither allowed nor denied is Denied: no opinion is no permission.
[[nodiscard]] Result<Access> readAccess(const QByteArray &body);

/// A mutating call: sent once; with dryRun the server persists nothing.
[[nodiscard]] http::Request commandRequest(const ApiCall &call, bool dryRun);
[[nodiscard]] CallAnswer readCallAnswer(const http::Response &response);

} // namespace signalbox::kubernetes
