// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/proxyenvironment.h"

#include <QTest>

using namespace signalbox;
using http::ProxyEnvironment;

namespace
{

using Variables = QMap<QString, QString>;

ProxyEnvironment environmentOf(const Variables &variables)
{
    QProcessEnvironment environment;
    for (auto one = variables.cbegin(); one != variables.cend(); ++one) {
        environment.insert(one.key(), one.value());
    }
    return ProxyEnvironment(environment);
}

/// "http host:port", "socks5 host:port", "direct", or "error".
QString describe(const Result<QNetworkProxy> &proxy)
{
    if (!proxy) {
        return QStringLiteral("error");
    }
    if (proxy->type() == QNetworkProxy::DefaultProxy) {
        return QStringLiteral("direct");
    }
    const bool socks = proxy->type() == QNetworkProxy::Socks5Proxy;
    return QStringLiteral("%1 %2:%3")
        .arg(socks ? QStringLiteral("socks5") : QStringLiteral("http"), proxy->hostName())
        .arg(proxy->port());
}

} // namespace

/// The rules of Go's net/http, by table.
class ProxyEnvironmentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesByScheme_data();
    void choosesByScheme();
    void makesExceptions_data();
    void makesExceptions();
    void carriesUserAndPassword();
    void errorsNameTheVariableAndNoSecret_data();
    void errorsNameTheVariableAndNoSecret();
};

void ProxyEnvironmentTest::choosesByScheme_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Variables &variables, const char *server,
                        const char *expected) {
        QTest::newRow(name) << variables << QString::fromLatin1(server) << QString::fromLatin1(expected);
    };
    const Variables both{{QStringLiteral("HTTPS_PROXY"), QStringLiteral("http://secure:3128")},
                         {QStringLiteral("HTTP_PROXY"), QStringLiteral("http://plain")}};
    const auto one = [](const char *name, const char *value) {
        return Variables{{QString::fromLatin1(name), QString::fromLatin1(value)}};
    };
    row("nothing set", {}, "https://api.example", "direct");
    row("https", both, "https://api.example:6443", "http secure:3128");
    row("http", both, "http://prometheus.example", "http plain:80");
    row("only the other scheme", one("HTTP_PROXY", "http://p:1"), "https://api.example", "direct");
    row("lower case", one("https_proxy", "http://p:1"), "https://api.example", "http p:1");
    row("upper case first",
        {{QStringLiteral("HTTPS_PROXY"), QStringLiteral("http://upper:1")},
         {QStringLiteral("https_proxy"), QStringLiteral("http://lower:1")}},
        "https://api.example", "http upper:1");
    row("an empty upper case one is none",
        {{QStringLiteral("HTTPS_PROXY"), QString()},
         {QStringLiteral("https_proxy"), QStringLiteral("http://lower:1")}},
        "https://api.example", "http lower:1");
    row("ALL_PROXY is not Go's", one("ALL_PROXY", "http://p:1"), "https://api.example", "direct");
    row("socks5", one("HTTPS_PROXY", "socks5://p"), "https://api.example", "socks5 p:1080");
    row("without scheme", one("HTTPS_PROXY", "p.example:3128"), "https://api.example", "http p.example:3128");
    row("a bare name", one("HTTPS_PROXY", "p.example"), "https://api.example", "http p.example:80");
    row("IPv6 proxy", one("HTTPS_PROXY", "http://[fd00::1]:3128"), "https://api.example",
        "http fd00::1:3128");
    row("proxy over TLS", one("HTTPS_PROXY", "https://p:1"), "https://api.example", "error");
    row("odd scheme", one("HTTPS_PROXY", "ftp://p:1"), "https://api.example", "error");
    row("no address", one("HTTPS_PROXY", "http://"), "https://api.example", "error");
    row("an unusable one of the other scheme", one("HTTP_PROXY", "ftp://p:1"), "https://api.example",
        "direct");
    row("CGI",
        {{QStringLiteral("HTTP_PROXY"), QStringLiteral("http://p:1")},
         {QStringLiteral("REQUEST_METHOD"), QStringLiteral("GET")}},
        "http://prometheus.example", "error");
    row("CGI, https",
        {{QStringLiteral("HTTPS_PROXY"), QStringLiteral("http://p:1")},
         {QStringLiteral("REQUEST_METHOD"), QStringLiteral("GET")}},
        "https://api.example", "http p:1");
    for (const char *loopback :
         {"https://localhost:6443", "https://LOCALHOST", "https://127.0.0.1:6443", "https://127.8.9.1",
          "https://[::1]:6443", "https://[::ffff:127.0.0.1]", "http://localhost:9090"}) {
        row(loopback, both, loopback, "direct");
    }
}

void ProxyEnvironmentTest::choosesByScheme()
{
    QFETCH(Variables, variables);
    QFETCH(QString, server);
    QFETCH(QString, expected);
    QCOMPARE(describe(environmentOf(variables).proxyFor(QUrl(server))), expected);
}

void ProxyEnvironmentTest::makesExceptions_data()
{
    QTest::addColumn<QString>("exceptions");
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("direct");
    const auto row = [](const char *exceptions, const char *server, bool direct) {
        QTest::addRow("%s | %s", exceptions, server)
            << QString::fromLatin1(exceptions) << QString::fromLatin1(server) << direct;
    };
    row("", "https://api.example", false);
    row("*", "https://api.example", true);
    row("example", "https://example", true);
    row("example", "https://api.example", true);
    row("example", "https://notexample", false);
    row("EXAMPLE", "https://Api.Example", true);
    row(".example", "https://api.example", true);
    row(".example", "https://example", false);
    row("*.example", "https://api.example", true);
    row("*.example", "https://example", false);
    row(" a.test , api.example ", "https://api.example", true);
    row(",,", "https://api.example", false);
    row("api.example:6443", "https://api.example:6443", true);
    row("api.example:6443", "https://api.example", false);
    row("api.example:443", "https://api.example", true);
    row("api.example:80", "http://api.example", true);
    row("10.0.0.1", "https://10.0.0.1:6443", true);
    row("10.0.0.1:6443", "https://10.0.0.1:6443", true);
    row("10.0.0.1:443", "https://10.0.0.1:6443", false);
    row("10.0.0.1", "https://10.0.0.10", false);
    row("10.0.0.0/8", "https://10.20.30.40", true);
    row("10.0.0.0/8", "https://11.0.0.1", false);
    row("10.0.0.0/8", "https://ten.example", false);
    row("fd00::/8", "https://[fd12::1]:6443", true);
    row("fd00::/8", "https://10.0.0.1", false);
    row("fd00::1", "https://[fd00::1]", true);
    row("[fd00::1]:6443", "https://[fd00::1]:6443", true);
    row("[fd00::1]:443", "https://[fd00::1]:6443", false);
    row("10.0.0.0/99", "https://10.0.0.1", false);
}

void ProxyEnvironmentTest::makesExceptions()
{
    QFETCH(QString, exceptions);
    QFETCH(QString, server);
    QFETCH(bool, direct);
    for (const char *name : {"NO_PROXY", "no_proxy"}) {
        const ProxyEnvironment environment =
            environmentOf({{QStringLiteral("HTTPS_PROXY"), QStringLiteral("http://p:1")},
                           {QStringLiteral("HTTP_PROXY"), QStringLiteral("http://p:1")},
                           {QString::fromLatin1(name), exceptions}});
        QCOMPARE(describe(environment.proxyFor(QUrl(server))),
                 direct ? QStringLiteral("direct") : QStringLiteral("http p:1"));
    }
}

void ProxyEnvironmentTest::carriesUserAndPassword()
{
    const auto proxy = environmentOf({{QStringLiteral("HTTPS_PROXY"), QStringLiteral("http://me:p%3Aw@p:1")}})
                           .proxyFor(QUrl(QStringLiteral("https://api.example")));
    QVERIFY(proxy);
    QCOMPARE(proxy->user(), QStringLiteral("me"));
    QCOMPARE(proxy->password(), QStringLiteral("p:w"));
}

void ProxyEnvironmentTest::errorsNameTheVariableAndNoSecret_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("upper") << QStringLiteral("HTTPS_PROXY") << QStringLiteral("https://me:hunter2@p:1");
    QTest::newRow("lower") << QStringLiteral("https_proxy") << QStringLiteral("gopher://me:hunter2@p:1");
    QTest::newRow("nothing after it")
        << QStringLiteral("HTTPS_PROXY") << QStringLiteral("http://me:hunter2@");
}

void ProxyEnvironmentTest::errorsNameTheVariableAndNoSecret()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const auto proxy = environmentOf({{name, value}}).proxyFor(QUrl(QStringLiteral("https://api.example")));
    QVERIFY(!proxy);
    QCOMPARE(proxy.error().layer, ErrorLayer::Configuration);
    QCOMPARE(proxy.error().subject, name);
    QVERIFY(!proxy.error().detail.contains(QStringLiteral("hunter2")));
    QVERIFY(!proxy.error().detail.isEmpty());
}

QTEST_APPLESS_MAIN(ProxyEnvironmentTest)
#include "proxyenvironment_test.moc"
