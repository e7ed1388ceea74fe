// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/credentialsource.h"

namespace signalbox::http
{

/// Credentials that need no program and no sign-in: fixed ones, and files that are read again.
class StaticCredentials final : public CredentialSource
{
    Q_OBJECT

public:
    struct Parts {
        QByteArray authorization; ///< see basic() and bearer(); empty: none
        QString bearerFile;       ///< read again for every request, as rotated tokens want it
        QString certificateFile;  ///< PEM chain, leaf first; read again after a 401
        QString keyFile;          ///< PEM; RSA, EC or PKCS#8
    };

    explicit StaticCredentials(Parts parts, QObject *parent = nullptr);

    /// Errors have layer Credentials and the file as subject.
    [[nodiscard]] QFuture<Result<Credentials>> credentials(bool renew) override;

    [[nodiscard]] static QByteArray basic(const QString &user, const QString &password);
    [[nodiscard]] static QByteArray bearer(const QByteArray &token);

private:
    [[nodiscard]] Result<Credentials> read(bool renew);
    [[nodiscard]] Result<Done> readIdentity();

    Parts m_parts;
    Credentials m_identity; ///< certificate and key only
};

} // namespace signalbox::http
