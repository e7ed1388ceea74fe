// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/httpclient.h"
#include "tests/http/loopbackserver.h"

#include <chrono>

namespace signalbox::test
{

/// Limits with which a test need not wait.
inline http::Limits quickLimits()
{
    http::Limits limits;
    limits.firstRetry = std::chrono::milliseconds(5);
    limits.longestRetry = std::chrono::milliseconds(20);
    limits.deadline = std::chrono::milliseconds(5000);
    limits.idle = std::chrono::milliseconds(2000);
    return limits;
}

inline http::Endpoint endpointOf(const LoopbackServer &server)
{
    http::Endpoint endpoint;
    endpoint.base = server.url();
    endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    return endpoint;
}

inline http::Request get(const QString &path)
{
    http::Request request;
    request.pathAndQuery = path;
    return request;
}

inline http::Request patch(const QString &path)
{
    http::Request request;
    request.method = "PATCH";
    request.pathAndQuery = path;
    request.contentType = "application/merge-patch+json";
    request.body = R"({"spec":{"paused":true}})";
    request.idempotent = false;
    return request;
}

} // namespace signalbox::test
