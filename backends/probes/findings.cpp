// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/findings.h"

#include <QHostAddress>

#include <array>

namespace signalbox::probes
{

namespace
{

ProbeFinding finding(CheckResult result, const char *code, QStringList args)
{
    ProbeFinding made;
    made.result = result;
    made.code = QLatin1String(code);
    made.args = std::move(args);
    return made;
}

struct CertificateWord {
    QSslError::SslError error;
    const char *code;
};

/// In the order of weight: the first that applies names the finding.
constexpr std::array<CertificateWord, 7> certificateWords{{
    {QSslError::CertificateRevoked, "tls-revoked"},
    {QSslError::SelfSignedCertificate, "tls-self-signed"},
    {QSslError::SelfSignedCertificateInChain, "tls-self-signed"},
    {QSslError::UnableToGetLocalIssuerCertificate, "tls-untrusted"},
    {QSslError::HostNameMismatch, "tls-wrong-host"},
    {QSslError::CertificateExpired, "tls-expired"},
    {QSslError::CertificateNotYetValid, "tls-not-yet-valid"},
}};

} // namespace

ProbeFinding passed(const char *code, QStringList args)
{
    return finding(CheckResult::Pass, code, std::move(args));
}

ProbeFinding failed(const char *code, QStringList args)
{
    return finding(CheckResult::Fail, code, std::move(args));
}

ProbeFinding unknown(const char *code, QStringList args)
{
    return finding(CheckResult::Unknown, code, std::move(args));
}

ProbeFinding warned(const char *code, QStringList args)
{
    ProbeFinding made = passed(code, std::move(args));
    made.warning = true;
    return made;
}

ProbeFinding sourceFailed(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unsupported:
        return unknown("no-source", {error.detail});
    case ErrorCode::Unauthorised:
    case ErrorCode::Forbidden:
        return unknown("no-permission", {error.detail});
    case ErrorCode::Timeout:
        return unknown("source-timeout", {error.subject});
    default:
        return unknown("source-failed", {error.detail});
    }
}

ProbeFinding connectionFailed(QAbstractSocket::SocketError error, const QString &endpoint,
                              const QString &text)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return failed("connection-refused", {endpoint});
    case QAbstractSocket::RemoteHostClosedError:
        return failed("connection-closed", {endpoint});
    case QAbstractSocket::HostNotFoundError:
        return unknown("host-not-found", {endpoint});
    default:
        return unknown("connection-failed", {endpoint, text});
    }
}

ProbeFinding certificateRefused(const QList<QSslError> &errors, const QString &endpoint)
{
    QStringList words;
    for (const QSslError &error : errors) {
        words << error.errorString();
    }
    const QString all = shortList(words);
    for (const CertificateWord &word : certificateWords) {
        for (const QSslError &error : errors) {
            if (error.error() == word.error) {
                return failed(word.code, {endpoint, all});
            }
        }
    }
    return failed("tls-untrusted", {endpoint, all});
}

QString shortList(const QStringList &names, qsizetype most)
{
    if (names.size() <= most) {
        return names.join(QStringLiteral(", "));
    }
    return names.mid(0, most).join(QStringLiteral(", ")) + QStringLiteral(" … +%1").arg(names.size() - most);
}

QString endpointText(const QString &host, int port)
{
    const QString shown = host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(host) : host;
    return QStringLiteral("%1:%2").arg(shown).arg(port);
}

bool mayCarrySecret(const QString &host, bool encrypted)
{
    return encrypted || QHostAddress(host).isLoopback() || host == QLatin1String("localhost");
}

} // namespace signalbox::probes
