// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/clusterplans.h"

#include "backends/api/whenfinished.h"
#include "models/stores/plansources.h"

namespace signalbox
{
namespace
{

constexpr int MostPages = 20;

} // namespace

ClusterPlans::ClusterPlans(ClusterApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_id(api.description().id)
{
    connect(&api, &ClusterApi::connectionChanged, this, &ClusterPlans::followConnection);
}

void ClusterPlans::followConnection(const SourceState &state)
{
    const bool became = state.freshness == Freshness::Live && !m_live;
    m_live = state.freshness == Freshness::Live;
    if (became) {
        ask();
    }
}

void ClusterPlans::setNamespaces(const QStringList &namespaces)
{
    if (m_namespaces != namespaces) {
        m_namespaces = namespaces;
        m_asking = false;
        ask();
    }
}

void ClusterPlans::ask()
{
    if (!m_live || m_asking) {
        return;
    }
    ++m_round;
    m_asking = true;
    m_pages = 0;
    m_found.clear();
    m_refused.reset();
    m_toAsk = m_namespaces.isEmpty() ? QStringList{QString()} : m_namespaces;
    if (!m_namespaces.isEmpty() && !m_namespaces.contains(planNamespace())) {
        m_toAsk.append(planNamespace());
    }
    askPage({});
}

void ClusterPlans::askPage(const QString &next)
{
    whenFinished(this, m_api.get(planConfigMapsPath(m_toAsk.first(), next)),
                 [this, round = m_round](const Result<QByteArray> &answer) { takePage(round, answer); });
}

void ClusterPlans::takePage(int round, const Result<QByteArray> &answer)
{
    if (round != m_round || !m_asking) {
        return;
    }
    const Result<PlanConfigMaps> maps =
        answer ? readPlanConfigMaps(*answer, m_id) : Result<PlanConfigMaps>(tl::unexpected(answer.error()));
    if (!maps && maps.error().code == ErrorCode::Forbidden && !m_toAsk.first().isEmpty()) {
        m_refused = maps.error();
        nextNamespace();
        return;
    }
    if (!maps) {
        fail(maps.error());
        return;
    }
    m_found += maps->plans;
    const bool more = !maps->next.isEmpty();
    if (++m_pages >= MostPages && (more || m_toAsk.size() > 1)) {
        fail({ErrorCode::TooLarge, ErrorLayer::Protocol, 0, {}, {}, m_id.value(), {}});
    } else if (more) {
        askPage(maps->next);
    } else {
        nextNamespace();
    }
}

void ClusterPlans::nextNamespace()
{
    m_toAsk.removeFirst();
    if (!m_toAsk.isEmpty()) {
        askPage({});
        return;
    }
    m_asking = false;
    Q_EMIT found(m_found, m_refused);
}

void ClusterPlans::fail(const Error &error)
{
    m_asking = false;
    Q_EMIT failed(error);
}

} // namespace signalbox
