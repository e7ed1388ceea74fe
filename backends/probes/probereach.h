// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "backends/probes/probeworld.h"

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace signalbox::probes
{

/// The way from the probes' worker to what lives on the owner's thread, and to a pool for work that blocks.
/// Made and destroyed on the owner's thread; everything else may be called from any thread.
class ProbeReach final
{
public:
    explicit ProbeReach(ProbeWorld world);
    ~ProbeReach();
    ProbeReach(const ProbeReach &) = delete;
    ProbeReach &operator=(const ProbeReach &) = delete;

    [[nodiscard]] const Clock &clock() const { return *m_world.clock; }
    [[nodiscard]] const QString &reportFolder() const { return m_world.reportFolder; }

    /// All end with Unsupported when what they ask is not there.
    [[nodiscard]] QFuture<Result<QByteArray>> get(const ClusterId &cluster, const QString &path) const;
    [[nodiscard]] QFuture<Result<QueryAnswer>> query(const ClusterId &cluster, const QString &promql) const;
    [[nodiscard]] QFuture<Result<QVector<Alert>>> alerts(const ClusterId &cluster) const;
    [[nodiscard]] QFuture<Result<AlertsStatus>> alertsStatus(const ClusterId &cluster) const;
    [[nodiscard]] QFuture<Result<QString>> secret(const QString &name) const;
    [[nodiscard]] QFuture<Result<bool>> isAllowed(const QByteArray &planHash, const QStringList &argv) const;

    /// Runs work() on a thread that may block.
    template <typename T, typename F> [[nodiscard]] QFuture<Result<T>> blocking(F work) const
    {
        Answer<T> answer;
        auto future = answer.future();
        m_pool.start([answer, work = std::move(work)]() mutable { answer.give(work()); });
        return future;
    }

private:
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> atHome(std::function<QFuture<Result<T>>()> ask) const;

    ProbeWorld m_world;
    std::unique_ptr<QObject> m_home; ///< lives on the owner's thread; asks are posted to it
    mutable QThreadPool m_pool;
};

} // namespace signalbox::probes
