// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/api/whenfinished.h"
#include "backends/kubernetes/reviews.h"
#include "backends/kubernetes/sessionconnection.h"

/// The calls of a session: commands, single reads, reviews.
namespace signalbox::kubernetes
{

namespace
{

QString impersonated(const Result<http::Credentials> &credentials)
{
    if (!credentials) {
        return {};
    }
    for (const auto &[name, value] : credentials->headers) {
        if (name.compare("Impersonate-User", Qt::CaseInsensitive) == 0) {
            return QString::fromUtf8(value);
        }
    }
    return {};
}

} // namespace

void Session::askIdentity()
{
    if (!m_setup.credentials) {
        sendIdentityRequest({});
        return;
    }
    whenFinished(this, m_setup.credentials->credentials(false),
                 [this](const Result<http::Credentials> &credentials) {
                     sendIdentityRequest(impersonated(credentials));
                 });
}

void Session::sendIdentityRequest(const QString &actingAs)
{
    if (!m_connection) {
        return;
    }
    whenFinished(this, m_connection->commands->send(identityRequest()),
                 [this, actingAs](const Result<http::Response> &answer) {
                     if (!m_connection) {
                         return;
                     }
                     // Servers before 1.28 do not know the question: then only the version is known.
                     ClusterIdentity identity = answer ? readIdentity(answer->body) : ClusterIdentity{};
                     identity.actingAs = actingAs;
                     identity.serverVersion = m_connection->probe.serverVersion();
                     Q_EMIT identityKnown(identity);
                 });
}

QFuture<Result<CallAnswer>> Session::call(const ApiCall &call, bool dryRun)
{
    if (!m_connection) {
        return answered<CallAnswer>(tl::unexpected(notOpen()));
    }
    Answer<CallAnswer> answer;
    m_connection->commands->send(commandRequest(call, dryRun))
        .then([answer](QFuture<Result<http::Response>> done) {
            const auto response = done.result();
            answer.give(response ? Result<CallAnswer>(readCallAnswer(*response))
                                 : tl::unexpected(response.error()));
        });
    return answer.future();
}

QFuture<Result<QByteArray>> Session::get(const QString &path)
{
    if (!m_connection) {
        return answered<QByteArray>(tl::unexpected(notOpen()));
    }
    http::Request request;
    request.pathAndQuery = path;
    request.expectJson = true;
    Answer<QByteArray> answer;
    m_connection->commands->send(request).then([answer](QFuture<Result<http::Response>> done) {
        const auto response = done.result();
        answer.give(response ? Result<QByteArray>(response->body) : tl::unexpected(response.error()));
    });
    return answer.future();
}

QFuture<Result<Access>> Session::review(const AccessQuery &query)
{
    if (!m_connection) {
        return answered<Access>(tl::unexpected(notOpen()));
    }
    Answer<Access> answer;
    m_connection->commands->send(accessRequest(query)).then([answer](QFuture<Result<http::Response>> done) {
        const auto response = done.result();
        answer.give(response ? readAccess(response->body) : tl::unexpected(response.error()));
    });
    return answer.future();
}

Error Session::notOpen()
{
    return Error{
        ErrorCode::Cancelled, ErrorLayer::Rule, 0, {}, QStringLiteral("the connection is not open"), {}, {}};
}

} // namespace signalbox::kubernetes
