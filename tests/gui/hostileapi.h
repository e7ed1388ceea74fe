// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/kubernetes/apiscript.h"

#include <QMap>

#include <nlohmann/json.hpp>

namespace signalbox::test
{

using Json = nlohmann::json;

/// An API server over TLS in the test's own process that serves whatever objects, and whatever bytes, a test
/// wants: Argo Rollouts are installed, everything is allowed.
class HostileApi
{
public:
    explicit HostileApi(LoopbackServer::Identity identity = LoopbackServer::Identity::Good);

    /// Collections, for lists. Watches stay open and silent.
    static constexpr const char *rollouts = "/apis/argoproj.io/v1alpha1/rollouts";
    static constexpr const char *deployments = "/apis/apps/v1/deployments";
    static constexpr const char *replicaSets = "/apis/apps/v1/replicasets";
    static constexpr const char *pods = "/api/v1/pods";

    /// Answers instead of everything below when it returns true.
    std::function<bool(const Received &)> handle;
    QHash<QByteArray, QVector<QByteArray>> items; ///< by collection: objects as JSON text

    /// A Rollout in shape: one revision, stable, all of it ready, with its ReplicaSet.
    void addHealthy(const std::string &name, const std::string &image);
    void add(const char *collection, const Json &object);
    /// Writes to every open watch of the collection; as one chunk, whatever it is.
    void push(const char *collection, const QByteArray &bytes);
    [[nodiscard]] LoopbackServer &server() { return m_script.server; }
    [[nodiscard]] int watchesOf(const char *collection) const
    {
        return static_cast<int>(m_script.watchesOf(collection).size());
    }
    [[nodiscard]] int listsOf(const char *collection) const
    {
        return static_cast<int>(m_script.listsOf(collection).size());
    }

    [[nodiscard]] static Json meta(const std::string &name, const std::string &uid);
    /// A Rollout with the fields a controller's first pass needs, and no status.
    [[nodiscard]] static Json bareRollout(const std::string &name, const std::string &image);

private:
    [[nodiscard]] bool answer(const Received &request);

    ApiScript m_script;
};

/// One context of a kubeconfig to write.
struct ContextText {
    QString name;
    QString server;
    QByteArray authority = {};                       ///< PEM; empty: none
    QString user = QStringLiteral("token: a-token"); ///< of the user entry, YAML flow
    QString cluster = {}; ///< further fields of the cluster entry, YAML flow, with a leading comma
};

/// A kubeconfig of these contexts; the first is the current one.
[[nodiscard]] QByteArray kubeconfigText(const QVector<ContextText> &contexts);
[[nodiscard]] bool writeFile(const QString &path, const QByteArray &content);

} // namespace signalbox::test
