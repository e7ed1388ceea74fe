// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/session.h"

namespace signalbox::kubernetes
{

/// What exists between open() and close(). Members die in reverse order: reflectors before their clients.
struct Session::Connection {
    explicit Connection(const Session &session)
        : commands(session.makeClient())
        , reads(session.makeClient())
        , watches([&session] { return session.makeClient(); }, session.m_setup.timings.probeLimit)
        , discovery(*reads)
        , probe(*commands, *session.m_setup.clock, session.m_setup.timings)
    {
    }

    /// Never behind a list or a watch; the probe keeps its connection warm.
    std::unique_ptr<http::HttpClient> commands;
    std::unique_ptr<http::HttpClient> reads;
    WatchPool watches;
    Discovery discovery;
    ConnectionProbe probe;
    QMap<ResourceKind, std::shared_ptr<KindWatcher>> kinds;
    bool started = false; ///< discovery is over, well or not: kinds may begin
};

} // namespace signalbox::kubernetes
