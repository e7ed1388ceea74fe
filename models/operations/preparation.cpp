// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/preparation.h"

#include "backends/api/answer.h"

#include <QPointer>
#include <qcorofuture.h>
#include <qcorotask.h>

namespace signalbox
{

namespace
{

QCoro::Task<> runPreparation(Answer<Prepared> to, QPointer<QObject> guard, DeploymentBackend *backend,
                             ActionRequest request, Release snapshot)
{
    auto planning = settled(backend->plan(std::move(request), std::move(snapshot)));
    const auto plan = co_await planning;
    if (!plan) {
        to.give(tl::unexpected(plan.error()));
        co_return;
    }
    if (!guard) {
        co_return; // the answer becomes Cancelled by itself
    }
    auto trying = settled(backend->dryRun(*plan));
    const auto warnings = co_await trying;
    Prepared prepared{*plan, warnings.value_or(QStringList()), std::nullopt};
    if (!warnings) {
        prepared.dryRunError = warnings.error();
    }
    for (const QString &warning : prepared.warnings) {
        prepared.plan.consequences.append({MessageCode::ServerWarning, {warning}});
    }
    to.give(prepared);
}

} // namespace

QFuture<Result<Prepared>> preparePlan(QObject *guard, DeploymentBackend &backend, ActionRequest request,
                                      Release snapshot)
{
    Answer<Prepared> answer;
    runPreparation(answer, guard, &backend, std::move(request), std::move(snapshot));
    return answer.future();
}

} // namespace signalbox
