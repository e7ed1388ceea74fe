// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/resourcetypes.h"

#include <QUrl>

#include <nlohmann/json.hpp>

namespace signalbox::kubernetes
{

namespace
{

using Json = nlohmann::json;

QString textOf(const Json &object, const char *key)
{
    if (!object.is_object()) {
        return {};
    }
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                       : QString();
}

/// The array under a key; an empty one if there is none.
const Json &arrayOf(const Json &object, const char *key)
{
    static const Json none = Json::array();
    if (!object.is_object()) {
        return none;
    }
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? *found : none;
}

QStringList textsOf(const Json &object, const char *key)
{
    QStringList texts;
    for (const Json &entry : arrayOf(object, key)) {
        if (entry.is_string()) {
            texts.append(QString::fromStdString(entry.get<std::string>()));
        }
    }
    return texts;
}

QString joined(const QString &group, const QString &version, const QString &resource)
{
    return group + u'/' + version + u'/' + resource;
}

QVector<ResourceType> makeTypes()
{
    const QString apps = QStringLiteral("apps");
    const QString argo = QStringLiteral("argoproj.io");
    const QStringList v1{QStringLiteral("v1")};
    const QStringList alpha{QStringLiteral("v1alpha1")};
    using Kind = ResourceKind;
    // In the order of ResourceKind.
    return {
        {Kind::Namespace, {}, v1, QStringLiteral("namespaces"), false},
        {Kind::Rollout, argo, alpha, QStringLiteral("rollouts"), true},
        {Kind::Deployment, apps, v1, QStringLiteral("deployments"), true},
        {Kind::ReplicaSet, apps, v1, QStringLiteral("replicasets"), true},
        {Kind::AnalysisRun, argo, alpha, QStringLiteral("analysisruns"), true},
        {Kind::Service, {}, v1, QStringLiteral("services"), true},
        {Kind::VirtualService,
         QStringLiteral("networking.istio.io"),
         {QStringLiteral("v1"), QStringLiteral("v1beta1"), QStringLiteral("v1alpha3")},
         QStringLiteral("virtualservices"),
         true},
        {Kind::HttpRoute,
         QStringLiteral("gateway.networking.k8s.io"),
         {QStringLiteral("v1"), QStringLiteral("v1beta1")},
         QStringLiteral("httproutes"),
         true},
        {Kind::HorizontalPodAutoscaler,
         QStringLiteral("autoscaling"),
         {QStringLiteral("v2")},
         QStringLiteral("horizontalpodautoscalers"),
         true},
        {Kind::Event, {}, v1, QStringLiteral("events"), true},
        {Kind::Node, {}, v1, QStringLiteral("nodes"), false},
        {Kind::Experiment, argo, alpha, QStringLiteral("experiments"), true},
        {Kind::Pod, {}, v1, QStringLiteral("pods"), true},
    };
}

const QVector<ResourceType> &types()
{
    static const QVector<ResourceType> table = makeTypes();
    return table;
}

} // namespace

const ResourceType &resourceType(ResourceKind kind)
{
    return types().at(static_cast<int>(kind));
}

QVector<ResourceKind> allResourceKinds()
{
    QVector<ResourceKind> kinds;
    for (const ResourceType &type : types()) {
        kinds.append(type.kind);
    }
    return kinds;
}

QString ServedResource::path(const QString &namespaceName) const
{
    QString path = group.isEmpty() ? QStringLiteral("/api/") + version
                                   : QStringLiteral("/apis/") + group + u'/' + version;
    if (namespaced && !namespaceName.isEmpty()) {
        path += QStringLiteral("/namespaces/") + QString::fromLatin1(QUrl::toPercentEncoding(namespaceName));
    }
    return path + u'/' + resource;
}

std::optional<ServedVerbs> parseAggregatedDiscovery(const QByteArray &body)
{
    const Json root = Json::parse(body.begin(), body.end(), nullptr, false);
    if (textOf(root, "kind") != QLatin1String("APIGroupDiscoveryList")) {
        return std::nullopt;
    }
    ServedVerbs verbs;
    for (const Json &item : arrayOf(root, "items")) {
        const auto metadata = item.is_object() ? item.find("metadata") : item.end();
        const QString group = metadata != item.end() ? textOf(*metadata, "name") : QString();
        for (const Json &version : arrayOf(item, "versions")) {
            for (const Json &resource : arrayOf(version, "resources")) {
                verbs.insert(joined(group, textOf(version, "version"), textOf(resource, "resource")),
                             textsOf(resource, "verbs"));
            }
        }
    }
    return verbs;
}

std::optional<QSet<QString>> parseGroupList(const QByteArray &body)
{
    const Json root = Json::parse(body.begin(), body.end(), nullptr, false);
    if (textOf(root, "kind") != QLatin1String("APIGroupList")) {
        return std::nullopt;
    }
    QSet<QString> versions;
    for (const Json &group : arrayOf(root, "groups")) {
        for (const Json &version : arrayOf(group, "versions")) {
            versions.insert(textOf(version, "groupVersion"));
        }
    }
    return versions;
}

ServedVerbs parseResourceList(const QByteArray &body)
{
    ServedVerbs verbs;
    const Json root = Json::parse(body.begin(), body.end(), nullptr, false);
    const QString groupVersion = textOf(root, "groupVersion");
    for (const Json &resource : arrayOf(root, "resources")) {
        verbs.insert(groupVersion + u'/' + textOf(resource, "name"), textsOf(resource, "verbs"));
    }
    return verbs;
}

std::optional<ServedResource> resolve(ResourceKind kind, const ServedVerbs &verbs)
{
    const ResourceType &type = resourceType(kind);
    if (type.group.isEmpty()) {
        return ServedResource{type.group, type.versions.first(), type.resource, type.namespaced, true};
    }
    for (const QString &version : type.versions) {
        const auto found = verbs.constFind(joined(type.group, version, type.resource));
        if (found != verbs.constEnd()) {
            const bool canWatch = found->isEmpty() || found->contains(QStringLiteral("watch"));
            return ServedResource{type.group, version, type.resource, type.namespaced, canWatch};
        }
    }
    return std::nullopt;
}

} // namespace signalbox::kubernetes
