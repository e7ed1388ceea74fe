// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/prometheusengine.h"

#include "backends/prometheus/answerparser.h"
#include "backends/prometheus/envelope.h"

#include <algorithm>

namespace signalbox::prometheus
{
namespace
{

constexpr std::chrono::milliseconds Grace{5000}; // for the way, on top of the server's own time-out
constexpr std::chrono::milliseconds ShortestHold{1000};

QByteArray seconds(std::int64_t ms)
{
    return QByteArray::number(ms / 1000) + '.' +
           QByteArray::number(std::abs(ms) % 1000).rightJustified(3, '0');
}

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

http::Limits limitsOf(const PrometheusConfig &config)
{
    http::Limits limits;
    limits.deadline = config.timeout + Grace;
    limits.maxBytes = config.maxBytes;
    return limits;
}

} // namespace

PrometheusEngine::PrometheusEngine(PrometheusConfig config,
                                   std::unique_ptr<http::CredentialSource> credentials, const Clock &clock,
                                   QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_credentials(std::move(credentials))
    , m_clock(clock)
    , m_client(m_config.endpoint, m_credentials.get(), limitsOf(m_config))
    , m_queue(m_client, m_config.parallel)
    , m_cache(m_config.overlap)
{
    m_client.setErrorReader(readError);
}

PrometheusEngine::~PrometheusEngine() = default;

http::Request PrometheusEngine::request(const QString &target) const
{
    http::Request request;
    request.pathAndQuery = target;
    request.headers = m_config.headers;
    if (m_config.endpoint.base.scheme() != QLatin1String("https")) {
        request.headers.removeIf(
            [](const auto &header) { return header.first.toLower() == "authorization"; });
    }
    return request;
}

void PrometheusEngine::query(const QString &promql, const QDateTime &at, const Answer &answer)
{
    const QByteArray time = at.isValid() ? seconds(at.toMSecsSinceEpoch()) : QByteArray();
    const QByteArray key = "instant\n" + time + '\n' + promql.toUtf8();
    if (join(key, answer)) {
        return;
    }
    auto flight = std::make_shared<Flight>();
    flight->key = key;
    flight->path = QStringLiteral("/api/v1/query");
    flight->form = "query=" + encoded(promql) + (time.isEmpty() ? QByteArray() : "&time=" + time);
    takeOff(flight, answer);
}

void PrometheusEngine::queryRange(const RangeQuery &query, const Answer &answer)
{
    const QByteArray grid = QByteArray::number(qint64(query.startMs)) + '\n' +
                            QByteArray::number(qint64(query.endMs)) + '\n' +
                            QByteArray::number(qint64(query.stepMs));
    const QByteArray key = "range\n" + grid + '\n' + query.promql.toUtf8();
    if (join(key, answer)) {
        return;
    }
    auto flight = std::make_shared<Flight>();
    flight->key = key;
    flight->path = QStringLiteral("/api/v1/query_range");
    flight->plan = m_cache.plan(query);
    const RangeQuery &ask = flight->plan->ask;
    flight->form = "query=" + encoded(query.promql) + "&start=" + seconds(ask.startMs) +
                   "&end=" + seconds(ask.endMs) + "&step=" + seconds(ask.stepMs);
    takeOff(flight, answer);
}

void PrometheusEngine::read(const QString &target, Read done)
{
    if (const auto error = held()) {
        done(tl::unexpected(*error));
        return;
    }
    m_queue.enqueue(request(target), [this, done = std::move(done)](const Result<http::Response> &response) {
        observe(response ? std::nullopt : std::optional(response.error()));
        if (response) {
            Q_EMIT roundTrip(response->duration);
            done(response->body);
        } else {
            done(tl::unexpected(response.error()));
        }
    });
}

bool PrometheusEngine::join(const QByteArray &key, const Answer &answer)
{
    if (const auto error = held()) {
        answer.give(tl::unexpected(*error));
        return true;
    }
    const auto found = m_flights.constFind(key);
    if (found == m_flights.cend()) {
        return false;
    }
    addWaiter(*found, answer);
    return true;
}

void PrometheusEngine::takeOff(const FlightPtr &flight, const Answer &answer)
{
    flight->form += "&timeout=" + seconds(m_config.timeout.count());
    flight->get = m_getOnly;
    flight->asked = m_clock.nowUtc();
    m_flights.insert(flight->key, flight);
    send(flight);
    addWaiter(flight, answer);
}

void PrometheusEngine::send(const FlightPtr &flight)
{
    auto wanted = request(flight->path);
    if (flight->get) {
        wanted.pathAndQuery += QLatin1Char('?') + QString::fromLatin1(flight->form);
    } else {
        wanted.method = "POST";
        wanted.contentType = "application/x-www-form-urlencoded";
        wanted.body = flight->form;
    }
    const auto sent = m_clock.steady();
    flight->ticket = m_queue.enqueue(wanted, [this, flight, sent](const Result<http::Response> &response) {
        if (response) {
            Q_EMIT roundTrip(m_clock.steady() - sent);
        }
        land(flight, response);
    });
}

void PrometheusEngine::addWaiter(const FlightPtr &flight, const Answer &answer)
{
    flight->waiters.push_back(answer);
    auto watcher = std::make_unique<QFutureWatcher<Result<QueryAnswer>>>();
    // Queued: the flight must not vanish under the hands of whoever adds to it.
    connect(
        watcher.get(), &QFutureWatcherBase::canceled, this,
        [this, key = flight->key] { dropIfUnwanted(key); }, Qt::QueuedConnection);
    watcher->setFuture(answer.future());
    flight->watchers.push_back(std::move(watcher));
}

void PrometheusEngine::dropIfUnwanted(const QByteArray &key)
{
    const auto flight = m_flights.value(key);
    const auto unwanted = [](const Answer &answer) { return answer.future().isCanceled(); };
    if (flight && std::all_of(flight->waiters.cbegin(), flight->waiters.cend(), unwanted)) {
        m_flights.remove(key);
        m_queue.cancel(flight->ticket);
    }
}

void PrometheusEngine::land(const FlightPtr &flight, const Result<http::Response> &response)
{
    const int status = response ? 0 : response.error().httpStatus;
    if (!flight->get && (status == 403 || status == 405)) {
        // Proxies refuse POST, and RBAC names it create where a GET is get.
        flight->get = true;
        send(flight);
        return;
    }
    m_flights.remove(flight->key);
    m_getOnly = m_getOnly || (flight->get && response);
    const auto result = readAnswer(*flight, response);
    observe(result ? std::nullopt : std::optional(result.error()));
    for (const Answer &answer : flight->waiters) {
        answer.give(result);
    }
}

Result<QueryAnswer> PrometheusEngine::readAnswer(const Flight &flight, const Result<http::Response> &response)
{
    if (!response) {
        auto error = response.error();
        if (error.code == ErrorCode::Unauthorised && m_credentials &&
            m_config.endpoint.base.scheme() != QLatin1String("https")) {
            error.detail.prepend(QStringLiteral("credentials are only sent over https; "));
        }
        return tl::unexpected(error);
    }
    auto answer = parseQueryAnswer(response->body);
    if (!answer) {
        answer.error().subject = m_config.endpoint.base.host();
        return answer;
    }
    answer->asked = flight.asked;
    return flight.plan ? Result<QueryAnswer>(m_cache.complete(*flight.plan, std::move(*answer))) : answer;
}

std::optional<Error> PrometheusEngine::held() const
{
    const auto left = m_holdUntil - m_clock.steady();
    if (left.count() <= 0) {
        return std::nullopt;
    }
    return Error{ErrorCode::RateLimited,
                 ErrorLayer::Http,
                 429,
                 {},
                 QStringLiteral("the server asked for a pause; nothing was sent"),
                 m_config.endpoint.base.host(),
                 left};
}

void PrometheusEngine::observe(const std::optional<Error> &error)
{
    if (error && error->code == ErrorCode::RateLimited) {
        m_holdUntil = m_clock.steady() + std::max(ShortestHold, error->retryAfter.value_or(ShortestHold));
    }
    if (const auto state = m_health.observe(error, m_clock.nowUtc())) {
        Q_EMIT stateChanged(*state);
    }
}

} // namespace signalbox::prometheus
