// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/refusals.h"

#include "backends/drill/jsontext.h"

namespace signalbox::drill
{

tl::unexpected<Error> refusal(ErrorCode code, int status, const char *reason, const QString &detail,
                              const QString &subject)
{
    return tl::unexpected(
        Error{code, ErrorLayer::Http, status, QString::fromLatin1(reason), detail, subject, {}});
}

QString qualifiedName(const ResourceType &type)
{
    return type.group.isEmpty() ? type.resource : type.resource + QLatin1Char('.') + type.group;
}

tl::unexpected<Error> notFound(const ResourceType &type, const QString &name)
{
    return refusal(ErrorCode::NotFound, 404, "NotFound",
                   QStringLiteral("%1 \"%2\" not found").arg(qualifiedName(type), name), name);
}

tl::unexpected<Error> alreadyExists(const ResourceType &type, const QString &name)
{
    return refusal(ErrorCode::Conflict, 409, "AlreadyExists",
                   QStringLiteral("%1 \"%2\" already exists").arg(qualifiedName(type), name), name);
}

tl::unexpected<Error> conflict(const ResourceType &type, const QString &name, const QString &why)
{
    return refusal(
        ErrorCode::Conflict, 409, "Conflict",
        QStringLiteral("Operation cannot be fulfilled on %1 \"%2\": %3").arg(qualifiedName(type), name, why),
        name);
}

tl::unexpected<Error> invalid(const ResourceType &type, const QString &name, const QString &why)
{
    return refusal(ErrorCode::Invalid, 422, "Invalid",
                   QStringLiteral("%1 \"%2\" is invalid: %3").arg(type.kind, name, why), name);
}

tl::unexpected<Error> badRequest(const QString &why)
{
    return refusal(ErrorCode::Invalid, 400, "BadRequest", why);
}

tl::unexpected<Error> unsupportedMediaType(const QString &why)
{
    return refusal(ErrorCode::UnsupportedMediaType, 415, "UnsupportedMediaType", why);
}

tl::unexpected<Error> expired(const QString &why)
{
    return refusal(ErrorCode::Expired, 410, "Expired", why);
}

namespace
{

/// "Kind \"name\" is invalid: field: message" names its field once more for machines.
Json causesOf(const Error &error)
{
    static const QString marker = QStringLiteral(" is invalid: ");
    const qsizetype at = error.detail.indexOf(marker);
    const QString rest = at < 0 ? QString() : error.detail.mid(at + marker.size());
    const qsizetype colon = rest.indexOf(QLatin1String(": "));
    if (error.reason != QLatin1String("Invalid") || colon < 0)
        return {};
    const QString message = rest.mid(colon + 2);
    const char *reason =
        message.startsWith(QLatin1String("Required")) ? "FieldValueRequired" : "FieldValueInvalid";
    return Json::array(
        {{{"reason", reason}, {"message", jsonText(message)}, {"field", jsonText(rest.left(colon))}}});
}

} // namespace

Json statusDocument(const Error &error, const ResourceType *type)
{
    Json details = Json::object();
    if (!error.subject.isEmpty())
        details["name"] = jsonText(error.subject);
    if (type) {
        details["kind"] = jsonText(type->resource);
        if (!type->group.isEmpty())
            details["group"] = jsonText(type->group);
    }
    if (const Json causes = causesOf(error); !causes.is_null())
        details["causes"] = causes;
    if (error.retryAfter)
        details["retryAfterSeconds"] = error.retryAfter->count() / 1000;
    if (error.httpStatus == 504)
        details["causes"] =
            Json::array({{{"reason", "ResourceVersionTooLarge"}, {"message", "Too large resource version"}}});
    Json status = {{"kind", "Status"},
                   {"apiVersion", "v1"},
                   {"metadata", Json::object()},
                   {"status", "Failure"},
                   {"message", jsonText(error.detail)},
                   {"reason", jsonText(error.reason)},
                   {"code", error.httpStatus}};
    if (!details.empty())
        status["details"] = details;
    return status;
}

} // namespace signalbox::drill
