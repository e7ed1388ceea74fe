// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/scalesubresource.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/objectwriter.h"
#include "backends/drill/patch.h"
#include "backends/drill/refusals.h"
#include "backends/drill/representation.h"
#include "backends/drill/tablecolumns.h"
#include "backends/drill/validation.h"

namespace signalbox::drill
{

namespace
{

Json scaleOf(const ServedType &type, const Json &object)
{
    Json metadata = Json::object();
    for (const char *field : {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
        if (const Json &value = member(object, {"metadata", field}); !value.is_null())
            metadata[field] = value;
    }
    const bool rollout = type.stored.kind == QLatin1String("Rollout");
    Json status = {{"replicas", number(object, {"status", rollout ? "HPAReplicas" : "replicas"})}};
    const Json &selector = member(object, {"spec", "selector"});
    // A Rollout keeps the selector of a referenced workload in its status.
    const QString kept = text(object, {"status", "selector"});
    status["selector"] = rollout && !kept.isEmpty() ? jsonText(kept) : selectorText(selector);
    return {{"kind", "Scale"},
            {"apiVersion", "autoscaling/v1"},
            {"metadata", metadata},
            {"spec", {{"replicas", number(object, {"spec", "replicas"}, 1)}}},
            {"status", status}};
}

Result<Json> wantedScale(const HttpRequest &request, const RequestPath &path, const ServedType &type,
                         const Json &present)
{
    if (path.verb == QLatin1String("update"))
        return ObjectWriter::bodyOf(request);
    const auto kind = patchKindOf(request.header("content-type"), type.stored);
    if (!kind)
        return tl::unexpected(kind.error());
    const Json patch = parsed(request.body);
    if (patch.is_discarded())
        return badRequest(QStringLiteral("the patch is not JSON"));
    return patched(*kind, type.stored, present, patch);
}

HttpResponse answerWith(const HttpRequest &request, const Json &document)
{
    HttpResponse response;
    response.body.append(dumped(document, wantsPretty(request)));
    return response;
}

} // namespace

Result<HttpResponse> answerScale(ObjectStore &store, const HttpRequest &request, const RequestPath &path,
                                 const ServedType &type)
{
    const auto previous = store.find(type.stored.key(), path.namespaceName, path.name);
    if (!previous)
        return notFound(type.shown, path.name);
    const Json present = scaleOf(type, *previous);
    if (path.verb == QLatin1String("get"))
        return answerWith(request, present);
    const auto mode = ObjectWriter::modeOf(request);
    const auto wanted = mode ? wantedScale(request, path, type, present) : tl::unexpected(mode.error());
    if (!wanted)
        return tl::unexpected(wanted.error());
    Json changed = *previous;
    if (!member(changed, "spec").is_object())
        changed["spec"] = Json::object();
    // An absent count means none: Scale.spec.replicas is a plain integer.
    const Json &replicas = member(*wanted, {"spec", "replicas"});
    changed["spec"]["replicas"] = replicas.is_null() ? Json(0) : replicas;
    changed["metadata"]["resourceVersion"] = member(*wanted, {"metadata", "resourceVersion"});
    if (const auto valid = validated(type.stored, changed, previous.get()); !valid)
        return tl::unexpected(valid.error());
    const auto stored = store.replace(type.stored.key(), std::move(changed), *mode);
    if (!stored)
        return tl::unexpected(stored.error());
    return answerWith(request, scaleOf(type, **stored));
}

} // namespace signalbox::drill
