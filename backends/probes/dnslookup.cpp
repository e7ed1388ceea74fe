// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/dnslookup.h"

#include <QNetworkProxy>
#include <QRegularExpression>
#include <QtEndian>

namespace signalbox::probes
{

namespace
{

constexpr std::chrono::milliseconds RepeatAfter{1500};

} // namespace

DnsResolver dnsResolverFrom(const QString &text)
{
    static const QRegularExpression bracketed(QStringLiteral("^\\[([0-9a-fA-F:.]+)\\]:(\\d{1,5})$"));
    static const QRegularExpression plain(QStringLiteral("^([0-9.]+):(\\d{1,5})$"));
    DnsResolver resolver;
    resolver.name = text;
    QString address = text;
    int port = 53;
    for (const QRegularExpression *shape : {&bracketed, &plain}) {
        if (const auto match = shape->match(text); match.hasMatch()) {
            address = match.captured(1);
            port = match.captured(2).toInt();
        }
    }
    if (port >= 1 && port <= 65535) {
        resolver.address = QHostAddress(address);
        resolver.port = static_cast<quint16>(port);
    }
    return resolver;
}

DnsLookup::DnsLookup(DnsResolver resolver, DnsQuestion question, std::chrono::milliseconds limit)
    : m_resolver(std::move(resolver))
    , m_question(std::move(question))
    , m_limit(limit)
{
    m_udp.setProxy(QNetworkProxy::NoProxy);
    m_tcp.setProxy(QNetworkProxy::NoProxy);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(ErrorCode::Timeout, QStringLiteral("no answer")); });
    connect(&m_repeat, &QTimer::timeout, this, &DnsLookup::ask);
    connect(&m_udp, &QIODevice::readyRead, this, &DnsLookup::onDatagram);
    connect(&m_udp, &QAbstractSocket::errorOccurred, this,
            [this] { fail(ErrorCode::Unreachable, m_udp.errorString()); });
    connect(&m_tcp, &QAbstractSocket::connected, this, [this] {
        const QByteArray query = dnsQuery(m_question);
        QByteArray length(2, '\0');
        qToBigEndian(static_cast<quint16>(query.size()), length.data());
        m_tcp.write(length + query);
    });
    connect(&m_tcp, &QIODevice::readyRead, this, &DnsLookup::onTcpBytes);
    connect(&m_tcp, &QAbstractSocket::errorOccurred, this,
            [this] { fail(ErrorCode::Unreachable, m_tcp.errorString()); });
}

void DnsLookup::start()
{
    m_deadline.start(m_limit);
    // A connected socket hears nobody but the resolver.
    m_udp.connectToHost(m_resolver.address, m_resolver.port);
    m_repeat.start(RepeatAfter);
    ask();
}

void DnsLookup::ask()
{
    m_udp.write(dnsQuery(m_question));
}

void DnsLookup::onDatagram()
{
    while (!m_done && m_udp.hasPendingDatagrams()) {
        QByteArray datagram(static_cast<qsizetype>(m_udp.pendingDatagramSize()), '\0');
        const qint64 size = m_udp.readDatagram(datagram.data(), datagram.size());
        datagram.truncate(std::max<qint64>(size, 0));
        // Not what was asked: somebody guessing, or late. The right one may still come.
        if (!answersQuestion(datagram, m_question)) {
            continue;
        }
        const auto answer = parseDnsAnswer(datagram, m_question);
        if (answer && answer->truncated) {
            askOverTcp();
            return;
        }
        end(answer);
    }
}

void DnsLookup::askOverTcp()
{
    m_repeat.stop();
    m_udp.close();
    m_tcp.connectToHost(m_resolver.address, m_resolver.port);
}

void DnsLookup::onTcpBytes()
{
    const QByteArray start = m_tcp.peek(2);
    if (start.size() < 2) {
        return;
    }
    const auto length = qFromBigEndian<quint16>(start.constData());
    if (m_tcp.bytesAvailable() >= length + 2) {
        auto answer = parseDnsAnswer(m_tcp.read(length + 2).mid(2), m_question);
        if (answer && answer->truncated) {
            answer = failure(ErrorCode::Protocol, ErrorLayer::Protocol, QStringLiteral("cut off"));
        }
        end(answer);
    }
}

void DnsLookup::end(const Result<DnsAnswer> &answer)
{
    if (m_done) {
        return;
    }
    m_done = true;
    m_repeat.stop();
    m_deadline.stop();
    Q_EMIT finished(answer);
}

void DnsLookup::fail(ErrorCode code, const QString &detail)
{
    end(failure(code, ErrorLayer::NameLookup, detail));
}

} // namespace signalbox::probes
