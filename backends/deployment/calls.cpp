// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/calls.h"

#include <QUrl>

namespace signalbox::deployment
{

namespace
{

constexpr auto MergeType = "application/merge-patch+json";
constexpr auto StrategicType = "application/strategic-merge-patch+json";
constexpr auto JsonPatchType = "application/json-patch+json";
const QLatin1String StatusSuffix{"/status"};

QString encoded(const QString &segment)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(segment));
}

ApiCall patch(const QString &path, const char *contentType, const Json &body)
{
    return {QByteArrayLiteral("PATCH"), path, QByteArray(contentType), toText(body)};
}

Json bodyOf(const ApiCall &call)
{
    Json body = Json::parse(call.body.cbegin(), call.body.cend(), nullptr, false);
    return body.is_discarded() ? Json() : body;
}

/// Value at a JSON pointer; nullptr if there is none. Handles the array indices our own patches use.
const Json *find(const Json &object, const std::string &pointer)
{
    const Json::json_pointer path(pointer);
    return object.contains(path) ? &object.at(path) : nullptr;
}

/// Servers print an unset creationTimestamp inside a template as null; clients leave it out.
Json withoutNulls(const Json &value)
{
    if (value.is_array()) {
        Json list = Json::array();
        for (const Json &element : value) {
            list.push_back(withoutNulls(element));
        }
        return list;
    }
    if (!value.is_object()) {
        return value;
    }
    Json object = Json::object();
    for (const auto &[key, member] : value.items()) {
        if (!member.is_null()) {
            object[key] = withoutNulls(member);
        }
    }
    return object;
}

/// RFC 7386 with lists of named containers merged by name, which is all of the strategic merge that the
/// calls of this folder use.
void mergeInto(Json &target, const Json &patch)
{
    if (!patch.is_object()) {
        target = patch;
        return;
    }
    if (!target.is_object()) {
        target = Json::object();
    }
    for (const auto &[key, value] : patch.items()) {
        if (value.is_null()) {
            target.erase(key);
        } else {
            mergeInto(target[key], value);
        }
    }
}

void mergeContainers(Json &containers, const Json &wanted)
{
    for (const Json &change : wanted) {
        for (Json &container : containers) {
            if (valueAt(container, {"name"}) == valueAt(change, {"name"})) {
                mergeInto(container, change);
            }
        }
    }
}

Json strategicResult(Json object, Json body)
{
    Json &spec = body["spec"]["template"]["spec"];
    for (const char *list : {"containers", "initContainers"}) {
        const Json wanted = valueAt(spec, {list});
        if (!wanted.is_array()) {
            continue;
        }
        Json &there = object["spec"]["template"]["spec"][list];
        if (there.is_array()) {
            mergeContainers(there, wanted);
        }
        spec.erase(list);
    }
    mergeInto(object, body);
    return object;
}

} // namespace

QString objectPath(const QString &groupVersion, const QString &resource, const QString &namespaceName,
                   const QString &name)
{
    return QStringLiteral("/apis/") + groupVersion + QStringLiteral("/namespaces/") + encoded(namespaceName) +
           QLatin1Char('/') + resource + QLatin1Char('/') + encoded(name);
}

QString rolloutPath(const QString &namespaceName, const QString &name)
{
    return objectPath(QStringLiteral("argoproj.io/v1alpha1"), QStringLiteral("rollouts"), namespaceName,
                      name);
}

QString analysisRunPath(const QString &namespaceName, const QString &name)
{
    return objectPath(QStringLiteral("argoproj.io/v1alpha1"), QStringLiteral("analysisruns"), namespaceName,
                      name);
}

QString appsPath(const QString &resource, const QString &namespaceName, const QString &name)
{
    return objectPath(QStringLiteral("apps/v1"), resource, namespaceName, name);
}

ApiCall mergePatch(const QString &path, const Json &body)
{
    return patch(path, MergeType, body);
}

ApiCall strategicPatch(const QString &path, const Json &body)
{
    return patch(path, StrategicType, body);
}

ApiCall jsonPatch(const QString &path, const Json &operations)
{
    return patch(path, JsonPatchType, operations);
}

Json patchOperation(const char *op, const QString &pointer, Json value)
{
    Json operation = Json::object();
    operation["op"] = op;
    operation["path"] = utf8(pointer);
    operation["value"] = std::move(value);
    return operation;
}

Json guarded(Json body, const QString &resourceVersion)
{
    body["metadata"]["resourceVersion"] = utf8(resourceVersion);
    return body;
}

bool isStatusCall(const ApiCall &call)
{
    return call.path.endsWith(StatusSuffix);
}

QString objectOf(const ApiCall &call)
{
    return isStatusCall(call) ? call.path.chopped(StatusSuffix.size()) : call.path;
}

ApiCall withoutStatusSubresource(const ApiCall &call, bool unpause)
{
    Json body = bodyOf(call);
    if (unpause) {
        body["spec"]["paused"] = false;
    }
    ApiCall other = call;
    other.path = objectOf(call);
    other.body = toText(body);
    return other;
}

ApiCall withResourceVersion(const ApiCall &call, const QString &resourceVersion)
{
    if (call.contentType == JsonPatchType || !call.body.contains("resourceVersion")) {
        return call;
    }
    Json body = bodyOf(call);
    if (!valueAt(body, {"metadata", "resourceVersion"}).is_string()) {
        return call;
    }
    ApiCall fresh = call;
    fresh.body = toText(guarded(std::move(body), resourceVersion));
    return fresh;
}

bool isAlreadyTrue(const ApiCall &call, const Json &object)
{
    Json body = bodyOf(call);
    if (call.contentType == JsonPatchType) {
        for (const Json &operation : body) {
            // Annotations ride along; controllers rewrite them, so they do not tell whether the patch
            // arrived.
            if (textAt(operation, {"op"}) == QLatin1String("test") ||
                textAt(operation, {"path"}).startsWith(QLatin1String("/metadata/"))) {
                continue;
            }
            const Json *there = find(object, utf8(textAt(operation, {"path"})));
            if (!there || withoutNulls(*there) != withoutNulls(valueAt(operation, {"value"}))) {
                return false;
            }
        }
        return body.is_array();
    }
    if (!body.is_object()) {
        return false;
    }
    body.erase("metadata"); // only ever holds the lock
    if (call.contentType == StrategicType) {
        return strategicResult(object, std::move(body)) == object;
    }
    Json result = object;
    mergeInto(result, body);
    return result == object;
}

QStringList failingTests(const ApiCall &call, const Json &object)
{
    QStringList failing;
    if (call.contentType != JsonPatchType) {
        return failing;
    }
    for (const Json &operation : bodyOf(call)) {
        if (textAt(operation, {"op"}) != QLatin1String("test")) {
            continue;
        }
        const QString pointer = textAt(operation, {"path"});
        const Json *there = find(object, utf8(pointer));
        if (!there || *there != valueAt(operation, {"value"})) {
            failing.append(pointer);
        }
    }
    return failing;
}

bool hasTests(const ApiCall &call)
{
    return call.contentType == JsonPatchType && call.body.contains(QByteArrayLiteral("\"op\":\"test\""));
}

} // namespace signalbox::deployment
