// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/execcredential.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::kubernetes;

namespace
{

const QString v1 = QStringLiteral("client.authentication.k8s.io/v1");
const QString binary = QStringLiteral("/opt/login");

QByteArray answer(const QByteArray &status, const QByteArray &version = "client.authentication.k8s.io/v1")
{
    return R"({"apiVersion":")" + version + R"(","kind":"ExecCredential","status":)" + status + "}";
}

std::string pemText(const char *name)
{
    QFile file(qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") + QStringLiteral("/tests/data/keys/") +
               QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", name);
    }
    return file.readAll().toStdString();
}

} // namespace

class ExecCredentialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asks();
    void asksWithClusterInfo();
    void readsTokens_data();
    void readsTokens();
    void readsCertificates();
    void refuses_data();
    void refuses();
    void cleansText_data();
    void cleansText();
};

void ExecCredentialTest::asks()
{
    ExecConfig exec;
    exec.apiVersion = v1;
    const auto document = nlohmann::json::parse(execInfo(exec, {}, "PEM").toStdString());
    QCOMPARE(document.at("apiVersion").get<std::string>(), v1.toStdString());
    QCOMPARE(document.at("kind").get<std::string>(), std::string("ExecCredential"));
    const std::string spec = R"({"interactive":false})";
    QCOMPARE(document.at("spec").dump(), spec);
}

void ExecCredentialTest::asksWithClusterInfo()
{
    ExecConfig exec;
    exec.apiVersion = v1;
    exec.provideClusterInfo = true;
    KubeCluster cluster;
    cluster.server = QStringLiteral("https://10.0.0.1:6443");
    cluster.tlsServerName = QStringLiteral("api");
    cluster.proxyUrl = QStringLiteral("socks5://p");
    cluster.disableCompression = true;
    cluster.execConfig = R"({"audience":"x"})";
    const auto document = nlohmann::json::parse(execInfo(exec, cluster, "PEM").toStdString());
    const std::string info = R"({"certificate-authority-data":"UEVN","config":{"audience":"x"},)"
                             R"("disable-compression":true,"proxy-url":"socks5://p",)"
                             R"("server":"https://10.0.0.1:6443","tls-server-name":"api"})";
    QCOMPARE(document.at("spec").at("cluster").dump(), info);
}

void ExecCredentialTest::readsTokens_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QDateTime>("expires");
    const QDateTime nine(QDate(2026, 8, 21), QTime(9, 15), Qt::UTC);
    QTest::newRow("no expiry") << QByteArray(R"({"token":"t","expirationTimestamp":null})") << QDateTime();
    QTest::newRow("UTC") << QByteArray(R"({"token":"t","expirationTimestamp":"2026-08-21T09:15:00Z"})")
                         << nine;
    QTest::newRow("offset") << QByteArray(
                                   R"({"token":"t","expirationTimestamp":"2026-08-21T17:15:00+08:00"})")
                            << nine;
    QTest::newRow("nanoseconds")
        << QByteArray(R"({"token":"t","expirationTimestamp":"2026-08-21T09:15:00.000000001Z"})") << nine;
}

void ExecCredentialTest::readsTokens()
{
    QFETCH(QByteArray, status);
    QFETCH(QDateTime, expires);
    const auto credential = parseExecCredential(answer(status) + "\n", v1, binary);
    QVERIFY2(credential.has_value(), credential ? "" : qPrintable(credential.error().detail));
    QCOMPARE(credential->token, QByteArray("t"));
    QCOMPARE(credential->expires, expires);
    QVERIFY(credential->identity.chain.isEmpty());
}

void ExecCredentialTest::readsCertificates()
{
    const nlohmann::json status{{"clientCertificateData", pemText("ec.crt")},
                                {"clientKeyData", pemText("ec-sec1.key")}};
    const auto credential = parseExecCredential(answer(QByteArray::fromStdString(status.dump())), v1, binary);
    QVERIFY2(credential.has_value(), credential ? "" : qPrintable(credential.error().detail));
    QVERIFY(credential->token.isEmpty());
    QCOMPARE(credential->identity.chain.size(), 1);
    QCOMPARE(credential->identity.key.algorithm(), QSsl::Ec);
}

void ExecCredentialTest::refuses_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QByteArray(" \n") << "printed no ExecCredential";
    QTest::newRow("text") << QByteArray("please log in at secret-place") << "not JSON";
    QTest::newRow("two documents") << answer(R"({"token":"secret-a"})") + answer(R"({"token":"b"})")
                                   << "not JSON";
    QTest::newRow("other kind") << QByteArray(
                                       R"({"apiVersion":"client.authentication.k8s.io/v1","kind":"Pod"})")
                                << "expected kind";
    QTest::newRow("other version") << answer(R"({"token":"secret-a"})",
                                             "client.authentication.k8s.io/v1beta1")
                                   << "answered with client.authentication.k8s.io/v1beta1";
    QTest::newRow("no status") << answer("null") << "no status";
    QTest::newRow("empty status") << answer("{}") << "neither a token";
    QTest::newRow("token number") << answer(R"({"token":4711})") << "not text";
    QTest::newRow("token with line break") << answer(R"({"token":"secret-a\nX: y"})") << "white space";
    QTest::newRow("certificate alone")
        << answer(R"({"token":"secret-a","clientCertificateData":"x"})") << "together";
    QTest::newRow("bad certificate") << answer(R"({"clientCertificateData":"secret-a","clientKeyData":"x"})")
                                     << "no PEM certificate";
    QTest::newRow("bad time") << answer(R"({"token":"secret-a","expirationTimestamp":"soon"})") << "RFC 3339";
    QTest::newRow("not UTF-8") << QByteArray("{\"kind\":\"\xff\"}") << "not JSON";
}

void ExecCredentialTest::refuses()
{
    QFETCH(QByteArray, output);
    QFETCH(QString, words);
    const auto credential = parseExecCredential(output, v1, binary);
    QVERIFY(!credential);
    QCOMPARE(credential.error().layer, ErrorLayer::Credentials);
    QVERIFY2(credential.error().detail.contains(words), qPrintable(credential.error().detail));
    QVERIFY(credential.error().detail.contains(binary));
    QVERIFY(!credential.error().detail.contains(QStringLiteral("secret")));
}

void ExecCredentialTest::cleansText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("colour") << QByteArray("\x1b[1;31mno\x1b[0m way\r\n") << "no way";
    QTest::newRow("link") << QByteArray("\x1b]8;;http://evil\x07text\x1b]8;;\x1b\\ end") << "text end";
    QTest::newRow("controls") << QByteArray("a\x07\b\tb\x7f\nc") << "a b\nc";
    QTest::newRow("rtl override") << QByteArray("a\xe2\x80\xae"
                                                "b")
                                  << "ab";
    QTest::newRow("token") << QByteArray("got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln here")
                           << "got (token) here";
    QTest::newRow("long") << QByteArray(50, 'x') << QString(20, u'x') + u'…';
}

void ExecCredentialTest::cleansText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, clean);
    QCOMPARE(cleanForeignText(text, 20), clean);
}

QTEST_GUILESS_MAIN(ExecCredentialTest)
#include "execcredential_test.moc"
