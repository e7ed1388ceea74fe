// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/usercredentialsource.h"
#include "steppedclock.h"
#include "tests/support/memorypluginconsents.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace signalbox;
using namespace signalbox::kubernetes;
using namespace std::chrono_literals;

namespace
{

const QString helper = QStringLiteral(EXECPLUGIN_HELPER);

QString keyPath(const char *name)
{
    return qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") + QStringLiteral("/tests/data/keys/") +
           QLatin1String(name);
}

} // namespace

class UserCredentialSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void inlineToken();
    void basic();
    void anonymousWithImpersonation();
    void tokenFileIsReadAgain();
    void tokenFileFallsBackToTheToken();
    void clientCertificate();
    void clientCertificateFileIsReadAgain();
    void pluginIsLeftAloneWithStaticCredentials();
    void pluginGivesTokenAndIsRenewed();
    void pluginGetsClusterInfo();
    void sourcesShareOneRun();
    void consentGoesThroughTheSource();
    void destructionCancels();
    void cancelAndRetry();
    void livesOnAWorkerThread();
    void makesAccess();

private:
    QString path(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    void write(const QString &file, const QByteArray &content);
    ExecConfig exec(const QStringList &arguments) const;
    ExecConfig tokenPlugin() const;
    std::unique_ptr<UserCredentialSource> source() const
    {
        return std::make_unique<UserCredentialSource>(m_entry, *m_pool, m_clock);
    }
    int runs() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    mutable SteppedClock m_clock;
    std::unique_ptr<test::MemoryPluginConsents> m_consents;
    std::unique_ptr<ExecPluginPool> m_pool;
    ContextEntry m_entry;
};

void UserCredentialSourceTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_consents = std::make_unique<test::MemoryPluginConsents>();
    m_pool = std::make_unique<ExecPluginPool>(*m_consents, m_clock, QProcessEnvironment());
    m_entry = ContextEntry();
    m_entry.userName = m_entry.user.name = QStringLiteral("u");
    m_entry.user.file = QStringLiteral("/config");
    m_entry.cluster.server = QStringLiteral("https://host");
}

void UserCredentialSourceTest::write(const QString &file, const QByteArray &content)
{
    QFile output(file);
    QVERIFY(output.open(QIODevice::WriteOnly));
    QCOMPARE(output.write(content), content.size());
}

int UserCredentialSourceTest::runs() const
{
    QFile file(path("count"));
    return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count('\n')) : 0;
}

ExecConfig UserCredentialSourceTest::exec(const QStringList &arguments) const
{
    ExecConfig result;
    result.apiVersion = QStringLiteral("client.authentication.k8s.io/v1");
    result.command = helper;
    result.arguments = QStringList{QStringLiteral("count"), path("count")} + arguments;
    return result;
}

ExecConfig UserCredentialSourceTest::tokenPlugin() const
{
    return exec({QStringLiteral("token"), QStringLiteral("v1"), QStringLiteral("2026-08-21T09:15:00Z"),
                 path("count")});
}

void UserCredentialSourceTest::inlineToken()
{
    m_entry.user.token = QStringLiteral("abc");
    const auto future = source()->credentials(false);
    QVERIFY(future.isFinished());
    QCOMPARE(future.result()->authorization, QByteArray("Bearer abc"));
    m_entry.user.token = QStringLiteral("hidden\r\nX: y");
    const auto bad = source()->credentials(false).result();
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, ErrorCode::BadConfiguration);
    QVERIFY(!bad.error().detail.contains(QStringLiteral("hidden")));
}

void UserCredentialSourceTest::basic()
{
    m_entry.user.username = QStringLiteral("ü");
    m_entry.user.password = QStringLiteral("a:b %1");
    QCOMPARE(source()->credentials(false).result()->authorization,
             "Basic " + QByteArray("\xc3\xbc:a:b %1").toBase64());
}

void UserCredentialSourceTest::anonymousWithImpersonation()
{
    m_entry.user.impersonation.user = QStringLiteral("boss");
    const auto result = source()->credentials(false).result();
    QVERIFY(result);
    QVERIFY(result->authorization.isEmpty());
    QCOMPARE(result->headers.size(), 1);
    QCOMPARE(result->headers.first().second, QByteArray("boss"));
}

void UserCredentialSourceTest::tokenFileIsReadAgain()
{
    m_entry.user.tokenFile = path("token");
    m_entry.user.token = QString();
    const auto reader = source();
    const auto now = [&reader](bool renew = false) { return reader->credentials(renew).result(); };
    QCOMPARE(now().error().subject, path("token"));
    write(path("token"), "one\n");
    m_clock.advance(1min);
    QCOMPARE(now()->authorization, QByteArray("Bearer one"));
    write(path("token"), "longer\n"); // seen by its size, without waiting
    QCOMPARE(now()->authorization, QByteArray("Bearer longer"));
    QVERIFY(QFile::remove(path("token")));
    m_clock.advance(1min);
    QCOMPARE(now()->authorization, QByteArray("Bearer longer")); // the last good one
    write(path("token"), " \n");
    QCOMPARE(now(true)->authorization, QByteArray("Bearer longer"));
    write(path("token"), "newest");
    QCOMPARE(now(true)->authorization, QByteArray("Bearer newest"));
}

void UserCredentialSourceTest::tokenFileFallsBackToTheToken()
{
    m_entry.user.tokenFile = path("token");
    m_entry.user.token = QStringLiteral("inline");
    const auto reader = source();
    QCOMPARE(reader->credentials(false).result()->authorization, QByteArray("Bearer inline"));
    write(path("token"), "file");
    QCOMPARE(reader->credentials(false).result()->authorization, QByteArray("Bearer file"));
}

void UserCredentialSourceTest::clientCertificate()
{
    QFile key(keyPath("rsa-pkcs8.key"));
    QVERIFY(key.open(QIODevice::ReadOnly));
    m_entry.user.clientKeyData = key.readAll();
    m_entry.user.clientCertificate = keyPath("rsa.crt");
    const auto result = source()->credentials(false).result();
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
    QCOMPARE(result->clientCertificate.size(), 1);
    QCOMPARE(result->clientKey.algorithm(), QSsl::Rsa);
    QVERIFY(result->expires > m_clock.nowUtc());
    m_entry.user.clientKeyData = "damaged";
    const auto bad = source()->credentials(false).result();
    QVERIFY(!bad);
    QVERIFY2(bad.error().detail.contains(QStringLiteral("/config: client-key-data of user \"u\"")),
             qPrintable(bad.error().detail));
}

void UserCredentialSourceTest::clientCertificateFileIsReadAgain()
{
    QVERIFY(QFile::copy(keyPath("rsa.crt"), path("crt")));
    QVERIFY(QFile::copy(keyPath("rsa-pkcs1.key"), path("key")));
    m_entry.user.clientCertificate = path("crt");
    m_entry.user.clientKey = path("key");
    const auto reader = source();
    QCOMPARE(reader->credentials(false).result()->clientKey.algorithm(), QSsl::Rsa);
    QVERIFY(QFile::remove(path("crt")));
    QVERIFY(QFile::copy(keyPath("ec.crt"), path("crt")));
    // between the two writes the old pair stays
    QCOMPARE(reader->credentials(false).result()->clientKey.algorithm(), QSsl::Rsa);
    QVERIFY(QFile::remove(path("key")));
    QVERIFY(QFile::copy(keyPath("ec-sec1.key"), path("key")));
    QCOMPARE(reader->credentials(false).result()->clientKey.algorithm(), QSsl::Ec);
}

void UserCredentialSourceTest::pluginIsLeftAloneWithStaticCredentials()
{
    m_entry.user.exec = tokenPlugin();
    m_entry.user.token = QStringLiteral("static");
    const auto future = source()->credentials(false);
    QVERIFY(future.isFinished());
    QCOMPARE(future.result()->authorization, QByteArray("Bearer static"));
    QCOMPARE(runs(), 0);
}

void UserCredentialSourceTest::pluginGivesTokenAndIsRenewed()
{
    m_consents->approve(helper);
    m_entry.user.exec = tokenPlugin();
    m_entry.user.impersonation.user = QStringLiteral("boss");
    const auto reader = source();
    auto future = reader->credentials(false);
    QTRY_VERIFY(future.isFinished());
    QVERIFY2(future.result().has_value(), future.result() ? "" : qPrintable(future.result().error().detail));
    QCOMPARE(future.result()->authorization, QByteArray("Bearer token-1"));
    QCOMPARE(future.result()->headers.size(), 1);
    QCOMPARE(future.result()->expires, QDateTime(QDate(2026, 8, 21), QTime(9, 15), Qt::UTC));
    future = reader->credentials(false);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(runs(), 1);
    future = reader->credentials(true); // 401
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result()->authorization, QByteArray("Bearer token-2"));
    QCOMPARE(runs(), 2);
}

void UserCredentialSourceTest::pluginGetsClusterInfo()
{
    m_consents->approve(helper);
    QVERIFY(QFile::copy(keyPath("ec.crt"), path("ca")));
    m_entry.cluster.certificateAuthority = path("ca");
    m_entry.cluster.execConfig = R"({"audience":"x"})";
    m_entry.user.exec =
        exec({QStringLiteral("save"), QStringLiteral("KUBERNETES_EXEC_INFO"), path("info"),
              QStringLiteral("token"), QStringLiteral("v1"), QStringLiteral("-"), path("count")});
    m_entry.user.exec->provideClusterInfo = true;
    const auto reader = source();
    const auto future = reader->credentials(false);
    QTRY_VERIFY(future.isFinished());
    QFile info(path("info"));
    QVERIFY(info.open(QIODevice::ReadOnly));
    const QByteArray text = info.readAll();
    QFile authority(path("ca"));
    QVERIFY(authority.open(QIODevice::ReadOnly));
    const QByteArray pem = authority.readAll().toBase64();
    for (const QByteArray &part :
         {QByteArray(R"("config":{"audience":"x"})"), QByteArray(R"("server":"https://host")"),
          QByteArray(R"("certificate-authority-data":")" + pem + '"')}) {
        QVERIFY2(text.contains(part), part.constData());
    }
}

void UserCredentialSourceTest::sourcesShareOneRun()
{
    m_consents->approve(helper);
    m_entry.user.exec = exec({QStringLiteral("await"), path("go"), QStringLiteral("token"),
                              QStringLiteral("v1"), QStringLiteral("-"), path("count")});
    const auto first = source();
    m_entry.cluster.server = QStringLiteral("https://other");
    const auto second = source();
    const auto one = first->credentials(false);
    const auto two = second->credentials(false);
    write(path("go"), {});
    QTRY_VERIFY(one.isFinished() && two.isFinished());
    QCOMPARE(two.result()->authorization, QByteArray("Bearer token-1"));
    QCOMPARE(runs(), 1);
}

void UserCredentialSourceTest::consentGoesThroughTheSource()
{
    m_entry.user.exec = tokenPlugin();
    const auto reader = source();
    const auto bystander = source();
    QSignalSpy asked(reader.get(), &http::CredentialSource::consentNeeded);
    QSignalSpy notAsked(bystander.get(), &http::CredentialSource::consentNeeded);
    auto future = reader->credentials(false);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(notAsked.size(), 0);
    QCOMPARE(asked.first().first().toString(), helper);
    reader->approve(helper, false);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::ConsentNeeded);
    reader->retryNow();
    future = reader->credentials(false);
    QTRY_COMPARE(asked.size(), 2);
    reader->approve(helper, true);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result()->authorization, QByteArray("Bearer token-1"));
}

void UserCredentialSourceTest::destructionCancels()
{
    m_consents->approve(helper);
    m_entry.user.exec = exec({QStringLiteral("hang"), path("pid")});
    auto reader = source();
    const auto future = reader->credentials(false);
    QTRY_VERIFY(QFile::exists(path("pid")));
    QVERIFY(!future.isFinished());
    reader.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
}

void UserCredentialSourceTest::cancelAndRetry()
{
    m_consents->approve(helper);
    m_entry.user.exec = exec({QStringLiteral("hang"), path("pid")});
    const auto reader = source();
    const auto future = reader->credentials(false);
    QTRY_VERIFY(QFile::exists(path("pid")));
    reader->cancel();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
    const auto again = reader->credentials(false);
    QTRY_COMPARE(runs(), 2);
    QVERIFY(!again.isFinished());
}

void UserCredentialSourceTest::livesOnAWorkerThread()
{
    m_entry.user.exec = tokenPlugin();
    QThread worker;
    worker.start();
    auto *reader = source().release();
    reader->moveToThread(&worker);
    QSignalSpy asked(reader, &http::CredentialSource::consentNeeded);
    QObject onWorker;
    onWorker.moveToThread(&worker);
    std::atomic<QThread *> answeredOn{nullptr};
    QByteArray authorization;
    QMetaObject::invokeMethod(&onWorker, [&] {
        reader->credentials(false).then(&onWorker, [&](const Result<http::Credentials> &result) {
            authorization = result ? result->authorization : result.error().detail.toUtf8();
            answeredOn = QThread::currentThread();
        });
    });
    QTRY_COMPARE(asked.size(), 1);
    QMetaObject::invokeMethod(reader, [&] { reader->approve(helper, true); });
    QTRY_VERIFY(answeredOn != nullptr);
    QCOMPARE(answeredOn.load(), &worker);
    QCOMPARE(authorization, QByteArray("Bearer token-1"));
    QMetaObject::invokeMethod(reader, &QObject::deleteLater);
    worker.quit();
    QVERIFY(worker.wait(5000));
}

void UserCredentialSourceTest::makesAccess()
{
    m_entry.user.token = QStringLiteral("t");
    auto access = makeClusterAccess(m_entry, *m_pool, m_clock);
    QVERIFY(access);
    QCOMPARE(access->endpoint.base, QUrl(QStringLiteral("https://host")));
    QCOMPARE(access->credentials->credentials(false).result()->authorization, QByteArray("Bearer t"));
    m_entry.cluster.server = QStringLiteral("http://host");
    QVERIFY(!makeClusterAccess(m_entry, *m_pool, m_clock));
    m_entry.error = Error{};
    QVERIFY(!source()->credentials(false).result());
}

QTEST_GUILESS_MAIN(UserCredentialSourceTest)
#include "usercredentialsource_test.moc"
