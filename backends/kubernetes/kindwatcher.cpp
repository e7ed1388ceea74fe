// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/kindwatcher.h"

#include <algorithm>

namespace signalbox::kubernetes
{

using std::chrono::milliseconds;

namespace
{

/// The state of a kind is that of its worst scope.
int rank(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Live:
        return 0;
    case Freshness::Polling:
        return 1;
    case Freshness::Loading:
        return 2;
    case Freshness::Reconnecting:
        return 3;
    case Freshness::Stale:
        return 4;
    case Freshness::NeverLoaded:
    case Freshness::Unreachable:
        return 5;
    case Freshness::NotInstalled:
        return 6;
    case Freshness::NoPermission:
        return 7;
    }
    return 5;
}

} // namespace

KindWatcher::KindWatcher(ReflectorServices services, ResourceKind kind, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_kind(kind)
    , m_sink(makeRowSink(kind))
{
    m_flush.setSingleShot(true);
    m_flush.setTimerType(Qt::PreciseTimer);
    connect(&m_flush, &QTimer::timeout, this, &KindWatcher::flush);
}

void KindWatcher::start(const std::optional<ServedResource> &resource, const QStringList &namespaces,
                        bool mayNarrow)
{
    m_reflectors.clear();
    m_resource = resource;
    m_mayNarrow = mayNarrow;
    m_sink->reset();
    onCollected();
    if (!resource) {
        m_state = SourceState{Freshness::NotInstalled, m_services.clock.nowUtc(), {}, {}};
        Q_EMIT stateChanged(m_kind, m_state);
        return;
    }
    const QStringList scopes =
        resource->namespaced && !namespaces.isEmpty() ? namespaces : QStringList{QString()};
    for (const QString &scope : scopes) {
        m_reflectors.push_back(std::make_unique<Reflector>(m_services, *resource, scope, *m_sink, this));
        Reflector *reflector = m_reflectors.back().get();
        connect(reflector, &Reflector::stateChanged, this, &KindWatcher::onReflectorState);
        connect(reflector, &Reflector::collected, this, &KindWatcher::onCollected);
        connect(reflector, &Reflector::vanished, this, [this] {
            m_sink->reset(); // a type that is gone takes its objects along
            onCollected();
        });
    }
    for (const auto &reflector : m_reflectors) {
        reflector->start();
    }
}

void KindWatcher::retryNow()
{
    for (const auto &reflector : m_reflectors) {
        reflector->retryNow();
    }
}

void KindWatcher::onReflectorState()
{
    const auto worst =
        std::max_element(m_reflectors.begin(), m_reflectors.end(), [](const auto &a, const auto &b) {
            return rank(a->state().freshness) < rank(b->state().freshness);
        });
    if (worst == m_reflectors.end()) {
        return;
    }
    const SourceState &state = (*worst)->state();
    if (state == m_state) {
        return;
    }
    m_state = state;
    const bool refused = m_state.freshness == Freshness::NoPermission && m_state.error;
    if (refused && m_mayNarrow && m_resource->namespaced && (*worst)->scope().isEmpty()) {
        Q_EMIT clusterWideRefused(m_kind, *m_state.error);
    } else {
        // Nobody may read "live" before the rows it speaks of.
        m_flush.stop();
        flush();
        Q_EMIT stateChanged(m_kind, m_state);
    }
}

void KindWatcher::onCollected()
{
    if (m_flush.isActive() || !m_sink->hasChanges()) {
        return;
    }
    const milliseconds since = m_services.clock.steady() - m_lastFlush;
    m_flush.start(
        std::clamp(m_services.timings.coalesce - since, milliseconds(0), m_services.timings.coalesce));
}

void KindWatcher::flush()
{
    if (m_sink->hasChanges()) {
        m_lastFlush = m_services.clock.steady();
        Q_EMIT changed(m_sink->take());
    }
}

} // namespace signalbox::kubernetes
