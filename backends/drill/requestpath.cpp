// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/requestpath.h"

#include <QUrl>

namespace signalbox::drill
{

namespace
{

QString verbOf(const HttpRequest &request, bool collection)
{
    if (request.method == "GET") {
        if (request.flagParameter(QStringLiteral("watch")))
            return QStringLiteral("watch");
        return collection ? QStringLiteral("list") : QStringLiteral("get");
    }
    if (request.method == "POST")
        return QStringLiteral("create");
    if (request.method == "PUT")
        return QStringLiteral("update");
    if (request.method == "PATCH")
        return QStringLiteral("patch");
    if (request.method == "DELETE")
        return collection ? QStringLiteral("deletecollection") : QStringLiteral("delete");
    return QString::fromLatin1(request.method.toLower());
}

/// The segments after the version: [namespaces/{ns}/]{resource}[/{name}[/{subresource}[/…]]].
void readResource(RequestPath &path, QStringList segments)
{
    static const QStringList ofNamespaceItself{QStringLiteral("status"), QStringLiteral("finalize")};
    if (segments.size() >= 2 && segments.at(0) == QLatin1String("namespaces")) {
        path.namespaceName = segments.at(1);
        if (segments.size() >= 3 && !ofNamespaceItself.contains(segments.at(2)))
            segments.remove(0, 2);
    }
    path.isResource = true;
    path.resource = segments.value(0);
    path.name = segments.value(1);
    path.subresource = segments.value(2);
}

/// The raw bytes after the `count`-th segment.
QByteArray restAfter(const QByteArray &raw, qsizetype count)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i <= count && at >= 0; ++i)
        at = raw.indexOf('/', i == 0 ? 0 : at + 1);
    return at < 0 ? QByteArray("/") : raw.mid(at);
}

} // namespace

RequestPath RequestPath::parse(const HttpRequest &request)
{
    RequestPath result;
    result.path = QUrl::fromPercentEncoding(request.path);
    QStringList segments;
    const QList<QByteArray> rawSegments = request.path.split('/');
    for (const QByteArray &segment : rawSegments) {
        if (!segment.isEmpty())
            segments.append(QUrl::fromPercentEncoding(segment));
    }
    const qsizetype prefix = segments.value(0) == QLatin1String("api")    ? 2
                             : segments.value(0) == QLatin1String("apis") ? 3
                                                                          : 0;
    if (prefix > 0 && segments.size() > prefix) {
        result.group = prefix == 3 ? segments.at(1) : QString();
        result.version = segments.at(prefix - 1);
        readResource(result, segments.mid(prefix));
    }
    result.verb = result.isResource ? verbOf(request, result.name.isEmpty())
                                    : QString::fromLatin1(request.method.toLower());
    if (result.subresource == QLatin1String("proxy"))
        result.rest = restAfter(request.path, segments.indexOf(QStringLiteral("proxy")) + 1);
    return result;
}

AccessAttributes RequestPath::attributes() const
{
    if (!isResource)
        return {verb, {}, {}, {}, {}, {}, path};
    return {verb, group, resource, subresource, namespaceName, name, {}};
}

} // namespace signalbox::drill
