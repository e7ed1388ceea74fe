// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/http/clientrequests.h"
#include "tests/support/wait.h"

#include <QTest>
#include <QTimer>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using http::HttpClient;
using http::Request;

/// What is asked again and what is not, and how long is waited.
class HttpRetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silenceEndsInATimeout()
    {
        LoopbackServer server; // never answers
        http::Limits limits = quickLimits();
        limits.deadline = 150ms;
        HttpClient client(endpointOf(server), nullptr, limits);
        QCOMPARE(wait(client.send(get(QStringLiteral("/x")))).error().code, ErrorCode::Timeout);
        QCOMPARE(wait(client.send(patch(QStringLiteral("/x")))).error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(server.receivedFor("/x").size(), 2);
    }

    void stalledBodyEndsInATimeout()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.begin(200);
            request.chunk("{");
        };
        http::Limits limits = quickLimits();
        limits.idle = 100ms;
        HttpClient client(endpointOf(server), nullptr, limits);
        const auto answer = wait(client.send(get(QStringLiteral("/x"))));
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
    }

    void tricklingBodyHitsTheDeadline()
    {
        LoopbackServer server;
        QTimer drip;
        Received open;
        connect(&drip, &QTimer::timeout, &server, [&open] { open.chunk(" "); });
        server.onRequest = [&](const Received &request) {
            open = request;
            open.begin(200);
            drip.start(20);
        };
        http::Limits limits = quickLimits();
        limits.idle = 200ms;
        limits.deadline = 400ms;
        HttpClient client(endpointOf(server), nullptr, limits);
        QCOMPARE(wait(client.send(get(QStringLiteral("/x")))).error().code, ErrorCode::Timeout);
    }

    void resetReadsAreRepeated()
    {
        LoopbackServer server;
        int count = 0;
        server.onRequest = [&count](const Received &request) {
            // Qt itself tries a few times before it reports.
            if (++count < 4) {
                request.reset();
            } else {
                request.answer(200, "{}");
            }
        };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        const auto answer = wait(client.send(get(QStringLiteral("/x"))));
        QVERIFY2(answer.has_value(),
                 qPrintable(answer ? QString() : answer.error().detail + QString::number(count)));
    }

    void lostWriteIsSentOnceAndReportedUnknown_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("warm");
        QTest::newRow("patch on a new connection") << QByteArray("PATCH") << QByteArray("{}") << false;
        QTest::newRow("patch on a pooled connection") << QByteArray("PATCH") << QByteArray("{}") << true;
        QTest::newRow("post") << QByteArray("POST") << QByteArray("{\"a\":1}") << true;
        QTest::newRow("delete without a body") << QByteArray("DELETE") << QByteArray() << true;
    }

    void lostWriteIsSentOnceAndReportedUnknown()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        QFETCH(bool, warm);
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.method == "GET" ? request.answer(200, "{}") : request.reset();
        };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        if (warm) {
            QVERIFY(wait(client.send(get(QStringLiteral("/warm")))).has_value());
        }
        Request request = patch(QStringLiteral("/write"));
        request.method = method;
        request.body = body;
        const auto answer = wait(client.send(request));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, ErrorCode::OutcomeUnknown);
        QTest::qWait(100); // time for a repetition that must not come
        QCOMPARE(server.receivedFor("/write").size(), 1);
    }

    void retryAfterIsHonoured()
    {
        LoopbackServer server;
        int count = 0;
        QElapsedTimer clock;
        server.onRequest = [&](const Received &request) {
            if (++count == 1) {
                clock.start();
                request.answer(429, "Too many requests, please try again later.", "text/plain",
                               "Retry-After: 1\r\n");
            } else {
                request.answer(200, "{}");
            }
        };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        QVERIFY(wait(client.send(get(QStringLiteral("/x")))).has_value());
        QVERIFY(clock.elapsed() >= 950);
        QCOMPARE(count, 2);
    }

    void retryAfterBeyondTheDeadlineIsReported()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.answer(503, "", "text/plain", "Retry-After: 120\r\n");
        };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        const auto answer = wait(client.send(get(QStringLiteral("/x"))));
        QCOMPARE(answer.error().code, ErrorCode::Server);
        QCOMPARE(answer.error().retryAfter, std::optional<std::chrono::milliseconds>(120s));
        QCOMPARE(server.received().size(), 1);
    }

    void retryAfterAsADateIsRelativeToTheAnswer()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.answer(
                429, "", "text/plain",
                "Date: Wed, 21 Oct 2026 07:28:00 GMT\r\nRetry-After: Wed, 21 Oct 2026 07:29:30 GMT\r\n");
        };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        const auto answer = wait(client.send(get(QStringLiteral("/x"))));
        QCOMPARE(answer.error().retryAfter, std::optional<std::chrono::milliseconds>(90s));
    }

    void throttledWriteIsNotRepeated()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.answer(429, "", "text/plain", "Retry-After: 0\r\n");
        };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        QCOMPARE(wait(client.send(patch(QStringLiteral("/x")))).error().code, ErrorCode::RateLimited);
        QCOMPARE(server.received().size(), 1);
    }
};

QTEST_GUILESS_MAIN(HttpRetryTest)

#include "httpretry_test.moc"
