// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/refusals.h"

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

} // namespace signalbox::drill
