// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/execution.h"

#include "backends/api/answer.h"
#include "backends/deployment/calls.h"

#include <QPointer>
#include <QtConcurrentRun>
#include <qcorofuture.h>
#include <qcorotask.h>

#include <memory>

namespace signalbox::deployment
{

namespace
{

constexpr int MaxLooks = 3;

struct Sending {
    QPointer<ClusterApi> api;
    std::shared_ptr<const ActionPlan> plan;
    PreconditionReader reader = nullptr;
    int step = 0;
    bool firstOfStep = true;
    bool dryRun = false;
    bool atOnce = false;
};

struct Sent {
    QString resourceVersion;
    QStringList warnings;
};

enum class Next { Fail, LookAgain, MainPath };

Error cancelled()
{
    return {ErrorCode::Cancelled,
            ErrorLayer::Connection,
            0,
            {},
            QStringLiteral("the connection was closed"),
            {},
            {}};
}

Next nextAfter(const Error &error, const ApiCall &call)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return isStatusCall(call) ? Next::MainPath : Next::Fail;
    case ErrorCode::Conflict:
    case ErrorCode::OutcomeUnknown:
        return Next::LookAgain;
    case ErrorCode::Invalid:
        return hasTests(call) ? Next::LookAgain : Next::Fail;
    default:
        return Next::Fail;
    }
}

bool clearsManualPause(ActionKind kind)
{
    return kind == ActionKind::Promote || kind == ActionKind::PromoteFully;
}

QFuture<Result<CheckedCall>> lookOnWorker(const Sending &what, const ApiCall &call, const QByteArray &object)
{
    return QtConcurrent::run(
        [plan = what.plan, call, object, first = what.firstOfStep, reader = what.reader] {
            return checkCall(*plan, call, object, first, reader);
        });
}

QFuture<QString> versionOnWorker(const QByteArray &object)
{
    return QtConcurrent::run([object] { return resourceVersionOf(object); });
}

/// One call, with the looks it needs.
QCoro::Task<Result<Sent>> sendCall(Sending what, ApiCall call)
{
    bool look = !what.atOnce && !what.dryRun;
    Error last = cancelled();
    for (int attempt = 0; attempt < MaxLooks; ++attempt) {
        if (look) {
            if (!what.api) {
                co_return tl::unexpected(cancelled());
            }
            auto reading = settled(what.api->get(objectOf(call)));
            const auto object = co_await reading;
            if (!object) {
                // A lost answer whose outcome cannot be read either stays a lost answer.
                co_return tl::unexpected(last.code == ErrorCode::OutcomeUnknown ? last : object.error());
            }
            auto looking = settled(lookOnWorker(what, call, *object));
            const auto checked = co_await looking;
            if (!checked) {
                co_return tl::unexpected(checked.error());
            }
            if (checked->alreadyTrue) {
                co_return Sent{checked->resourceVersion, {}};
            }
            if (last.code == ErrorCode::Invalid) { // the guards hold: the server refuses the content
                co_return tl::unexpected(last);
            }
            call = checked->call;
        }
        if (!what.api) {
            co_return tl::unexpected(cancelled());
        }
        auto calling = settled(what.api->call(call, what.dryRun));
        const auto answer = co_await calling;
        if (answer) {
            auto versioning = versionOnWorker(answer->body);
            const QString version = co_await versioning;
            co_return Sent{version, answer->warnings};
        }
        last = answer.error();
        const Next next = nextAfter(last, call);
        if (next == Next::Fail) {
            co_return tl::unexpected(last);
        }
        if (next == Next::MainPath) { // the look proves that the object itself is there
            call = withoutStatusSubresource(call, clearsManualPause(what.plan->request.kind));
        }
        look = true;
    }
    co_return tl::unexpected(last);
}

QCoro::Task<> runStep(Answer<QString> to, Sending what)
{
    const QVector<ApiCall> calls = what.plan->steps.at(what.step).calls;
    QString version = what.plan->resourceVersion;
    for (const ApiCall &call : calls) {
        Sending one = what;
        one.firstOfStep = &call == &calls.first();
        one.atOnce = leavesAtOnce(*what.plan, what.step, call);
        const auto sent = co_await sendCall(one, call);
        if (!sent) {
            to.give(tl::unexpected(sent.error()));
            co_return;
        }
        version = sent->resourceVersion;
    }
    to.give(version);
}

QCoro::Task<> runDryRun(Answer<QStringList> to, Sending what)
{
    QStringList warnings;
    for (int step = 0; step < what.plan->steps.size(); ++step) {
        const QVector<ApiCall> calls = what.plan->steps.at(step).calls;
        for (const ApiCall &call : calls) {
            const auto sent = co_await sendCall(what, call);
            if (!sent) {
                to.give(tl::unexpected(sent.error()));
                co_return;
            }
            warnings += sent->warnings;
        }
    }
    warnings.removeDuplicates();
    to.give(warnings);
}

Sending sending(ClusterApi &api, ActionPlan plan, PreconditionReader reader)
{
    Sending what;
    what.api = &api;
    what.plan = std::make_shared<const ActionPlan>(std::move(plan));
    what.reader = reader;
    return what;
}

} // namespace

QFuture<Result<QString>> executeStep(ClusterApi &api, ActionPlan plan, int step, PreconditionReader reader)
{
    Sending what = sending(api, std::move(plan), reader);
    what.step = step;
    if (step < 0 || step >= what.plan->steps.size()) {
        return answered<QString>(
            failure(ErrorCode::Refused, ErrorLayer::Rule, QStringLiteral("the plan has no such step")));
    }
    Answer<QString> answer;
    runStep(answer, what);
    return answer.future();
}

QFuture<Result<QStringList>> dryRunPlan(ClusterApi &api, ActionPlan plan, PreconditionReader reader)
{
    Answer<QStringList> answer;
    Sending what = sending(api, std::move(plan), reader);
    what.dryRun = true;
    runDryRun(answer, what);
    return answer.future();
}

} // namespace signalbox::deployment
