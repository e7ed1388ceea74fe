// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/certificateauthority.h"

#include <QVector>

#include <array>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <utility>

namespace signalbox::drill
{

namespace
{

template <auto Free> struct Freed {
    template <typename T> void operator()(T *pointer) const { Free(pointer); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

constexpr qint64 kSecondsPerDay = 86400;

tl::unexpected<Error> opensslFailure(const char *step)
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    return failure(ErrorCode::TlsHandshake, ErrorLayer::Tls,
                   QStringLiteral("%1: %2").arg(QLatin1String(step), QString::fromLatin1(text.data())));
}

template <typename Write> QByteArray pem(Write write)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    if (!memory || write(memory.get()) != 1)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

QByteArray pemOf(X509 *certificate)
{
    return pem([&](BIO *out) { return PEM_write_bio_X509(out, certificate); });
}

QByteArray pemOf(EVP_PKEY *key)
{
    return pem([&](BIO *out) {
        return PEM_write_bio_PKCS8PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
    });
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        return false;
    bytes[0] &= 0x7f; // serial numbers are positive
    BIGNUM *number = BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr);
    const bool done = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return done;
}

struct Subject {
    QString commonName;
    QStringList organizations;
};

bool setSubject(X509 *certificate, const Subject &subject)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    const auto add = [&](const char *field, const QString &text) {
        const QByteArray bytes = text.toUtf8();
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                          reinterpret_cast<const unsigned char *>(bytes.constData()),
                                          static_cast<int>(bytes.size()), -1, 0) == 1;
    };
    for (const QString &organization : subject.organizations) {
        if (!add("O", organization))
            return false;
    }
    return add("CN", subject.commonName);
}

} // namespace

class CertificateAuthority::Private
{
public:
    Key key;
    Certificate certificate;
    qint64 notBefore = 0;

    using Extensions = QVector<std::pair<int, QByteArray>>;
    /// Signed with our key; by itself while there is no certificate yet.
    Certificate sign(EVP_PKEY *subjectKey, const Subject &subject, const Extensions &extensions) const;
    Result<IssuedCertificate> issue(const Subject &subject, Extensions extensions) const;
};

Certificate CertificateAuthority::Private::sign(EVP_PKEY *subjectKey, const Subject &subject,
                                                const Extensions &extensions) const
{
    Certificate made(X509_new());
    if (!made || X509_set_version(made.get(), 2) != 1 || !setSerial(made.get()) ||
        !setSubject(made.get(), subject))
        return {};
    X509 *issuer = certificate ? certificate.get() : made.get();
    ASN1_TIME_set(X509_getm_notBefore(made.get()), notBefore - 3600);
    ASN1_TIME_set(X509_getm_notAfter(made.get()), notBefore + 2 * kSecondsPerDay);
    if (X509_set_issuer_name(made.get(), X509_get_subject_name(issuer)) != 1 ||
        X509_set_pubkey(made.get(), subjectKey) != 1)
        return {};
    for (const auto &[nid, value] : extensions) {
        if (!addExtension(made.get(), issuer, nid, value))
            return {};
    }
    if (X509_sign(made.get(), key.get(), EVP_sha256()) == 0)
        return {};
    return made;
}

Result<IssuedCertificate> CertificateAuthority::Private::issue(const Subject &subject,
                                                               Extensions extensions) const
{
    const Key subjectKey(EVP_EC_gen("P-256"));
    if (!subjectKey)
        return opensslFailure("key generation");
    extensions.prepend({NID_basic_constraints, "critical,CA:FALSE"});
    extensions.append({NID_key_usage, "critical,digitalSignature"});
    extensions.append({NID_authority_key_identifier, "keyid"});
    const Certificate made = sign(subjectKey.get(), subject, extensions);
    if (!made)
        return opensslFailure("certificate");
    return IssuedCertificate{pemOf(made.get()), pemOf(subjectKey.get())};
}

CertificateAuthority::CertificateAuthority(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

CertificateAuthority::~CertificateAuthority() = default;
CertificateAuthority::CertificateAuthority(CertificateAuthority &&) noexcept = default;
CertificateAuthority &CertificateAuthority::operator=(CertificateAuthority &&) noexcept = default;

Result<CertificateAuthority> CertificateAuthority::create(const QString &commonName,
                                                          const QDateTime &notBefore)
{
    auto priv = std::make_unique<Private>();
    priv->notBefore = notBefore.toSecsSinceEpoch();
    priv->key.reset(EVP_EC_gen("P-256"));
    if (!priv->key)
        return opensslFailure("key generation");
    priv->certificate = priv->sign(priv->key.get(), {commonName, {}},
                                   {{NID_basic_constraints, "critical,CA:TRUE"},
                                    {NID_key_usage, "critical,keyCertSign,cRLSign"},
                                    {NID_subject_key_identifier, "hash"}});
    if (!priv->certificate)
        return opensslFailure("authority certificate");
    return CertificateAuthority(std::move(priv));
}

QByteArray CertificateAuthority::certificatePem() const
{
    return pemOf(d->certificate.get());
}

Result<IssuedCertificate> CertificateAuthority::issueServer(const QStringList &names,
                                                            const QStringList &addresses) const
{
    QByteArrayList alternatives;
    for (const QString &name : names)
        alternatives.append("DNS:" + name.toUtf8());
    for (const QString &address : addresses)
        alternatives.append("IP:" + address.toUtf8());
    return d->issue({names.value(0), {}},
                    {{NID_ext_key_usage, "serverAuth"}, {NID_subject_alt_name, alternatives.join(',')}});
}

Result<IssuedCertificate> CertificateAuthority::issueClient(const QString &user,
                                                            const QStringList &groups) const
{
    return d->issue({user, groups}, {{NID_ext_key_usage, "clientAuth"}});
}

} // namespace signalbox::drill
