// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/metricsapi.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <vector>

namespace signalbox
{

/// What was read by query. A query that was refused as such is a reading with that problem; one that was not
/// answered is an error.
using Readings = QHash<QString, Result<Reading>>;

/// Asks several queries for the same instant, each once and only a few at a time. GUI thread.
class QueryBatch final : public QObject
{
    Q_OBJECT

public:
    /// @param api may go away meanwhile; clock outlives the batch
    QueryBatch(MetricsApi &api, QStringList queries, QDateTime at, const Clock &clock,
               QObject *parent = nullptr);
    ~QueryBatch() override;
    /// @param staleAfter an answer that comes later than this says nothing about now
    void start(std::chrono::seconds staleAfter);

Q_SIGNALS:
    /// Once, never from within start(). All queries have an entry.
    void finished(const signalbox::Readings &readings);

private:
    void askNext();
    void take(const QString &promql, const Result<QueryAnswer> &answer);

    QPointer<MetricsApi> m_api;
    QStringList m_queries;
    QDateTime m_at;
    const Clock &m_clock;
    std::chrono::seconds m_staleAfter{0};
    Readings m_readings;
    std::vector<std::function<void()>> m_cancels;
    int m_open = 0;
};

} // namespace signalbox
