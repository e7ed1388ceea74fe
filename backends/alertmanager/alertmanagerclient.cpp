// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/alertmanager/alertmanagerclient.h"

#include "backends/alertmanager/alertparser.h"
#include "backends/http/httpclient.h"
#include "backends/http/worker.h"

namespace signalbox::alertmanager
{

class AlertmanagerClient::Private
{
public:
    /// On the worker.
    QFuture<Result<QVector<Alert>>> fetch();
    QFuture<Result<http::Response>> send(const QString &path);
    void observe(const std::optional<Error> &error);

    AlertmanagerClient *q = nullptr;
    const Clock *clock = nullptr;
    AlertmanagerConfig config;
    QString title;
    http::HttpClient *client = nullptr; ///< touched on the worker only, like state
    SourceState state;
    http::Worker worker{QStringLiteral("alertmanager")};
};

AlertmanagerClient::AlertmanagerClient(AlertmanagerConfig config,
                                       std::unique_ptr<http::CredentialSource> credentials,
                                       const Clock &clock, QObject *parent)
    : AlertsApi(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->clock = &clock;
    d->config = std::move(config);
    d->title = d->config.title.isEmpty() ? d->config.endpoint.base.toDisplayString(QUrl::RemoveUserInfo)
                                         : d->config.title;
    auto *source = credentials.release();
    if (source) {
        source->moveToThread(d->worker.context()->thread());
    }
    d->worker.post([this, source] {
        http::Limits limits;
        limits.deadline = d->config.timeout;
        d->client = new http::HttpClient(d->config.endpoint, source, limits, d->worker.context());
        d->client->setErrorReader(readError);
        if (source) {
            // After the client, which may still use it: children die in the order they came.
            source->setParent(d->worker.context());
        }
    });
}

AlertmanagerClient::~AlertmanagerClient()
{
    d->worker.stop();
}

QString AlertmanagerClient::endpoint() const
{
    return d->title;
}

QFuture<Result<QVector<Alert>>> AlertmanagerClient::alerts()
{
    return d->worker.run<QVector<Alert>>([this] { return d->fetch(); });
}

QFuture<Result<AlertsStatus>> AlertmanagerClient::status()
{
    Answer<AlertsStatus> answer;
    auto future = answer.future();
    d->worker.post([this, answer] {
        d->send(QStringLiteral("/api/v2/status")).then([this, answer](const Result<http::Response> &status) {
            if (!status) {
                answer.give(tl::unexpected(status.error()));
                return;
            }
            d->send(QStringLiteral("/api/v2/receivers"))
                .then([answer, body = status->body](const Result<http::Response> &receivers) {
                    answer.give(receivers ? parseStatus(body, receivers->body)
                                          : Result<AlertsStatus>(tl::unexpected(receivers.error())));
                });
        });
    });
    return future;
}

QFuture<Result<http::Response>> AlertmanagerClient::Private::send(const QString &path)
{
    http::Request request;
    request.pathAndQuery = path;
    request.headers = config.headers;
    return client->send(request);
}

QFuture<Result<QVector<Alert>>> AlertmanagerClient::Private::fetch()
{
    // The continuation runs on the worker, where the client fulfils its futures.
    return send(QStringLiteral("/api/v2/alerts"))
        .then([this](const Result<http::Response> &response) -> Result<QVector<Alert>> {
            auto alerts = response ? parseAlerts(response->body) : tl::unexpected(response.error());
            if (!alerts && alerts.error().subject.isEmpty()) {
                alerts.error().subject = config.endpoint.base.host();
            }
            observe(alerts ? std::nullopt : std::optional(alerts.error()));
            return alerts;
        });
}

void AlertmanagerClient::Private::observe(const std::optional<Error> &error)
{
    if (error && error->code == ErrorCode::Cancelled) {
        return;
    }
    SourceState next;
    next.since = error ? state.since : clock->nowUtc();
    next.error = error;
    if (!error) {
        next.freshness = Freshness::Live;
    } else {
        const bool refused = error->code == ErrorCode::Unauthorised || error->code == ErrorCode::Forbidden;
        next.freshness = refused ? Freshness::NoPermission : Freshness::Unreachable;
    }
    const bool changed = next.freshness != state.freshness || next.error != state.error;
    state = next;
    if (changed) {
        Q_EMIT q->connectionChanged(next);
    }
}

} // namespace signalbox::alertmanager
