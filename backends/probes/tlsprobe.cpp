// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/tlsprobe.h"

#include "backends/probes/findings.h"

#include <QNetworkProxy>
#include <QSslCertificate>

namespace signalbox::probes
{

namespace
{

QString protocolText(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_3:
        return QStringLiteral("TLSv1.3");
    case QSsl::TlsV1_2:
        return QStringLiteral("TLSv1.2");
    default:
        return QStringLiteral("?");
    }
}

} // namespace

TlsProbe::~TlsProbe()
{
    if (m_socket) {
        m_socket->disconnect(this);
    }
}

void TlsProbe::run()
{
    dial(QSsl::TlsV1_2OrLater, &TlsProbe::onEncrypted, &TlsProbe::onError);
}

void TlsProbe::dial(QSsl::SslProtocol protocol, void (TlsProbe::*onEncryptedDo)(),
                    void (TlsProbe::*onErrorDo)(QAbstractSocket::SocketError))
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket.release()->deleteLater(); // this may run inside one of its signals
    }
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(protocol);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_socket->setSslConfiguration(tls);
    connect(m_socket.get(), &QSslSocket::encrypted, this, onEncryptedDo);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, onErrorDo);
    const QString host = arguments().text("host");
    const QString name = arguments().has("server-name") ? arguments().text("server-name") : host;
    m_socket->connectToHostEncrypted(host, static_cast<quint16>(arguments().number("port")), name);
}

void TlsProbe::onError(QAbstractSocket::SocketError error)
{
    const QList<QSslError> certificate = m_socket->sslHandshakeErrors();
    if (!certificate.isEmpty()) {
        finish(certificateRefused(certificate, endpoint()));
    } else if (error == QAbstractSocket::SslHandshakeFailedError) {
        finish(failed("tls-handshake", {endpoint(), m_socket->errorString()}));
    } else {
        finish(connectionFailed(error, endpoint(), m_socket->errorString()));
    }
}

void TlsProbe::onEncrypted()
{
    const QSsl::SslProtocol protocol = m_socket->sessionProtocol();
    const QString words = protocolText(protocol);
    m_soFar = judgeDays(words);
    const bool wantsLatest = arguments().text("minimum-protocol") == QLatin1String("TLSv1.3");
    if (m_soFar.result != CheckResult::Pass || !wantsLatest) {
        finish(m_soFar);
        m_socket->abort();
    } else if (protocol != QSsl::TlsV1_3) {
        finish(failed("tls-protocol", {endpoint(), words, QStringLiteral("TLSv1.3")}));
        m_socket->abort();
    } else {
        dial(QSsl::TlsV1_2, &TlsProbe::onOlderEncrypted, &TlsProbe::onOlderError);
    }
}

void TlsProbe::onOlderEncrypted()
{
    finish(failed("tls-older-accepted", {endpoint(), QStringLiteral("TLSv1.2")}));
    m_socket->abort();
}

void TlsProbe::onOlderError(QAbstractSocket::SocketError error)
{
    if (!m_socket->sslHandshakeErrors().isEmpty()) {
        onOlderEncrypted(); // it came as far as showing a certificate
    } else if (error == QAbstractSocket::SslHandshakeFailedError ||
               error == QAbstractSocket::RemoteHostClosedError) {
        finish(m_soFar);
    } else {
        finish(connectionFailed(error, endpoint(), m_socket->errorString()));
    }
}

QDateTime TlsProbe::chainEnd() const
{
    QDateTime first;
    const auto chain = m_socket->sslConfiguration().peerCertificateChain();
    for (const QSslCertificate &certificate : chain) {
        if (!first.isValid() || certificate.expiryDate() < first) {
            first = certificate.expiryDate();
        }
    }
    return first;
}

ProbeFinding TlsProbe::judgeDays(const QString &protocol) const
{
    const QDateTime end = chainEnd();
    const qint64 seconds = reach().clock().nowUtc().secsTo(end);
    const qint64 days = seconds / (24 * 60 * 60);
    const int least = arguments().number("days");
    const QStringList args{endpoint(), QString::number(days), protocol, end.toUTC().toString(Qt::ISODate)};
    if (!end.isValid() || seconds <= 0) {
        return failed("tls-expired", {endpoint(), end.toUTC().toString(Qt::ISODate)});
    }
    if (days < least) {
        return failed("tls-days-too-few", {endpoint(), QString::number(days), QString::number(least)});
    }
    return days < arguments().number("warn-days") ? warned("tls-days-left", args) : passed("tls-valid", args);
}

QString TlsProbe::endpoint() const
{
    return endpointText(arguments().text("host"), arguments().number("port"));
}

} // namespace signalbox::probes
