// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/s3probe.h"

#include "backends/api/whenfinished.h"
#include "backends/probes/findings.h"

#include <QUrl>

namespace signalbox::probes
{

void S3Probe::run()
{
    whenFinished(this, reach().secret(arguments().text("credential")),
                 [this](const Result<QString> &address) { onAddress(address); });
}

void S3Probe::onAddress(const Result<QString> &address)
{
    const QString name = arguments().text("credential");
    if (!address || address->isEmpty()) {
        finish(unknown("secret-missing", {name}));
        return;
    }
    const QUrl url(address->trimmed(), QUrl::StrictMode);
    const bool encrypted = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || !(encrypted || url.scheme() == QLatin1String("http"))) {
        finish(unknown("secret-no-address", {name}));
    } else if (!mayCarrySecret(url.host(), encrypted)) {
        finish(unknown("secret-needs-tls", {url.host()}));
    } else {
        http::Request request;
        request.method = "HEAD";
        request.accept = "*/*";
        send(url, std::move(request), nullptr);
    }
}

void S3Probe::onResponse(const http::Response &response)
{
    const QString status = QString::number(response.status);
    switch (response.status) {
    case 200:
        finish(passed("s3-reachable", {origin()}));
        break;
    case 403:
        finish(failed("s3-forbidden", {origin()}));
        break;
    case 404:
        finish(failed("s3-not-found", {origin()}));
        break;
    default:
        finish(failed("s3-status", {origin(), status}));
    }
}

} // namespace signalbox::probes
