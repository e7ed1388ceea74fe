// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/httpclient.h"
#include "tests/http/loopbackserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using http::HttpClient;
using http::Request;
using http::Stream;

class HttpStreamTest : public QObject
{
    Q_OBJECT

private:
    struct Watcher {
        QByteArray bytes;
        int heads = 0;
        bool over = false;
        std::optional<Error> error;
        void follow(Stream &stream)
        {
            QObject::connect(&stream, &Stream::started, &stream, [this] { ++heads; });
            QObject::connect(&stream, &Stream::chunk, &stream,
                             [this](const QByteArray &more) { bytes += more; });
            QObject::connect(&stream, &Stream::ended, &stream, [this](const std::optional<Error> &why) {
                over = true;
                error = why;
            });
        }
    };

    static http::Endpoint endpointOf(const LoopbackServer &server)
    {
        http::Endpoint endpoint;
        endpoint.base = server.url();
        endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        return endpoint;
    }
    static Request watch()
    {
        Request request;
        request.pathAndQuery = QStringLiteral("/watch");
        request.identityEncoding = true;
        request.idle = -1ms;
        return request;
    }

private Q_SLOTS:
    void chunksArriveAsSent()
    {
        LoopbackServer server;
        Received open;
        server.onRequest = [&open](const Received &request) {
            open = request;
            open.begin(200);
            open.chunk("one\n");
        };
        HttpClient client(endpointOf(server), nullptr);
        auto stream = client.stream(watch());
        Watcher watcher;
        watcher.follow(*stream);
        stream->start();
        QTRY_COMPARE(watcher.bytes, QByteArray("one\n"));
        QCOMPARE(watcher.heads, 1);
        QVERIFY(!watcher.over);
        QCOMPARE(open.header("accept-encoding"), QByteArray("identity"));
        open.chunk("two\n");
        QTRY_COMPARE(watcher.bytes, QByteArray("one\ntwo\n"));
        open.lastChunk();
        QTRY_VERIFY(watcher.over);
        QVERIFY(!watcher.error);
    }

    void brokenStreamIsAnError()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.begin(200);
            request.chunk("half a li");
            request.socket->disconnectFromHost();
        };
        HttpClient client(endpointOf(server), nullptr);
        auto stream = client.stream(watch());
        Watcher watcher;
        watcher.follow(*stream);
        stream->start();
        QTRY_VERIFY(watcher.over);
        QCOMPARE(watcher.bytes, QByteArray("half a li"));
        QVERIFY(watcher.error.has_value());
        QCOMPARE(watcher.error->code, ErrorCode::Unreachable);
    }

    void refusalHasNoChunks()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) { request.answer(403, "forbidden: no"); };
        HttpClient client(endpointOf(server), nullptr);
        auto stream = client.stream(watch());
        Watcher watcher;
        watcher.follow(*stream);
        stream->start();
        QTRY_VERIFY(watcher.over);
        QCOMPARE(watcher.heads, 0);
        QVERIFY(watcher.bytes.isEmpty());
        QCOMPARE(watcher.error->code, ErrorCode::Forbidden);
        QCOMPARE(watcher.error->detail, QStringLiteral("forbidden: no"));
    }

    void silentHeadTimesOutButSilentBodyDoesNot()
    {
        LoopbackServer server;
        int count = 0;
        server.onRequest = [&count](const Received &request) {
            if (++count == 2) {
                request.begin(200);
            }
        };
        http::Limits limits;
        limits.deadline = 100ms;
        limits.idle = 50ms;
        HttpClient client(endpointOf(server), nullptr, limits);
        Watcher silent;
        auto first = client.stream(watch());
        silent.follow(*first);
        first->start();
        QTRY_VERIFY(silent.over);
        QCOMPARE(silent.error->code, ErrorCode::Timeout);
        Watcher quiet;
        auto second = client.stream(watch());
        quiet.follow(*second);
        second->start();
        QTRY_COMPARE(quiet.heads, 1);
        QTest::qWait(300);
        QVERIFY(!quiet.over);
    }

    void largeBodiesComeInPasses()
    {
        LoopbackServer server;
        const QByteArray large(5 * 1024 * 1024, 'x');
        server.onRequest = [&large](const Received &request) { request.answer(200, large); };
        HttpClient client(endpointOf(server), nullptr);
        auto stream = client.stream(watch());
        Watcher watcher;
        watcher.follow(*stream);
        qsizetype biggest = 0;
        connect(stream.get(), &Stream::chunk, this,
                [&](const QByteArray &more) { biggest = std::max(biggest, more.size()); });
        stream->start();
        QTRY_VERIFY(watcher.over);
        QVERIFY(!watcher.error);
        QCOMPARE(watcher.bytes.size(), large.size());
        QVERIFY(biggest <= 256 * 1024);
    }

    void abortIsSilentAndDropMayHappenInsideASignal()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.begin(200);
            request.chunk("x");
        };
        HttpClient client(endpointOf(server), nullptr);
        auto stream = client.stream(watch());
        Watcher watcher;
        watcher.follow(*stream);
        stream->start();
        stream->abort();
        auto dropped = client.stream(watch());
        bool seen = false;
        connect(dropped.get(), &Stream::chunk, this, [&] {
            seen = true;
            dropped.reset();
        });
        dropped->start();
        QTRY_VERIFY(seen);
        QVERIFY(!dropped);
        QVERIFY(!watcher.over);
    }
};

QTEST_GUILESS_MAIN(HttpStreamTest)

#include "httpstream_test.moc"
