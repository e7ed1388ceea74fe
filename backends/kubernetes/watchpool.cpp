// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/watchpool.h"

#include "backends/api/whenfinished.h"

namespace signalbox::kubernetes
{

namespace
{

constexpr int WatchesPerHttp1Client = 5;
constexpr int WatchesPerHttp2Client = 90;

} // namespace

WatchClient::WatchClient(std::unique_ptr<http::HttpClient> client, std::chrono::milliseconds probeLimit)
    : m_client(std::move(client))
    , m_probeLimit(probeLimit)
{
}

void WatchClient::probe()
{
    if (m_probing) {
        return;
    }
    m_probing = true;
    http::Request request;
    request.pathAndQuery = QStringLiteral("/version");
    request.deadline = m_probeLimit;
    request.attempts = 1;
    whenFinished(this, m_client->send(request), [this](const Result<http::Response> &answer) {
        m_probing = false;
        // Any HTTP answer, also a refusal, came over a living connection.
        const bool alive = answer.has_value() || answer.error().httpStatus != 0;
        if (!alive) {
            m_client->renewConnections(); // else the next watch would be put on the dead connection
        }
        Q_EMIT probed(alive);
    });
}

WatchPool::WatchPool(Factory factory, std::chrono::milliseconds probeLimit)
    : m_factory(std::move(factory))
    , m_probeLimit(probeLimit)
{
}

WatchClient *WatchPool::acquire()
{
    const int room = m_http2 ? WatchesPerHttp2Client : WatchesPerHttp1Client;
    for (const auto &client : m_clients) {
        if (client->watches < room) {
            ++client->watches;
            return client.get();
        }
    }
    m_clients.push_back(std::make_unique<WatchClient>(m_factory(), m_probeLimit));
    m_clients.back()->watches = 1;
    return m_clients.back().get();
}

void WatchPool::release(WatchClient *client)
{
    --client->watches;
}

} // namespace signalbox::kubernetes
