// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <memory>

namespace signalbox::drill
{

/// A certificate with its private key (PKCS#8), both PEM.
struct IssuedCertificate {
    QByteArray certificatePem;
    QByteArray keyPem;
};

/// A certificate authority that lives in memory only: made anew at each start of a drill, gone with it. P-256
/// keys.
class CertificateAuthority final
{
public:
    /// @param notBefore UTC; certificates are valid from one hour before it, for two days
    static Result<CertificateAuthority> create(const QString &commonName, const QDateTime &notBefore);
    ~CertificateAuthority();
    CertificateAuthority(CertificateAuthority &&) noexcept;
    CertificateAuthority &operator=(CertificateAuthority &&) noexcept;
    CertificateAuthority(const CertificateAuthority &) = delete;
    CertificateAuthority &operator=(const CertificateAuthority &) = delete;

    [[nodiscard]] QByteArray certificatePem() const;
    /// For a server on `addresses` (IP literals) and `names`.
    [[nodiscard]] Result<IssuedCertificate> issueServer(const QStringList &names,
                                                        const QStringList &addresses) const;
    /// For a user, as Kubernetes reads it: CN is the user, each O a group.
    [[nodiscard]] Result<IssuedCertificate> issueClient(const QString &user, const QStringList &groups) const;

private:
    class Private;
    explicit CertificateAuthority(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace signalbox::drill
