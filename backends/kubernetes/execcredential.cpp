// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/execcredential.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace signalbox::kubernetes
{

namespace
{

using Json = nlohmann::json;

tl::unexpected<Error> refuse(const QString &binary, const QString &why)
{
    return failure(ErrorCode::PluginFailed, ErrorLayer::Credentials,
                   QStringLiteral("%1: %2").arg(binary, why), binary);
}

/// The text under `key`: nothing if absent or null, an empty optional if of another type.
std::optional<QByteArray> textField(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) {
        return QByteArray();
    }
    if (!found->is_string()) {
        return std::nullopt;
    }
    return QByteArray::fromStdString(found->get_ref<const std::string &>());
}

Json clusterInfo(const KubeCluster &cluster, const QByteArray &authorityPem)
{
    Json info{{"server", cluster.server.toStdString()}};
    if (!cluster.tlsServerName.isEmpty()) {
        info["tls-server-name"] = cluster.tlsServerName.toStdString();
    }
    if (cluster.insecureSkipTlsVerify) {
        info["insecure-skip-tls-verify"] = true;
    }
    if (!authorityPem.isEmpty()) {
        info["certificate-authority-data"] = authorityPem.toBase64().toStdString();
    }
    if (!cluster.proxyUrl.isEmpty()) {
        info["proxy-url"] = cluster.proxyUrl.toStdString();
    }
    if (cluster.disableCompression) {
        info["disable-compression"] = true;
    }
    const Json config = Json::parse(cluster.execConfig.begin(), cluster.execConfig.end(), nullptr, false);
    if (!config.is_discarded()) {
        info["config"] = config;
    }
    return info;
}

Result<PluginCredential> readStatus(const Json &status, const QString &binary)
{
    const std::optional<QByteArray> token = textField(status, "token");
    const std::optional<QByteArray> certificate = textField(status, "clientCertificateData");
    const std::optional<QByteArray> key = textField(status, "clientKeyData");
    const std::optional<QByteArray> expires = textField(status, "expirationTimestamp");
    if (!token || !certificate || !key || !expires) {
        return refuse(binary, QStringLiteral("a field of status is not text"));
    }
    if (certificate->isEmpty() != key->isEmpty()) {
        return refuse(binary, QStringLiteral("expected clientCertificateData and clientKeyData together"));
    }
    if (token->isEmpty() && certificate->isEmpty()) {
        return refuse(binary, QStringLiteral("neither a token nor a client certificate in its answer"));
    }
    PluginCredential credential;
    if (std::any_of(token->begin(), token->end(), [](char c) { return c <= ' ' || c == '\x7f'; })) {
        return refuse(binary, QStringLiteral("white space or control characters in the token"));
    }
    credential.token = *token;
    if (!certificate->isEmpty()) {
        const QString origin = QStringLiteral("answer of %1").arg(binary);
        Result<ClientIdentity> identity = parseClientIdentity(*certificate, *key, origin, origin);
        if (!identity) {
            return tl::unexpected(identity.error());
        }
        credential.identity = *identity;
    }
    if (!expires->isEmpty()) {
        credential.expires = QDateTime::fromString(QString::fromUtf8(*expires), Qt::ISODateWithMs).toUTC();
        if (!credential.expires.isValid()) {
            return refuse(binary, QStringLiteral("expirationTimestamp is not an RFC 3339 time"));
        }
    }
    return credential;
}

} // namespace

QByteArray execInfo(const ExecConfig &exec, const KubeCluster &cluster, const QByteArray &authorityPem)
{
    Json spec{{"interactive", false}};
    if (exec.provideClusterInfo) {
        spec["cluster"] = clusterInfo(cluster, authorityPem);
    }
    const Json document{
        {"apiVersion", exec.apiVersion.toStdString()}, {"kind", "ExecCredential"}, {"spec", spec}};
    return QByteArray::fromStdString(document.dump(-1, ' ', true, Json::error_handler_t::replace));
}

Result<PluginCredential> parseExecCredential(const QByteArray &output, const QString &apiVersion,
                                             const QString &binary)
{
    const Json document = Json::parse(output.begin(), output.end(), nullptr, false);
    if (!document.is_object()) {
        return refuse(binary, output.trimmed().isEmpty()
                                  ? QStringLiteral("printed no ExecCredential")
                                  : QStringLiteral("printed something that is not JSON"));
    }
    if (textField(document, "kind").value_or("") != "ExecCredential") {
        return refuse(binary, QStringLiteral("expected kind ExecCredential in its answer"));
    }
    const std::optional<QByteArray> version = textField(document, "apiVersion");
    if (version.value_or("") != apiVersion.toUtf8()) {
        return refuse(binary, QStringLiteral("configured for %1, answered with %2")
                                  .arg(apiVersion, cleanForeignText(version.value_or("no text"), 80)));
    }
    const auto status = document.find("status");
    if (status == document.end() || !status->is_object()) {
        return refuse(binary, QStringLiteral("no status in its answer"));
    }
    return readStatus(*status, binary);
}

QString cleanForeignText(const QByteArray &text, qsizetype limit)
{
    QString result = QString::fromUtf8(text);
    // CSI and OSC sequences first, or their printable remainder would stay.
    static const QRegularExpression sequences(QStringLiteral(
        "\\x1b\\[[0-?]*[ -/]*[@-~]|\\x1b\\][^\\x07\\x1b]*(\\x07|\\x1b\\\\)?|\\x1b[@-_]|\\x{9b}[0-?]*[ "
        "-/]*[@-~]"));
    static const QRegularExpression controls(QStringLiteral("[^\\P{C}\\n]|[\\x{2028}\\x{2029}]"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression tokens(QStringLiteral("eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*)*"));
    result.remove(sequences);
    result.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\t', u' ');
    result.remove(controls);
    result.replace(tokens, QStringLiteral("(token)"));
    result = result.trimmed();
    return result.size() <= limit ? result : result.left(limit) + u'…';
}

} // namespace signalbox::kubernetes
