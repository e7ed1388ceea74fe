// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/alertmanager/alertparser.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace signalbox::alertmanager
{
namespace
{

using Json = nlohmann::json;

Json parse(const QByteArray &body)
{
    return Json::parse(body.cbegin(), body.cend(), nullptr, false);
}

QString textOf(const Json &value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string &>()) : QString();
}

/// A member; null if absent.
const Json &at(const Json &object, const char *key)
{
    static const Json none;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() ? *found : none;
}

QHash<QString, QString> labelsOf(const Json &object)
{
    QHash<QString, QString> labels;
    if (object.is_object()) {
        for (const auto &[key, value] : object.items()) {
            labels.insert(QString::fromStdString(key), textOf(value));
        }
    }
    return labels;
}

QStringList textsOf(const Json &list)
{
    QStringList texts;
    if (list.is_array()) {
        for (const auto &item : list) {
            texts.push_back(textOf(item));
        }
    }
    return texts;
}

QDateTime timeOf(const Json &value)
{
    return QDateTime::fromString(textOf(value), Qt::ISODateWithMs).toUTC();
}

AlertState stateOf(const QString &word)
{
    static const QHash<QString, AlertState> words{{QStringLiteral("unprocessed"), AlertState::Unprocessed},
                                                  {QStringLiteral("active"), AlertState::Active},
                                                  {QStringLiteral("suppressed"), AlertState::Suppressed}};
    return words.value(word, AlertState::Unknown);
}

Alert alertOf(const Json &object)
{
    const Json &status = at(object, "status");
    Alert alert;
    alert.fingerprint = textOf(at(object, "fingerprint"));
    alert.labels = labelsOf(at(object, "labels"));
    alert.annotations = labelsOf(at(object, "annotations"));
    alert.startsAt = timeOf(at(object, "startsAt"));
    alert.updatedAt = timeOf(at(object, "updatedAt"));
    alert.state = stateOf(textOf(at(status, "state")));
    alert.silencedBy = textsOf(at(status, "silencedBy"));
    alert.inhibitedBy = textsOf(at(status, "inhibitedBy"));
    return alert;
}

tl::unexpected<Error> malformed(const QString &detail)
{
    return failure(ErrorCode::Protocol, ErrorLayer::Protocol, detail);
}

} // namespace

Result<QVector<Alert>> parseAlerts(const QByteArray &body)
{
    const Json list = parse(body);
    if (!list.is_array()) {
        return malformed(QStringLiteral("not a JSON list of alerts, begins with: ") +
                         QString::fromUtf8(body.left(120)).simplified());
    }
    QVector<Alert> alerts;
    alerts.reserve(static_cast<qsizetype>(list.size()));
    for (const auto &item : list) {
        if (!at(item, "labels").is_object() || !at(item, "fingerprint").is_string()) {
            return malformed(QStringLiteral("an alert without labels or fingerprint"));
        }
        alerts.push_back(alertOf(item));
    }
    std::stable_sort(alerts.begin(), alerts.end(),
                     [](const Alert &a, const Alert &b) { return a.startsAt > b.startsAt; });
    return alerts;
}

Result<AlertsStatus> parseStatus(const QByteArray &status, const QByteArray &receivers)
{
    const Json about = parse(status);
    const Json list = parse(receivers);
    if (!at(at(about, "cluster"), "status").is_string() || !list.is_array()) {
        return malformed(
            QStringLiteral("a status without the state of the cluster, or no list of receivers"));
    }
    AlertsStatus read;
    read.version = textOf(at(at(about, "versionInfo"), "version"));
    read.cluster = textOf(at(at(about, "cluster"), "status"));
    for (const auto &receiver : list) {
        if (!at(receiver, "name").is_string()) {
            return malformed(QStringLiteral("a receiver without a name"));
        }
        read.receivers.push_back(textOf(at(receiver, "name")));
    }
    return read;
}

void readError(const http::Response &response, Error &error)
{
    const Json body = parse(response.body);
    const QString message = body.is_string() ? textOf(body) : textOf(at(body, "message"));
    if (!message.isEmpty()) {
        error.detail = message;
    }
}

} // namespace signalbox::alertmanager
