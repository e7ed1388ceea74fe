// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/deploymentsbackend.h"

#include "backends/api/answer.h"
#include "backends/deployment/calls.h"
#include "backends/deployment/deploymentplan.h"
#include "backends/deployment/execution.h"

#include <QtConcurrentRun>
#include <qcorofuture.h>
#include <qcorotask.h>

#include <memory>

namespace signalbox::deployment
{

namespace
{

struct Asked {
    ActionRequest request;
    Release snapshot;
    QDateTime now;
};

Result<DeploymentReads> readsOnWorker(const Asked &asked, const QByteArray &text)
{
    const auto deployment = parseObject(text, asked.request.release.name);
    return deployment ? readsForDeployment(asked.request, asked.snapshot, *deployment)
                      : tl::unexpected(deployment.error());
}

Result<ActionPlan> planOnWorker(const Asked &asked, const QByteArray &deployment,
                                const QByteArray &replicaSet)
{
    const DeploymentDocuments documents{parseObject(deployment, {}).value_or(Json()),
                                        parseObject(replicaSet, {}).value_or(Json())};
    return planDeployment(asked.request, asked.snapshot, documents, asked.now);
}

QCoro::Task<> runPlan(Answer<ActionPlan> to, QPointer<ClusterApi> api, std::shared_ptr<const Asked> asked)
{
    const ReleaseKey key = asked->request.release;
    auto reading = settled(api->get(appsPath(QStringLiteral("deployments"), key.namespaceName, key.name)));
    const auto deployment = co_await reading;
    if (!deployment) {
        to.give(tl::unexpected(deployment.error()));
        co_return;
    }
    auto choosing = QtConcurrent::run([asked, text = *deployment] { return readsOnWorker(*asked, text); });
    const auto reads = co_await choosing;
    if (!reads || !api) {
        to.give(reads ? neverAnswered() : tl::unexpected(reads.error()));
        co_return;
    }
    QByteArray replicaSet;
    if (!reads->replicaSet.isEmpty()) {
        auto fetching = settled(api->get(reads->replicaSet));
        const auto fetched = co_await fetching;
        if (!fetched && fetched.error().code != ErrorCode::NotFound) {
            to.give(tl::unexpected(fetched.error()));
            co_return;
        }
        replicaSet = fetched.value_or(QByteArray());
    }
    auto planning = QtConcurrent::run(
        [asked, text = *deployment, replicaSet] { return planOnWorker(*asked, text, replicaSet); });
    auto plan = co_await planning;
    to.give(std::move(plan));
}

} // namespace

DeploymentsBackend::DeploymentsBackend(ClusterApi &api, const Clock &clock)
    : m_api(api)
    , m_clock(clock)
{
}

bool DeploymentsBackend::handles(const Release &release) const
{
    return release.key.kind == ReleaseKind::Deployment && release.key.cluster == m_api.description().id;
}

QFuture<Result<ActionPlan>> DeploymentsBackend::plan(ActionRequest request, Release snapshot)
{
    Answer<ActionPlan> answer;
    runPlan(answer, &m_api,
            std::make_shared<const Asked>(Asked{std::move(request), std::move(snapshot), m_clock.nowUtc()}));
    return answer.future();
}

QFuture<Result<QStringList>> DeploymentsBackend::dryRun(ActionPlan plan)
{
    return dryRunPlan(m_api, std::move(plan), &deploymentPreconditions);
}

QFuture<Result<QString>> DeploymentsBackend::execute(ActionPlan plan, int step)
{
    return executeStep(m_api, std::move(plan), step, &deploymentPreconditions);
}

} // namespace signalbox::deployment
