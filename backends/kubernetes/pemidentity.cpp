// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/pemidentity.h"

#include <QFile>
#include <QFileInfo>
#include <QSsl>

namespace signalbox::kubernetes
{

namespace
{

constexpr qint64 maxFileBytes = 1024 * 1024;

tl::unexpected<Error> bad(const QString &detail, const QString &origin)
{
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Credentials,
                   QStringLiteral("%1: %2").arg(origin, detail), origin);
}

/// One PEM block with its markers; empty if there is none with this label.
QByteArray block(const QByteArray &pem, const QByteArray &label)
{
    const QByteArray begin = "-----BEGIN " + label + "-----";
    const QByteArray end = "-----END " + label + "-----";
    const qsizetype from = pem.indexOf(begin);
    const qsizetype to = from < 0 ? -1 : pem.indexOf(end, from);
    return to < 0 ? QByteArray() : pem.mid(from, to - from + end.size()) + '\n';
}

Result<QList<QSslCertificate>> parseCertificates(const QByteArray &pem, const QString &origin)
{
    const qsizetype blocks = pem.count("-----BEGIN CERTIFICATE-----");
    if (blocks == 0) {
        return bad(pem.trimmed().isEmpty() ? QStringLiteral("empty, expected PEM certificates")
                                           : QStringLiteral("no PEM certificate in it"),
                   origin);
    }
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (certificates.size() != blocks) {
        return bad(QStringLiteral("%1 of %2 certificates cannot be read")
                       .arg(blocks - certificates.size())
                       .arg(blocks),
                   origin);
    }
    return certificates;
}

/// The object identifier of Ed25519 and Ed448 (1.3.101.112 / .113) at its fixed place in a PKCS#8 header.
bool isEdwardsKey(const QByteArray &pkcs8)
{
    QByteArray body = pkcs8.mid(pkcs8.indexOf('\n'));
    body.truncate(body.indexOf("-----END"));
    const QByteArray der = QByteArray::fromBase64(body);
    const QByteArray header = der.left(16);
    return header.contains(QByteArray::fromHex("06032b6570")) ||
           header.contains(QByteArray::fromHex("06032b6571"));
}

Result<QSslKey> parsePkcs8(const QByteArray &pem, const QString &origin)
{
    // Qt wants to be told the algorithm, which PKCS#8 keeps inside: try.
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull()) {
            return key;
        }
    }
    if (isEdwardsKey(pem)) {
        return tl::unexpected(
            Error{ErrorCode::Unsupported,
                  ErrorLayer::Credentials,
                  0,
                  {},
                  QStringLiteral("%1: Ed25519 and Ed448 keys are not supported by the TLS library "
                                 "in use; issue an ECDSA or RSA key")
                      .arg(origin),
                  origin,
                  {}});
    }
    return bad(QStringLiteral("the PKCS#8 key cannot be read as ECDSA or RSA"), origin);
}

} // namespace

Result<QList<QSslCertificate>> parseCaBundle(const QByteArray &pem, const QString &origin)
{
    return parseCertificates(pem, origin);
}

Result<QSslKey> parsePrivateKey(const QByteArray &pem, const QString &origin)
{
    if (pem.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || pem.contains("Proc-Type: 4,ENCRYPTED")) {
        return bad(
            QStringLiteral("the key is protected by a passphrase, which kubeconfig files have no place for; "
                           "store it unencrypted with tight file permissions or use an exec plugin"),
            origin);
    }
    const QByteArray pkcs8 = block(pem, "PRIVATE KEY");
    if (!pkcs8.isEmpty()) {
        return parsePkcs8(pkcs8, origin);
    }
    const QByteArray rsa = block(pem, "RSA PRIVATE KEY");
    const QByteArray ec = block(pem, "EC PRIVATE KEY");
    if (rsa.isEmpty() && ec.isEmpty()) {
        return bad(pem.trimmed().isEmpty() ? QStringLiteral("empty, expected a PEM private key")
                                           : QStringLiteral("no PEM private key in it"),
                   origin);
    }
    const QSslKey key = rsa.isEmpty() ? QSslKey(ec, QSsl::Ec) : QSslKey(rsa, QSsl::Rsa);
    if (key.isNull()) {
        return bad(QStringLiteral("the private key cannot be read"), origin);
    }
    return key;
}

Result<ClientIdentity> parseClientIdentity(const QByteArray &certificatePem, const QByteArray &keyPem,
                                           const QString &certificateOrigin, const QString &keyOrigin)
{
    Result<QList<QSslCertificate>> chain = parseCertificates(certificatePem, certificateOrigin);
    if (!chain) {
        return tl::unexpected(chain.error());
    }
    Result<QSslKey> key = parsePrivateKey(keyPem, keyOrigin);
    if (!key) {
        return tl::unexpected(key.error());
    }
    if (chain->first().publicKey().algorithm() != key->algorithm()) {
        return bad(QStringLiteral("the key does not belong to the certificate of %1").arg(certificateOrigin),
                   keyOrigin);
    }
    return ClientIdentity{*chain, *key};
}

Result<QByteArray> readSmallFile(const QString &path, ErrorLayer layer)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        const QString why = QFileInfo::exists(path) ? file.errorString() : QStringLiteral("no such file");
        return failure(ErrorCode::BadConfiguration, layer, QStringLiteral("%1: %2").arg(path, why), path);
    }
    const QByteArray content = file.read(maxFileBytes + 1);
    if (content.size() > maxFileBytes) {
        return failure(ErrorCode::TooLarge, layer, QStringLiteral("%1: larger than 1 MiB").arg(path), path);
    }
    return content;
}

} // namespace signalbox::kubernetes
