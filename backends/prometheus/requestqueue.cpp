// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/requestqueue.h"

#include <algorithm>

namespace signalbox::prometheus
{

RequestQueue::RequestQueue(http::HttpClient &client, int parallel, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_parallel(static_cast<size_t>(std::max(1, parallel)))
{
}

RequestQueue::~RequestQueue() = default;

quint64 RequestQueue::enqueue(http::Request request, Completion completion)
{
    auto job = std::make_unique<Job>();
    job->ticket = ++m_lastTicket;
    job->request = std::move(request);
    job->completion = std::move(completion);
    m_waiting.push_back(std::move(job));
    pump();
    return m_lastTicket;
}

void RequestQueue::cancel(quint64 ticket)
{
    const auto running = m_running.find(ticket);
    if (running != m_running.end()) {
        running->second->stream->abort();
        running->second->stream.release()->deleteLater();
        m_running.erase(running);
        pump();
        return;
    }
    std::erase_if(m_waiting, [ticket](const auto &job) { return job->ticket == ticket; });
}

void RequestQueue::pump()
{
    while (m_running.size() < m_parallel && !m_waiting.empty()) {
        auto job = std::move(m_waiting.front());
        m_waiting.pop_front();
        Job &placed = *job;
        m_running.emplace(placed.ticket, std::move(job));
        start(placed);
    }
}

void RequestQueue::start(Job &job)
{
    job.response = {};
    job.stream = m_client.stream(job.request);
    http::Stream *stream = job.stream.get();
    connect(stream, &http::Stream::started, this,
            [&job](const http::Response &head) { job.response = head; });
    connect(stream, &http::Stream::chunk, this,
            [&job](const QByteArray &bytes) { job.response.body += bytes; });
    // Queued: a stream may end within start(), and completions may enqueue and cancel.
    connect(
        stream, &http::Stream::ended, this,
        [this, ticket = job.ticket](const std::optional<Error> &error) { finish(ticket, error); },
        Qt::QueuedConnection);
    stream->start();
}

void RequestQueue::finish(quint64 ticket, const std::optional<Error> &error)
{
    const auto found = m_running.find(ticket);
    if (found == m_running.end()) {
        return;
    }
    Job &job = *found->second;
    job.stream.release()->deleteLater();
    // A kept connection that the server closed meanwhile looks like this.
    if (error && error->code == ErrorCode::Unreachable && !job.repeated) {
        job.repeated = true;
        start(job);
        return;
    }
    const auto done = std::move(found->second);
    m_running.erase(found);
    pump();
    done->completion(error ? Result<http::Response>(tl::unexpected(*error))
                           : Result<http::Response>(done->response));
}

} // namespace signalbox::prometheus
