// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/drillcluster.h"

#include <QObject>
#include <QTimer>
#include <QVector>

namespace signalbox::bench
{

/// A drill cluster whose controllers stand still, so that every change on it is one that was asked for.
class ShakenCluster final : public QObject
{
    Q_OBJECT

public:
    /// @param cluster filled; outlives this
    explicit ShakenCluster(drill::DrillCluster &cluster, QObject *parent = nullptr);

    [[nodiscard]] int pods() const { return static_cast<int>(m_pods.size()); }
    [[nodiscard]] QString markerUid() const { return m_pods.last().uid; }

    /// Changes `count` pods once, the marker last, to restart count `round`.
    void burst(int count, int round);
    /// Bursts one after another until calm().
    void storm(int count, int round);
    void calm();
    /// @return why not, or empty
    [[nodiscard]] QString copyCanary(int copies);

Q_SIGNALS:
    void burstDone(qint64 durationNs);
    void calmed(qint64 events, qint64 durationNs);

private:
    struct Place {
        QString namespaceName;
        QString name;
        QString uid;
    };
    void shake();
    void change(const Place &pod);
    void finishBurst();

    drill::DrillCluster &m_cluster;
    QVector<Place> m_pods;
    QTimer m_turn; ///< one slice of work per turn of the event loop, so that requests are still answered
    int m_count = 0;
    int m_next = 0;
    int m_round = 0;
    bool m_stormy = false;
    qint64 m_events = 0;
    qint64 m_startedNs = 0;
};

} // namespace signalbox::bench
