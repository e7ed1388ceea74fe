// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/openapi.h"

#include "backends/drill/discovery.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/openapiv2.h"
#include "backends/drill/representation.h"

#include <QCryptographicHash>
#include <QSet>

namespace signalbox::drill
{

namespace
{

std::string groupPath(const ResourceType &type)
{
    return (type.group.isEmpty() ? QStringLiteral("api/") + type.version
                                 : QStringLiteral("apis/") + type.group + QLatin1Char('/') + type.version)
        .toStdString();
}

std::string schemaName(const ResourceType &type)
{
    return "signalbox.drill." + (type.group.isEmpty() ? std::string("core") : type.group.toStdString()) +
           '.' + type.version.toStdString() + '.' + type.kind.toStdString();
}

Json kindOf(const ResourceType &type)
{
    return {
        {"group", jsonText(type.group)}, {"version", jsonText(type.version)}, {"kind", jsonText(type.kind)}};
}

Json queryParameter(const char *name)
{
    return {{"name", name}, {"in", "query"}, {"schema", {{"type", "string"}, {"uniqueItems", true}}}};
}

Json reference(const ResourceType &type)
{
    return {{"schema", {{"$ref", "#/components/schemas/" + schemaName(type)}}}};
}

Json operation(const ResourceType &type, const char *action)
{
    Json result = {
        {"description", std::string(action) + " a " + type.kind.toStdString()},
        {"operationId", std::string(action) + type.kind.toStdString() + type.version.toStdString()},
        {"responses",
         {{"200", {{"description", "OK"}, {"content", {{"application/json", reference(type)}}}}}}},
        {"x-kubernetes-action", action},
        {"x-kubernetes-group-version-kind", kindOf(type)}};
    if (std::string_view(action) == "get")
        return result;
    result["parameters"] = Json::array(
        {queryParameter("dryRun"), queryParameter("fieldManager"), queryParameter("fieldValidation")});
    // Strategic merge is not announced here although it is served: kubectl would then read merge keys from
    // these schemas, which have none, instead of using its own.
    result["requestBody"] = {{"content",
                              {{"application/json-patch+json", Json::object()},
                               {"application/merge-patch+json", Json::object()}}}};
    return result;
}

Json schemaOf(const ResourceType &type)
{
    const Json open = {{"type", "object"}, {"x-kubernetes-preserve-unknown-fields", true}};
    Json properties = {
        {"apiVersion",
         {{"type", "string"}, {"description", "The version of the API this object is written in."}}},
        {"kind", {{"type", "string"}, {"description", "The kind of this object."}}},
        {"metadata", open},
        {"spec", open},
        {"status", open}};
    properties["metadata"]["description"] = "Name, namespace, labels, annotations and bookkeeping.";
    properties["spec"]["description"] = "The desired state.";
    properties["status"]["description"] = "The state last observed by a controller.";
    return {{"type", "object"},
            {"description", type.kind.toStdString() + ", as served by the Signalbox drill."},
            {"properties", properties},
            {"x-kubernetes-preserve-unknown-fields", true},
            {"x-kubernetes-group-version-kind", Json::array({kindOf(type)})}};
}

Json versionDocument(const QVector<AnnouncedResource> &resources, const std::string &wanted)
{
    Json paths = Json::object();
    Json schemas = Json::object();
    for (const AnnouncedResource &announced : resources) {
        const ResourceType &type = announced.type;
        if (groupPath(type) != wanted)
            continue;
        const std::string collection =
            '/' + wanted + (type.namespaced ? "/namespaces/{namespace}/" : "/") + type.resource.toStdString();
        schemas[schemaName(type)] = schemaOf(type);
        if (announced.verbs.contains(QLatin1String("get"))) {
            paths[collection + "/{name}"] = {{"get", operation(type, "get")}};
            paths[collection] = {{"get", operation(type, "get")}};
            paths[collection]["get"]["x-kubernetes-action"] = "list";
        }
        if (announced.verbs.contains(QLatin1String("patch"))) {
            paths[collection + "/{name}"]["patch"] = operation(type, "patch");
            paths[collection + "/{name}"]["put"] = operation(type, "put");
        }
        if (announced.verbs.contains(QLatin1String("create")))
            paths[collection]["post"] = operation(type, "post");
    }
    if (paths.empty())
        return {};
    return {{"openapi", "3.0.0"},
            {"info", {{"title", "Kubernetes"}, {"version", "v1.31.4"}}},
            {"paths", paths},
            {"components", {{"schemas", schemas}}}};
}

Json rootDocument(const QVector<AnnouncedResource> &resources)
{
    Json paths = Json::object();
    for (const AnnouncedResource &announced : resources) {
        const std::string path = groupPath(announced.type);
        if (paths.contains(path))
            continue;
        const QByteArray hash =
            QCryptographicHash::hash(dumped(versionDocument(resources, path)), QCryptographicHash::Sha256)
                .toHex();
        paths[path] = {{"serverRelativeURL", "/openapi/v3/" + path + "?hash=" + hash.toStdString()}};
    }
    return {{"paths", paths}};
}

HttpResponse secondVersion(const ObjectStore &store, const HttpRequest &request)
{
    HttpResponse response;
    if (request.header("accept").contains("protobuf")) {
        // Not with the '@' of the Accept header: that is no media type, and clients stumble over it.
        response.contentType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
        response.body.append(openApiV2Message(announcedResources(store)));
        return response;
    }
    const Json document = {{"swagger", "2.0"},
                           {"info", {{"title", "Kubernetes"}, {"version", "v1.31.4"}}},
                           {"paths", Json::object()},
                           {"definitions", Json::object()}};
    response.body.append(dumped(document, wantsPretty(request)));
    return response;
}

} // namespace

std::optional<HttpResponse> answerOpenApi(const ObjectStore &store, const HttpRequest &request,
                                          const QString &path)
{
    static const QString third = QStringLiteral("/openapi/v3");
    if (path == QLatin1String("/openapi/v2"))
        return secondVersion(store, request);
    if (!path.startsWith(third))
        return {};
    const QVector<AnnouncedResource> resources = announcedResources(store);
    const QString wanted = path.mid(third.size() + 1);
    const Json document =
        wanted.isEmpty() ? rootDocument(resources) : versionDocument(resources, wanted.toStdString());
    if (document.is_null())
        return {};
    HttpResponse response;
    response.body.append(dumped(document, wantsPretty(request)));
    return response;
}

} // namespace signalbox::drill
