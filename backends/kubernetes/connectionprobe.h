// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/http/httpclient.h"
#include "backends/kubernetes/timings.h"
#include "models/core/backoff.h"
#include "models/domain/freshness.h"

#include <QObject>
#include <QTimer>

namespace signalbox::kubernetes
{

/// Whether a server can be reached: asks /version every few seconds, measures the round trip, and names what
/// stands between us. Worker thread.
class ConnectionProbe final : public QObject
{
    Q_OBJECT

public:
    /// @param client outlives this
    ConnectionProbe(http::HttpClient &client, const Clock &clock, Timings timings, QObject *parent = nullptr);

    void start();
    void retryNow();
    /// Someone else lost the server: ask now, unless that is known or being asked.
    void suspect();
    [[nodiscard]] const SourceState &state() const { return m_state; }
    [[nodiscard]] const QString &serverVersion() const { return m_serverVersion; }

Q_SIGNALS:
    void stateChanged(const signalbox::SourceState &state);
    void latencyMeasured(std::chrono::milliseconds roundTrip);
    /// Reached, after it was not.
    void connected();

private:
    void ask();
    void onAnswer(const Result<http::Response> &answer);
    void succeed();
    void fail(const Error &error);
    void setState(const SourceState &state);

    http::HttpClient &m_client;
    const Clock &m_clock;
    Timings m_timings;
    core::Backoff m_backoff;
    SourceState m_state;
    QString m_serverVersion;
    QDateTime m_lastHeard;
    QTimer m_next{this};
    bool m_asking = false;
};

} // namespace signalbox::kubernetes
