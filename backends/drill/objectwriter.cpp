// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/objectwriter.h"

#include "backends/api/clock.h"
#include "backends/drill/garbagecollector.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/patch.h"
#include "backends/drill/refusals.h"
#include "backends/drill/representation.h"
#include "backends/drill/selectors.h"
#include "backends/drill/validation.h"

namespace signalbox::drill
{

namespace
{

const QString kNamespaces = QStringLiteral("/namespaces");

Result<Done> checkIdentity(const RequestPath &path, const ServedType &type, Json &object)
{
    if (!member(object, "metadata").is_object())
        return invalid(type.shown, {}, QStringLiteral("metadata: Required value"));
    const QString kind = text(object, {"kind"});
    const QString apiVersion = text(object, {"apiVersion"});
    if ((!kind.isEmpty() && kind != type.shown.kind) ||
        (!apiVersion.isEmpty() && apiVersion != type.shown.apiVersion()))
        return badRequest(QStringLiteral("%1/%2 in the body does not match %3/%4 of the request")
                              .arg(apiVersion, kind, type.shown.apiVersion(), type.shown.kind));
    const QString name = text(object, {"metadata", "name"});
    if (!path.name.isEmpty() && !name.isEmpty() && name != path.name)
        return badRequest(
            QStringLiteral("the name of the object (%1) does not match the name on the URL (%2)")
                .arg(name, path.name));
    if (!path.name.isEmpty())
        object["metadata"]["name"] = jsonText(path.name);
    if (!type.stored.namespaced)
        return Done{};
    const QString namespaceName = text(object, {"metadata", "namespace"});
    if (!namespaceName.isEmpty() && namespaceName != path.namespaceName)
        return badRequest(
            QStringLiteral("the namespace of the provided object does not match the namespace sent on "
                           "the request"));
    object["metadata"]["namespace"] = jsonText(path.namespaceName);
    return Done{};
}

/// Writes to the object leave its status, writes to the status leave the rest, where the type has the two
/// apart.
Json separated(const ServedType &type, const QString &subresource, Json wanted, const Json &previous)
{
    if (!type.stored.statusSubresource)
        return wanted;
    const Json status =
        subresource == QLatin1String("status") ? member(wanted, "status") : member(previous, "status");
    if (subresource == QLatin1String("status")) {
        const Json version = member(wanted, {"metadata", "resourceVersion"});
        wanted = previous;
        wanted["metadata"]["resourceVersion"] = version;
    }
    if (status.is_null())
        wanted.erase("status");
    else
        wanted["status"] = status;
    return wanted;
}

Json successDocument(const ServedType &type, const Json &object)
{
    Json details = {{"name", member(object, {"metadata", "name"})},
                    {"kind", jsonText(type.shown.resource)},
                    {"uid", member(object, {"metadata", "uid"})}};
    if (!type.shown.group.isEmpty())
        details["group"] = jsonText(type.shown.group);
    return {{"kind", "Status"},
            {"apiVersion", "v1"},
            {"metadata", Json::object()},
            {"status", "Success"},
            {"details", details}};
}

Result<Json> deleteOptions(const HttpRequest &request)
{
    Json options = Json::object();
    if (!request.body.trimmed().isEmpty()) {
        options = parsed(request.body);
        if (!options.is_object())
            return badRequest(QStringLiteral("DeleteOptions are not a JSON object"));
    }
    const QString policy = request.parameter(QStringLiteral("propagationPolicy"));
    if (!policy.isEmpty())
        options["propagationPolicy"] = jsonText(policy);
    const QString wanted = text(options, {"propagationPolicy"});
    if (!wanted.isEmpty() && wanted != QLatin1String("Background") && wanted != QLatin1String("Foreground") &&
        wanted != QLatin1String("Orphan"))
        return badRequest(QStringLiteral("propagationPolicy: Unsupported value: \"%1\"").arg(wanted));
    return options;
}

bool isDryRun(const Json &options, WriteMode mode)
{
    const Json &stages = member(options, "dryRun");
    return mode == WriteMode::DryRun || (stages.is_array() && !stages.empty());
}

Result<Done> checkPreconditions(const ServedType &type, const Json &object, const Json &options)
{
    const QString name = text(object, {"metadata", "name"});
    for (const char *field : {"uid", "resourceVersion"}) {
        const QString wanted = text(options, {"preconditions", field});
        const QString found = text(object, {"metadata", field});
        if (!wanted.isEmpty() && wanted != found)
            return conflict(
                type.shown, name,
                QStringLiteral("Precondition failed: %1 in precondition: %2, %1 in object meta: %3")
                    .arg(QLatin1String(field), wanted, found));
    }
    return Done{};
}

} // namespace

ObjectWriter::ObjectWriter(ObjectStore &store, ObjectBytes &bytes, const Clock &clock)
    : m_store(store)
    , m_bytes(bytes)
    , m_clock(clock)
{
}

Result<Json> ObjectWriter::bodyOf(const HttpRequest &request)
{
    const QByteArray media = request.header("content-type").split(';').constFirst().trimmed().toLower();
    if (!media.isEmpty() && media != "application/json")
        return unsupportedMediaType(
            QStringLiteral("the body of the request was in an unknown format - accepted media types include: "
                           "application/json"));
    Json body = parsed(request.body);
    if (!body.is_object())
        return badRequest(QStringLiteral("the body of the request is not a JSON object"));
    return body;
}

Result<WriteMode> ObjectWriter::modeOf(const HttpRequest &request)
{
    const QString dryRun = QStringLiteral("dryRun");
    if (!request.query.hasQueryItem(dryRun))
        return WriteMode::Commit;
    if (request.parameter(dryRun) != QLatin1String("All"))
        return badRequest(QStringLiteral("dryRun: Unsupported value: \"%1\": supported values: \"All\"")
                              .arg(request.parameter(dryRun)));
    return WriteMode::DryRun;
}

Result<HttpResponse> ObjectWriter::answer(const HttpRequest &request, const ServedType &type,
                                          const Object &object, int status) const
{
    const auto representation = Representation::negotiate(request, Representation::Scope::Single);
    if (!representation)
        return tl::unexpected(representation.error());
    HttpResponse response;
    response.status = status;
    response.body.append(representation->single({type, m_bytes, m_clock.nowUtc()}, object));
    return response;
}

Result<ObjectWriter::Object> ObjectWriter::previousOf(const RequestPath &path, const ServedType &type) const
{
    const Object previous =
        m_store.find(type.stored.key(), type.stored.namespaced ? path.namespaceName : QString(), path.name);
    if (!previous)
        return notFound(type.shown, path.name);
    return previous;
}

Result<HttpResponse> ObjectWriter::create(const HttpRequest &request, const RequestPath &path,
                                          const ServedType &type) const
{
    const auto mode = modeOf(request);
    Result<Json> body = mode ? bodyOf(request) : tl::unexpected(mode.error());
    if (!body)
        return tl::unexpected(body.error());
    if (const auto identity = checkIdentity(path, type, *body); !identity)
        return tl::unexpected(identity.error());
    if (type.stored.namespaced && !m_store.find(kNamespaces, {}, path.namespaceName))
        return refusal(ErrorCode::NotFound, 404, "NotFound",
                       QStringLiteral("namespaces \"%1\" not found").arg(path.namespaceName),
                       path.namespaceName);
    if (!text(*body, {"metadata", "resourceVersion"}).isEmpty())
        return badRequest(QStringLiteral("resourceVersion should not be set on objects to be created"));
    if (type.stored.statusSubresource)
        body->erase("status");
    if (const auto valid = validated(type.stored, *body, nullptr); !valid)
        return tl::unexpected(valid.error());
    const auto created = m_store.create(type.stored.key(), std::move(*body), *mode);
    if (!created)
        return tl::unexpected(created.error());
    return answer(request, type, *created, 201);
}

Result<HttpResponse> ObjectWriter::store(const HttpRequest &request, const RequestPath &path,
                                         const ServedType &type, Json wanted, const Object &previous) const
{
    const auto mode = modeOf(request);
    if (!mode)
        return tl::unexpected(mode.error());
    if (const auto identity = checkIdentity(path, type, wanted); !identity)
        return tl::unexpected(identity.error());
    wanted = separated(type, path.subresource, std::move(wanted), *previous);
    if (const auto valid = validated(type.stored, wanted, previous.get()); !valid)
        return tl::unexpected(valid.error());
    const auto stored = m_store.replace(type.stored.key(), std::move(wanted), *mode);
    if (!stored)
        return tl::unexpected(stored.error());
    return answer(request, type, *stored, 200);
}

Result<HttpResponse> ObjectWriter::update(const HttpRequest &request, const RequestPath &path,
                                          const ServedType &type) const
{
    const auto previous = previousOf(path, type);
    if (!previous)
        return tl::unexpected(previous.error());
    Result<Json> body = bodyOf(request);
    if (!body)
        return tl::unexpected(body.error());
    return store(request, path, type, std::move(*body), *previous);
}

Result<HttpResponse> ObjectWriter::patch(const HttpRequest &request, const RequestPath &path,
                                         const ServedType &type) const
{
    const auto kind = patchKindOf(request.header("content-type"), type.stored);
    if (!kind)
        return tl::unexpected(kind.error());
    const auto previous = previousOf(path, type);
    if (!previous)
        return tl::unexpected(previous.error());
    const Json document = parsed(request.body);
    if (document.is_discarded())
        return badRequest(QStringLiteral("the patch is not JSON"));
    Result<Json> wanted = patched(*kind, type.stored, **previous, document);
    if (!wanted)
        return tl::unexpected(wanted.error());
    return store(request, path, type, std::move(*wanted), *previous);
}

Result<ObjectWriter::Object> ObjectWriter::removeOne(const ServedType &type, const Object &object,
                                                     const Json &options, WriteMode mode) const
{
    if (const auto met = checkPreconditions(type, *object, options); !met)
        return tl::unexpected(met.error());
    if (isDryRun(options, mode))
        return object;
    const QString name = text(*object, {"metadata", "name"});
    const QString uid = text(*object, {"metadata", "uid"});
    const QString policy = text(options, {"propagationPolicy"});
    if (type.stored.key() == kNamespaces)
        emptyNamespace(m_store, name);
    if (policy == QLatin1String("Orphan"))
        orphanDependents(m_store, uid);
    const auto removed = m_store.remove(type.stored.key(), text(*object, {"metadata", "namespace"}), name);
    if (removed && policy != QLatin1String("Orphan"))
        removeDependents(m_store, uid);
    return removed;
}

Result<HttpResponse> ObjectWriter::remove(const HttpRequest &request, const RequestPath &path,
                                          const ServedType &type) const
{
    const auto mode = modeOf(request);
    const auto previous = mode ? previousOf(path, type) : tl::unexpected(mode.error());
    if (!previous)
        return tl::unexpected(previous.error());
    const auto options = deleteOptions(request);
    if (!options)
        return tl::unexpected(options.error());
    const auto removed = removeOne(type, *previous, *options, *mode);
    if (!removed)
        return tl::unexpected(removed.error());
    // Still there, waiting for its finalizers: then the answer is the object.
    if (!isDryRun(*options, *mode) &&
        m_store.find(type.stored.key(), text(**removed, {"metadata", "namespace"}), path.name))
        return answer(request, type, *removed, 200);
    HttpResponse response;
    response.body.append(dumped(successDocument(type, **previous)));
    return response;
}

Result<HttpResponse> ObjectWriter::removeCollection(const HttpRequest &request, const RequestPath &path,
                                                    const ServedType &type) const
{
    const auto mode = modeOf(request);
    const auto options = mode ? deleteOptions(request) : tl::unexpected(mode.error());
    if (!options)
        return tl::unexpected(options.error());
    const auto labels = LabelSelector::parse(request.parameter(QStringLiteral("labelSelector")));
    if (!labels)
        return tl::unexpected(labels.error());
    const auto fields = FieldSelector::parse(request.parameter(QStringLiteral("fieldSelector")), type.stored);
    if (!fields)
        return tl::unexpected(fields.error());
    const Selection selection{*labels, *fields};
    const auto objects =
        m_store.list(type.stored.key(), type.stored.namespaced ? path.namespaceName : QString());
    for (const Object &object : objects) {
        if (!selection.matches(*object))
            continue;
        const auto removed = removeOne(type, object, *options, *mode);
        // One that a controller has removed in the meantime is what was asked for.
        if (!removed && removed.error().code != ErrorCode::NotFound)
            return tl::unexpected(removed.error());
    }
    HttpResponse response;
    response.body.append(dumped(
        Json{{"kind", "Status"}, {"apiVersion", "v1"}, {"metadata", Json::object()}, {"status", "Success"}}));
    return response;
}

} // namespace signalbox::drill
