// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/dnsmessage.h"
#include "probefixture.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>
#include <QtEndian>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

QByteArray number(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray record(const QByteArray &owner, quint16 type, const QByteArray &data)
{
    return owner + number(type) + number(1) + QByteArray(4, '\0') +
           number(static_cast<quint16>(data.size())) + data;
}

/// An answer to a query, with the question as it came.
QByteArray reply(const QByteArray &query, const QVector<QByteArray> &records, quint16 flags = 0x8180)
{
    return query.left(2) + number(flags) + number(1) + number(static_cast<quint16>(records.size())) +
           number(0) + number(0) + query.mid(12) + records.join();
}

const QByteArray ToQuestion("\xc0\x0c", 2);
QByteArray address(int last)
{
    return record(ToQuestion, 1, QByteArray("\xcb\x00\x71", 3) + static_cast<char>(last));
}

/// A resolver on loopback, UDP and TCP on one port.
class Resolver : public QObject
{
    Q_OBJECT

public:
    Resolver()
    {
        tcp.listen(QHostAddress::LocalHost);
        udp.bind(QHostAddress::LocalHost, tcp.serverPort());
        connect(&udp, &QIODevice::readyRead, this, [this] {
            while (udp.hasPendingDatagrams()) {
                QByteArray query(static_cast<qsizetype>(udp.pendingDatagramSize()), '\0');
                QHostAddress from;
                quint16 port = 0;
                udp.readDatagram(query.data(), query.size(), &from, &port);
                ++queries;
                for (const QByteArray &datagram : answer(query)) {
                    udp.writeDatagram(datagram, from, port);
                }
            }
        });
        connect(&tcp, &QTcpServer::newConnection, this, [this] {
            auto *socket = tcp.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, this, [this, socket] {
                const QByteArray message = answerTcp(socket->readAll().mid(2));
                socket->write(number(static_cast<quint16>(message.size())) + message);
            });
        });
    }
    [[nodiscard]] QString name() const { return QStringLiteral("127.0.0.1:%1").arg(tcp.serverPort()); }

    std::function<QVector<QByteArray>(const QByteArray &)> answer = [](const QByteArray &) {
        return QVector<QByteArray>{};
    };
    std::function<QByteArray(const QByteArray &)> answerTcp;
    int queries = 0;

private:
    QUdpSocket udp;
    QTcpServer tcp;
};

} // namespace

class DnsProbeTest : public QObject
{
    Q_OBJECT

private:
    static Parameters ask(const QStringList &resolvers, const QStringList &expect = {})
    {
        Parameters parameters{{QStringLiteral("name"), {QStringLiteral("Shop.Example.com")}},
                              {QStringLiteral("resolvers"), resolvers}};
        if (!expect.isEmpty()) {
            parameters.insert(QStringLiteral("expect"), expect);
        }
        return parameters;
    }
    static auto with(const QVector<QByteArray> &records, quint16 flags = 0x8180)
    {
        return [records, flags](const QByteArray &query) {
            return QVector<QByteArray>{reply(query, records, flags)};
        };
    }

private Q_SLOTS:
    void agreement()
    {
        ProbeFixture fixture;
        Resolver a;
        Resolver b;
        a.answer = with({address(10), address(11)});
        b.answer = with({address(11), address(10)});
        const QStringList both{a.name(), b.name()};
        QCOMPARE(inWords(fixture.run(ProbeKind::Dns, ask(both))),
                 QStringLiteral("pass dns-agreed Shop.Example.com | 203.0.113.10, 203.0.113.11 | 2"));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Dns, ask(both, {QStringLiteral("203.0.113.11"),
                                                                  QStringLiteral("203.0.113.10")}))),
                 QStringLiteral("pass dns-agreed"));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Dns, ask(both, {QStringLiteral("203.0.113.10")}))),
                 QStringLiteral("fail dns-unexpected"));
        b.answer = with({address(12)});
        const auto finding = fixture.run(ProbeKind::Dns, ask(both, {QStringLiteral("203.0.113.12")}));
        QCOMPARE(verdictOf(finding), QStringLiteral("fail dns-disagree"));
        QVERIFY(finding.args.value(1).contains(b.name() + QStringLiteral(": 203.0.113.12")));
        b.answer = with({}, 0x8183); // no such name
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Dns, ask(both))), QStringLiteral("fail dns-disagree"));
        a.answer = b.answer;
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Dns, ask(both))), QStringLiteral("fail dns-no-record"));
    }

    void resolversThatFail()
    {
        ProbeFixture fixture;
        Resolver good;
        Resolver bad;
        good.answer = with({address(10)});
        const QStringList both{good.name(), bad.name()};
        const auto silent = fixture.run(ProbeKind::Dns, ask(both), 2);
        QCOMPARE(inWords(silent),
                 QStringLiteral("unknown dns-resolver-failed %1: no answer").arg(bad.name()));
        QVERIFY(bad.queries >= 2); // a lost datagram is asked again
        bad.answer = with({}, 0x8182);
        QCOMPARE(inWords(fixture.run(ProbeKind::Dns, ask(both))),
                 QStringLiteral("unknown dns-resolver-failed %1: SERVFAIL").arg(bad.name()));
        // What is known to be wrong is wrong, whoever is silent.
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Dns, ask(both, {QStringLiteral("203.0.113.99")}))),
                 QStringLiteral("fail dns-unexpected"));
    }

    void asksAgainOverTcp()
    {
        ProbeFixture fixture;
        Resolver resolver;
        resolver.answer = with({}, 0x8380);
        resolver.answerTcp = [](const QByteArray &query) { return reply(query, {address(10)}); };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Dns, ask({resolver.name()}))),
                 QStringLiteral("pass dns-agreed"));
        resolver.answerTcp = [](const QByteArray &query) { return reply(query, {}, 0x8380); };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Dns, ask({resolver.name()}))),
                 QStringLiteral("unknown dns-resolver-failed"));
    }

    void waitsForTheRightAnswer()
    {
        ProbeFixture fixture;
        Resolver resolver;
        resolver.answer = [](const QByteArray &query) {
            QByteArray otherId = reply(query, {address(66)});
            otherId[0] = static_cast<char>(otherId[0] + 1);
            QByteArray otherName = reply(query, {address(66)});
            otherName[13] = 'x';
            return QVector<QByteArray>{"", "junk", otherId, otherName, query, reply(query, {address(10)})};
        };
        QCOMPARE(inWords(fixture.run(ProbeKind::Dns, ask({resolver.name()}))),
                 QStringLiteral("pass dns-agreed Shop.Example.com | 203.0.113.10 | 1"));
    }

    void takesNoRecordsOfOthers()
    {
        ProbeFixture fixture;
        Resolver resolver;
        const QByteArray stranger("\x04"
                                  "evil\x00",
                                  6);
        const QByteArray edge("\x04"
                              "edge\x00",
                              6);
        resolver.answer = with({record(stranger, 1, "\x01\x02\x03\x04"), record(ToQuestion, 5, edge),
                                record(edge, 1, "\x05\x06\x07\x08")});
        QCOMPARE(inWords(fixture.run(ProbeKind::Dns, ask({resolver.name()}))),
                 QStringLiteral("pass dns-agreed Shop.Example.com | 5.6.7.8 | 1"));
    }

    void survivesMessagesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("records");
        QTest::addColumn<int>("count");
        QTest::newRow("nothing follows") << QByteArray() << 1;
        QTest::newRow("name points to itself") << record(QByteArray("\xc0\x1e", 2), 1, "abcd") << 1;
        QTest::newRow("name past the end") << QByteArray("\xc0\xff", 2) << 1;
        QTest::newRow("long label") << QByteArray("\x3f"
                                                  "abc")
                                    << 1;
        QTest::newRow("reserved label") << QByteArray("\x80"
                                                      "abc")
                                        << 1;
        QTest::newRow("data past the end")
            << QByteArray(ToQuestion + number(1) + number(1) + QByteArray(4, '\0') + number(60000)) << 1;
        QTest::newRow("address of three bytes") << record(ToQuestion, 1, "abc") << 1;
        QTest::newRow("more announced than there") << address(1) << 60000;
    }
    void survivesMessagesThatAreNone()
    {
        QFETCH(QByteArray, records);
        QFETCH(int, count);
        const probes::DnsQuestion question{7, "shop.example", probes::DnsType::A};
        QByteArray message = reply(probes::dnsQuery(question), {}) + records;
        message.replace(6, 2, number(static_cast<quint16>(count)));
        QVERIFY(probes::answersQuestion(message, question));
        QVERIFY(!probes::parseDnsAnswer(message, question));
        for (qsizetype size = 0; size < message.size(); ++size) {
            QVERIFY(!probes::parseDnsAnswer(message.left(size), question));
        }
    }

    void refusesResolversByNameAndBadNames()
    {
        ProbeFixture fixture;
        QCOMPARE(inWords(fixture.run(ProbeKind::Dns, ask({QStringLiteral("dns.google")}))),
                 QStringLiteral("unknown parameter-invalid resolvers"));
        QCOMPARE(inWords(fixture.run(ProbeKind::Dns, ask({QStringLiteral("127.0.0.1:99999")}))),
                 QStringLiteral("unknown parameter-invalid resolvers"));
        Parameters parameters = ask({QStringLiteral("127.0.0.1")});
        parameters[QStringLiteral("name")] = QStringList{QStringLiteral("a..b")};
        QCOMPARE(inWords(fixture.run(ProbeKind::Dns, parameters)),
                 QStringLiteral("unknown parameter-invalid name"));
    }
};

QTEST_GUILESS_MAIN(DnsProbeTest)
#include "dnsprobe_test.moc"
