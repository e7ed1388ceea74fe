// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/apiserver.h"

#include "backends/api/clock.h"
#include "backends/drill/apirouter.h"
#include "backends/drill/authenticator.h"
#include "backends/drill/exchange.h"
#include "backends/drill/healthpages.h"
#include "backends/drill/httpserver.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/refusals.h"

#include <QTimer>

namespace signalbox::drill
{

namespace
{

/// Nobody: may see health and version, as on a cluster with default rules.
Identity anonymous()
{
    return {QStringLiteral("system:anonymous"), {}, {QStringLiteral("system:unauthenticated")}};
}

HttpResponse statusFault(const HttpRequest &request, int status)
{
    HttpResponse response;
    response.status = status;
    if (status == 429) {
        response.contentType = "text/plain; charset=utf-8";
        response.headers = {{"Retry-After", "1"}};
        response.body.append("Too many requests, please try again later.\n");
        return response;
    }
    if (status == 410)
        return ApiRouter::refused(request, expired(QStringLiteral("too old resource version")).value());
    const char *reason = status == 401   ? "Unauthorized"
                         : status == 403 ? "Forbidden"
                         : status == 404 ? "NotFound"
                         : status == 409 ? "Conflict"
                         : status == 503 ? "ServiceUnavailable"
                         : status == 504 ? "Timeout"
                                         : "InternalError";
    return ApiRouter::refused(
        request, refusal(ErrorCode::Server, status, reason, QStringLiteral("injected fault")).value());
}

HttpResponse htmlFault()
{
    HttpResponse response;
    response.contentType = "text/html";
    response.body.append("<!DOCTYPE html><html><body><h1>Sign in to the network</h1></body></html>");
    return response;
}

} // namespace

class ApiServer::Private
{
public:
    Private(ObjectStore &store, const Clock &clockToUse, ApiServer &server)
        : clock(clockToUse)
        , q(server)
        , router(store, clockToUse)
    {
    }

    void receive(Exchange *exchange);
    /// False when the fault has taken the request out of our hands.
    bool pass(Exchange *exchange, const Fault &fault);
    void answer(Exchange *exchange);

    const Clock &clock;
    ApiServer &q;
    ApiRouter router;
    Authenticator authenticator;
    FaultPlan faults;
    QByteArray caPem;
    HttpServer http;
};

void ApiServer::Private::receive(Exchange *exchange)
{
    const HttpRequest &request = exchange->request();
    const auto who = authenticator.identify(request);
    Q_EMIT q.requestReceived(request.method, request.target, who ? who->user : QString());
    Q_EMIT q.requestTimed(request.method, request.target, request.firstByteNs);
    const auto fault = faults.take(request.method, request.target);
    if (!fault || pass(exchange, *fault))
        answer(exchange);
}

bool ApiServer::Private::pass(Exchange *exchange, const Fault &fault)
{
    switch (fault.kind) {
    case Fault::Kind::Drop:
        exchange->abort();
        return false;
    case Fault::Kind::Stall:
        return false;
    case Fault::Kind::Delay:
        QTimer::singleShot(fault.delay, exchange, [this, exchange] { answer(exchange); });
        return false;
    case Fault::Kind::Status:
        exchange->respond(statusFault(exchange->request(), fault.status));
        return false;
    case Fault::Kind::Html:
        exchange->respond(htmlFault());
        return false;
    case Fault::Kind::Truncate:
        exchange->truncate();
        return true;
    }
    return true;
}

void ApiServer::Private::answer(Exchange *exchange)
{
    const HttpRequest &request = exchange->request();
    auto who = authenticator.identify(request);
    const bool attempted = !request.header("authorization").isEmpty();
    if (!who && !attempted && isPublicPage(QString::fromUtf8(request.path)))
        who = anonymous();
    if (!who) {
        const auto error =
            refusal(ErrorCode::Unauthorised, 401, "Unauthorized", QStringLiteral("Unauthorized"));
        exchange->respond(ApiRouter::refused(request, error.value()));
        return;
    }
    if (who->user == anonymous().user) {
        const auto page = answerHealth(request, QString::fromUtf8(request.path));
        exchange->respond(page ? *page : statusFault(request, 404));
        return;
    }
    if (const auto other = Authenticator::impersonated(request)) {
        const AccessAttributes wanted{
            QStringLiteral("impersonate"), {}, QStringLiteral("users"), {}, {}, other->user, {}};
        if (!router.access().allows(*who, wanted)) {
            const auto error = refusal(ErrorCode::Forbidden, 403, "Forbidden",
                                       QStringLiteral("users \"%1\" is forbidden: %2")
                                           .arg(other->user, AccessControl::refusalText(*who, wanted)),
                                       other->user);
            exchange->respond(ApiRouter::refused(request, error.value()));
            return;
        }
        router.route(exchange, *other);
        return;
    }
    router.route(exchange, *who);
}

ApiServer::ApiServer(ObjectStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(store, clock, *this))
{
    connect(&d->http, &HttpServer::requested, this, [this](Exchange *exchange) { d->receive(exchange); });
}

ApiServer::~ApiServer() = default;

Result<Done> ApiServer::listen(quint16 port)
{
    auto authority = CertificateAuthority::create(QStringLiteral("signalbox-drill-ca"), d->clock.nowUtc());
    if (!authority)
        return tl::unexpected(authority.error());
    const auto identity =
        authority->issueServer({QStringLiteral("localhost")}, {QStringLiteral("127.0.0.1")});
    if (!identity)
        return tl::unexpected(identity.error());
    d->authenticator = Authenticator();
    const QVector<Identity> people = standardIdentities();
    for (const Identity &person : people) {
        if (const auto admitted = d->authenticator.admit(person, *authority); !admitted)
            return admitted;
    }
    d->caPem = authority->certificatePem();
    return d->http.listen(*identity, d->caPem, port);
}

void ApiServer::close()
{
    d->http.close();
}

QUrl ApiServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(d->http.port());
    return url;
}

QByteArray ApiServer::caCertificatePem() const
{
    return d->caPem;
}

QVector<DrillUser> ApiServer::users() const
{
    return d->authenticator.users();
}

FaultPlan &ApiServer::faults()
{
    return d->faults;
}

void ApiServer::setServiceProxy(const QString &namespaceName, const QString &service, const QUrl &target)
{
    d->router.proxy().setTarget(namespaceName, service, target);
}

void ApiServer::warmUp()
{
    d->router.warmUp();
}

void ApiServer::setBookmarkInterval(std::chrono::milliseconds interval)
{
    d->router.setBookmarkInterval(interval);
}

void ApiServer::setExpiredWatchAsStatus(bool asStatus)
{
    d->router.setExpiredWatchAsStatus(asStatus);
}

} // namespace signalbox::drill
