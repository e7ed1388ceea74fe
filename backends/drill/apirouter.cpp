// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/apirouter.h"

#include "backends/drill/accessreviews.h"
#include "backends/drill/discovery.h"
#include "backends/drill/healthpages.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/openapi.h"
#include "backends/drill/refusals.h"
#include "backends/drill/scalesubresource.h"

namespace signalbox::drill
{

namespace
{

tl::unexpected<Error> methodNotAllowed()
{
    return refusal(ErrorCode::Unsupported, 405, "MethodNotAllowed",
                   QStringLiteral("the server does not allow this method on the requested resource"));
}

tl::unexpected<Error> noSuchPath()
{
    return refusal(ErrorCode::NotFound, 404, "NotFound",
                   QStringLiteral("the server could not find the requested resource"));
}

} // namespace

ApiRouter::ApiRouter(ObjectStore &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
    , m_bytes(store)
    , m_reader(store, m_bytes, clock)
    , m_writer(store, m_bytes, clock)
{
    grantStandardRules(m_access);
}

HttpResponse ApiRouter::refused(const HttpRequest &request, const Error &error, const ResourceType *type)
{
    Json status = statusDocument(error, type);
    // An expired list page offers a token to go on with (see ListPager).
    if (error.code == ErrorCode::Expired && !error.subject.isEmpty()) {
        status["metadata"]["continue"] = jsonText(error.subject);
        status.erase("details");
    }
    HttpResponse response;
    response.status = error.httpStatus;
    if (error.retryAfter)
        response.headers.append(
            {"Retry-After", QByteArray::number(qint64(error.retryAfter->count() / 1000))});
    response.body.append(dumped(status, wantsPretty(request)));
    return response;
}

void ApiRouter::warmUp()
{
    const QVector<ResourceType> types = m_store.types();
    for (const ResourceType &type : types) {
        const auto objects = m_store.list(type.key());
        for (const auto &object : objects)
            std::ignore = m_bytes.inner(object); // wanted for its cache alone
    }
}

void ApiRouter::route(Exchange *exchange, const Identity &who)
{
    const HttpRequest &request = exchange->request();
    const RequestPath path = RequestPath::parse(request);
    if (const auto allowed = authorised(who, path); !allowed) {
        const ResourceType *type = m_store.type(path.group, path.resource);
        exchange->respond(refused(request, allowed.error(), path.isResource ? type : nullptr));
        return;
    }
    if (!path.isResource) {
        exchange->respond(answerOther(request, path));
        return;
    }
    if (isReview(path)) {
        const auto response = answerReview(m_access, who, request, path);
        exchange->respond(response ? *response : refused(request, response.error()));
        return;
    }
    routeResource(exchange, path);
}

Result<Done> ApiRouter::authorised(const Identity &who, const RequestPath &path) const
{
    const AccessAttributes attributes = path.attributes();
    if (m_access.allows(who, attributes))
        return Done{};
    const QString reason = AccessControl::refusalText(who, attributes);
    if (!path.isResource)
        return refusal(ErrorCode::Forbidden, 403, "Forbidden", QStringLiteral("forbidden: ") + reason);
    const QString qualified =
        path.group.isEmpty() ? path.resource : path.resource + QLatin1Char('.') + path.group;
    const QString object = path.name.isEmpty() ? QString() : QStringLiteral(" \"%1\"").arg(path.name);
    return refusal(ErrorCode::Forbidden, 403, "Forbidden",
                   QStringLiteral("%1%2 is forbidden: %3").arg(qualified, object, reason), path.name);
}

HttpResponse ApiRouter::answerOther(const HttpRequest &request, const RequestPath &path) const
{
    if (request.method != "GET")
        return refused(request, methodNotAllowed().value());
    if (auto page = answerHealth(request, path.path))
        return *page;
    if (auto document = answerDiscovery(m_store, request, path.path))
        return *document;
    if (auto document = answerOpenApi(m_store, request, path.path))
        return *document;
    return refused(request, noSuchPath().value());
}

void ApiRouter::routeResource(Exchange *exchange, const RequestPath &path)
{
    const HttpRequest &request = exchange->request();
    const auto type = ServedType::find(m_store, path.group, path.version, path.resource);
    if (!type) {
        exchange->respond(refused(request, noSuchPath().value()));
        return;
    }
    if (path.subresource == QLatin1String("proxy") && type->stored.key() == QLatin1String("/services")) {
        m_proxy.forward(exchange, path);
        return;
    }
    if (path.verb == QLatin1String("watch") && path.subresource.isEmpty()) {
        startWatch(exchange, path, *type);
        return;
    }
    const auto response = answerResource(request, path, *type);
    exchange->respond(response ? *response : refused(request, response.error(), &type->shown));
}

void ApiRouter::startWatch(Exchange *exchange, const RequestPath &path, const ServedType &type)
{
    const HttpRequest &request = exchange->request();
    auto plan = m_reader.planWatch(request, path, type);
    if (!plan) {
        exchange->respond(refused(request, plan.error(), &type.shown));
        return;
    }
    if (plan->after && *plan->after < m_store.oldestResourceVersion() && m_expiredWatchAsStatus) {
        const auto error = expired(QStringLiteral("too old resource version: %1 (%2)")
                                       .arg(*plan->after)
                                       .arg(m_store.oldestResourceVersion()));
        exchange->respond(refused(request, error.value()));
        return;
    }
    plan->bookmarkInterval = m_bookmarkInterval;
    auto *stream = new WatchStream(std::move(*plan), m_store, m_bytes, m_clock, exchange);
    stream->start();
}

Result<HttpResponse> ApiRouter::answerResource(const HttpRequest &request, const RequestPath &path,
                                               const ServedType &type)
{
    // Cluster-scoped objects are not found below a namespace, nor namespaced ones outside (but for lists).
    const bool ofNamespaceItself = type.stored.key() == QLatin1String("/namespaces");
    if (!type.stored.namespaced && !path.namespaceName.isEmpty() && !ofNamespaceItself)
        return noSuchPath();
    if (type.stored.namespaced && path.namespaceName.isEmpty() && path.verb != QLatin1String("list"))
        return methodNotAllowed();
    const bool reads = path.verb == QLatin1String("get") || path.verb == QLatin1String("list");
    if (type.convert && !reads)
        return methodNotAllowed();
    if (path.subresource == QLatin1String("scale") && type.stored.scaleSubresource) {
        if (!reads && path.verb != QLatin1String("update") && path.verb != QLatin1String("patch"))
            return methodNotAllowed();
        return answerScale(m_store, request, path, type);
    }
    const bool status = path.subresource == QLatin1String("status") && type.stored.statusSubresource;
    if (!path.subresource.isEmpty() && !status)
        return noSuchPath();
    if (status && (path.verb == QLatin1String("create") || path.verb == QLatin1String("delete")))
        return methodNotAllowed();
    return answerObject(request, path, type);
}

Result<HttpResponse> ApiRouter::answerObject(const HttpRequest &request, const RequestPath &path,
                                             const ServedType &type)
{
    if (path.verb == QLatin1String("get"))
        return m_reader.get(request, path, type);
    if (path.verb == QLatin1String("list"))
        return m_reader.list(request, path, type);
    if (path.verb == QLatin1String("create") && path.name.isEmpty())
        return m_writer.create(request, path, type);
    if (path.verb == QLatin1String("update") && !path.name.isEmpty())
        return m_writer.update(request, path, type);
    if (path.verb == QLatin1String("patch") && !path.name.isEmpty())
        return m_writer.patch(request, path, type);
    if (path.verb == QLatin1String("delete"))
        return m_writer.remove(request, path, type);
    if (path.verb == QLatin1String("deletecollection"))
        return m_writer.removeCollection(request, path, type);
    return methodNotAllowed();
}

} // namespace signalbox::drill
