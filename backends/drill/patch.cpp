// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/patch.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/refusals.h"
#include "backends/drill/strategicmerge.h"

namespace signalbox::drill
{

namespace
{

// What a real server accepts in one JSON patch.
constexpr std::size_t kMaximumOperations = 10000;

Result<Json> jsonPatched(const ResourceType &type, const Json &document, const Json &patch)
{
    if (!patch.is_array())
        return badRequest(QStringLiteral("a JSON patch must be an array of operations"));
    if (patch.size() > kMaximumOperations)
        return refusal(ErrorCode::TooLarge, 413, "RequestEntityTooLarge",
                       QStringLiteral("The allowed maximum operations in a JSON patch is %1, got %2")
                           .arg(kMaximumOperations)
                           .arg(patch.size()));
    try {
        return document.patch(patch);
    } catch (const Json::parse_error &error) {
        return badRequest(QString::fromUtf8(error.what()));
    } catch (const Json::exception &error) {
        return invalid(type, text(document, {"metadata", "name"}),
                       QStringLiteral("the server rejected our request due to an error in our request: %1")
                           .arg(QString::fromUtf8(error.what())));
    }
}

} // namespace

Result<PatchKind> patchKindOf(const QByteArray &contentType, const ResourceType &type)
{
    const QByteArray media = contentType.split(';').constFirst().trimmed().toLower();
    if (media == "application/json-patch+json")
        return PatchKind::JsonPatch;
    if (media == "application/merge-patch+json")
        return PatchKind::MergePatch;
    if (media == "application/strategic-merge-patch+json" && !type.custom)
        return PatchKind::StrategicMergePatch;
    if (media.startsWith("application/apply-patch"))
        return unsupportedMediaType(QStringLiteral(
            "server-side apply is not offered by this drill cluster; use client-side apply, or a "
            "JSON, merge or strategic merge patch"));
    return unsupportedMediaType(
        QStringLiteral("the body of the request was in an unknown format - accepted media types include: "
                       "application/json-patch+json, application/merge-patch+json%1")
            .arg(type.custom ? QString() : QStringLiteral(", application/strategic-merge-patch+json")));
}

Result<Json> patched(PatchKind kind, const ResourceType &type, const Json &document, const Json &patch)
{
    if (kind == PatchKind::JsonPatch)
        return jsonPatched(type, document, patch);
    if (!patch.is_object())
        return badRequest(QStringLiteral("a merge patch must be an object"));
    if (kind == PatchKind::StrategicMergePatch)
        return strategicMerged(document, patch);
    Json result = document;
    result.merge_patch(patch);
    return result;
}

} // namespace signalbox::drill
