// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/statusreader.h"

#include <nlohmann/json.hpp>

namespace signalbox::kubernetes
{

namespace
{

using Json = nlohmann::json;

QString textOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                       : QString();
}

/// Field and message of each cause: "spec.replicas: must be positive".
QString causesOf(const Json &details)
{
    QStringList lines;
    const auto causes = details.find("causes");
    if (causes == details.end() || !causes->is_array()) {
        return {};
    }
    for (const Json &cause : *causes) {
        if (cause.is_object() && lines.size() < 20) {
            const QString field = textOf(cause, "field");
            lines.append(field.isEmpty() ? textOf(cause, "message")
                                         : field + QStringLiteral(": ") + textOf(cause, "message"));
        }
    }
    return lines.join(QStringLiteral("; "));
}

/// What the server refused to touch: "rollouts.argoproj.io/web"; empty when it names no resource.
QString objectOf(const Json &details)
{
    const QString group = textOf(details, "group");
    const QString kind = textOf(details, "kind");
    const QString name = textOf(details, "name");
    const QString resource = kind.isEmpty() || group.isEmpty() ? kind : kind + QLatin1Char('.') + group;
    return resource.isEmpty() || name.isEmpty() ? resource : resource + QLatin1Char('/') + name;
}

/// These speak of an object, all others of the server itself.
bool isAboutObject(ErrorCode code)
{
    return code == ErrorCode::Forbidden || code == ErrorCode::NotFound || code == ErrorCode::Conflict ||
           code == ErrorCode::Invalid || code == ErrorCode::Expired ||
           code == ErrorCode::UnsupportedMediaType;
}

} // namespace

void readStatusBody(const http::Response &response, Error &error)
{
    if (!response.isJson()) {
        return;
    }
    const Json body = Json::parse(response.body.begin(), response.body.end(), nullptr, false);
    if (!body.is_object() || textOf(body, "kind") != QLatin1String("Status")) {
        return;
    }
    error.reason = textOf(body, "reason");
    error.detail = textOf(body, "message");
    if (error.reason == QLatin1String("AlreadyExists")) {
        error.code = ErrorCode::Conflict;
    }
    const auto details = body.find("details");
    if (details == body.end() || !details->is_object()) {
        return;
    }
    if (const QString object = objectOf(*details); isAboutObject(error.code) && !object.isEmpty()) {
        error.subject = object;
    }
    const auto wait = details->find("retryAfterSeconds");
    if (wait != details->end() && wait->is_number_integer() && !error.retryAfter) {
        error.retryAfter = std::chrono::seconds(std::clamp<qint64>(wait->get<qint64>(), 0, 86400));
    }
    const QString causes = causesOf(*details);
    if (!causes.isEmpty() && !error.detail.contains(causes)) {
        error.detail += QStringLiteral(" (") + causes + QStringLiteral(")");
    }
}

ErrorCode codeOfStatus(int code, const QString &reason)
{
    if (code == 410 || reason == QLatin1String("Expired") || reason == QLatin1String("Gone")) {
        return ErrorCode::Expired;
    }
    switch (code) {
    case 401:
        return ErrorCode::Unauthorised;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 429:
        return ErrorCode::RateLimited;
    default:
        return ErrorCode::Server;
    }
}

QStringList parseWarnings(const QByteArray &header)
{
    QStringList warnings;
    QByteArray text;
    bool inText = false;
    bool escaped = false;
    bool isFirst = true; // the second quoted part of a value is its date
    for (const char c : header) {
        if (inText) {
            if (escaped) {
                text += c;
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '"') {
                inText = false;
                if (isFirst) {
                    warnings.append(QString::fromUtf8(text));
                }
                isFirst = false;
            } else {
                text += c;
            }
        } else if (c == '"') {
            inText = true;
            text.clear();
        } else if (c == ',' || c == '\n') {
            isFirst = true;
        }
    }
    return warnings;
}

} // namespace signalbox::kubernetes
