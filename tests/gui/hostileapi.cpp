// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/hostileapi.h"

#include <QFile>

namespace signalbox::test
{

HostileApi::HostileApi(LoopbackServer::Identity identity)
    : m_script(identity)
{
    m_script.groups = R"({"kind":"APIGroupList","groups":[
        {"name":"apps","versions":[{"groupVersion":"apps/v1"}]},
        {"name":"argoproj.io","versions":[{"groupVersion":"argoproj.io/v1alpha1"}]}]})";
    m_script.resourceLists.insert("/apis/argoproj.io/v1alpha1", R"({"kind":"APIResourceList",
        "groupVersion":"argoproj.io/v1alpha1","resources":[
        {"name":"rollouts","namespaced":true,"kind":"Rollout","verbs":["get","list","watch","patch"]}]})");
    m_script.handle = [this](const Received &request) { return answer(request); };
}

bool HostileApi::answer(const Received &request)
{
    if (handle && handle(request)) {
        return true;
    }
    if (request.path().endsWith("selfsubjectaccessreviews")) {
        request.answer(201, R"({"status":{"allowed":true}})");
        return true;
    }
    if (request.method == "GET" && request.query("watch") != "true" && items.contains(request.path())) {
        request.answer(200, ApiScript::list("100", items.value(request.path())));
        return true;
    }
    return false;
}

Json HostileApi::meta(const std::string &name, const std::string &uid)
{
    return {{"name", name},    {"namespace", "shop"},
            {"uid", uid},      {"resourceVersion", "50"},
            {"generation", 1}, {"creationTimestamp", "2026-01-02T03:04:05Z"}};
}

Json HostileApi::bareRollout(const std::string &name, const std::string &image)
{
    const Json labels{{"app", name}};
    const Json container{{"name", "main"}, {"image", image}};
    return {{"apiVersion", "argoproj.io/v1alpha1"},
            {"kind", "Rollout"},
            {"metadata", meta(name, "uid-" + name)},
            {"spec",
             {{"replicas", 3},
              {"selector", {{"matchLabels", labels}}},
              {"template", {{"metadata", {{"labels", labels}}}, {"spec", {{"containers", {container}}}}}},
              {"strategy", {{"canary", {{"steps", {{{"setWeight", 20}}, {{"pause", Json::object()}}}}}}}}}}};
}

void HostileApi::addHealthy(const std::string &name, const std::string &image)
{
    const std::string hash = "hash" + std::to_string(name.size());
    Json rollout = bareRollout(name, image);
    rollout["status"] = {{"observedGeneration", "1"}, {"phase", "Healthy"},     {"stableRS", hash},
                         {"currentPodHash", hash},    {"currentStepIndex", 2},  {"replicas", 3},
                         {"updatedReplicas", 3},      {"availableReplicas", 3}, {"readyReplicas", 3},
                         {"HPAReplicas", 3}};
    add(rollouts, rollout);
    Json set{{"apiVersion", "apps/v1"}, {"kind", "ReplicaSet"}};
    set["metadata"] = meta(name + "-" + hash, "uid-rs-" + name);
    set["metadata"]["labels"] = {{"app", name}, {"rollouts-pod-template-hash", hash}};
    set["metadata"]["annotations"] = {{"rollout.argoproj.io/revision", "7"}};
    set["metadata"]["ownerReferences"] = {{{"apiVersion", "argoproj.io/v1alpha1"},
                                           {"kind", "Rollout"},
                                           {"name", name},
                                           {"uid", "uid-" + name},
                                           {"controller", true}}};
    set["spec"] = {{"replicas", 3}, {"template", rollout["spec"]["template"]}};
    set["status"] = {{"replicas", 3}, {"readyReplicas", 3}, {"availableReplicas", 3}};
    add(replicaSets, set);
}

void HostileApi::add(const char *collection, const Json &object)
{
    items[collection].append(QByteArray::fromStdString(object.dump()));
}

void HostileApi::push(const char *collection, const QByteArray &bytes)
{
    for (const Received &watch : m_script.watchesOf(collection)) {
        if (watch.socket) {
            watch.chunk(bytes);
        }
    }
}

QByteArray kubeconfigText(const QVector<ContextText> &contexts)
{
    QString clusters;
    QString users;
    QString entries;
    for (const ContextText &context : contexts) {
        const QString authority = context.authority.isEmpty()
                                      ? QString()
                                      : QStringLiteral(", certificate-authority-data: ") +
                                            QString::fromLatin1(context.authority.toBase64());
        clusters += QStringLiteral("- name: ") + context.name + QStringLiteral("\n  cluster: {server: '") +
                    context.server + QStringLiteral("'") + authority + context.cluster +
                    QStringLiteral("}\n");
        users += QStringLiteral("- name: ") + context.name + QStringLiteral("\n  user: {") + context.user +
                 QStringLiteral("}\n");
        entries += QStringLiteral("- name: ") + context.name + QStringLiteral("\n  context: {cluster: ") +
                   context.name + QStringLiteral(", user: ") + context.name +
                   QStringLiteral(", namespace: shop}\n");
    }
    const QString current = contexts.isEmpty() ? QString() : contexts.first().name;
    return QStringLiteral(
               "apiVersion: v1\nkind: Config\ncurrent-context: %1\nclusters:\n%2users:\n%3contexts:\n%4")
        .arg(current, clusters, users, entries)
        .toUtf8();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace signalbox::test
