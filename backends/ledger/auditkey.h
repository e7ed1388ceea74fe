// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

// OpenSSL's own name, so that its headers stay in the .cpp.
struct evp_pkey_st;

namespace signalbox
{

/// The half of an Ed25519 key everybody may have.
class AuditPublicKey final
{
public:
    /// @param pem SubjectPublicKeyInfo as PEM
    [[nodiscard]] static Result<AuditPublicKey> fromPem(const QByteArray &pem);
    [[nodiscard]] QByteArray pem() const;
    /// First 16 bytes of the SHA-256 over the key's DER form, as hex.
    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] bool verifies(const QByteArray &message, const QByteArray &signature) const;

private:
    friend class AuditKey;
    explicit AuditPublicKey(std::shared_ptr<evp_pkey_st> key);
    std::shared_ptr<evp_pkey_st> m_key;
    QString m_id;
};

/// The key checkpoints are signed with (Ed25519, RFC 8032). Its private half never reaches a log, a setting
/// or an error.
class AuditKey final
{
public:
    [[nodiscard]] static Result<AuditKey> generate();
    /// @param pem PKCS #8 as PEM, not encrypted
    [[nodiscard]] static Result<AuditKey> fromPem(const QByteArray &pem);
    /// The secret itself.
    [[nodiscard]] QByteArray pem() const;
    [[nodiscard]] const AuditPublicKey &publicKey() const { return m_public; }
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &message) const;

private:
    explicit AuditKey(std::shared_ptr<evp_pkey_st> key);
    std::shared_ptr<evp_pkey_st> m_key;
    AuditPublicKey m_public;
};

} // namespace signalbox
