// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/endpointbuilder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;

namespace
{

ContextEntry entryFor(const QString &server)
{
    ContextEntry entry;
    entry.name = entry.clusterName = entry.userName = QStringLiteral("x");
    entry.cluster.name = entry.user.name = QStringLiteral("x");
    entry.cluster.file = entry.user.file = QStringLiteral("/config");
    entry.cluster.server = server;
    return entry;
}

} // namespace

class EndpointBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsThePrefix();
    void refusesSecretsWithoutTls_data();
    void refusesSecretsWithoutTls();
    void allowsPlainHttpWithoutSecrets();
    void readsAuthorities();
    void makesProxies_data();
    void makesProxies();
    void copiesTheRest();
    void passesTheErrorOfTheEntry();
    void impersonates();
    void impersonationRefusesLineBreaks();
};

void EndpointBuilderTest::keepsThePrefix()
{
    const auto endpoint = makeEndpoint(entryFor(QStringLiteral("https://host:6443/k8s/clusters/c-1/")));
    QVERIFY(endpoint);
    QCOMPARE(endpoint->base, QUrl(QStringLiteral("https://host:6443/k8s/clusters/c-1")));
    QVERIFY(endpoint->caCertificates.isEmpty());
    QVERIFY(!endpoint->insecureSkipVerify);
    QCOMPARE(endpoint->proxy.type(), QNetworkProxy::DefaultProxy);
}

void EndpointBuilderTest::refusesSecretsWithoutTls_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("kind");
    for (const char *server : {"http://host", "host:8080"}) {
        for (const char *kind : {"token", "file", "basic", "certificate", "exec"}) {
            QTest::addRow("%s %s", server, kind) << QString::fromLatin1(server) << QString::fromLatin1(kind);
        }
    }
}

void EndpointBuilderTest::refusesSecretsWithoutTls()
{
    QFETCH(QString, server);
    QFETCH(QString, kind);
    ContextEntry entry = entryFor(server);
    const QString secret = QStringLiteral("hidden-secret");
    if (kind == QLatin1String("token")) {
        entry.user.token = secret;
    } else if (kind == QLatin1String("file")) {
        entry.user.tokenFile = secret;
    } else if (kind == QLatin1String("basic")) {
        entry.user.password = secret;
    } else if (kind == QLatin1String("certificate")) {
        entry.user.clientCertificateData = secret.toUtf8();
    } else {
        entry.user.exec = ExecConfig();
    }
    const auto endpoint = makeEndpoint(entry);
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().code, ErrorCode::BadConfiguration);
    QVERIFY(endpoint.error().detail.contains(QStringLiteral("TLS")));
    QVERIFY(!endpoint.error().detail.contains(secret));
}

void EndpointBuilderTest::allowsPlainHttpWithoutSecrets()
{
    const auto endpoint = makeEndpoint(entryFor(QStringLiteral("localhost:8080")));
    QVERIFY(endpoint);
    QCOMPARE(endpoint->base, QUrl(QStringLiteral("http://localhost:8080")));
}

void EndpointBuilderTest::readsAuthorities()
{
    const QString keys = qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") + QStringLiteral("/tests/data/keys/");
    ContextEntry entry = entryFor(QStringLiteral("https://host"));
    entry.cluster.certificateAuthority = keys + QStringLiteral("rsa.crt");
    auto endpoint = makeEndpoint(entry);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->caCertificates.size(), 1);
    QCOMPARE(endpoint->caCertificates.first().subjectInfo(QSslCertificate::CommonName),
             QStringList{QStringLiteral("test rsa")});
    // inline data wins, even over a file that is not there
    QFile file(keys + QStringLiteral("ec.crt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    entry.cluster.certificateAuthority = QStringLiteral("/nonexistent/ca");
    QVERIFY(makeEndpoint(entry).error().detail.contains(QStringLiteral("/nonexistent/ca: no such file")));
    entry.cluster.certificateAuthorityData = file.readAll();
    endpoint = makeEndpoint(entry);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->caCertificates.first().subjectInfo(QSslCertificate::CommonName),
             QStringList{QStringLiteral("test ec")});
    entry.cluster.certificateAuthorityData = "garbage";
    QVERIFY(makeEndpoint(entry).error().detail.contains(
        QStringLiteral("certificate-authority-data of cluster \"x\"")));
}

void EndpointBuilderTest::makesProxies_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("user");
    QTest::newRow("http") << "http://proxy:3128" << static_cast<int>(QNetworkProxy::HttpProxy) << 3128 << "";
    QTest::newRow("http default") << "http://proxy" << static_cast<int>(QNetworkProxy::HttpProxy) << 80 << "";
    QTest::newRow("socks5") << "socks5://us%40er:p%3Aw@proxy" << static_cast<int>(QNetworkProxy::Socks5Proxy)
                            << 1080 << "us@er";
}

void EndpointBuilderTest::makesProxies()
{
    QFETCH(QString, url);
    QFETCH(int, type);
    QFETCH(int, port);
    QFETCH(QString, user);
    ContextEntry entry = entryFor(QStringLiteral("https://host"));
    entry.cluster.proxyUrl = url;
    const auto endpoint = makeEndpoint(entry);
    QVERIFY(endpoint);
    QCOMPARE(static_cast<int>(endpoint->proxy.type()), type);
    QCOMPARE(endpoint->proxy.hostName(), QStringLiteral("proxy"));
    QCOMPARE(static_cast<int>(endpoint->proxy.port()), port);
    QCOMPARE(endpoint->proxy.user(), user);
    if (!user.isEmpty()) {
        QCOMPARE(endpoint->proxy.password(), QStringLiteral("p:w"));
        QVERIFY(endpoint->proxy.capabilities() & QNetworkProxy::HostNameLookupCapability);
    }
}

void EndpointBuilderTest::copiesTheRest()
{
    ContextEntry entry = entryFor(QStringLiteral("https://10.0.0.1"));
    entry.cluster.tlsServerName = QStringLiteral("api");
    entry.cluster.insecureSkipTlsVerify = true;
    entry.cluster.disableCompression = true;
    const auto endpoint = makeEndpoint(entry);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->tlsServerName, QStringLiteral("api"));
    QVERIFY(endpoint->insecureSkipVerify);
    QVERIFY(endpoint->disableCompression);
}

void EndpointBuilderTest::passesTheErrorOfTheEntry()
{
    ContextEntry entry = entryFor(QStringLiteral("https://host"));
    entry.error =
        Error{ErrorCode::BadConfiguration, ErrorLayer::Configuration, 0, {}, QStringLiteral("why"), {}, {}};
    const auto endpoint = makeEndpoint(entry);
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error(), *entry.error);
}

void EndpointBuilderTest::impersonates()
{
    const Impersonation acting{
        QStringLiteral("jané"),
        QStringLiteral("7"),
        {QStringLiteral("a"), QStringLiteral("b")},
        {{QStringLiteral("Acme.com/Project%"), {QStringLiteral("x"), QStringLiteral("y")}}}};
    const auto headers = impersonationHeaders(acting);
    QVERIFY(headers);
    const QVector<QPair<QByteArray, QByteArray>> expected{{"Impersonate-User", QByteArray("jan\xc3\xa9")},
                                                          {"Impersonate-Uid", "7"},
                                                          {"Impersonate-Group", "a"},
                                                          {"Impersonate-Group", "b"},
                                                          {"Impersonate-Extra-acme.com%2Fproject%25", "x"},
                                                          {"Impersonate-Extra-acme.com%2Fproject%25", "y"}};
    QCOMPARE(*headers, expected);
    QVERIFY(impersonationHeaders({})->isEmpty());
}

void EndpointBuilderTest::impersonationRefusesLineBreaks()
{
    Impersonation acting;
    acting.user = QStringLiteral("a\r\nAuthorization: x");
    QVERIFY(!impersonationHeaders(acting));
}

QTEST_GUILESS_MAIN(EndpointBuilderTest)
#include "endpointbuilder_test.moc"
