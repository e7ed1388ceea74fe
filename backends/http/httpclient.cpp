// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/httpclient.h"

#include "backends/http/call.h"
#include "backends/http/streamcontext.h"

namespace signalbox::http
{

class HttpClient::Private
{
public:
    std::shared_ptr<StreamContext> context = std::make_shared<StreamContext>();
};

HttpClient::HttpClient(Endpoint endpoint, CredentialSource *credentials, Limits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    StreamContext &context = *d->context;
    context.endpoint = std::move(endpoint);
    context.credentials = credentials;
    context.limits = limits;
}

HttpClient::~HttpClient()
{
    // Calls answer while their stream still knows whether anything was sent.
    qDeleteAll(findChildren<Call *>(QString(), Qt::FindDirectChildrenOnly));
}

QFuture<Result<Response>> HttpClient::send(Request request)
{
    auto *call = new Call(d->context, std::move(request), this);
    return call->start();
}

std::unique_ptr<Stream> HttpClient::stream(Request request)
{
    return std::make_unique<Stream>(d->context, std::move(request));
}

void HttpClient::setErrorReader(ErrorReader reader)
{
    d->context->errorReader = std::move(reader);
}

void HttpClient::renewConnections()
{
    d->context->renewConnections();
}

const Endpoint &HttpClient::endpoint() const
{
    return d->context->endpoint;
}

const Limits &HttpClient::limits() const
{
    return d->context->limits;
}

} // namespace signalbox::http
