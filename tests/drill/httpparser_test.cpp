// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/httpparser.h"

#include <QTest>

namespace signalbox::drill
{

class HttpParserTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void parsesByteByByte();
    void parsesPipelined();
    void refuses_data();
    void refuses();
    void wantsContinue();
    void readsQueries();
};

void HttpParserTest::parses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("plain") << QByteArray("GET /a HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray() << true;
    QTest::newRow("length") << QByteArray("POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc")
                            << QByteArray("abc") << true;
    QTest::newRow("chunked")
        << QByteArray(
               "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n")
        << QByteArray("abcde") << true;
    QTest::newRow("trailer")
        << QByteArray("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nT: v\r\n\r\n")
        << QByteArray("a") << true;
    QTest::newRow("close") << QByteArray("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n") << QByteArray()
                           << false;
    QTest::newRow("old") << QByteArray("GET /a HTTP/1.0\r\n\r\n") << QByteArray() << false;
}

void HttpParserTest::parses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    QFETCH(bool, keepAlive);
    HttpParser parser;
    parser.feed(bytes);
    const auto request = parser.take();
    QVERIFY(request);
    QCOMPARE(request->path, QByteArray("/a"));
    QCOMPARE(request->body, body);
    QCOMPARE(request->keepAlive, keepAlive);
    QVERIFY(!parser.take());
    QCOMPARE(parser.failure(), 0);
}

void HttpParserTest::parsesByteByByte()
{
    HttpParser parser;
    const QByteArray bytes = "PUT /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    for (qsizetype i = 0; i < bytes.size() - 1; ++i) {
        parser.feed(bytes.mid(i, 1));
        QVERIFY(!parser.take());
        QCOMPARE(parser.failure(), 0);
    }
    parser.feed(bytes.right(1));
    const auto request = parser.take();
    QVERIFY(request);
    QCOMPARE(request->body, QByteArray("abc"));
}

void HttpParserTest::parsesPipelined()
{
    HttpParser parser;
    parser.feed("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n");
    QCOMPARE(parser.take()->path, QByteArray("/1"));
    QCOMPARE(parser.take()->path, QByteArray("/2"));
    QVERIFY(!parser.take());
}

void HttpParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("nonsense") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("no path") << QByteArray("GET x HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("header without colon") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n") << 400;
    QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n") << 400;
    QTest::newRow("length is no number") << QByteArray("POST / HTTP/1.1\r\nContent-Length: a\r\n\r\n") << 400;
    QTest::newRow("two framings")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
    QTest::newRow("body too large") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n")
                                    << 413;
    QTest::newRow("chunk too large")
        << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n") << 413;
    QTest::newRow("bad chunk size") << QByteArray(
                                           "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                                    << 400;
    QTest::newRow("head too large") << QByteArray("GET / HTTP/1.1\r\nA: ") + QByteArray(70000, 'a') << 431;
}

void HttpParserTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpParser parser;
    parser.feed(bytes);
    QVERIFY(!parser.take());
    QCOMPARE(parser.failure(), status);
    parser.feed("GET / HTTP/1.1\r\n\r\n");
    QVERIFY(!parser.take());
}

void HttpParserTest::wantsContinue()
{
    HttpParser parser;
    parser.feed("POST / HTTP/1.1\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n");
    QVERIFY(!parser.take());
    QVERIFY(parser.takeContinueWanted());
    QVERIFY(!parser.takeContinueWanted());
    parser.feed("x");
    QVERIFY(parser.take());
}

void HttpParserTest::readsQueries()
{
    HttpParser parser;
    parser.feed("GET /a?labelSelector=app%3Dx%2Cb+in+%28c%29&watch=1&v=true&n=false HTTP/1.1\r\n\r\n");
    const auto request = parser.take();
    QVERIFY(request);
    QCOMPARE(request->parameter(QStringLiteral("labelSelector")), QStringLiteral("app=x,b in (c)"));
    QVERIFY(request->flagParameter(QStringLiteral("watch")));
    QVERIFY(request->flagParameter(QStringLiteral("v")));
    QVERIFY(!request->flagParameter(QStringLiteral("n")));
    QVERIFY(!request->flagParameter(QStringLiteral("absent")));
}

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::HttpParserTest)
#include "httpparser_test.moc"
