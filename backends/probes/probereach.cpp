// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/probereach.h"

#include "backends/probes/commandconsents.h"
#include "backends/probes/secretsource.h"

namespace signalbox::probes
{

namespace
{

/// Big reports are parsed here; more threads would only make the desk slow.
constexpr int BlockingThreads = 2;

template <typename T> QFuture<Result<T>> missing(const char *what)
{
    return answered<T>(failure(ErrorCode::Unsupported, ErrorLayer::Configuration,
                               QStringLiteral("there is no ") + QLatin1String(what)));
}

} // namespace

ProbeReach::ProbeReach(ProbeWorld world)
    : m_world(std::move(world))
    , m_home(std::make_unique<QObject>())
{
    m_pool.setMaxThreadCount(BlockingThreads);
}

ProbeReach::~ProbeReach()
{
    m_pool.clear();
    m_pool.waitForDone();
}

template <typename T> QFuture<Result<T>> ProbeReach::atHome(std::function<QFuture<Result<T>>()> ask) const
{
    Answer<T> answer;
    auto future = answer.future();
    QMetaObject::invokeMethod(
        m_home.get(),
        [answer, ask = std::move(ask)] {
            // Without a context the continuation runs where the inner future is fulfilled; it only hands on.
            ask().then([answer](QFuture<Result<T>> done) {
                if (!done.isCanceled() && done.resultCount() > 0) {
                    answer.give(done.result());
                }
            });
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<QByteArray>> ProbeReach::get(const ClusterId &cluster, const QString &path) const
{
    return atHome<QByteArray>([this, cluster, path] {
        auto *api = m_world.cluster ? m_world.cluster(cluster) : nullptr;
        return api ? api->get(path) : missing<QByteArray>("cluster connection");
    });
}

QFuture<Result<QueryAnswer>> ProbeReach::query(const ClusterId &cluster, const QString &promql) const
{
    return atHome<QueryAnswer>([this, cluster, promql] {
        auto *api = m_world.metrics ? m_world.metrics(cluster) : nullptr;
        return api ? api->query(promql, {}) : missing<QueryAnswer>("Prometheus connection");
    });
}

QFuture<Result<QVector<Alert>>> ProbeReach::alerts(const ClusterId &cluster) const
{
    return atHome<QVector<Alert>>([this, cluster] {
        auto *api = m_world.alerts ? m_world.alerts(cluster) : nullptr;
        return api ? api->alerts() : missing<QVector<Alert>>("Alertmanager connection");
    });
}

QFuture<Result<AlertsStatus>> ProbeReach::alertsStatus(const ClusterId &cluster) const
{
    return atHome<AlertsStatus>([this, cluster] {
        auto *api = m_world.alerts ? m_world.alerts(cluster) : nullptr;
        return api ? api->status() : missing<AlertsStatus>("Alertmanager connection");
    });
}

QFuture<Result<QString>> ProbeReach::secret(const QString &name) const
{
    return atHome<QString>([this, name] {
        return m_world.secrets ? m_world.secrets->secret(name) : missing<QString>("secret store");
    });
}

QFuture<Result<bool>> ProbeReach::isAllowed(const QByteArray &planHash, const QStringList &argv) const
{
    return atHome<bool>([this, planHash, argv] {
        const bool allowed = m_world.consents && m_world.consents->isAllowed(planHash, argv);
        return answered<bool>(allowed);
    });
}

} // namespace signalbox::probes
