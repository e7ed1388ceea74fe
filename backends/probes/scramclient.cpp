// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/scramclient.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>
#include <QString>

namespace signalbox::probes
{

namespace
{

constexpr QCryptographicHash::Algorithm Hash = QCryptographicHash::Sha256;
constexpr int KeyLength = 32;
/// PostgreSQL's own is 4,096.
constexpr int MostRounds = 100'000;

QByteArray authenticated(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, Hash);
}

/// Value of "x=…" in a list separated by commas.
QByteArray attribute(const QByteArray &message, char name)
{
    for (const QByteArray &part : message.split(',')) {
        if (part.size() > 1 && part[0] == name && part[1] == '=') {
            return part.mid(2);
        }
    }
    return {};
}

QByteArray combined(QByteArray a, const QByteArray &b)
{
    for (qsizetype i = 0; i < a.size() && i < b.size(); ++i) {
        a[i] = static_cast<char>(a[i] ^ b[i]);
    }
    return a;
}

tl::unexpected<Error> malformed(const char *what)
{
    return failure(ErrorCode::Protocol, ErrorLayer::Credentials, QLatin1String(what));
}

} // namespace

ScramClient::ScramClient(QByteArray password, QByteArray nonce)
    : m_password(QString::fromUtf8(password).normalized(QString::NormalizationForm_KC).toUtf8())
    , m_nonce(std::move(nonce))
{
}

QByteArray ScramClient::firstMessage() const
{
    return "n,,n=,r=" + m_nonce; // PostgreSQL takes the user of the startup packet
}

Result<QByteArray> ScramClient::finalMessage(const QByteArray &serverFirst)
{
    const QByteArray nonce = attribute(serverFirst, 'r');
    const QByteArray salt = QByteArray::fromBase64(attribute(serverFirst, 's'));
    const int rounds = attribute(serverFirst, 'i').toInt();
    if (nonce.size() <= m_nonce.size() || !nonce.startsWith(m_nonce) || salt.isEmpty()) {
        return malformed("not an answer to our nonce");
    }
    if (rounds < 1 || rounds > MostRounds) {
        return malformed("unreasonable number of rounds");
    }
    const QByteArray salted = QPasswordDigestor::deriveKeyPbkdf2(Hash, m_password, salt, rounds, KeyLength);
    const QByteArray clientKey = authenticated(salted, "Client Key");
    const QByteArray withoutProof = "c=biws,r=" + nonce;
    const QByteArray exchange = "n=,r=" + m_nonce + ',' + serverFirst + ',' + withoutProof;
    const QByteArray signature = authenticated(QCryptographicHash::hash(clientKey, Hash), exchange);
    m_serverSignature = authenticated(authenticated(salted, "Server Key"), exchange);
    return withoutProof + ",p=" + combined(clientKey, signature).toBase64();
}

bool ScramClient::verify(const QByteArray &serverFinal) const
{
    return !m_serverSignature.isEmpty() &&
           QByteArray::fromBase64(attribute(serverFinal, 'v')) == m_serverSignature;
}

} // namespace signalbox::probes
