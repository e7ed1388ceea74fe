// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/httpclient.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace signalbox::kubernetes
{

/// A client that carries watches, and answers whether its connections still live.
class WatchClient final : public QObject
{
    Q_OBJECT

public:
    WatchClient(std::unique_ptr<http::HttpClient> client, std::chrono::milliseconds probeLimit);

    [[nodiscard]] http::HttpClient &http() const { return *m_client; }
    /// Asks for /version over these connections; callers at the same time share the question.
    void probe();
    int watches = 0;

Q_SIGNALS:
    void probed(bool alive);

private:
    std::unique_ptr<http::HttpClient> m_client;
    std::chrono::milliseconds m_probeLimit;
    bool m_probing = false;
};

/// Spreads watches over clients: Qt opens six connections a client over HTTP/1.1, one of which stays free for
/// probes, and a hundred streams over HTTP/2. Worker thread.
class WatchPool
{
public:
    using Factory = std::function<std::unique_ptr<http::HttpClient>()>;
    WatchPool(Factory factory, std::chrono::milliseconds probeLimit);

    void setHttp2(bool http2) { m_http2 = http2; }
    /// Counts one more watch on a client with room. Pair with release().
    [[nodiscard]] WatchClient *acquire();
    void release(WatchClient *client);

private:
    Factory m_factory;
    std::chrono::milliseconds m_probeLimit;
    std::vector<std::unique_ptr<WatchClient>> m_clients;
    bool m_http2 = false;
};

} // namespace signalbox::kubernetes
