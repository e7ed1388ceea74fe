// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/dnsmessage.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUdpSocket>

namespace signalbox::probes
{

struct DnsResolver {
    QString name; ///< as the plan writes it
    QHostAddress address;
    quint16 port = 53;
};
/// "1.1.1.1", "1.1.1.1:5353", "::1", "[::1]:5353". A null address for anything else: a resolver that has to
/// be looked up first would be asked through the one under test.
[[nodiscard]] DnsResolver dnsResolverFrom(const QString &text);

/// One question to one resolver: over UDP, repeated now and then, and over TCP when the answer is too long.
class DnsLookup final : public QObject
{
    Q_OBJECT

public:
    DnsLookup(DnsResolver resolver, DnsQuestion question, std::chrono::milliseconds limit);

    void start();
    [[nodiscard]] const DnsResolver &resolver() const { return m_resolver; }

Q_SIGNALS:
    /// Exactly once.
    void finished(const signalbox::Result<signalbox::probes::DnsAnswer> &answer);

private:
    void ask();
    void onDatagram();
    void askOverTcp();
    void onTcpBytes();
    void end(const Result<DnsAnswer> &answer);
    void fail(ErrorCode code, const QString &detail);

    DnsResolver m_resolver;
    DnsQuestion m_question;
    std::chrono::milliseconds m_limit;
    QUdpSocket m_udp;
    QTcpSocket m_tcp;
    QTimer m_repeat;
    QTimer m_deadline;
    bool m_done = false;
};

} // namespace signalbox::probes
