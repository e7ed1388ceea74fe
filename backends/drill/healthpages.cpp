// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/healthpages.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/representation.h"

#include <QStringList>

namespace signalbox::drill
{

namespace
{

const QStringList &checks()
{
    static const QStringList names{QStringLiteral("ping"), QStringLiteral("log"), QStringLiteral("etcd")};
    return names;
}

HttpResponse plain(const QByteArray &text)
{
    HttpResponse response;
    response.contentType = "text/plain; charset=utf-8";
    response.body.append(text);
    return response;
}

HttpResponse version(const HttpRequest &request)
{
    // The versions of the API facts the drill was written after; its own version is in the platform.
    const nlohmann::json document = {{"major", "1"},
                                     {"minor", "31"},
                                     {"gitVersion", "v1.31.4"},
                                     {"gitCommit", "0000000000000000000000000000000000000000"},
                                     {"gitTreeState", "clean"},
                                     {"buildDate", "2026-01-01T00:00:00Z"},
                                     {"goVersion", "none"},
                                     {"compiler", "gcc"},
                                     {"platform", "signalbox-drill/" SIGNALBOX_VERSION}};
    HttpResponse response;
    response.body.append(dumped(document, wantsPretty(request)));
    return response;
}

} // namespace

bool isPublicPage(const QString &path)
{
    return path == QLatin1String("/version") || path == QLatin1String("/healthz") ||
           path == QLatin1String("/livez") || path == QLatin1String("/readyz");
}

std::optional<HttpResponse> answerHealth(const HttpRequest &request, const QString &path)
{
    const QStringList segments = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const QString page = segments.value(0);
    if (page == QLatin1String("version") && segments.size() == 1)
        return version(request);
    if (page != QLatin1String("healthz") && page != QLatin1String("livez") && page != QLatin1String("readyz"))
        return {};
    if (segments.size() > 2 || (segments.size() == 2 && !checks().contains(segments.at(1))))
        return {};
    if (segments.size() == 2 || !request.query.hasQueryItem(QStringLiteral("verbose")))
        return plain("ok");
    QByteArray text;
    const QStringList excluded = request.query.allQueryItemValues(QStringLiteral("exclude"));
    for (const QString &name : checks())
        text += "[+]" + name.toUtf8() + (excluded.contains(name) ? " excluded: ok\n" : " ok\n");
    return plain(text + page.toUtf8() + " check passed\n");
}

} // namespace signalbox::drill
