// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/session.h"

#include "backends/kubernetes/sessionconnection.h"
#include "backends/kubernetes/statusreader.h"

#include <algorithm>

namespace signalbox::kubernetes
{

using namespace std::chrono_literals;

Session::Session(SessionSetup setup)
    : m_setup(std::move(setup))
{
    m_rediscover.setInterval(m_setup.timings.rediscover);
    connect(&m_rediscover, &QTimer::timeout, this, [this] {
        const auto isMissing = [](const auto &watcher) {
            return watcher->state().freshness == Freshness::NotInstalled;
        };
        const auto watchers =
            m_connection ? m_connection->kinds.values() : QList<std::shared_ptr<KindWatcher>>();
        if (std::any_of(watchers.begin(), watchers.end(), isMissing)) {
            m_connection->discovery.start();
        }
    });
    if (m_setup.credentials) {
        m_setup.credentials->setParent(this);
        connect(m_setup.credentials, &http::CredentialSource::consentNeeded, this,
                &Session::pluginConsentNeeded);
    }
}

Session::~Session()
{
    close();
}

std::unique_ptr<http::HttpClient> Session::makeClient() const
{
    auto client = std::make_unique<http::HttpClient>(m_setup.endpoint, m_setup.credentials);
    client->setErrorReader(readStatusBody);
    return client;
}

void Session::open(const QVector<ResourceKind> &kinds)
{
    for (const ResourceKind kind : kinds) {
        m_wanted.insert(kind);
    }
    if (m_connection) {
        return;
    }
    m_connection = std::make_unique<Connection>(*this);
    m_narrowed.clear();
    m_narrowReason.reset();
    connect(&m_connection->probe, &ConnectionProbe::stateChanged, this, &Session::connectionChanged);
    connect(&m_connection->probe, &ConnectionProbe::stateChanged, this, [this](const SourceState &state) {
        if (state.error && state.error->code == ErrorCode::Timeout) {
            m_connection->reads->renewConnections(); // lists would wait on the same dead path
        }
    });
    connect(&m_connection->probe, &ConnectionProbe::latencyMeasured, this, &Session::latencyMeasured);
    connect(&m_connection->probe, &ConnectionProbe::connected, this, &Session::onConnected);
    connect(&m_connection->discovery, &Discovery::finished, this, &Session::onDiscovered);
    m_connection->probe.start();
    m_connection->discovery.start(); // beside the probe: one round trip less before the first list
    m_rediscover.start();
}

void Session::close()
{
    m_rediscover.stop();
    m_wanted.clear();
    m_connection.reset();
    if (m_setup.credentials) {
        m_setup.credentials->cancel();
    }
}

void Session::onConnected()
{
    askIdentity();
    if (!m_connection->discovery.isKnown()) {
        m_connection->discovery.start();
    }
    for (const auto &watcher : std::as_const(m_connection->kinds)) {
        if (watcher->state().freshness != Freshness::NoPermission) {
            watcher->retryNow();
        }
    }
}

void Session::onDiscovered(const std::optional<Error> &error)
{
    // Without an HTTP answer, and without credentials, the probe tells why and begins again when it can.
    if (error && (error->httpStatus == 0 || error->code == ErrorCode::Unauthorised)) {
        if (m_connection->probe.state().freshness == Freshness::Live) {
            Discovery *discovery = &m_connection->discovery;
            QTimer::singleShot(m_setup.timings.firstBackoff * 4, discovery,
                               [discovery] { discovery->start(); });
        }
        return;
    }
    m_connection->started = true;
    m_connection->watches.setHttp2(m_connection->discovery.usesHttp2());
    QList<ResourceKind> wanted(m_wanted.begin(), m_wanted.end());
    std::sort(wanted.begin(), wanted.end());
    for (const ResourceKind kind : std::as_const(wanted)) {
        const auto known = m_connection->kinds.constFind(kind);
        const bool isNew = known == m_connection->kinds.constEnd();
        const bool appeared = !isNew && (*known)->state().freshness == Freshness::NotInstalled &&
                              m_connection->discovery.served(kind).has_value();
        if (isNew || appeared) {
            startKind(kind);
        }
    }
}

void Session::startKind(ResourceKind kind)
{
    auto &watcher = m_connection->kinds[kind];
    if (!watcher) {
        const ReflectorServices services{*m_connection->reads, m_connection->watches, *m_setup.clock,
                                         m_setup.timings};
        watcher = std::make_shared<KindWatcher>(services, kind, nullptr);
        connect(watcher.get(), &KindWatcher::changed, this, &Session::changed);
        connect(watcher.get(), &KindWatcher::stateChanged, this, &Session::onKindState);
        connect(watcher.get(), &KindWatcher::clusterWideRefused, this, &Session::onClusterWideRefused);
    }
    const bool mayNarrow = m_namespaces.isEmpty() && !m_narrowed.contains(kind);
    watcher->start(m_connection->discovery.served(kind), scopesOf(kind), mayNarrow);
}

void Session::onKindState(ResourceKind kind, SourceState state)
{
    if (kind == ResourceKind::Namespace && m_narrowReason) {
        state.error = m_narrowReason;
    }
    const bool isLost = state.freshness == Freshness::Reconnecting && state.error;
    if (isLost && (state.error->httpStatus == 0 || state.error->code == ErrorCode::Unauthorised)) {
        m_connection->probe.suspect();
    }
    Q_EMIT sourceChanged(kind, state);
}

void Session::onClusterWideRefused(ResourceKind kind, const Error &error)
{
    m_narrowed.insert(kind);
    const QStringList scope = scopesOf(kind);
    if (!m_narrowReason) {
        m_narrowReason = error;
        m_narrowReason->reason = QStringLiteral("NamespaceFallback");
        m_narrowReason->subject = scope.value(0);
        announceNamespaces();
    }
    // Queued: the refusal comes from inside the reflector that this replaces.
    QMetaObject::invokeMethod(
        this,
        [this, kind] {
            if (m_connection && m_connection->kinds.contains(kind)) {
                startKind(kind);
            }
        },
        Qt::QueuedConnection);
}

QStringList Session::scopesOf(ResourceKind kind) const
{
    if (!m_namespaces.isEmpty() || !m_narrowed.contains(kind)) {
        return m_namespaces;
    }
    const QString own = m_setup.description.defaultNamespace;
    return {own.isEmpty() ? QStringLiteral("default") : own};
}

void Session::watch(ResourceKind kind)
{
    if (m_wanted.contains(kind)) {
        return;
    }
    m_wanted.insert(kind);
    if (m_connection && m_connection->started) {
        startKind(kind);
    }
}

void Session::unwatch(ResourceKind kind)
{
    m_wanted.remove(kind);
    if (m_connection && m_connection->kinds.remove(kind) > 0) {
        Q_EMIT sourceChanged(kind, SourceState{});
    }
}

void Session::setNamespaces(const QStringList &namespaces)
{
    if (namespaces == m_namespaces) {
        return;
    }
    m_namespaces = namespaces;
    m_narrowed.clear();
    m_narrowReason.reset();
    if (!m_connection) {
        return;
    }
    const auto kinds = m_connection->kinds.keys();
    for (const ResourceKind kind : kinds) {
        if (resourceType(kind).namespaced) {
            startKind(kind);
        }
    }
    announceNamespaces();
}

/// The namespaces' pane is where a narrowed view is told, and where it is taken back.
void Session::announceNamespaces()
{
    const auto namespaces = m_connection->kinds.constFind(ResourceKind::Namespace);
    if (namespaces != m_connection->kinds.constEnd()) {
        onKindState(ResourceKind::Namespace, (*namespaces)->state());
    } else if (m_narrowReason) {
        onKindState(ResourceKind::Namespace, SourceState{});
    }
}

void Session::retryNow()
{
    if (!m_connection) {
        return;
    }
    const QSet<ResourceKind> narrowed = std::exchange(m_narrowed, {});
    m_narrowReason.reset();
    if (m_setup.credentials) {
        m_setup.credentials->retryNow();
    }
    m_connection->probe.retryNow();
    m_connection->discovery.start();
    for (const auto &watcher : std::as_const(m_connection->kinds)) {
        if (!narrowed.contains(watcher->kind())) {
            watcher->retryNow();
        }
    }
    for (const ResourceKind kind : narrowed) {
        startKind(kind); // perhaps the whole cluster is allowed by now
    }
}

void Session::approvePlugin(const QString &binary, bool approved)
{
    if (m_setup.credentials) {
        m_setup.credentials->approve(binary, approved);
    }
    if (approved) {
        retryNow();
    }
}

} // namespace signalbox::kubernetes
