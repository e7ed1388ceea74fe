// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/serviceproxy.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/refusals.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>

namespace signalbox::drill
{

namespace
{

/// The service of "[scheme:]name[:port]".
QString serviceOf(const QString &reference)
{
    const QStringList parts = reference.split(QLatin1Char(':'));
    return parts.size() == 3 ? parts.at(1) : parts.constFirst();
}

void refuse(Exchange *exchange, int status, const char *reason, const QString &text)
{
    HttpResponse response;
    response.status = status;
    response.body.append(dumped(statusDocument(refusal(ErrorCode::Server, status, reason, text).value())));
    exchange->respond(response);
}

} // namespace

ServiceProxy::ServiceProxy(QObject *parent)
    : QObject(parent)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void ServiceProxy::setTarget(const QString &namespaceName, const QString &service, const QUrl &target)
{
    m_targets.insert(namespaceName + QLatin1Char('/') + service, target);
}

void ServiceProxy::forward(Exchange *exchange, const RequestPath &path)
{
    const QUrl target = m_targets.value(path.namespaceName + QLatin1Char('/') + serviceOf(path.name));
    if (!target.isValid()) {
        refuse(exchange, 503, "ServiceUnavailable",
               QStringLiteral("no endpoints available for service \"%1\"").arg(path.name));
        return;
    }
    const HttpRequest &incoming = exchange->request();
    QByteArray address = target.toEncoded(QUrl::StripTrailingSlash) + path.rest;
    if (const qsizetype question = incoming.target.indexOf('?'); question >= 0)
        address += incoming.target.mid(question);
    QNetworkRequest request(QUrl::fromEncoded(address));
    // Never the caller's credentials: the target is not the API server.
    for (const char *name : {"content-type", "accept", "user-agent"}) {
        if (const QByteArray value = incoming.header(name); !value.isEmpty())
            request.setRawHeader(name, value);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply *reply = m_network.sendCustomRequest(request, incoming.method, incoming.body);
    connect(exchange, &Exchange::ended, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::finished, this, [reply, waiting = QPointer<Exchange>(exchange)] {
        reply->deleteLater();
        if (!waiting)
            return;
        waiting->disconnect(reply);
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 0) {
            refuse(waiting, 502, "ServiceUnavailable",
                   QStringLiteral("error trying to reach service: %1").arg(reply->errorString()));
            return;
        }
        HttpResponse response;
        response.status = status;
        response.contentType = reply->rawHeader("Content-Type");
        response.body.append(reply->readAll());
        waiting->respond(response);
    });
}

} // namespace signalbox::drill
