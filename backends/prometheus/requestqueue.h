// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/httpclient.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>
#include <map>

namespace signalbox::prometheus
{

/// Sends requests through one client, a few at a time, in order, each cancellable at any moment. Every
/// request is a read and may be repeated: one that broke before any answer is sent a second time.
class RequestQueue final : public QObject
{
    Q_OBJECT

public:
    using Completion = std::function<void(const Result<http::Response> &)>;

    RequestQueue(http::HttpClient &client, int parallel, QObject *parent = nullptr);
    ~RequestQueue() override;

    /// @return a ticket for cancel()
    quint64 enqueue(http::Request request, Completion completion);
    /// The completion is not called any more; a request under way is aborted.
    void cancel(quint64 ticket);

private:
    struct Job {
        quint64 ticket = 0;
        http::Request request;
        Completion completion;
        std::unique_ptr<http::Stream> stream;
        http::Response response;
        bool repeated = false;
    };
    void pump();
    void start(Job &job);
    void finish(quint64 ticket, const std::optional<Error> &error);

    http::HttpClient &m_client;
    size_t m_parallel;
    quint64 m_lastTicket = 0;
    std::deque<std::unique_ptr<Job>> m_waiting;
    std::map<quint64, std::unique_ptr<Job>> m_running;
};

} // namespace signalbox::prometheus
