// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/clusterapi.h"
#include "backends/http/credentialsource.h"
#include "backends/http/endpoint.h"
#include "backends/http/worker.h"
#include "backends/kubernetes/timings.h"

#include <memory>

namespace signalbox::kubernetes
{

class Session;

/// A Kubernetes API server through its HTTP API. A thin GUI-thread face: sockets and parsers live with the
/// Session on a worker thread of this cluster's own.
class KubernetesCluster final : public ClusterApi
{
    Q_OBJECT

public:
    /// @param credentials moved to the worker; null: none
    /// @param clock outlives the cluster
    KubernetesCluster(ClusterDescription description, http::Endpoint endpoint,
                      std::unique_ptr<http::CredentialSource> credentials, const Clock &clock,
                      QObject *parent = nullptr);
    /// For tests, which cannot wait for real time.
    KubernetesCluster(ClusterDescription description, http::Endpoint endpoint,
                      std::unique_ptr<http::CredentialSource> credentials, const Clock &clock,
                      const Timings &timings);
    ~KubernetesCluster() override;

    [[nodiscard]] const ClusterDescription &description() const override { return m_description; }
    void open(const QVector<ResourceKind> &kinds) override;
    void close() override;
    void watch(ResourceKind kind) override;
    void unwatch(ResourceKind kind) override;
    void setNamespaces(const QStringList &namespaces) override;
    void retryNow() override;
    [[nodiscard]] QFuture<Result<CallAnswer>> call(ApiCall call, bool dryRun) override;
    [[nodiscard]] QFuture<Result<QByteArray>> get(QString path) override;
    [[nodiscard]] QFuture<Result<Access>> review(AccessQuery query) override;
    void approvePlugin(const QString &binary, bool approved) override;

private:
    void adopt(http::Endpoint endpoint, std::unique_ptr<http::CredentialSource> credentials,
               const Clock &clock, const Timings &timings);
    void wire();

    ClusterDescription m_description;
    Session *m_session = nullptr; ///< lives and dies on the worker
    bool m_open = false;
    http::Worker m_worker;
};

} // namespace signalbox::kubernetes
