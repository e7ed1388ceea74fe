// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/errormapping.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox::http
{

namespace
{

constexpr int DetailLength = 400;

struct Place {
    ErrorCode code;
    ErrorLayer layer;
};

Place placeOf(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return {ErrorCode::HostNotFound, ErrorLayer::NameLookup};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorCode::TlsHandshake, ErrorLayer::Tls};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return {ErrorCode::ProxyFailed, ErrorLayer::Connection};
    case QNetworkReply::TimeoutError:
        return {ErrorCode::Timeout, ErrorLayer::Connection};
    case QNetworkReply::OperationCanceledError:
        return {ErrorCode::Cancelled, ErrorLayer::Rule};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return {ErrorCode::Protocol, ErrorLayer::Protocol};
    default:
        return {ErrorCode::Unreachable, ErrorLayer::Connection};
    }
}

int rankOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::HostNameMismatch:
        return 1;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return 0;
    default:
        return 2;
    }
}

/// Markup says nothing to a reader of a details box.
QString plainStart(const QByteArray &body)
{
    QString text;
    bool inTag = false;
    for (const QChar c : QString::fromUtf8(body.left(4096))) {
        if (c == u'<') {
            inTag = true;
            text += u' ';
        } else if (c == u'>' && inTag) {
            inTag = false;
        } else if (!inTag) {
            text += c;
        }
    }
    return text.simplified().left(DetailLength);
}

QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text).trimmed(),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::milliseconds> retryAfterOf(const Response &response)
{
    const QByteArray text = response.header("Retry-After").trimmed();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qlonglong seconds = text.toLongLong(&isNumber);
    if (isNumber) {
        return std::chrono::seconds(std::clamp<qlonglong>(seconds, 0, 86400));
    }
    const QDateTime until = httpDate(text);
    const QDateTime sent = httpDate(response.header("Date"));
    if (!until.isValid() || !sent.isValid()) {
        return std::nullopt;
    }
    return std::chrono::seconds(std::clamp<qint64>(sent.secsTo(until), 0, 86400));
}

ErrorCode codeOf(int status)
{
    constexpr std::array<std::pair<int, ErrorCode>, 14> table{{{400, ErrorCode::Invalid},
                                                               {401, ErrorCode::Unauthorised},
                                                               {403, ErrorCode::Forbidden},
                                                               {404, ErrorCode::NotFound},
                                                               {405, ErrorCode::Unsupported},
                                                               {406, ErrorCode::Unsupported},
                                                               {407, ErrorCode::ProxyFailed},
                                                               {408, ErrorCode::Timeout},
                                                               {409, ErrorCode::Conflict},
                                                               {410, ErrorCode::Expired},
                                                               {413, ErrorCode::TooLarge},
                                                               {415, ErrorCode::UnsupportedMediaType},
                                                               {422, ErrorCode::Invalid},
                                                               {429, ErrorCode::RateLimited}}};
    const auto found =
        std::find_if(table.begin(), table.end(), [status](const auto &e) { return e.first == status; });
    if (found != table.end()) {
        return found->second;
    }
    if (status >= 500) {
        return ErrorCode::Server;
    }
    return status >= 400 ? ErrorCode::Invalid : ErrorCode::Protocol;
}

} // namespace

Error tlsError(const QList<QSslError> &errors, const QString &subject)
{
    static constexpr std::array codes{ErrorCode::TlsExpired, ErrorCode::TlsWrongHost,
                                      ErrorCode::TlsUntrusted};
    int rank = 0;
    QStringList texts;
    for (const QSslError &error : errors) {
        rank = std::max(rank, rankOf(error.error()));
        const QString text = error.errorString();
        if (!texts.contains(text)) {
            texts.append(text);
        }
    }
    return Error{codes.at(static_cast<size_t>(rank)), ErrorLayer::Tls, 0, {},
                 texts.join(QStringLiteral("; ")),    subject,         {}};
}

Error networkError(QNetworkReply::NetworkError code, const QString &text, const QList<QSslError> &tlsErrors,
                   const QString &subject)
{
    if (!tlsErrors.isEmpty() && code == QNetworkReply::SslHandshakeFailedError) {
        return tlsError(tlsErrors, subject);
    }
    Place place = placeOf(code);
    // A server that refuses our certificate under TLS 1.3 says so after the handshake, as an alert.
    if (place.code == ErrorCode::Unreachable && text.contains(QLatin1String("alert"), Qt::CaseInsensitive)) {
        place = {ErrorCode::TlsHandshake, ErrorLayer::Tls};
    }
    return Error{place.code, place.layer, 0, {}, text.left(DetailLength), subject, {}};
}

Error statusError(const Response &response, const QString &subject, const ErrorReader &reader)
{
    Error error{codeOf(response.status), ErrorLayer::Http, response.status, {}, {}, subject,
                retryAfterOf(response)};
    if (response.status == 401) {
        error.layer = ErrorLayer::Credentials;
    } else if (response.status < 400) {
        error.layer = ErrorLayer::Protocol;
        error.detail = QStringLiteral("redirects are not followed: %1")
                           .arg(QString::fromUtf8(response.header("Location").left(200)));
    }
    if (reader) {
        reader(response, error);
    }
    if (error.detail.isEmpty()) {
        error.detail = plainStart(response.body);
    }
    return error;
}

bool neverSent(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return true;
    default:
        return false;
    }
}

} // namespace signalbox::http
