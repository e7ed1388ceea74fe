// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/httpprobe.h"

#include "backends/api/whenfinished.h"
#include "backends/http/staticcredentials.h"
#include "backends/probes/findings.h"

#include <QUrl>

namespace signalbox::probes
{

namespace
{

/// Health pages are short; what is longer is the wrong page.
constexpr qint64 LargestBody = qint64(1024) * 1024;

const char *codeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::TlsUntrusted:
        return "tls-untrusted";
    case ErrorCode::TlsWrongHost:
        return "tls-wrong-host";
    case ErrorCode::TlsExpired:
        return "tls-expired";
    case ErrorCode::TlsHandshake:
        return "tls-handshake";
    case ErrorCode::Unreachable:
        return "http-unreachable";
    default:
        return "http-unexpected";
    }
}

QString originOf(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

void HttpProbe::run()
{
    const QUrl url(arguments().text("url"), QUrl::StrictMode);
    const QString credential = arguments().text("credential");
    if (credential.isEmpty()) {
        ask(nullptr);
    } else if (url.scheme() != QLatin1String("https")) {
        finish(unknown("secret-needs-tls", {url.host()}));
    } else {
        whenFinished(this, reach().secret(credential),
                     [this](const Result<QString> &secret) { onSecret(secret); });
    }
}

void HttpProbe::onSecret(const Result<QString> &secret)
{
    if (!secret || secret->isEmpty()) {
        finish(unknown("secret-missing", {arguments().text("credential")}));
        return;
    }
    http::StaticCredentials::Parts parts;
    parts.authorization = http::StaticCredentials::bearer(secret->toUtf8());
    ask(std::make_unique<http::StaticCredentials>(parts));
}

void HttpProbe::ask(std::unique_ptr<http::CredentialSource> credentials)
{
    http::Request request;
    request.method = arguments().text("method").toLatin1();
    request.accept = "*/*";
    for (const QString &header : arguments().list("header")) {
        const qsizetype colon = header.indexOf(QLatin1String(": "));
        request.headers.append({header.left(colon).toUtf8(), header.mid(colon + 2).toUtf8()});
    }
    send(QUrl(arguments().text("url"), QUrl::StrictMode), std::move(request), std::move(credentials));
}

void HttpProbe::send(const QUrl &url, http::Request request,
                     std::unique_ptr<http::CredentialSource> credentials)
{
    m_origin = originOf(url);
    m_credentials = std::move(credentials);
    http::Endpoint endpoint;
    endpoint.base = QUrl(m_origin);
    request.pathAndQuery =
        url.toString(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!request.pathAndQuery.startsWith(QLatin1Char('/'))) {
        request.pathAndQuery.prepend(QLatin1Char('/'));
    }
    request.attempts = 1;
    request.maxBytes = LargestBody;
    request.deadline = std::chrono::milliseconds(spec().timeout) * 2; // the probe's own limit comes first
    request.idle = request.deadline;
    m_client = std::make_unique<http::HttpClient>(endpoint, m_credentials.get());
    m_client->setErrorReader([this](const http::Response &response, Error &) { m_refused = response; });
    whenFinished(this, m_client->send(std::move(request)),
                 [this](const Result<http::Response> &answer) { onAnswer(answer); });
}

void HttpProbe::onAnswer(const Result<http::Response> &answer)
{
    if (answer) {
        onResponse(*answer);
    } else if (m_refused) {
        onResponse(*m_refused);
    } else {
        finish(failure(answer.error()));
    }
}

ProbeFinding HttpProbe::failure(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::HostNotFound:
        return unknown("host-not-found", {m_origin});
    case ErrorCode::TooLarge:
        return unknown("answer-too-large", {m_origin});
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
        return unknown("source-timeout", {m_origin});
    case ErrorCode::ProxyFailed:
    case ErrorCode::BadConfiguration:
        return unknown("connection-failed", {m_origin, error.detail});
    default:
        return failed(codeOf(error.code), {m_origin, error.detail});
    }
}

void HttpProbe::onResponse(const http::Response &response)
{
    const QString status = QString::number(response.status);
    if (!arguments().list("status").contains(status)) {
        finish(unexpectedStatus(response));
        return;
    }
    const QString text = arguments().text("body-contains");
    if (!text.isEmpty() && !response.body.contains(text.toUtf8())) {
        finish(failed("http-body", {m_origin, status, text}));
        return;
    }
    finish(passed("http-ok", {m_origin, status}));
}

ProbeFinding HttpProbe::unexpectedStatus(const http::Response &response) const
{
    const QString status = QString::number(response.status);
    if (response.status >= 300 && response.status < 400) {
        const QUrl target(QString::fromUtf8(response.header("Location")));
        const QString where = target.host().isEmpty() ? m_origin : originOf(target);
        return failed("http-redirect", {m_origin, status, where});
    }
    return failed("http-status", {m_origin, status, arguments().list("status").join(QStringLiteral(", "))});
}

} // namespace signalbox::probes
