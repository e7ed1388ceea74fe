// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditkey.h"

#include <QCryptographicHash>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace signalbox
{
namespace
{

using Key = std::shared_ptr<EVP_PKEY>;
struct FreeBio {
    void operator()(BIO *bio) const { BIO_free_all(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
struct FreeDigest {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Digest = std::unique_ptr<EVP_MD_CTX, FreeDigest>;

Key owned(EVP_PKEY *key)
{
    return {key, &EVP_PKEY_free};
}

tl::unexpected<Error> noKey(const char *why)
{
    ERR_clear_error(); // its texts may quote what was read
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Credentials, QString::fromLatin1(why));
}

bool isEd25519(const Key &key)
{
    return key && EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_ED25519;
}

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

/// An encrypted key is refused instead of asking on a terminal.
int noPassword(char *, int, int, void *)
{
    return -1;
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

} // namespace

AuditPublicKey::AuditPublicKey(std::shared_ptr<evp_pkey_st> key)
    : m_key(std::move(key))
{
    const Bio der(BIO_new(BIO_s_mem()));
    if (der && i2d_PUBKEY_bio(der.get(), m_key.get()) == 1) {
        const QByteArray hash =
            QCryptographicHash::hash(contentOf(der.get()), QCryptographicHash::Sha256).left(16);
        m_id = QString::fromLatin1(hash.toHex());
    }
}

Result<AuditPublicKey> AuditPublicKey::fromPem(const QByteArray &pem)
{
    const Bio input(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const Key key = owned(input ? PEM_read_bio_PUBKEY(input.get(), nullptr, &noPassword, nullptr) : nullptr);
    if (!isEd25519(key)) {
        return noKey("not an Ed25519 public key in PEM form");
    }
    return AuditPublicKey(key);
}

QByteArray AuditPublicKey::pem() const
{
    const Bio output(BIO_new(BIO_s_mem()));
    return output && PEM_write_bio_PUBKEY(output.get(), m_key.get()) == 1 ? contentOf(output.get())
                                                                          : QByteArray();
}

bool AuditPublicKey::verifies(const QByteArray &message, const QByteArray &signature) const
{
    const Digest context(EVP_MD_CTX_new());
    const bool fits = context &&
                      EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) == 1 &&
                      EVP_DigestVerify(context.get(), bytes(signature), static_cast<size_t>(signature.size()),
                                       bytes(message), static_cast<size_t>(message.size())) == 1;
    ERR_clear_error();
    return fits;
}

AuditKey::AuditKey(std::shared_ptr<evp_pkey_st> key)
    : m_key(key)
    , m_public(std::move(key))
{
}

Result<AuditKey> AuditKey::generate()
{
    const Key key = owned(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    if (!isEd25519(key)) {
        return noKey("a key could not be made");
    }
    return AuditKey(key);
}

Result<AuditKey> AuditKey::fromPem(const QByteArray &pem)
{
    const Bio input(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const Key key =
        owned(input ? PEM_read_bio_PrivateKey(input.get(), nullptr, &noPassword, nullptr) : nullptr);
    if (!isEd25519(key)) {
        return noKey("not an Ed25519 key in unencrypted PKCS #8 PEM form");
    }
    return AuditKey(key);
}

QByteArray AuditKey::pem() const
{
    const Bio output(BIO_new(BIO_s_mem()));
    const bool written = output && PEM_write_bio_PKCS8PrivateKey(output.get(), m_key.get(), nullptr, nullptr,
                                                                 0, nullptr, nullptr) == 1;
    return written ? contentOf(output.get()) : QByteArray();
}

Result<QByteArray> AuditKey::sign(const QByteArray &message) const
{
    const Digest context(EVP_MD_CTX_new());
    QByteArray signature(64, '\0'); // RFC 8032, 5.1.6
    size_t size = static_cast<size_t>(signature.size());
    const bool done = context &&
                      EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) == 1 &&
                      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()),
                                     &size, bytes(message), static_cast<size_t>(message.size())) == 1;
    if (!done) {
        return noKey("the checkpoint could not be signed");
    }
    return signature;
}

} // namespace signalbox
