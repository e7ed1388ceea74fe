// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/discovery.h"

#include "backends/api/whenfinished.h"

namespace signalbox::kubernetes
{

namespace
{

constexpr const char *AggregatedAccept =
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
    "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

http::Request get(const QString &path, const QByteArray &accept)
{
    http::Request request;
    request.pathAndQuery = path;
    request.accept = accept;
    request.expectJson = true;
    request.attempts = 1;
    return request;
}

} // namespace

Discovery::Discovery(http::HttpClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void Discovery::start()
{
    if (m_running) {
        return;
    }
    m_running = true;
    m_collected.clear();
    m_failure.reset();
    whenFinished(this, m_client.send(get(QStringLiteral("/apis"), AggregatedAccept)),
                 [this](const Result<http::Response> &answer) { onGroups(answer); });
}

void Discovery::onGroups(const Result<http::Response> &answer)
{
    if (!answer) {
        conclude(answer.error());
        return;
    }
    m_http2 = answer->http2;
    if (const auto verbs = parseAggregatedDiscovery(answer->body)) {
        m_collected = *verbs;
        conclude(std::nullopt);
        return;
    }
    const auto served = parseGroupList(answer->body);
    if (!served) {
        conclude(Error{ErrorCode::Protocol,
                       ErrorLayer::Protocol,
                       200,
                       {},
                       QStringLiteral("/apis is neither a group list nor a discovery list"),
                       {},
                       {}});
        return;
    }
    QSet<QString> wanted;
    for (const ResourceKind kind : allResourceKinds()) {
        const ResourceType &type = resourceType(kind);
        for (const QString &version : type.versions) {
            const QString groupVersion = type.group + u'/' + version;
            if (served->contains(groupVersion)) {
                wanted.insert(groupVersion);
            }
        }
    }
    m_pending = static_cast<int>(wanted.size());
    for (const QString &groupVersion : wanted) {
        askGroup(groupVersion);
    }
    if (m_pending == 0) {
        conclude(std::nullopt);
    }
}

void Discovery::askGroup(const QString &groupVersion)
{
    whenFinished(this, m_client.send(get(QStringLiteral("/apis/") + groupVersion, "application/json")),
                 [this](const Result<http::Response> &answer) { onResources(answer); });
}

void Discovery::onResources(const Result<http::Response> &answer)
{
    if (answer) {
        m_collected.insert(parseResourceList(answer->body));
    } else if (answer.error().httpStatus == 0) {
        m_failure = answer.error(); // a group whose own server is down (503) only hides its kinds
    }
    if (--m_pending == 0) {
        conclude(m_failure);
    }
}

void Discovery::conclude(const std::optional<Error> &error)
{
    m_running = false;
    if (!error) {
        m_known = true;
        m_verbs = m_collected;
    }
    Q_EMIT finished(error);
}

std::optional<ServedResource> Discovery::served(ResourceKind kind) const
{
    if (const auto found = resolve(kind, m_verbs)) {
        return found;
    }
    if (m_known) {
        return std::nullopt;
    }
    // Some servers hide discovery from ordinary users: then the list itself tells.
    const ResourceType &type = resourceType(kind);
    return ServedResource{type.group, type.versions.first(), type.resource, type.namespaced, true};
}

} // namespace signalbox::kubernetes
