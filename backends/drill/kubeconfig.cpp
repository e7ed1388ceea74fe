// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/kubeconfig.h"

#include "backends/drill/jsontext.h"

#include <QSet>

namespace signalbox::drill
{

using Json = nlohmann::json;

namespace
{

Json base64(const QByteArray &bytes)
{
    return bytes.toBase64().toStdString();
}

Json credentialsOf(const ContextEntry &entry)
{
    if (entry.credential == ContextEntry::Credential::Token)
        return {{"token", entry.user.token.toStdString()}};
    return {{"client-certificate-data", base64(entry.user.clientCertificatePem)},
            {"client-key-data", base64(entry.user.clientKeyPem)}};
}

} // namespace

QByteArray kubeconfigFor(const QVector<ContextEntry> &entries)
{
    Json contexts = Json::array();
    Json clusters = Json::array();
    Json users = Json::array();
    QSet<QString> written;
    for (const ContextEntry &entry : entries) {
        // One user entry per cluster: every cluster makes its own tokens.
        const QString user = entry.cluster + QLatin1Char('/') + entry.user.name;
        Json context = {{"cluster", jsonText(entry.cluster)}, {"user", jsonText(user)}};
        if (!entry.namespaceName.isEmpty())
            context["namespace"] = jsonText(entry.namespaceName);
        contexts.push_back({{"name", jsonText(entry.context)}, {"context", context}});
        if (!written.contains(entry.cluster))
            clusters.push_back({{"name", jsonText(entry.cluster)},
                                {"cluster",
                                 {{"server", jsonText(entry.server.toString())},
                                  {"certificate-authority-data", base64(entry.caCertificatePem)}}}});
        if (!written.contains(user))
            users.push_back({{"name", jsonText(user)}, {"user", credentialsOf(entry)}});
        written << entry.cluster << user;
    }
    const Json document = {
        {"apiVersion", "v1"},
        {"kind", "Config"},
        {"preferences", Json::object()},
        {"current-context", entries.isEmpty() ? Json("") : jsonText(entries.constFirst().context)},
        {"contexts", contexts},
        {"clusters", clusters},
        {"users", users}};
    return dumped(document, true) + '\n';
}

} // namespace signalbox::drill
