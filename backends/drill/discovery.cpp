// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/discovery.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/representation.h"
#include "backends/drill/servedtype.h"

#include <QCryptographicHash>

#include <algorithm>

namespace signalbox::drill
{

namespace
{

struct Subresource {
    const char *name;
    const char *group;
    const char *version;
    QString kind;
    std::vector<const char *> verbs;
};

std::vector<Subresource> subresourcesOf(const ResourceType &type)
{
    std::vector<Subresource> found;
    const QByteArray key = type.key().toLatin1();
    if (type.statusSubresource)
        found.push_back({"status", nullptr, nullptr, type.kind, {"get", "patch", "update"}});
    if (type.scaleSubresource)
        found.push_back({"scale", "autoscaling", "v1", QStringLiteral("Scale"), {"get", "patch", "update"}});
    if (key == "/services")
        found.push_back({"proxy", nullptr, nullptr, QStringLiteral("ServiceProxyOptions"), {"get"}});
    return found;
}

Json texts(const QStringList &values)
{
    Json list = Json::array();
    for (const QString &value : values)
        list.push_back(jsonText(value));
    return list;
}

QStringList categoriesOf(const ResourceType &type)
{
    static const QStringList all{QStringLiteral("/pods"),
                                 QStringLiteral("/services"),
                                 QStringLiteral("apps/deployments"),
                                 QStringLiteral("apps/replicasets"),
                                 QStringLiteral("apps/statefulsets"),
                                 QStringLiteral("apps/daemonsets"),
                                 QStringLiteral("autoscaling/horizontalpodautoscalers")};
    return all.contains(type.key()) ? QStringList{QStringLiteral("all")} : QStringList();
}

AnnouncedResource review(const char *group, const char *resource, const char *kind)
{
    ResourceType type;
    type.group = QString::fromLatin1(group);
    type.version = QStringLiteral("v1");
    type.resource = QString::fromLatin1(resource);
    type.kind = QString::fromLatin1(kind);
    type.singular = type.kind.toLower();
    type.namespaced = false;
    return {type, {QStringLiteral("create")}};
}

Json kindDocument(const ResourceType &type, const char *group, const char *version, const QString &kind)
{
    return {{"group", group ? Json(group) : jsonText(type.group)},
            {"version", version ? Json(version) : jsonText(type.version)},
            {"kind", jsonText(kind)}};
}

Json aggregatedResource(const AnnouncedResource &announced)
{
    const ResourceType &type = announced.type;
    Json resource = {{"resource", jsonText(type.resource)},
                     {"responseKind", kindDocument(type, nullptr, nullptr, type.kind)},
                     {"scope", type.namespaced ? "Namespaced" : "Cluster"},
                     {"singularResource", jsonText(type.singular)},
                     {"verbs", texts(announced.verbs)}};
    if (!type.shortNames.isEmpty())
        resource["shortNames"] = texts(type.shortNames);
    if (const QStringList categories = categoriesOf(type); !categories.isEmpty())
        resource["categories"] = texts(categories);
    for (const Subresource &sub : subresourcesOf(type))
        resource["subresources"].push_back(
            {{"subresource", sub.name},
             {"responseKind", kindDocument(type, sub.group, sub.version, sub.kind)},
             {"verbs", sub.verbs}});
    return resource;
}

QStringList groupsOf(const QVector<AnnouncedResource> &resources)
{
    QStringList groups;
    for (const AnnouncedResource &announced : resources) {
        if (!announced.type.group.isEmpty() && !groups.contains(announced.type.group))
            groups.append(announced.type.group);
    }
    return groups;
}

/// In the order they were registered; one version of each resource, but a group may have several.
QStringList versionsOf(const QVector<AnnouncedResource> &resources, const QString &group)
{
    QStringList versions;
    for (const AnnouncedResource &announced : resources) {
        if (announced.type.group == group && !versions.contains(announced.type.version))
            versions.append(announced.type.version);
    }
    return versions;
}

Json aggregatedGroup(const QVector<AnnouncedResource> &resources, const QString &group)
{
    Json versions = Json::array();
    const QStringList names = versionsOf(resources, group);
    for (const QString &version : names) {
        Json listed = Json::array();
        for (const AnnouncedResource &announced : resources) {
            if (announced.type.group == group && announced.type.version == version)
                listed.push_back(aggregatedResource(announced));
        }
        versions.push_back({{"version", jsonText(version)}, {"freshness", "Current"}, {"resources", listed}});
    }
    return {{"metadata", {{"name", jsonText(group)}, {"creationTimestamp", nullptr}}},
            {"versions", versions}};
}

Json groupDocument(const QVector<AnnouncedResource> &resources, const QString &group)
{
    Json versions = Json::array();
    const QStringList names = versionsOf(resources, group);
    for (const QString &version : names)
        versions.push_back(
            {{"groupVersion", jsonText(group + QLatin1Char('/') + version)}, {"version", jsonText(version)}});
    return {{"name", jsonText(group)}, {"versions", versions}, {"preferredVersion", versions.front()}};
}

Json resourceList(const QVector<AnnouncedResource> &resources, const QString &group, const QString &version)
{
    Json listed = Json::array();
    for (const AnnouncedResource &announced : resources) {
        const ResourceType &type = announced.type;
        if (type.group != group || type.version != version)
            continue;
        Json entry = {{"name", jsonText(type.resource)},
                      {"singularName", jsonText(type.singular)},
                      {"namespaced", type.namespaced},
                      {"kind", jsonText(type.kind)},
                      {"verbs", texts(announced.verbs)}};
        if (!type.shortNames.isEmpty())
            entry["shortNames"] = texts(type.shortNames);
        if (const QStringList categories = categoriesOf(type); !categories.isEmpty())
            entry["categories"] = texts(categories);
        listed.push_back(entry);
        for (const Subresource &sub : subresourcesOf(type)) {
            Json row = {{"name", type.resource.toStdString() + '/' + sub.name},
                        {"singularName", ""},
                        {"namespaced", type.namespaced},
                        {"kind", jsonText(sub.kind)},
                        {"verbs", sub.verbs}};
            if (sub.group) {
                row["group"] = sub.group;
                row["version"] = sub.version;
            }
            listed.push_back(row);
        }
    }
    if (listed.empty())
        return {};
    const QString groupVersion = group.isEmpty() ? version : group + QLatin1Char('/') + version;
    return {{"kind", "APIResourceList"},
            {"apiVersion", "v1"},
            {"groupVersion", jsonText(groupVersion)},
            {"resources", listed}};
}

/// The version of the aggregated form the client prefers, "v2" or "v2beta1"; empty: none.
QByteArray aggregatedVersion(const HttpRequest &request)
{
    const QList<QByteArray> ranges = request.header("accept").split(',');
    for (const QByteArray &range : ranges) {
        if (!range.contains("as=APIGroupDiscoveryList") || !range.contains("g=apidiscovery.k8s.io"))
            continue;
        return range.contains("v=v2beta1") ? "v2beta1" : "v2";
    }
    return {};
}

Json aggregatedDocument(const QVector<AnnouncedResource> &resources, const QByteArray &version, bool core)
{
    Json items = Json::array();
    if (core) {
        items.push_back(aggregatedGroup(resources, QString()));
    } else {
        const QStringList groups = groupsOf(resources);
        for (const QString &group : groups)
            items.push_back(aggregatedGroup(resources, group));
    }
    return {{"kind", "APIGroupDiscoveryList"},
            {"apiVersion", "apidiscovery.k8s.io/" + version.toStdString()},
            {"metadata", Json::object()},
            {"items", items}};
}

Json legacyRoot(const QVector<AnnouncedResource> &resources, bool core)
{
    if (core)
        return {{"kind", "APIVersions"}, {"versions", {"v1"}}, {"serverAddressByClientCIDRs", Json::array()}};
    Json groups = Json::array();
    const QStringList names = groupsOf(resources);
    for (const QString &group : names)
        groups.push_back(groupDocument(resources, group));
    return {{"kind", "APIGroupList"}, {"apiVersion", "v1"}, {"groups", groups}};
}

/// Null: not served.
Json subtree(const QVector<AnnouncedResource> &resources, const QStringList &segments)
{
    const bool core = segments.at(0) == QLatin1String("api");
    if (core && segments.size() == 2)
        return resourceList(resources, {}, segments.at(1));
    if (!core && segments.size() == 3)
        return resourceList(resources, segments.at(1), segments.at(2));
    if (core || segments.size() != 2 || !groupsOf(resources).contains(segments.at(1)))
        return {};
    Json group = groupDocument(resources, segments.at(1));
    group["kind"] = "APIGroup";
    group["apiVersion"] = "v1";
    return group;
}

} // namespace

QVector<AnnouncedResource> announcedResources(const ObjectStore &store)
{
    static const QStringList all{
        QStringLiteral("create"), QStringLiteral("delete"), QStringLiteral("deletecollection"),
        QStringLiteral("get"),    QStringLiteral("list"),   QStringLiteral("patch"),
        QStringLiteral("update"), QStringLiteral("watch")};
    QVector<AnnouncedResource> resources;
    for (const ResourceType &type : store.types())
        resources.append({type, all});
    const QStringList reading{QStringLiteral("get"), QStringLiteral("list"), QStringLiteral("watch")};
    resources.append({newStyleEvents(), reading});
    resources.append({oldStyleAutoscalers(), reading});
    resources.append(review("authorization.k8s.io", "selfsubjectaccessreviews", "SelfSubjectAccessReview"));
    resources.append(review("authorization.k8s.io", "selfsubjectrulesreviews", "SelfSubjectRulesReview"));
    resources.append(review("authentication.k8s.io", "selfsubjectreviews", "SelfSubjectReview"));
    return resources;
}

std::optional<HttpResponse> answerDiscovery(const ObjectStore &store, const HttpRequest &request,
                                            const QString &path)
{
    const QStringList segments = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const bool core = segments.value(0) == QLatin1String("api");
    if (!core && segments.value(0) != QLatin1String("apis"))
        return {};
    const QVector<AnnouncedResource> resources = announcedResources(store);
    HttpResponse response;
    if (segments.size() > 1) {
        const Json document = subtree(resources, segments);
        if (document.is_null())
            return {};
        response.body.append(dumped(document, wantsPretty(request)));
        return response;
    }
    const QByteArray version = aggregatedVersion(request);
    if (version.isEmpty()) {
        response.body.append(dumped(legacyRoot(resources, core), wantsPretty(request)));
        return response;
    }
    const QByteArray body = dumped(aggregatedDocument(resources, version, core), wantsPretty(request));
    const QByteArray tag =
        '"' + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().toUpper() + '"';
    response.contentType =
        "application/json;g=apidiscovery.k8s.io;v=" + version + ";as=APIGroupDiscoveryList";
    response.headers = {{"ETag", tag}, {"Vary", "Accept"}};
    if (request.header("if-none-match") == tag)
        response.status = 304;
    else
        response.body.append(body);
    return response;
}

} // namespace signalbox::drill
