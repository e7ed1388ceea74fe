// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/accessreviews.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/objectwriter.h"
#include "backends/drill/refusals.h"
#include "backends/drill/representation.h"

namespace signalbox::drill
{

namespace
{

const QString kAccess = QStringLiteral("selfsubjectaccessreviews");
const QString kRules = QStringLiteral("selfsubjectrulesreviews");
const QString kSelf = QStringLiteral("selfsubjectreviews");

Json listOf(const QStringList &values)
{
    Json list = Json::array();
    for (const QString &value : values)
        list.push_back(jsonText(value));
    return list;
}

/// "*" in the question asks for everything at once; a rule must then hold a "*", which plain matching
/// decides.
AccessAttributes attributesOf(const Json &spec)
{
    const Json &path = member(spec, "nonResourceAttributes");
    if (path.is_object()) {
        AccessAttributes attributes;
        attributes.verb = text(path, {"verb"});
        attributes.path = text(path, {"path"});
        return attributes;
    }
    const Json &resource = member(spec, "resourceAttributes");
    return {text(resource, {"verb"}),
            text(resource, {"group"}),
            text(resource, {"resource"}),
            text(resource, {"subresource"}),
            text(resource, {"namespace"}),
            text(resource, {"name"}),
            {}};
}

Result<Json> accessStatus(const AccessControl &access, const Identity &who, const Json &review)
{
    const Json &spec = member(review, "spec");
    if (!member(spec, "resourceAttributes").is_object() && !member(spec, "nonResourceAttributes").is_object())
        return refusal(
            ErrorCode::Invalid, 422, "Invalid",
            QStringLiteral("SelfSubjectAccessReview.authorization.k8s.io \"\" is invalid: "
                           "spec.resourceAttributes: Required value: exactly one of nonResourceAttributes "
                           "or resourceAttributes must be specified"));
    const bool allowed = access.allows(who, attributesOf(spec));
    Json status = {{"allowed", allowed}};
    if (allowed)
        status["reason"] = "granted by the drill's rules for user " + who.user.toStdString();
    return status;
}

Json rulesStatus(const AccessControl &access, const Identity &who, const Json &review)
{
    Json resources = Json::array();
    Json paths = Json::array();
    const QVector<AccessRule> rules = access.rulesIn(who, text(review, {"spec", "namespace"}));
    for (const AccessRule &rule : rules) {
        if (rule.paths.isEmpty())
            resources.push_back({{"verbs", listOf(rule.verbs)},
                                 {"apiGroups", listOf(rule.groups)},
                                 {"resources", listOf(rule.resources)}});
        else
            paths.push_back({{"verbs", listOf(rule.verbs)}, {"nonResourceURLs", listOf(rule.paths)}});
    }
    return {{"resourceRules", resources}, {"nonResourceRules", paths}, {"incomplete", false}};
}

Json selfStatus(const Identity &who)
{
    return {{"userInfo",
             {{"username", jsonText(who.user)}, {"uid", jsonText(who.uid)}, {"groups", listOf(who.groups)}}}};
}

} // namespace

bool isReview(const RequestPath &path)
{
    if (path.version != QLatin1String("v1"))
        return false;
    return (path.group == QLatin1String("authorization.k8s.io") &&
            (path.resource == kAccess || path.resource == kRules)) ||
           (path.group == QLatin1String("authentication.k8s.io") && path.resource == kSelf);
}

Result<HttpResponse> answerReview(const AccessControl &access, const Identity &who,
                                  const HttpRequest &request, const RequestPath &path)
{
    if (path.verb != QLatin1String("create") || !path.name.isEmpty())
        return refusal(ErrorCode::Unsupported, 405, "MethodNotAllowed",
                       QStringLiteral("the server does not allow this method on the requested resource"));
    Result<Json> review = ObjectWriter::bodyOf(request);
    if (!review)
        return tl::unexpected(review.error());
    Result<Json> status = Json();
    const char *kind = "SelfSubjectReview";
    if (path.resource == kAccess) {
        kind = "SelfSubjectAccessReview";
        status = accessStatus(access, who, *review);
    } else if (path.resource == kRules) {
        kind = "SelfSubjectRulesReview";
        status = rulesStatus(access, who, *review);
    } else {
        status = selfStatus(who);
    }
    if (!status)
        return tl::unexpected(status.error());
    const std::string apiVersion = (path.group + QLatin1Char('/') + path.version).toStdString();
    Json answer = {{"kind", kind},
                   {"apiVersion", apiVersion},
                   {"metadata", {{"creationTimestamp", nullptr}}},
                   {"status", *status}};
    if (path.resource != kSelf)
        answer["spec"] = member(*review, "spec");
    HttpResponse response;
    response.status = 201;
    response.body.append(dumped(answer, wantsPretty(request)));
    return response;
}

} // namespace signalbox::drill
