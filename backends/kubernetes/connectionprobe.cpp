// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/connectionprobe.h"

#include "backends/api/whenfinished.h"

#include <QRandomGenerator>

#include <nlohmann/json.hpp>

namespace signalbox::kubernetes
{

using std::chrono::milliseconds;

namespace
{

/// Nothing if the body is not a version document.
std::optional<QString> versionOf(const QByteArray &body)
{
    const auto root = nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
    if (!root.is_object()) {
        return std::nullopt;
    }
    const auto version = root.find("gitVersion");
    if (version == root.end() || !version->is_string()) {
        return std::nullopt;
    }
    return QString::fromStdString(version->get<std::string>()).left(80);
}

/// Answers of a server that is there but does not tell its version to everyone.
bool isMereRefusal(const Error &error)
{
    return error.code == ErrorCode::Forbidden || error.code == ErrorCode::NotFound ||
           error.code == ErrorCode::RateLimited;
}

} // namespace

ConnectionProbe::ConnectionProbe(http::HttpClient &client, const Clock &clock, Timings timings,
                                 QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_timings(timings)
    , m_backoff(timings.firstBackoff, timings.longestBackoff, timings.healthyAfter)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ConnectionProbe::ask);
}

void ConnectionProbe::start()
{
    SourceState state;
    state.freshness = Freshness::Loading;
    state.since = m_clock.nowUtc();
    setState(state);
    ask();
}

void ConnectionProbe::retryNow()
{
    m_backoff.reset();
    ask();
}

void ConnectionProbe::suspect()
{
    if (m_state.freshness == Freshness::Live) {
        ask();
    }
}

void ConnectionProbe::ask()
{
    m_next.stop();
    if (m_asking) {
        return;
    }
    m_asking = true;
    http::Request request;
    request.pathAndQuery = QStringLiteral("/version");
    request.expectJson = true;
    request.deadline = m_timings.probeLimit;
    request.attempts = 1;
    request.maxBytes = 1024 * 1024;
    whenFinished(this, m_client.send(request), [this](const Result<http::Response> &answer) {
        m_asking = false;
        onAnswer(answer);
    });
}

void ConnectionProbe::onAnswer(const Result<http::Response> &answer)
{
    if (!answer) {
        isMereRefusal(answer.error()) ? succeed() : fail(answer.error());
        return;
    }
    const auto version = versionOf(answer->body);
    if (!version) {
        fail(Error{ErrorCode::Protocol,
                   ErrorLayer::Protocol,
                   answer->status,
                   {},
                   QStringLiteral("/version is not that of a Kubernetes API server"),
                   m_client.endpoint().base.host(),
                   {}});
        return;
    }
    m_serverVersion = *version;
    Q_EMIT latencyMeasured(answer->duration);
    succeed();
}

void ConnectionProbe::succeed()
{
    const bool wasLive = m_state.freshness == Freshness::Live;
    m_lastHeard = m_clock.nowUtc();
    m_next.start(m_timings.latency);
    if (!wasLive) {
        setState(SourceState{Freshness::Live, m_lastHeard, {}, {}});
        Q_EMIT connected();
    }
}

void ConnectionProbe::fail(const Error &error)
{
    if (error.code == ErrorCode::Timeout) {
        m_client.renewConnections();
    }
    SourceState state;
    state.freshness = m_lastHeard.isValid() ? Freshness::Reconnecting : Freshness::Unreachable;
    const QDateTime now = m_clock.nowUtc();
    if (m_lastHeard.isValid() && m_lastHeard.msecsTo(now) > m_timings.staleAfter.count()) {
        state.freshness = Freshness::Stale;
    }
    state.since = m_lastHeard.isValid() ? m_lastHeard : m_state.since;
    state.error = error;
    // These wait for a person, who ends in retryNow().
    if (error.code != ErrorCode::ConsentNeeded && error.code != ErrorCode::Cancelled) {
        const milliseconds wait =
            std::max(m_backoff.next(QRandomGenerator::global()->generateDouble(), m_clock.steady()),
                     error.retryAfter.value_or(milliseconds(0)));
        state.nextRetry = now.addMSecs(wait.count());
        m_next.start(wait);
    }
    setState(state);
}

void ConnectionProbe::setState(const SourceState &state)
{
    m_state = state;
    Q_EMIT stateChanged(m_state);
}

} // namespace signalbox::kubernetes
