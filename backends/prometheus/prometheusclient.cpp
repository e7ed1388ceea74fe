// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/prometheusclient.h"

#include "backends/http/worker.h"
#include "backends/prometheus/listparser.h"
#include "backends/prometheus/prometheusengine.h"

namespace signalbox::prometheus
{

class PrometheusClient::Private
{
public:
    template <typename T> using Parser = Result<T> (*)(const QByteArray &);

    template <typename T> QFuture<Result<T>> read(const QString &target, Parser<T> parse)
    {
        Answer<T> answer;
        auto future = answer.future();
        worker.post([this, target, parse, answer] {
            engine->read(target, [parse, answer](const Result<QByteArray> &body) {
                answer.give(body ? parse(*body) : Result<T>(tl::unexpected(body.error())));
            });
        });
        return future;
    }

    QString title;
    PrometheusEngine *engine = nullptr; ///< touched on the worker only; child of the worker's context
    http::Worker worker{QStringLiteral("prometheus")};
};

PrometheusClient::PrometheusClient(PrometheusConfig config,
                                   std::unique_ptr<http::CredentialSource> credentials, const Clock &clock,
                                   QObject *parent)
    : MetricsApi(parent)
    , d(std::make_unique<Private>())
{
    d->title =
        config.title.isEmpty() ? config.endpoint.base.toDisplayString(QUrl::RemoveUserInfo) : config.title;
    if (credentials) {
        credentials->moveToThread(d->worker.context()->thread());
    }
    // std::function wants to be copied.
    auto source = std::make_shared<std::unique_ptr<http::CredentialSource>>(std::move(credentials));
    d->worker.post([this, config = std::move(config), source, &clock] {
        d->engine = new PrometheusEngine(config, std::move(*source), clock, d->worker.context());
        connect(d->engine, &PrometheusEngine::stateChanged, this, &MetricsApi::connectionChanged);
        connect(d->engine, &PrometheusEngine::roundTrip, this, &MetricsApi::latencyMeasured);
    });
}

PrometheusClient::~PrometheusClient()
{
    d->worker.stop();
}

QString PrometheusClient::endpoint() const
{
    return d->title;
}

QFuture<Result<QueryAnswer>> PrometheusClient::query(QString promql, QDateTime at)
{
    Answer<QueryAnswer> answer;
    auto future = answer.future();
    d->worker.post([this, promql = std::move(promql), at, answer] { d->engine->query(promql, at, answer); });
    return future;
}

QFuture<Result<QueryAnswer>> PrometheusClient::queryRange(RangeQuery query)
{
    Answer<QueryAnswer> answer;
    auto future = answer.future();
    d->worker.post([this, query = std::move(query), answer] { d->engine->queryRange(query, answer); });
    return future;
}

QFuture<Result<QVector<AlertRule>>> PrometheusClient::rules()
{
    return d->read<QVector<AlertRule>>(QStringLiteral("/api/v1/rules?type=alert"), parseRules);
}

QFuture<Result<QVector<Alert>>> PrometheusClient::alerts()
{
    return d->read<QVector<Alert>>(QStringLiteral("/api/v1/alerts"), parseAlerts);
}

QFuture<Result<QVector<ScrapeTarget>>> PrometheusClient::targets()
{
    return d->read<QVector<ScrapeTarget>>(QStringLiteral("/api/v1/targets?state=active"), parseTargets);
}

QFuture<Result<BuildInfo>> PrometheusClient::buildInfo()
{
    return d->read<BuildInfo>(QStringLiteral("/api/v1/status/buildinfo"), parseBuildInfo);
}

QFuture<Result<QString>> PrometheusClient::formatQuery(QString promql)
{
    const QString target =
        QStringLiteral("/api/v1/format_query?query=") + QString::fromLatin1(QUrl::toPercentEncoding(promql));
    return d->read<QString>(target, parseFormatted);
}

} // namespace signalbox::prometheus
