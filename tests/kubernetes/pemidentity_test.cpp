// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/pemidentity.h"

#include <QFile>
#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;

namespace
{

QByteArray keyFile(const QString &name)
{
    QFile file(qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") + QStringLiteral("/tests/data/keys/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(file.fileName()));
    }
    return file.readAll();
}

} // namespace

class PemIdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIdentities_data();
    void readsIdentities();
    void refusesKeys_data();
    void refusesKeys();
    void refusesBundles_data();
    void refusesBundles();
    void readsBundles();
    void readsFilesUpToALimit();
};

void PemIdentityTest::readsIdentities_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<int>("algorithm");
    QTest::newRow("RSA PKCS#1") << "rsa-pkcs1.key"
                                << "rsa.crt" << static_cast<int>(QSsl::Rsa);
    QTest::newRow("RSA PKCS#8") << "rsa-pkcs8.key"
                                << "rsa.crt" << static_cast<int>(QSsl::Rsa);
    QTest::newRow("EC SEC1 after EC PARAMETERS") << "ec-sec1.key"
                                                 << "ec.crt" << static_cast<int>(QSsl::Ec);
    QTest::newRow("EC PKCS#8") << "ec-pkcs8.key"
                               << "ec.crt" << static_cast<int>(QSsl::Ec);
}

void PemIdentityTest::readsIdentities()
{
    QFETCH(QString, key);
    QFETCH(QString, certificate);
    QFETCH(int, algorithm);
    const auto identity = parseClientIdentity(keyFile(certificate), keyFile(key), certificate, key);
    QVERIFY2(identity.has_value(), identity ? "" : qPrintable(identity.error().detail));
    QCOMPARE(identity->chain.size(), 1);
    QCOMPARE(static_cast<int>(identity->key.algorithm()), algorithm);
    QCOMPARE(identity->key.type(), QSsl::PrivateKey);
}

void PemIdentityTest::refusesKeys_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const int bad = static_cast<int>(ErrorCode::BadConfiguration);
    QTest::newRow("encrypted PKCS#8")
        << keyFile(QStringLiteral("rsa-encrypted-pkcs8.key")) << bad << "passphrase";
    QTest::newRow("encrypted PKCS#1")
        << keyFile(QStringLiteral("rsa-encrypted-pkcs1.key")) << bad << "passphrase";
    QTest::newRow("Ed25519") << keyFile(QStringLiteral("ed25519.key"))
                             << static_cast<int>(ErrorCode::Unsupported) << "Ed25519";
    QTest::newRow("empty") << QByteArray(" \n") << bad << "empty";
    QTest::newRow("text") << QByteArray("hello") << bad << "no PEM private key";
    QTest::newRow("certificate") << keyFile(QStringLiteral("ec.crt")) << bad << "no PEM private key";
    QTest::newRow("damaged") << QByteArray(
                                    "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n")
                             << bad << "cannot be read";
    QTest::newRow("damaged PKCS#8") << QByteArray(
                                           "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
                                    << bad << "PKCS#8";
    QTest::newRow("cut off") << keyFile(QStringLiteral("ec-pkcs8.key")).left(60) << bad
                             << "no PEM private key";
}

void PemIdentityTest::refusesKeys()
{
    QFETCH(QByteArray, pem);
    QFETCH(int, code);
    QFETCH(QString, words);
    const auto key = parsePrivateKey(pem, QStringLiteral("origin.key"));
    QVERIFY(!key);
    QCOMPARE(static_cast<int>(key.error().code), code);
    QCOMPARE(key.error().layer, ErrorLayer::Credentials);
    QCOMPARE(key.error().subject, QStringLiteral("origin.key"));
    QVERIFY2(key.error().detail.contains(words), qPrintable(key.error().detail));
    const QList<QByteArray> lines = pem.split('\n');
    if (lines.size() > 3) {
        QVERIFY(!key.error().detail.contains(QString::fromLatin1(lines.at(1))));
    }
}

void PemIdentityTest::refusesBundles_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("text") << QByteArray("no certificate") << "no PEM certificate";
    QTest::newRow("one of two damaged")
        << keyFile(QStringLiteral("ec.crt")) +
               "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
        << "1 of 2";
}

void PemIdentityTest::refusesBundles()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, words);
    const auto bundle = parseCaBundle(pem, QStringLiteral("ca"));
    QVERIFY(!bundle);
    QVERIFY2(bundle.error().detail.contains(words), qPrintable(bundle.error().detail));
}

void PemIdentityTest::readsBundles()
{
    const auto bundle =
        parseCaBundle("# comment\n" + keyFile(QStringLiteral("ec.crt")) + keyFile(QStringLiteral("rsa.crt")),
                      QStringLiteral("ca"));
    QVERIFY(bundle);
    QCOMPARE(bundle->size(), 2);
    const auto mixed =
        parseClientIdentity(keyFile(QStringLiteral("rsa.crt")), keyFile(QStringLiteral("ec-sec1.key")),
                            QStringLiteral("c"), QStringLiteral("k"));
    QVERIFY(!mixed);
    QVERIFY(mixed.error().detail.contains(QStringLiteral("does not belong")));
}

void PemIdentityTest::readsFilesUpToALimit()
{
    QCOMPARE(readSmallFile(QStringLiteral("/nonexistent/x"), ErrorLayer::Credentials).error().layer,
             ErrorLayer::Credentials);
    QVERIFY(!readSmallFile(QStringLiteral("/dev/zero"), ErrorLayer::Credentials)); // not a regular file
}

QTEST_GUILESS_MAIN(PemIdentityTest)
#include "pemidentity_test.moc"
