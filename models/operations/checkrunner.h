// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/proberunner.h"
#include "models/domain/releaseplan.h"
#include "models/stores/metricsstore.h"

#include <QObject>

#include <functional>
#include <memory>

namespace signalbox
{

/// What the machine saw of one item of a checklist: the worst of its probes and metrics.
struct CheckFinding {
    QString checklist;
    QString item;
    ProbeFinding finding; ///< `at`: of the oldest one it rests on
    Binding binding;
};

/// Runs the probes and metric queries of checklist items, few at a time, and tells what they found. A metric
/// passes within its promote limit with enough samples. GUI thread.
class CheckRunner final : public QObject
{
    Q_OBJECT

public:
    /// @param probes metrics, clock: outlive it
    CheckRunner(ProbeRunner &probes, MetricsStore &metrics, const Clock &clock, QObject *parent = nullptr);
    ~CheckRunner() override;

    /// An item that is running already is left alone; one without probes and metrics has nothing to run.
    void run(const ReleasePlan &plan, const QString &checklist, const CheckItem &item,
             const ProbeContext &context);
    [[nodiscard]] QHash<QString, QStringList> running() const; ///< items by checklist
    /// What is under way is not heard any more.
    void clear();

Q_SIGNALS:
    void runningChanged();
    void found(const signalbox::CheckFinding &finding);

private:
    struct Item;
    using Ask = std::function<QFuture<Result<ProbeFinding>>()>;
    void enqueue(const std::shared_ptr<Item> &item, Ask ask);
    void startNext();
    void take(const std::shared_ptr<Item> &item, const Result<ProbeFinding> &finding);

    ProbeRunner &m_probes;
    MetricsStore &m_metrics;
    const Clock &m_clock;
    QVector<std::shared_ptr<Item>> m_items;
    QVector<std::pair<std::shared_ptr<Item>, Ask>> m_queue;
    int m_active = 0;
};

} // namespace signalbox
