// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/kubernetescluster.h"

#include "backends/kubernetes/session.h"

namespace signalbox::kubernetes
{

KubernetesCluster::KubernetesCluster(ClusterDescription description, http::Endpoint endpoint,
                                     std::unique_ptr<http::CredentialSource> credentials, const Clock &clock,
                                     QObject *parent)
    : ClusterApi(parent)
    , m_description(std::move(description))
    , m_worker(QStringLiteral("cluster ") + m_description.id.value())
{
    adopt(std::move(endpoint), std::move(credentials), clock, Timings{});
}

KubernetesCluster::KubernetesCluster(ClusterDescription description, http::Endpoint endpoint,
                                     std::unique_ptr<http::CredentialSource> credentials, const Clock &clock,
                                     const Timings &timings)
    : m_description(std::move(description))
    , m_worker(QStringLiteral("cluster ") + m_description.id.value())
{
    adopt(std::move(endpoint), std::move(credentials), clock, timings);
}

KubernetesCluster::~KubernetesCluster()
{
    m_open = false;
    m_worker.stop();
}

void KubernetesCluster::adopt(http::Endpoint endpoint, std::unique_ptr<http::CredentialSource> credentials,
                              const Clock &clock, const Timings &timings)
{
    m_session =
        new Session(SessionSetup{m_description, std::move(endpoint), credentials.release(), &clock, timings});
    wire();
    QObject *context = m_worker.context();
    m_session->moveToThread(context->thread());
    m_worker.post([session = m_session, context] { session->setParent(context); });
}

void KubernetesCluster::wire()
{
    // What was under way when the user closed the connection must not reach the stores.
    connect(m_session, &Session::changed, this, [this](const KindChanges &changes) {
        if (m_open) {
            Q_EMIT changed(changes);
        }
    });
    connect(m_session, &Session::sourceChanged, this, [this](ResourceKind kind, const SourceState &state) {
        if (m_open) {
            Q_EMIT sourceChanged(kind, state);
        }
    });
    connect(m_session, &Session::connectionChanged, this, [this](const SourceState &state) {
        if (m_open) {
            Q_EMIT connectionChanged(state);
        }
    });
    connect(m_session, &Session::identityKnown, this, [this](const ClusterIdentity &identity) {
        if (m_open) {
            Q_EMIT identityKnown(identity);
        }
    });
    connect(m_session, &Session::latencyMeasured, this, &ClusterApi::latencyMeasured);
    connect(m_session, &Session::pluginConsentNeeded, this, &ClusterApi::pluginConsentNeeded);
}

void KubernetesCluster::open(const QVector<ResourceKind> &kinds)
{
    m_open = true;
    m_worker.post([session = m_session, kinds] { session->open(kinds); });
}

void KubernetesCluster::close()
{
    m_open = false;
    m_worker.post([session = m_session] { session->close(); });
    Q_EMIT connectionChanged(SourceState{});
}

void KubernetesCluster::watch(ResourceKind kind)
{
    m_worker.post([session = m_session, kind] { session->watch(kind); });
}

void KubernetesCluster::unwatch(ResourceKind kind)
{
    m_worker.post([session = m_session, kind] { session->unwatch(kind); });
}

void KubernetesCluster::setNamespaces(const QStringList &namespaces)
{
    m_worker.post([session = m_session, namespaces] { session->setNamespaces(namespaces); });
}

void KubernetesCluster::retryNow()
{
    m_worker.post([session = m_session] { session->retryNow(); });
}

QFuture<Result<CallAnswer>> KubernetesCluster::call(ApiCall call, bool dryRun)
{
    if (m_description.readOnly) {
        return answered<CallAnswer>(failure(ErrorCode::Refused, ErrorLayer::Rule,
                                            QStringLiteral("this desk is set to read-only for this cluster"),
                                            m_description.id.value()));
    }
    return m_worker.run<CallAnswer>(
        [session = m_session, call = std::move(call), dryRun] { return session->call(call, dryRun); });
}

QFuture<Result<QByteArray>> KubernetesCluster::get(QString path)
{
    return m_worker.run<QByteArray>(
        [session = m_session, path = std::move(path)] { return session->get(path); });
}

QFuture<Result<Access>> KubernetesCluster::review(AccessQuery query)
{
    return m_worker.run<Access>(
        [session = m_session, query = std::move(query)] { return session->review(query); });
}

void KubernetesCluster::approvePlugin(const QString &binary, bool approved)
{
    m_worker.post([session = m_session, binary, approved] { session->approvePlugin(binary, approved); });
}

} // namespace signalbox::kubernetes
