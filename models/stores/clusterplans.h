// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clusterapi.h"
#include "models/stores/planentry.h"

#include <QObject>

#include <optional>

namespace signalbox
{

/// Reads the plans of one cluster out of its labelled ConfigMaps, page by page and namespace by namespace:
/// when it connects, and whenever ask() is called. One round at a time.
class ClusterPlans final : public QObject
{
    Q_OBJECT

public:
    /// @param api outlives this object
    explicit ClusterPlans(ClusterApi &api, QObject *parent = nullptr);
    /// See PlanLibrary::setNamespaces(). Begins a new round.
    void setNamespaces(const QStringList &namespaces);
    /// Harmless while a round is under way or nothing is connected.
    void ask();

Q_SIGNALS:
    /// A round is over. @param plans not parsed yet @param refused a namespace that may not be read
    void found(const QVector<signalbox::PlanEntry> &plans, const std::optional<signalbox::Error> &refused);
    /// A round ended without an answer.
    void failed(const signalbox::Error &error);

private:
    void followConnection(const SourceState &state);
    void askPage(const QString &next);
    void takePage(int round, const Result<QByteArray> &answer);
    void nextNamespace();
    void fail(const Error &error);

    ClusterApi &m_api;
    ClusterId m_id;
    QStringList m_namespaces;
    bool m_live = false;
    bool m_asking = false;
    int m_round = 0; ///< answers to an earlier one are dropped
    // of the round under way
    QStringList m_toAsk;
    QVector<PlanEntry> m_found;
    std::optional<Error> m_refused;
    int m_pages = 0;
};

} // namespace signalbox
