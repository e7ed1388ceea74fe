// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/argorolloutsbackend.h"

#include "backends/api/answer.h"
#include "backends/deployment/calls.h"
#include "backends/deployment/execution.h"
#include "backends/deployment/rolloutplan.h"

#include <QtConcurrentRun>
#include <qcorofuture.h>
#include <qcorotask.h>

#include <memory>

namespace signalbox::deployment
{

namespace
{

struct Texts {
    QByteArray rollout;
    QByteArray replicaSet;
    QByteArray workload;
    QByteArray analysisRun;
};

struct Asked {
    ActionRequest request;
    Release snapshot;
    QDateTime now;
};

Result<RolloutReads> readsOnWorker(const Asked &asked, const QByteArray &text)
{
    const auto rollout = parseObject(text, asked.request.release.name);
    return rollout ? readsFor(asked.request, asked.snapshot, *rollout) : tl::unexpected(rollout.error());
}

/// Absent documents stay null; the planner says what that means.
Json documentOf(const QByteArray &text)
{
    return parseObject(text, {}).value_or(Json());
}

Result<ActionPlan> planOnWorker(const Asked &asked, const Texts &texts)
{
    const RolloutDocuments documents{documentOf(texts.rollout), documentOf(texts.replicaSet),
                                     documentOf(texts.workload), documentOf(texts.analysisRun)};
    return planRollout(asked.request, asked.snapshot, documents, asked.now);
}

/// Started before it is awaited, so that the reads of a plan run side by side. An empty path reads nothing.
QFuture<Result<QByteArray>> startRead(ClusterApi &api, const QString &path)
{
    return path.isEmpty() ? answered<QByteArray>(QByteArray()) : settled(api.get(path));
}

bool isFatal(const Result<QByteArray> &read)
{
    return !read && read.error().code != ErrorCode::NotFound;
}

QCoro::Task<> runPlan(Answer<ActionPlan> to, QPointer<ClusterApi> api, std::shared_ptr<const Asked> asked)
{
    Texts texts;
    auto reading =
        settled(api->get(rolloutPath(asked->request.release.namespaceName, asked->request.release.name)));
    const auto rollout = co_await reading;
    if (!rollout) {
        to.give(tl::unexpected(rollout.error()));
        co_return;
    }
    texts.rollout = *rollout;
    auto choosing = QtConcurrent::run([asked, text = texts.rollout] { return readsOnWorker(*asked, text); });
    const auto reads = co_await choosing;
    if (!reads || !api) {
        to.give(reads ? neverAnswered() : tl::unexpected(reads.error()));
        co_return;
    }
    auto replicaSetRead = startRead(*api, reads->replicaSet);
    auto workloadRead = startRead(*api, reads->workload);
    auto runRead = startRead(*api, reads->analysisRun);
    const auto replicaSet = co_await replicaSetRead;
    const auto workload = co_await workloadRead;
    const auto analysisRun = co_await runRead;
    for (const auto *read : {&replicaSet, &workload, &analysisRun}) {
        if (isFatal(*read)) {
            to.give(tl::unexpected(read->error()));
            co_return;
        }
    }
    texts.replicaSet = replicaSet.value_or(QByteArray());
    texts.workload = workload.value_or(QByteArray());
    texts.analysisRun = analysisRun.value_or(QByteArray());
    auto planning = QtConcurrent::run([asked, texts] { return planOnWorker(*asked, texts); });
    auto plan = co_await planning;
    to.give(std::move(plan));
}

} // namespace

ArgoRolloutsBackend::ArgoRolloutsBackend(ClusterApi &api, const Clock &clock)
    : m_api(api)
    , m_clock(clock)
{
}

bool ArgoRolloutsBackend::handles(const Release &release) const
{
    return release.key.kind == ReleaseKind::Rollout && release.key.cluster == m_api.description().id;
}

QFuture<Result<ActionPlan>> ArgoRolloutsBackend::plan(ActionRequest request, Release snapshot)
{
    Answer<ActionPlan> answer;
    runPlan(answer, &m_api,
            std::make_shared<const Asked>(Asked{std::move(request), std::move(snapshot), m_clock.nowUtc()}));
    return answer.future();
}

QFuture<Result<QStringList>> ArgoRolloutsBackend::dryRun(ActionPlan plan)
{
    return dryRunPlan(m_api, std::move(plan), &rolloutPreconditions);
}

QFuture<Result<QString>> ArgoRolloutsBackend::execute(ActionPlan plan, int step)
{
    return executeStep(m_api, std::move(plan), step, &rolloutPreconditions);
}

} // namespace signalbox::deployment
