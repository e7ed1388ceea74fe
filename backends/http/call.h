// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "backends/http/stream.h"
#include "models/core/backoff.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace signalbox::http
{

class StreamContext;

/// One call of HttpClient::send() with its attempts. Deletes itself when it is done. Private to
/// backends/http.
class Call final : public QObject
{
    Q_OBJECT

public:
    Call(std::shared_ptr<StreamContext> context, Request request, QObject *parent);
    /// Fulfils with Cancelled, or OutcomeUnknown for a write that may have been sent.
    ~Call() override;

    [[nodiscard]] QFuture<Result<Response>> start();

private:
    void attempt();
    void onEnded(const std::optional<Error> &error);
    void onDeadline();
    [[nodiscard]] bool mayRepeat(const Error &error) const;
    [[nodiscard]] Error interrupted(ErrorCode code, const QString &detail) const;
    void finish(Result<Response> result);

    std::shared_ptr<StreamContext> m_context;
    Request m_request;
    Answer<Response> m_answer;
    std::unique_ptr<Stream> m_stream;
    Response m_response;
    core::Backoff m_backoff;
    QElapsedTimer m_clock;
    qint64 m_attemptStarted = 0;
    QTimer m_deadline;
    QTimer m_pause;
    int m_attemptsLeft = 1;
};

} // namespace signalbox::http
