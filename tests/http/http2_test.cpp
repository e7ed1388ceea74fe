// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/httpclient.h"
#include "tests/http/fixedcredentials.h"
#include "tests/http/loopbackserver.h"
#include "tests/http/testcertificates.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using http::HttpClient;
using http::Request;

namespace
{

/// Debian's package nghttp2-server. A server nobody here wrote is what makes this a proof.
QString serverProgram()
{
    const QString name = QStringLiteral("nghttpd");
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin")}) : found;
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

http::Endpoint endpointOf(const QUrl &base)
{
    http::Endpoint endpoint;
    endpoint.base = base;
    endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    endpoint.caCertificates = QSslCertificate::fromData(QByteArray(AuthorityPem));
    return endpoint;
}

Request get(const QString &path)
{
    Request request;
    request.pathAndQuery = path;
    return request;
}

} // namespace

/// HTTP/2 is negotiated over TLS where the server offers it, against nghttpd, and only there.
class Http2Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isNegotiatedAndUsed();
    void manyCallsShareOneConnection();
    void streamsUseItToo();
    void refusalsAreRead();
    void certificatesAreCheckedAsEver();
    void serversWithoutItGetHttp1();

private:
    /// Lines of the server's protocol log so far.
    [[nodiscard]] QString log();
    [[nodiscard]] int connectionsSoFar();

    QTemporaryDir m_folder;
    QProcess m_server;
    QByteArray m_log;
    QUrl m_url;
};

void Http2Test::initTestCase()
{
    const QString program = serverProgram();
    QVERIFY2(!program.isEmpty(),
             "nghttpd is missing: install the Debian package nghttp2-server (./dev does)");
    QVERIFY(write(m_folder.filePath(QStringLiteral("key.pem")), ServerKeyPem));
    QVERIFY(write(m_folder.filePath(QStringLiteral("certificate.pem")), ServerCertificatePem));
    QVERIFY(write(m_folder.filePath(QStringLiteral("version")), R"({"gitVersion":"v1.31.2"})"));
    QVERIFY(write(m_folder.filePath(QStringLiteral("large")), QByteArray(3'000'000, 'x')));
    const quint16 port = freePort();
    QVERIFY(port != 0);
    m_url = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port));
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(program, {QStringLiteral("--verbose"), QStringLiteral("--address=127.0.0.1"),
                             QStringLiteral("--htdocs=") + m_folder.path(), QString::number(port),
                             m_folder.filePath(QStringLiteral("key.pem")),
                             m_folder.filePath(QStringLiteral("certificate.pem"))});
    QVERIFY(m_server.waitForStarted());
    const auto listens = [port] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected(200);
    };
    QTRY_VERIFY_WITH_TIMEOUT(listens(), 15000);
}

void Http2Test::cleanupTestCase()
{
    m_server.kill();
    m_server.waitForFinished(5000);
}

QString Http2Test::log()
{
    m_log += m_server.readAll();
    return QString::fromUtf8(m_log);
}

int Http2Test::connectionsSoFar()
{
    static const QRegularExpression number(QStringLiteral("\\[id=(\\d+)\\][^\\n]*recv \\S*HEADERS"));
    QSet<QString> numbers;
    const QString text = log();
    for (auto match = number.globalMatch(text); match.hasNext();) {
        numbers.insert(match.next().captured(1));
    }
    return static_cast<int>(numbers.size());
}

void Http2Test::isNegotiatedAndUsed()
{
    FixedCredentials credentials;
    credentials.current.authorization = "Bearer for-the-server";
    HttpClient client(endpointOf(m_url), &credentials);
    const auto answer = wait(client.send(get(QStringLiteral("/version"))));
    QVERIFY2(answer.has_value(), qPrintable(answer ? QString() : answer.error().detail));
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->http2);
    QCOMPARE(answer->body, QByteArray(R"({"gitVersion":"v1.31.2"})"));
    // What the server saw: negotiated inside TLS, not an upgrade, and the headers of ours.
    QTRY_VERIFY(log().contains(QStringLiteral(":path: /version")));
    QVERIFY2(log().contains(QRegularExpression(QStringLiteral("negotiated protocol: h2"))),
             qPrintable(log()));
    QVERIFY(log().contains(QRegularExpression(QStringLiteral("user-agent: signalbox/"))));
    QVERIFY(log().contains(QStringLiteral("authorization: Bearer for-the-server")));
}

void Http2Test::manyCallsShareOneConnection()
{
    const int before = connectionsSoFar();
    HttpClient client(endpointOf(m_url), nullptr);
    QVERIFY(wait(client.send(get(QStringLiteral("/version")))).has_value());
    QVector<QFuture<Result<http::Response>>> calls;
    for (int call = 0; call < 40; ++call) { // far more than the six connections of HTTP/1.1
        calls.append(client.send(get(QStringLiteral("/version?call=%1").arg(call))));
    }
    for (const auto &call : std::as_const(calls)) {
        const auto answer = wait(call);
        QVERIFY(answer.has_value());
        QVERIFY(answer->http2);
    }
    QTRY_VERIFY(log().contains(QStringLiteral(":path: /version?call=39")));
    QCOMPARE(connectionsSoFar() - before, 1);
}

void Http2Test::streamsUseItToo()
{
    HttpClient client(endpointOf(m_url), nullptr);
    const auto stream = client.stream(get(QStringLiteral("/large")));
    bool usesHttp2 = false;
    bool over = false;
    qint64 size = 0;
    std::optional<Error> error;
    connect(stream.get(), &http::Stream::started, this,
            [&](const http::Response &head) { usesHttp2 = head.http2; });
    connect(stream.get(), &http::Stream::chunk, this, [&](const QByteArray &bytes) { size += bytes.size(); });
    connect(stream.get(), &http::Stream::ended, this, [&](const std::optional<Error> &why) {
        error = why;
        over = true;
    });
    stream->start();
    QTRY_VERIFY_WITH_TIMEOUT(over, 15000);
    QVERIFY2(!error, qPrintable(error ? error->detail : QString()));
    QVERIFY(usesHttp2);
    QCOMPARE(size, qint64(3'000'000));
}

void Http2Test::refusalsAreRead()
{
    HttpClient client(endpointOf(m_url), nullptr);
    const auto answer = wait(client.send(get(QStringLiteral("/nothing-here"))));
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().code, ErrorCode::NotFound);
    QCOMPARE(answer.error().httpStatus, 404);
}

void Http2Test::certificatesAreCheckedAsEver()
{
    http::Endpoint endpoint = endpointOf(m_url);
    endpoint.caCertificates = QSslCertificate::fromData(QByteArray(AnotherAuthorityPem));
    HttpClient client(endpoint, nullptr);
    const auto answer = wait(client.send(get(QStringLiteral("/version"))));
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().code, ErrorCode::TlsUntrusted);
}

void Http2Test::serversWithoutItGetHttp1()
{
    LoopbackServer server(LoopbackServer::Identity::Good);
    server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
    HttpClient client(endpointOf(server.url()), nullptr);
    const auto answer = wait(client.send(get(QStringLiteral("/version"))));
    QVERIFY(answer.has_value());
    QVERIFY(!answer->http2);
}

QTEST_GUILESS_MAIN(Http2Test)
#include "http2_test.moc"
