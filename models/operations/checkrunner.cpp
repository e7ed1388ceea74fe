// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/checkrunner.h"

#include "backends/api/whenfinished.h"
#include "models/operations/metricfinding.h"

#include <algorithm>

namespace signalbox
{

namespace
{

constexpr int atOnce = 6; // probes reach into production systems; a checklist must not look like an attack

int rank(CheckResult result)
{
    switch (result) {
    case CheckResult::Fail:
        return 2;
    case CheckResult::Pass:
        return 0;
    default:
        return 1;
    }
}

ProbeFinding worstOf(const QVector<ProbeFinding> &findings)
{
    ProbeFinding worst = findings.constFirst();
    for (const ProbeFinding &each : findings) {
        const QDateTime oldest = std::min(worst.at, each.at);
        // A pass with a warning is worse than one without: somebody should look.
        const bool warns = each.result == worst.result && each.warning && !worst.warning;
        if (rank(each.result) > rank(worst.result) || warns) {
            worst = each;
        }
        worst.at = oldest;
    }
    return worst;
}

} // namespace

struct CheckRunner::Item {
    QString checklist;
    QString item;
    Binding binding;
    int open = 0;
    bool dropped = false;
    QVector<ProbeFinding> findings;
};

CheckRunner::CheckRunner(ProbeRunner &probes, MetricsStore &metrics, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_probes(probes)
    , m_metrics(metrics)
    , m_clock(clock)
{
}

CheckRunner::~CheckRunner() = default;

QHash<QString, QStringList> CheckRunner::running() const
{
    QHash<QString, QStringList> running;
    for (const auto &item : m_items) {
        running[item->checklist].append(item->item);
    }
    return running;
}

void CheckRunner::clear()
{
    for (const auto &item : std::as_const(m_items)) {
        item->dropped = true;
    }
    const bool any = !m_items.isEmpty();
    m_items.clear();
    m_queue.clear();
    if (any) {
        Q_EMIT runningChanged();
    }
}

void CheckRunner::run(const ReleasePlan &plan, const QString &checklist, const CheckItem &item,
                      const ProbeContext &context)
{
    const bool busy = std::any_of(m_items.cbegin(), m_items.cend(), [&](const auto &each) {
        return each->checklist == checklist && each->item == item.id;
    });
    if (busy) {
        return;
    }
    auto entry = std::make_shared<Item>();
    entry->checklist = checklist;
    entry->item = item.id;
    entry->binding = context.binding;
    QVector<Ask> asks;
    for (const ProbeSpec &probe : plan.probes) {
        if (item.probes.contains(probe.id)) {
            asks.append([this, probe, context] { return m_probes.run(probe, context); });
        }
    }
    for (const PlanMetric &metric : plan.metrics) {
        if (item.metrics.contains(metric.id)) {
            asks.append([this, metric, context] {
                return findMetric(m_metrics.server(context.release.cluster), metric, context.scope, m_clock);
            });
        }
    }
    if (asks.isEmpty()) {
        return;
    }
    entry->open = static_cast<int>(asks.size());
    m_items.append(entry);
    for (Ask &ask : asks) {
        enqueue(entry, std::move(ask));
    }
    startNext();
    Q_EMIT runningChanged();
}

void CheckRunner::enqueue(const std::shared_ptr<Item> &item, Ask ask)
{
    m_queue.append({item, std::move(ask)});
}

void CheckRunner::startNext()
{
    while (m_active < atOnce && !m_queue.isEmpty()) {
        const auto [item, ask] = m_queue.takeFirst();
        ++m_active;
        whenFinished(this, ask(), [this, item = item](const Result<ProbeFinding> &finding) {
            --m_active;
            take(item, finding);
            startNext();
        });
    }
}

void CheckRunner::take(const std::shared_ptr<Item> &item, const Result<ProbeFinding> &finding)
{
    if (item->dropped) {
        return;
    }
    ProbeFinding seen{CheckResult::Unknown, false, QStringLiteral("source-failed"), {}, m_clock.nowUtc(), {}};
    if (finding) {
        seen = *finding;
        seen.at = seen.at.isValid() ? seen.at : m_clock.nowUtc();
    } else {
        seen.args = {finding.error().detail};
    }
    item->findings.append(seen);
    if (--item->open > 0) {
        return;
    }
    m_items.removeOne(item);
    Q_EMIT found({item->checklist, item->item, worstOf(item->findings), item->binding});
    Q_EMIT runningChanged();
}

} // namespace signalbox
