// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/call.h"

#include "backends/http/requestbuilder.h"
#include "backends/http/streamcontext.h"

#include <QRandomGenerator>

namespace signalbox::http
{

using std::chrono::milliseconds;

Call::Call(std::shared_ptr<StreamContext> context, Request request, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_request(std::move(request))
{
    const Limits &limits = m_context->limits;
    if (m_request.deadline.count() <= 0) {
        m_request.deadline = limits.deadline;
    }
    const int attempts = m_request.attempts > 0 ? m_request.attempts : limits.attempts;
    m_attemptsLeft = m_request.idempotent ? attempts : 1;
    m_backoff = core::Backoff(limits.firstRetry, limits.longestRetry, limits.deadline * 4);
    m_deadline.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Call::onDeadline);
    connect(&m_pause, &QTimer::timeout, this, &Call::attempt);
}

Call::~Call()
{
    m_answer.give(tl::unexpected(interrupted(ErrorCode::Cancelled, QStringLiteral("the client was closed"))));
}

QFuture<Result<Response>> Call::start()
{
    auto future = m_answer.future();
    m_clock.start();
    m_deadline.start(m_request.deadline);
    attempt();
    return future;
}

void Call::attempt()
{
    --m_attemptsLeft;
    m_attemptStarted = m_clock.elapsed();
    m_response = {};
    m_stream = std::make_unique<Stream>(m_context, m_request);
    connect(m_stream.get(), &Stream::started, this, [this](const Response &head) { m_response = head; });
    connect(m_stream.get(), &Stream::chunk, this,
            [this](const QByteArray &bytes) { m_response.body += bytes; });
    connect(m_stream.get(), &Stream::ended, this, &Call::onEnded);
    m_stream->start();
}

void Call::onEnded(const std::optional<Error> &error)
{
    if (!error) {
        m_response.duration = milliseconds(m_clock.elapsed() - m_attemptStarted);
        finish(std::move(m_response));
        return;
    }
    if (!mayRepeat(*error)) {
        finish(tl::unexpected(*error));
        return;
    }
    const milliseconds now(m_clock.elapsed());
    const milliseconds wait = std::max(m_backoff.next(QRandomGenerator::global()->generateDouble(), now),
                                       error->retryAfter.value_or(milliseconds(0)));
    if (now + wait >= m_request.deadline) {
        finish(tl::unexpected(*error));
        return;
    }
    m_stream.release()->deleteLater(); // it is the sender
    m_pause.start(wait);
}

bool Call::mayRepeat(const Error &error) const
{
    if (m_attemptsLeft <= 0) {
        return false;
    }
    const bool throttled = error.code == ErrorCode::RateLimited || error.code == ErrorCode::Server;
    return error.code == ErrorCode::Unreachable || (throttled && error.retryAfter.has_value());
}

void Call::onDeadline()
{
    const Error error =
        interrupted(ErrorCode::Timeout,
                    QStringLiteral("no complete answer within %1 ms").arg(m_request.deadline.count()));
    if (m_stream) {
        m_stream->abort();
    }
    finish(tl::unexpected(error));
}

Error Call::interrupted(ErrorCode code, const QString &detail) const
{
    const bool unknown = !m_request.idempotent && m_stream && m_stream->maybeSent();
    const ErrorLayer layer = code == ErrorCode::Cancelled ? ErrorLayer::Rule : ErrorLayer::Connection;
    return Error{
        unknown ? ErrorCode::OutcomeUnknown : code, layer, 0, {}, detail, subjectOf(m_context->endpoint), {}};
}

void Call::finish(Result<Response> result)
{
    m_deadline.stop();
    m_pause.stop();
    m_answer.give(std::move(result));
    deleteLater();
}

} // namespace signalbox::http
