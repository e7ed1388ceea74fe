// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/staticcredentials.h"
#include "tests/http/testcertificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using http::Credentials;
using http::StaticCredentials;

namespace
{

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

Result<Credentials> ask(StaticCredentials &source, bool renew = false)
{
    return source.credentials(renew).result();
}

} // namespace

class StaticCredentialsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void basicAndBearer()
    {
        StaticCredentials basic(
            {StaticCredentials::basic(QStringLiteral("Aladdin"), QStringLiteral("open sesame")), {}, {}, {}});
        QCOMPARE(ask(basic)->authorization, QByteArray("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        StaticCredentials bearer({StaticCredentials::bearer("t0ken"), {}, {}, {}});
        QCOMPARE(ask(bearer)->authorization, QByteArray("Bearer t0ken"));
        StaticCredentials nothing({});
        QVERIFY(ask(nothing)->authorization.isEmpty());
    }

    void readsTheTokenFileAgain()
    {
        const QString path = m_directory.path() + QStringLiteral("/token");
        write(path, "first\n");
        StaticCredentials source({{}, path, {}, {}});
        QCOMPARE(ask(source)->authorization, QByteArray("Bearer first"));
        write(path, "second");
        QCOMPARE(ask(source)->authorization, QByteArray("Bearer second"));
        write(path, " \n");
        QVERIFY(ask(source).error().code == ErrorCode::BadConfiguration);
        QVERIFY(QFile::remove(path));
        const auto gone = ask(source);
        QVERIFY(!gone.has_value());
        QVERIFY(gone.error().layer == ErrorLayer::Credentials);
        QCOMPARE(gone.error().subject, path);
    }

    void readsAClientCertificate()
    {
        const QString certificate = m_directory.path() + QStringLiteral("/tls.crt");
        const QString key = m_directory.path() + QStringLiteral("/tls.key");
        write(certificate, ClientCertificatePem);
        write(key, ClientKeyPem);
        StaticCredentials source({{}, {}, certificate, key});
        const auto good = ask(source);
        QVERIFY(good.has_value());
        QCOMPARE(good->clientCertificate.size(), 1);
        QVERIFY(!good->clientKey.isNull());
        write(key, "-----BEGIN PRIVATE KEY-----\nrubbish\n-----END PRIVATE KEY-----\n");
        QVERIFY(ask(source).has_value()); // known already
        const auto bad = ask(source, true);
        QVERIFY(!bad.has_value());
        QCOMPARE(bad.error().subject, key);
        write(key, ClientKeyPem);
        write(certificate, "");
        QCOMPARE(ask(source, true).error().subject, certificate);
    }

private:
    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(StaticCredentialsTest)
#include "staticcredentials_test.moc"
