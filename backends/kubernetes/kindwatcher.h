// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/reflector.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace signalbox::kubernetes
{

/// One kind of one cluster: a reflector for each scope, one stream of change sets, one state. Worker thread.
class KindWatcher final : public QObject
{
    Q_OBJECT

public:
    KindWatcher(ReflectorServices services, ResourceKind kind, QObject *parent);

    [[nodiscard]] ResourceKind kind() const { return m_kind; }
    [[nodiscard]] const SourceState &state() const { return m_state; }

    /// Begins anew. @param resource nothing: the server does not have the kind
    /// @param namespaces one scope each; empty: one scope over all. Cluster-scoped kinds ignore it
    /// @param mayNarrow a refusal of all namespaces is told by clusterWideRefused() instead of a state
    void start(const std::optional<ServedResource> &resource, const QStringList &namespaces, bool mayNarrow);
    void retryNow();

Q_SIGNALS:
    void changed(const signalbox::KindChanges &changes);
    void stateChanged(signalbox::ResourceKind kind, const signalbox::SourceState &state);
    /// Listing all namespaces is forbidden; start() is expected with fewer.
    void clusterWideRefused(signalbox::ResourceKind kind, const signalbox::Error &error);

private:
    void onReflectorState();
    void onCollected();
    void flush();

    ReflectorServices m_services;
    ResourceKind m_kind;
    std::optional<ServedResource> m_resource;
    std::unique_ptr<RowSink> m_sink;
    std::vector<std::unique_ptr<Reflector>> m_reflectors;
    SourceState m_state;
    bool m_mayNarrow = false;
    QTimer m_flush{this};
    std::chrono::milliseconds m_lastFlush{-1000000};
};

} // namespace signalbox::kubernetes
