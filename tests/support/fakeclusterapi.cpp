// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeclusterapi.h"

#include <memory>
#include <utility>

namespace signalbox::test
{

namespace
{

template <typename T> Result<T> notScripted(const QString &what)
{
    return failure(ErrorCode::Protocol, ErrorLayer::Protocol,
                   QStringLiteral("the test has no answer for ") + what);
}

} // namespace

FakeClusterApi::FakeClusterApi(const QString &id, QObject *parent)
    : ClusterApi(parent)
{
    m_description.id = ClusterId(id);
    m_description.server = QStringLiteral("https://%1.example:6443").arg(id);
    m_description.defaultNamespace = QStringLiteral("default");
}

FakeClusterApi::~FakeClusterApi()
{
    for (const auto &finish : std::exchange(m_held, {})) {
        finish(true);
    }
}

void FakeClusterApi::open(const QVector<ResourceKind> &kinds)
{
    isOpen = true;
    watched = QSet<ResourceKind>(kinds.cbegin(), kinds.cend());
}

void FakeClusterApi::close()
{
    isOpen = false;
    watched.clear();
    for (const auto &finish : std::exchange(m_held, {})) {
        finish(true);
    }
}

template <typename T> QFuture<Result<T>> FakeClusterApi::answer(Result<T> result)
{
    // std::function wants something it can copy, a promise cannot be copied.
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto finish = [promise, result = std::move(result)](bool cancelled) {
        const Result<T> gone =
            failure(ErrorCode::Cancelled, ErrorLayer::Connection, QStringLiteral("closed"));
        promise->addResult(cancelled ? gone : result);
        promise->finish();
    };
    if (hold) {
        m_held.emplace_back(finish);
    } else {
        finish(false);
    }
    return promise->future();
}

void FakeClusterApi::answerHeld()
{
    for (const auto &finish : std::exchange(m_held, {})) {
        finish(false);
    }
}

QFuture<Result<CallAnswer>> FakeClusterApi::call(ApiCall call, bool dryRun)
{
    calls.append({call, dryRun});
    return answer<CallAnswer>(onCall ? onCall(call, dryRun) : notScripted<CallAnswer>(call.path));
}

QFuture<Result<QByteArray>> FakeClusterApi::get(QString path)
{
    gets.append(path);
    return answer<QByteArray>(onGet ? onGet(path) : notScripted<QByteArray>(path));
}

QFuture<Result<Access>> FakeClusterApi::review(AccessQuery query)
{
    reviews.append(query);
    return answer<Access>(onReview ? onReview(query) : notScripted<Access>(query.resource));
}

void FakeClusterApi::approvePlugin(const QString &binary, bool approved)
{
    approvals.insert(binary, approved);
}

void FakeClusterApi::goLive(const QDateTime &since)
{
    setConnection(Freshness::Live, since);
    for (int kind = 0; kind <= static_cast<int>(ResourceKind::Pod); ++kind) {
        setSource(static_cast<ResourceKind>(kind), Freshness::Live, since);
    }
}

void FakeClusterApi::setConnection(Freshness freshness, const QDateTime &since)
{
    SourceState state;
    state.freshness = freshness;
    state.since = since;
    Q_EMIT connectionChanged(state);
}

void FakeClusterApi::setSource(ResourceKind kind, Freshness freshness, const QDateTime &since)
{
    SourceState state;
    state.freshness = freshness;
    state.since = since;
    Q_EMIT sourceChanged(kind, state);
}

} // namespace signalbox::test
