// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/usercredentialsource.h"

#include "backends/api/whenfinished.h"
#include "backends/kubernetes/endpointbuilder.h"

namespace signalbox::kubernetes
{

namespace
{

bool isHeaderSafe(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c != '\x7f'; });
}

Result<http::Credentials> withPlugin(http::Credentials base, const Result<NumberedCredential> &answer,
                                     quint64 &generation)
{
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    generation = std::max(generation, answer->generation);
    const PluginCredential &credential = answer->credential;
    if (!credential.token.isEmpty()) {
        base.authorization = "Bearer " + credential.token;
    }
    base.clientCertificate = credential.identity.chain;
    base.clientKey = credential.identity.key;
    base.expires = credential.expires;
    return base;
}

} // namespace

UserCredentialSource::UserCredentialSource(ContextEntry entry, ExecPluginPool &plugins, const Clock &clock,
                                           QObject *parent)
    : http::CredentialSource(parent)
    , m_entry(std::move(entry))
    , m_plugins(plugins)
    , m_clock(clock)
    , m_client(plugins.newClient())
    , m_tokenFile(m_entry.user.tokenFile)
    , m_certificateFile(m_entry.user.clientCertificate)
    , m_keyFile(m_entry.user.clientKey)
{
    connect(&m_plugins, &ExecPluginPool::consentNeeded, this,
            [this](quint64 client, const QString &binary, const QStringList &arguments) {
                if (client == m_client) {
                    Q_EMIT consentNeeded(binary, arguments);
                }
            });
}

UserCredentialSource::~UserCredentialSource()
{
    m_plugins.cancel(m_client);
}

QFuture<Result<http::Credentials>> UserCredentialSource::credentials(bool renew)
{
    if (m_entry.error) {
        return answered<http::Credentials>(tl::unexpected(*m_entry.error));
    }
    Result<http::Credentials> fixed = fixedCredentials(renew);
    const KubeUser &user = m_entry.user;
    const bool isStatic = user.hasToken() || user.hasBasic() || user.hasCertificate();
    if (!fixed || isStatic || !user.exec) {
        return answered(std::move(fixed));
    }
    return fromPlugin(*fixed, renew);
}

Result<http::Credentials> UserCredentialSource::fixedCredentials(bool renew)
{
    const KubeUser &user = m_entry.user;
    http::Credentials result;
    const auto headers = impersonationHeaders(user.impersonation);
    if (!headers) {
        return tl::unexpected(headers.error());
    }
    result.headers = *headers;
    if (user.hasToken()) {
        const Result<QByteArray> token = bearerToken(renew);
        if (!token) {
            return tl::unexpected(token.error());
        }
        result.authorization = "Bearer " + *token;
    } else if (user.hasBasic()) {
        result.authorization =
            "Basic " + QStringLiteral("%1:%2").arg(user.username, user.password).toUtf8().toBase64();
    }
    if (user.hasCertificate()) {
        const Result<ClientIdentity> identity = clientIdentity(renew);
        if (!identity) {
            return tl::unexpected(identity.error());
        }
        result.clientCertificate = identity->chain;
        result.clientKey = identity->key;
        result.expires = identity->chain.first().expiryDate().toUTC();
    }
    return result;
}

Result<QByteArray> UserCredentialSource::bearerToken(bool renew)
{
    const KubeUser &user = m_entry.user;
    if (!user.tokenFile.isEmpty() && m_tokenFile.refresh(m_clock, renew) && m_tokenFile.content()) {
        const QByteArray token = m_tokenFile.content()->trimmed();
        if (!token.isEmpty() && isHeaderSafe(token)) {
            m_lastToken = token;
        }
    }
    if (!m_lastToken.isEmpty()) {
        return m_lastToken;
    }
    const QByteArray token = user.token.trimmed().toUtf8();
    if (!token.isEmpty() && isHeaderSafe(token)) {
        return token;
    }
    if (!m_tokenFile.content()) {
        return tl::unexpected(m_tokenFile.content().error());
    }
    const QString origin = user.tokenFile.isEmpty() ? user.file : user.tokenFile;
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Credentials,
                   QStringLiteral("%1: expected a token of user \"%2\" without white space")
                       .arg(origin, m_entry.userName),
                   origin);
}

Result<ClientIdentity> UserCredentialSource::clientIdentity(bool renew)
{
    const KubeUser &user = m_entry.user;
    const bool inlineCertificate = !user.clientCertificateData.isEmpty();
    const bool inlineKey = !user.clientKeyData.isEmpty();
    const bool newCertificate = !inlineCertificate && m_certificateFile.refresh(m_clock, renew);
    const bool newKey = !inlineKey && m_keyFile.refresh(m_clock, renew);
    if (m_identity && !newCertificate && !newKey) {
        return *m_identity;
    }
    const QString origin = QStringLiteral("%1: %3 of user \"%2\"").arg(user.file, user.name);
    const Result<QByteArray> certificate =
        inlineCertificate ? Result<QByteArray>(user.clientCertificateData) : m_certificateFile.content();
    const Result<QByteArray> key = inlineKey ? Result<QByteArray>(user.clientKeyData) : m_keyFile.content();
    Result<ClientIdentity> identity = tl::unexpected(Error{});
    if (!certificate || !key) {
        identity = tl::unexpected(certificate ? key.error() : certificate.error());
    } else {
        identity =
            parseClientIdentity(*certificate, *key,
                                inlineCertificate ? origin.arg(QStringLiteral("client-certificate-data"))
                                                  : user.clientCertificate,
                                inlineKey ? origin.arg(QStringLiteral("client-key-data")) : user.clientKey);
    }
    if (identity) {
        m_identity = *identity;
    } else if (m_identity) {
        return *m_identity; // caught between two writes: the next look will find both halves
    }
    return identity;
}

Result<PluginRequest> UserCredentialSource::pluginRequest() const
{
    const KubeCluster &cluster = m_entry.cluster;
    const ExecConfig &exec = *m_entry.user.exec;
    QByteArray authority = cluster.certificateAuthorityData;
    if (exec.provideClusterInfo && authority.isEmpty() && !cluster.certificateAuthority.isEmpty()) {
        const Result<QByteArray> file =
            readSmallFile(cluster.certificateAuthority, ErrorLayer::Configuration);
        if (!file) {
            return tl::unexpected(file.error());
        }
        authority = *file;
    }
    return PluginRequest{exec, execInfo(exec, cluster, authority)};
}

QFuture<Result<http::Credentials>> UserCredentialSource::fromPlugin(http::Credentials base, bool renew)
{
    const Result<PluginRequest> request = pluginRequest();
    if (!request) {
        return answered<http::Credentials>(tl::unexpected(request.error()));
    }
    m_pluginKey = request->key();
    const Answer<http::Credentials> waiting;
    whenFinished(this, m_plugins.fetch(m_client, *request, renew ? m_generation : 0),
                 [this, waiting, base = std::move(base)](const ExecPluginPool::Answer &answer) {
                     waiting.give(withPlugin(base, answer, m_generation));
                 });
    return waiting.future();
}

void UserCredentialSource::approve(const QString &binary, bool approved)
{
    m_plugins.answerConsent(binary, approved);
}

void UserCredentialSource::retryNow()
{
    if (!m_pluginKey.isEmpty()) {
        m_plugins.retry(m_pluginKey);
    }
}

void UserCredentialSource::cancel()
{
    m_plugins.cancel(m_client);
}

Result<ClusterAccess> makeClusterAccess(const ContextEntry &entry, ExecPluginPool &plugins,
                                        const Clock &clock, const http::ProxyEnvironment &environment)
{
    Result<http::Endpoint> endpoint = makeEndpoint(entry, environment);
    if (!endpoint) {
        return tl::unexpected(endpoint.error());
    }
    return ClusterAccess{*endpoint, std::make_unique<UserCredentialSource>(entry, plugins, clock)};
}

} // namespace signalbox::kubernetes
