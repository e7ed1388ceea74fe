// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "backends/api/clock.h"
#include "backends/api/metricsapi.h"
#include "backends/prometheus/healthtracker.h"
#include "backends/prometheus/prometheusconfig.h"
#include "backends/prometheus/rangecache.h"
#include "backends/prometheus/requestqueue.h"

#include <QFutureWatcher>

namespace signalbox::prometheus
{

/// The part of PrometheusClient that lives on the worker: sockets, parsing, cache.
class PrometheusEngine final : public QObject
{
    Q_OBJECT

public:
    using Answer = signalbox::Answer<QueryAnswer>;
    using Read = std::function<void(const Result<QByteArray> &body)>;

    /// @param credentials lives on this thread, may be null @param clock outlives the engine
    PrometheusEngine(PrometheusConfig config, std::unique_ptr<http::CredentialSource> credentials,
                     const Clock &clock, QObject *parent);
    ~PrometheusEngine() override;

    void query(const QString &promql, const QDateTime &at, const Answer &answer);
    void queryRange(const RangeQuery &query, const Answer &answer);
    /// GET of one of the smaller endpoints. @param target below the base, percent-encoded
    void read(const QString &target, Read done);

Q_SIGNALS:
    void stateChanged(const signalbox::SourceState &state);
    void roundTrip(std::chrono::milliseconds duration);

private:
    /// One request on the wire and everybody who waits for it.
    struct Flight {
        QByteArray key;
        QString path;
        QByteArray form;
        bool get = false;
        quint64 ticket = 0;
        QDateTime asked;
        std::optional<RangeCache::Plan> plan;
        QVector<Answer> waiters;
        std::vector<std::unique_ptr<QFutureWatcher<Result<QueryAnswer>>>> watchers;
    };
    using FlightPtr = std::shared_ptr<Flight>;

    [[nodiscard]] bool join(const QByteArray &key, const Answer &answer);
    void takeOff(const FlightPtr &flight, const Answer &answer);
    void send(const FlightPtr &flight);
    void addWaiter(const FlightPtr &flight, const Answer &answer);
    void dropIfUnwanted(const QByteArray &key);
    void land(const FlightPtr &flight, const Result<http::Response> &response);
    [[nodiscard]] Result<QueryAnswer> readAnswer(const Flight &flight,
                                                 const Result<http::Response> &response);
    void observe(const std::optional<Error> &error);
    [[nodiscard]] http::Request request(const QString &target) const;
    [[nodiscard]] std::optional<Error> held() const;

    PrometheusConfig m_config;
    std::unique_ptr<http::CredentialSource> m_credentials;
    const Clock &m_clock;
    http::HttpClient m_client;
    RequestQueue m_queue;
    RangeCache m_cache;
    HealthTracker m_health;
    QHash<QByteArray, FlightPtr> m_flights;
    std::chrono::milliseconds m_holdUntil{
        0};                 ///< steady time; a server that said 429 is left alone until then
    bool m_getOnly = false; ///< POST was refused where GET works
};

} // namespace signalbox::prometheus
