// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/openapiv2.h"

namespace signalbox::drill
{

namespace
{

QByteArray varint(quint64 value)
{
    QByteArray bytes;
    while (value >= 0x80) {
        bytes.append(static_cast<char>((value & 0x7f) | 0x80));
        value >>= 7;
    }
    bytes.append(static_cast<char>(value));
    return bytes;
}

/// A length-delimited field: a string or an embedded message.
QByteArray field(unsigned number, const QByteArray &content)
{
    constexpr unsigned lengthDelimited = 2;
    return varint((number << 3) | lengthDelimited) + varint(static_cast<quint64>(content.size())) + content;
}

// Field numbers of openapi.v2, by message.
namespace document
{
constexpr unsigned swagger = 1, info = 2, paths = 8;
}
namespace info
{
constexpr unsigned title = 1, version = 2;
}
namespace paths
{
constexpr unsigned path = 2;
}
namespace named
{
constexpr unsigned name = 1, value = 2;
}
namespace pathItem
{
constexpr unsigned patch = 8;
}
namespace operation
{
constexpr unsigned operationId = 5, consumes = 7, parameters = 8, vendorExtension = 13;
}
namespace query
{
constexpr unsigned in = 2, name = 4, type = 6;
}
constexpr unsigned kAnyYaml = 2;

/// ParametersItem › Parameter › NonBodyParameter › QueryParameterSubSchema.
QByteArray queryParameter(const QByteArray &name)
{
    const QByteArray schema =
        field(query::in, "query") + field(query::name, name) + field(query::type, "string");
    return field(1, field(2, field(3, schema)));
}

QByteArray patchOperation(const ResourceType &type)
{
    const QByteArray kind = "{\"group\": \"" + type.group.toUtf8() + "\", \"version\": \"" +
                            type.version.toUtf8() + "\", \"kind\": \"" + type.kind.toUtf8() + "\"}";
    QByteArray result = field(operation::operationId, "patch" + type.kind.toUtf8());
    result += field(operation::consumes, "application/json-patch+json");
    result += field(operation::consumes, "application/merge-patch+json");
    for (const char *name : {"dryRun", "fieldManager", "fieldValidation"})
        result += field(operation::parameters, queryParameter(name));
    result += field(operation::vendorExtension, field(named::name, "x-kubernetes-group-version-kind") +
                                                    field(named::value, field(kAnyYaml, kind)));
    return result;
}

QByteArray pathOf(const ResourceType &type)
{
    const QString root = type.group.isEmpty() ? QStringLiteral("/api/") + type.version
                                              : QStringLiteral("/apis/") + type.apiVersion();
    const QString space = type.namespaced ? QStringLiteral("/namespaces/{namespace}/") : QStringLiteral("/");
    return (root + space + type.resource + QStringLiteral("/{name}")).toUtf8();
}

} // namespace

QByteArray openApiV2Message(const QVector<AnnouncedResource> &resources)
{
    QByteArray all;
    for (const AnnouncedResource &announced : resources) {
        if (!announced.verbs.contains(QLatin1String("patch")))
            continue;
        const QByteArray item = field(pathItem::patch, patchOperation(announced.type));
        all += field(paths::path, field(named::name, pathOf(announced.type)) + field(named::value, item));
    }
    return field(document::swagger, "2.0") +
           field(document::info, field(info::title, "Kubernetes") + field(info::version, "v1.31.4")) +
           field(document::paths, all);
}

} // namespace signalbox::drill
