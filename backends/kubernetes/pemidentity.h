// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace signalbox::kubernetes
{

/// A client certificate with its key.
struct ClientIdentity {
    QList<QSslCertificate> chain; ///< leaf first
    QSslKey key;
};

/// Certificates of a CA bundle. Text without any certificate, or with a damaged one, is an error: a bundle
/// that silently shrinks would fall back to the system roots.
/// @param origin file or entry, for the message
[[nodiscard]] Result<QList<QSslCertificate>> parseCaBundle(const QByteArray &pem, const QString &origin);

/// RSA (PKCS#1), EC (SEC1) and PKCS#8 keys. Encrypted keys and kinds TLS here cannot use get their own
/// message.
[[nodiscard]] Result<QSslKey> parsePrivateKey(const QByteArray &pem, const QString &origin);

/// @param certificateOrigin, keyOrigin for messages; the certificate must belong to the key
[[nodiscard]] Result<ClientIdentity> parseClientIdentity(const QByteArray &certificatePem,
                                                         const QByteArray &keyPem,
                                                         const QString &certificateOrigin,
                                                         const QString &keyOrigin);

/// A small local file, at most 1 MiB.
[[nodiscard]] Result<QByteArray> readSmallFile(const QString &path, ErrorLayer layer);

} // namespace signalbox::kubernetes
