// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/reviews.h"

#include "backends/kubernetes/statusreader.h"

#include <nlohmann/json.hpp>

namespace signalbox::kubernetes
{

namespace
{

using Json = nlohmann::json;

QByteArray dumped(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// Child object under a key; null if there is none.
const Json &childOf(const Json &object, const char *key)
{
    static const Json none;
    if (!object.is_object()) {
        return none;
    }
    const auto found = object.find(key);
    return found != object.end() ? *found : none;
}

QString textOf(const Json &value)
{
    return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
}

bool isTrue(const Json &value)
{
    return value.is_boolean() && value.get<bool>();
}

http::Request post(const QString &path, const Json &body)
{
    http::Request request;
    request.method = "POST";
    request.pathAndQuery = path;
    request.contentType = "application/json";
    request.body = dumped(body);
    request.expectJson = true;
    return request;
}

} // namespace

http::Request identityRequest()
{
    return post(QStringLiteral("/apis/authentication.k8s.io/v1/selfsubjectreviews"),
                Json{{"apiVersion", "authentication.k8s.io/v1"}, {"kind", "SelfSubjectReview"}});
}

ClusterIdentity readIdentity(const QByteArray &body)
{
    const Json root = Json::parse(body.begin(), body.end(), nullptr, false);
    const Json &user = childOf(childOf(root, "status"), "userInfo");
    ClusterIdentity identity;
    identity.user = textOf(childOf(user, "username"));
    for (const Json &group : childOf(user, "groups")) {
        identity.groups.append(textOf(group));
    }
    return identity;
}

http::Request accessRequest(const AccessQuery &query)
{
    Json attributes{{"verb", query.verb.toStdString()}, {"resource", query.resource.toStdString()}};
    const auto add = [&attributes](const char *key, const QString &value) {
        if (!value.isEmpty()) {
            attributes[key] = value.toStdString();
        }
    };
    add("group", query.group);
    add("subresource", query.subresource);
    add("namespace", query.namespaceName);
    add("name", query.name);
    return post(QStringLiteral("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"),
                Json{{"apiVersion", "authorization.k8s.io/v1"},
                     {"kind", "SelfSubjectAccessReview"},
                     {"spec", {{"resourceAttributes", attributes}}}});
}

Result<Access> readAccess(const QByteArray &body)
{
    const Json root = Json::parse(body.begin(), body.end(), nullptr, false);
    const Json &status = childOf(root, "status");
    if (!status.is_object()) {
        return failure(ErrorCode::Protocol, ErrorLayer::Protocol,
                       QStringLiteral("access review without a status"));
    }
    return isTrue(childOf(status, "allowed")) && !isTrue(childOf(status, "denied")) ? Access::Allowed
                                                                                    : Access::Denied;
}

http::Request commandRequest(const ApiCall &call, bool dryRun)
{
    http::Request request;
    request.method = call.method;
    request.pathAndQuery = call.path;
    request.pathAndQuery += call.path.contains(u'?') ? u'&' : u'?';
    request.pathAndQuery += QStringLiteral("fieldManager=signalbox");
    if (dryRun) {
        request.pathAndQuery += QStringLiteral("&dryRun=All");
    }
    request.contentType = call.contentType;
    request.body = call.body;
    // A dry run that got lost changed nothing; still, one attempt, so that both are timed alike.
    request.idempotent = dryRun;
    request.attempts = 1;
    return request;
}

CallAnswer readCallAnswer(const http::Response &response)
{
    CallAnswer answer;
    answer.httpStatus = response.status;
    answer.body = response.body;
    answer.warnings = parseWarnings(response.header("Warning"));
    answer.duration = response.duration;
    return answer;
}

} // namespace signalbox::kubernetes
