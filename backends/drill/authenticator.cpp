// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/authenticator.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QSslCertificate>

namespace signalbox::drill
{

namespace
{

/// Looking tokens up by digest keeps the comparison's duration from telling how much of a guess was right.
QByteArray digestOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

QByteArray newToken()
{
    QByteArray bytes(32, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

Result<Done> Authenticator::admit(const Identity &identity, const CertificateAuthority &authority)
{
    QStringList groups = identity.groups;
    groups.removeAll(QStringLiteral("system:authenticated"));
    const auto issued = authority.issueClient(identity.user, groups);
    if (!issued)
        return tl::unexpected(issued.error());
    const DrillUser user{identity.user, newToken(), issued->certificatePem, issued->keyPem};
    m_byTokenDigest.insert(digestOf(user.token), identity);
    const QSslCertificate certificate(issued->certificatePem, QSsl::Pem);
    m_byCertificateDigest.insert(certificate.digest(QCryptographicHash::Sha256), identity);
    m_users.append(user);
    return Done{};
}

std::optional<Identity> Authenticator::identify(const HttpRequest &request) const
{
    const auto found = [](const QHash<QByteArray, Identity> &known, const QByteArray &digest) {
        const auto at = known.constFind(digest);
        return at == known.cend() ? std::nullopt : std::optional(*at);
    };
    const QByteArray authorization = request.header("authorization");
    if (!authorization.isEmpty()) {
        if (authorization.size() < 8 || authorization.left(7).toLower() != "bearer ")
            return {};
        return found(m_byTokenDigest, digestOf(authorization.mid(7).trimmed()));
    }
    return found(m_byCertificateDigest, request.clientCertificateDigest);
}

std::optional<Identity> Authenticator::impersonated(const HttpRequest &request)
{
    const QByteArray user = request.header("impersonate-user");
    if (user.isEmpty())
        return {};
    Identity identity{QString::fromUtf8(user), QString::fromUtf8(request.header("impersonate-uid")), {}};
    const QVector<QByteArray> groups = request.headersNamed("impersonate-group");
    for (const QByteArray &group : groups)
        identity.groups.append(QString::fromUtf8(group));
    identity.groups.append(QStringLiteral("system:authenticated"));
    return identity;
}

} // namespace signalbox::drill
