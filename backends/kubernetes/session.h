// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clusterapi.h"
#include "backends/http/httpclient.h"
#include "backends/kubernetes/connectionprobe.h"
#include "backends/kubernetes/discovery.h"
#include "backends/kubernetes/kindwatcher.h"

#include <QMap>
#include <QObject>
#include <QSet>

#include <memory>

namespace signalbox::kubernetes
{

/// Everything a session needs to know from outside.
struct SessionSetup {
    ClusterDescription description;
    http::Endpoint endpoint;
    http::CredentialSource *credentials = nullptr; ///< child of the session
    const Clock *clock = nullptr;
    Timings timings;
};

/// The worker side of KubernetesCluster: owns the sockets of one API server and keeps the wanted kinds true.
class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(SessionSetup setup);
    ~Session() override;

    void open(const QVector<ResourceKind> &kinds);
    void close();
    void watch(ResourceKind kind);
    void unwatch(ResourceKind kind);
    void setNamespaces(const QStringList &namespaces);
    void retryNow();
    void approvePlugin(const QString &binary, bool approved);

    [[nodiscard]] QFuture<Result<CallAnswer>> call(const ApiCall &call, bool dryRun);
    [[nodiscard]] QFuture<Result<QByteArray>> get(const QString &path);
    [[nodiscard]] QFuture<Result<Access>> review(const AccessQuery &query);

Q_SIGNALS:
    void changed(const signalbox::KindChanges &changes);
    void sourceChanged(signalbox::ResourceKind kind, const signalbox::SourceState &state);
    void connectionChanged(const signalbox::SourceState &state);
    void latencyMeasured(std::chrono::milliseconds roundTrip);
    void identityKnown(const signalbox::ClusterIdentity &identity);
    void pluginConsentNeeded(const QString &binary, const QStringList &arguments);

private:
    struct Connection;

    [[nodiscard]] std::unique_ptr<http::HttpClient> makeClient() const;
    void onConnected();
    void onDiscovered(const std::optional<Error> &error);
    void askIdentity();
    void sendIdentityRequest(const QString &actingAs);
    void startKind(ResourceKind kind);
    void onKindState(ResourceKind kind, SourceState state);
    void onClusterWideRefused(ResourceKind kind, const Error &error);
    void announceNamespaces();
    [[nodiscard]] QStringList scopesOf(ResourceKind kind) const;
    [[nodiscard]] static Error notOpen();

    SessionSetup m_setup;
    std::unique_ptr<Connection> m_connection;
    QSet<ResourceKind> m_wanted;
    QStringList m_namespaces;
    QSet<ResourceKind> m_narrowed; ///< kinds that fell back to the context's own namespace
    std::optional<Error> m_narrowReason;
    QTimer m_rediscover{this};
};

} // namespace signalbox::kubernetes
