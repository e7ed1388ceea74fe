// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/staticcredentials.h"

#include "backends/api/answer.h"

#include <QFile>

namespace signalbox::http
{
namespace
{

constexpr qint64 MostBytes = 1024 * 1024;

tl::unexpected<Error> unusable(const QString &detail, const QString &file)
{
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Credentials, detail, file);
}

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unusable(file.errorString(), path);
    }
    return file.read(MostBytes);
}

QSslKey keyOf(const QByteArray &pem)
{
    // PKCS#8 does not say its algorithm outside; Qt only reads it with the right one.
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa, QSsl::Dsa}) {
        if (const QSslKey key(pem, algorithm); !key.isNull()) {
            return key;
        }
    }
    return {};
}

} // namespace

StaticCredentials::StaticCredentials(Parts parts, QObject *parent)
    : CredentialSource(parent)
    , m_parts(std::move(parts))
{
}

QByteArray StaticCredentials::basic(const QString &user, const QString &password)
{
    return "Basic " + (user + QLatin1Char(':') + password).toUtf8().toBase64();
}

QByteArray StaticCredentials::bearer(const QByteArray &token)
{
    return "Bearer " + token;
}

QFuture<Result<Credentials>> StaticCredentials::credentials(bool renew)
{
    return answered(read(renew));
}

Result<Credentials> StaticCredentials::read(bool renew)
{
    if (!m_parts.certificateFile.isEmpty() && (renew || m_identity.clientKey.isNull())) {
        if (const auto identity = readIdentity(); !identity) {
            return tl::unexpected(identity.error());
        }
    }
    Credentials credentials = m_identity;
    credentials.authorization = m_parts.authorization;
    if (!m_parts.bearerFile.isEmpty()) {
        const auto token = contents(m_parts.bearerFile);
        if (!token) {
            return tl::unexpected(token.error());
        }
        if (token->trimmed().isEmpty()) {
            return unusable(QStringLiteral("the token file is empty"), m_parts.bearerFile);
        }
        credentials.authorization = bearer(token->trimmed());
    }
    return credentials;
}

Result<Done> StaticCredentials::readIdentity()
{
    const auto certificate = contents(m_parts.certificateFile);
    const auto key = contents(m_parts.keyFile);
    if (!certificate || !key) {
        return tl::unexpected(certificate ? key.error() : certificate.error());
    }
    Credentials identity;
    identity.clientCertificate = QSslCertificate::fromData(*certificate, QSsl::Pem);
    identity.clientKey = keyOf(*key);
    if (identity.clientCertificate.isEmpty()) {
        return unusable(QStringLiteral("no certificate in PEM form"), m_parts.certificateFile);
    }
    if (identity.clientKey.isNull()) {
        return unusable(QStringLiteral("no RSA or EC key in PEM form without a passphrase"), m_parts.keyFile);
    }
    m_identity = identity;
    return Done();
}

} // namespace signalbox::http
