// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/execpluginpool.h"
#include "steppedclock.h"
#include "tests/support/memorypluginconsents.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <sys/types.h>

using namespace signalbox;
using namespace signalbox::kubernetes;
using namespace std::chrono_literals;
using Answer = ExecPluginPool::Answer;

namespace
{

const QString helper = QStringLiteral(EXECPLUGIN_HELPER);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ExecPluginPoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void runsV1AndV1beta1_data();
    void runsV1AndV1beta1();
    void mergesTheEnvironment();
    void offersNoTerminal();
    void cachesUntilExpiry();
    void renewsOnceWhenRefused();
    void oneRunForAllWhoWait();
    void differentConfigurationsRunApart();
    void asksForConsentOnce();
    void refusalHoldsUntilRetry();
    void interpretersAreApprovedPerCommandLine();
    void reportsFailures_data();
    void reportsFailures();
    void missingBinaryShowsTheHint();
    void backsOffAfterFailures();
    void cancelEndsTheProcess();
    void cancelEndsTheChildrenToo();
    void cancelOfOneLeavesTheOther();
    void cancelWhileAsking();
    void budgetEndsTheProcess();
    void destructionFulfilsFutures();
    void worksAcrossThreads();

private:
    PluginRequest request(const QStringList &arguments, const QString &version = QStringLiteral("v1")) const;
    PluginRequest tokenRequest(const QString &expires = QStringLiteral("-")) const;
    QFuture<Answer> fetch(const PluginRequest &what, quint64 refused = 0)
    {
        return m_pool->fetch(1, what, refused);
    }
    int runs() const { return static_cast<int>(contentOf(path("count")).count('\n')); }
    QString path(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    void makePool(PluginLimits limits = {});

    std::unique_ptr<QTemporaryDir> m_dir;
    SteppedClock m_clock;
    std::unique_ptr<test::MemoryPluginConsents> m_consents;
    std::unique_ptr<ExecPluginPool> m_pool;
};

void ExecPluginPoolTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_consents = std::make_unique<test::MemoryPluginConsents>();
    m_consents->approve(helper);
    makePool();
}

void ExecPluginPoolTest::cleanup()
{
    m_pool.reset();
}

void ExecPluginPoolTest::makePool(PluginLimits limits)
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral(".:/usr/bin:/bin"));
    environment.insert(QStringLiteral("INHERITED"), QStringLiteral("parent"));
    environment.insert(QStringLiteral("BOTH"), QStringLiteral("parent"));
    m_pool = std::make_unique<ExecPluginPool>(*m_consents, m_clock, environment, limits);
}

PluginRequest ExecPluginPoolTest::request(const QStringList &arguments, const QString &version) const
{
    PluginRequest result;
    result.exec.apiVersion = QStringLiteral("client.authentication.k8s.io/") + version;
    result.exec.command = helper;
    result.exec.arguments = QStringList{QStringLiteral("count"), path("count")} + arguments;
    result.execInfo = execInfo(result.exec, {}, {});
    return result;
}

PluginRequest ExecPluginPoolTest::tokenRequest(const QString &expires) const
{
    return request({QStringLiteral("token"), QStringLiteral("v1"), expires, path("count")});
}

void ExecPluginPoolTest::runsV1AndV1beta1_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("v1") << "v1";
    QTest::newRow("v1beta1") << "v1beta1";
}

void ExecPluginPoolTest::runsV1AndV1beta1()
{
    QFETCH(QString, version);
    const auto future =
        fetch(request({QStringLiteral("save"), QStringLiteral("KUBERNETES_EXEC_INFO"), path("info"),
                       QStringLiteral("token"), version, QStringLiteral("-"), path("count")},
                      version));
    QTRY_VERIFY(future.isFinished());
    QVERIFY2(future.result().has_value(), future.result() ? "" : qPrintable(future.result().error().detail));
    QCOMPARE(future.result()->credential.token, QByteArray("token-1"));
    QCOMPARE(future.result()->generation, 1u);
    const QByteArray info = R"({"apiVersion":"client.authentication.k8s.io/)" + version.toUtf8() +
                            R"(","kind":"ExecCredential","spec":{"interactive":false}})";
    QCOMPARE(contentOf(path("info")), info);
}

void ExecPluginPoolTest::mergesTheEnvironment()
{
    PluginRequest what =
        request({QStringLiteral("save"), QStringLiteral("INHERITED"), path("a"), QStringLiteral("save"),
                 QStringLiteral("BOTH"), path("b"), QStringLiteral("save"), QStringLiteral("OWN"), path("c"),
                 QStringLiteral("token"), QStringLiteral("v1"), QStringLiteral("-"), path("count")});
    what.exec.environment = {{QStringLiteral("BOTH"), QStringLiteral("entry")},
                             {QStringLiteral("OWN"), QStringLiteral("x=$HOME;y")}};
    const auto future = fetch(what);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result());
    QCOMPARE(contentOf(path("a")), QByteArray("parent"));
    QCOMPARE(contentOf(path("b")), QByteArray("entry"));
    QCOMPARE(contentOf(path("c")), QByteArray("x=$HOME;y"));
}

void ExecPluginPoolTest::offersNoTerminal()
{
    auto future = fetch(request({QStringLiteral("terminal"), path("terminal"), QStringLiteral("token"),
                                 QStringLiteral("v1"), QStringLiteral("-"), path("count")}));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(contentOf(path("terminal")), QByteArray("no"));
    PluginRequest always = tokenRequest();
    always.exec.interactive = ExecConfig::Interactive::Always;
    future = fetch(always);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Unsupported);
    QCOMPARE(runs(), 1); // the second was not started
}

void ExecPluginPoolTest::cachesUntilExpiry()
{
    const PluginRequest what = tokenRequest(QStringLiteral("2026-08-21T09:15:00Z"));
    auto future = fetch(what);
    QTRY_VERIFY(future.isFinished());
    m_clock.advance(10min);
    future = fetch(what);
    QVERIFY(future.isFinished()); // from the cache, at once
    QCOMPARE(future.result()->credential.token, QByteArray("token-1"));
    m_clock.advance(10min);
    future = fetch(what);
    QVERIFY(!future.isFinished());
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result()->credential.token, QByteArray("token-2"));
}

void ExecPluginPoolTest::renewsOnceWhenRefused()
{
    const PluginRequest what = tokenRequest();
    auto future = fetch(what);
    QTRY_VERIFY(future.isFinished());
    future = fetch(what, 1);
    const auto late = fetch(what, 1);
    QTRY_VERIFY(future.isFinished() && late.isFinished());
    QCOMPARE(future.result()->credential.token, QByteArray("token-2"));
    QCOMPARE(late.result()->generation, 2u);
    // a request that went out with the first one comes back later still
    future = fetch(what, 1);
    QVERIFY(future.isFinished());
    QCOMPARE(future.result()->generation, 2u);
    // refused again at once: no storm of log-ins
    const auto again = fetch(what, 2);
    QVERIFY(again.isFinished());
    QCOMPARE(again.result()->generation, 2u);
    QCOMPARE(runs(), 2);
    m_clock.advance(1min);
    future = fetch(what, 2);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result()->generation, 3u);
}

void ExecPluginPoolTest::oneRunForAllWhoWait()
{
    const PluginRequest what = request({QStringLiteral("await"), path("go"), QStringLiteral("token"),
                                        QStringLiteral("v1"), QStringLiteral("-"), path("count")});
    QVector<QFuture<Answer>> futures;
    for (quint64 client = 1; client <= 5; ++client) {
        futures.append(m_pool->fetch(client, what, 0));
    }
    QTRY_COMPARE(runs(), 1);
    QVERIFY(!futures.first().isFinished());
    QFile go(path("go"));
    QVERIFY(go.open(QIODevice::WriteOnly));
    for (const auto &future : futures) {
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result()->credential.token, QByteArray("token-1"));
    }
    QCOMPARE(runs(), 1);
}

void ExecPluginPoolTest::differentConfigurationsRunApart()
{
    PluginRequest other = tokenRequest();
    other.exec.environment = {{QStringLiteral("PROFILE"), QStringLiteral("other")}};
    QVERIFY(tokenRequest().key() == tokenRequest().key());
    QVERIFY(tokenRequest().key() != other.key());
    const auto first = fetch(tokenRequest());
    const auto second = fetch(other);
    QTRY_VERIFY(first.isFinished() && second.isFinished());
    QCOMPARE(runs(), 2);
}

void ExecPluginPoolTest::asksForConsentOnce()
{
    m_consents = std::make_unique<test::MemoryPluginConsents>();
    makePool();
    QSignalSpy asked(m_pool.get(), &ExecPluginPool::consentNeeded);
    const PluginRequest what = tokenRequest();
    const auto first = m_pool->fetch(1, what, 0);
    const auto again = m_pool->fetch(1, what, 0);
    const auto second = m_pool->fetch(2, what, 0);
    QCOMPARE(asked.size(), 2); // one question a client
    QCOMPARE(asked.at(0).at(0).toULongLong(), 1u);
    QCOMPARE(asked.at(0).at(1).toString(), helper);
    QCOMPARE(asked.at(0).at(2).toStringList(), what.exec.arguments);
    QCOMPARE(asked.at(1).at(0).toULongLong(), 2u);
    QCOMPARE(runs(), 0);
    m_pool->answerConsent(QStringLiteral("/bin/other"), true);
    QVERIFY(!first.isFinished());
    m_pool->answerConsent(helper, true);
    QTRY_VERIFY(first.isFinished() && again.isFinished() && second.isFinished());
    QCOMPARE(second.result()->credential.token, QByteArray("token-1"));
    QVERIFY(m_consents->isApproved(helper));
    PluginRequest other = what;
    other.exec.arguments.prepend(path("count"));
    other.exec.arguments.prepend(QStringLiteral("count"));
    const auto third = fetch(other);
    QTRY_VERIFY(third.isFinished());
    QCOMPARE(asked.size(), 2);
}

void ExecPluginPoolTest::refusalHoldsUntilRetry()
{
    m_consents = std::make_unique<test::MemoryPluginConsents>();
    makePool();
    QSignalSpy asked(m_pool.get(), &ExecPluginPool::consentNeeded);
    const PluginRequest what = tokenRequest();
    auto future = fetch(what);
    m_pool->answerConsent(helper, false);
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::ConsentNeeded);
    QCOMPARE(future.result().error().subject, helper);
    QCOMPARE(fetch(what).result().error().code, ErrorCode::ConsentNeeded);
    QCOMPARE(asked.size(), 1);
    m_pool->retry(what.key());
    future = fetch(what);
    QCOMPARE(asked.size(), 2);
    m_pool->answerConsent(helper, true);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result());
    QCOMPARE(runs(), 1);
}

void ExecPluginPoolTest::interpretersAreApprovedPerCommandLine()
{
    ExecConfig exec;
    exec.arguments = QStringList{QStringLiteral("-c"), QStringLiteral("login")};
    for (const char *name : {"/usr/bin/bash", "/usr/bin/python3.11", "/usr/bin/env"}) {
        const QString binary = QLatin1String(name);
        const QString subject = consentSubject(exec, binary);
        QVERIFY(subject.startsWith(binary + QStringLiteral("#sha256:")));
        ExecConfig other = exec;
        other.arguments.last() = QStringLiteral("evil");
        QVERIFY(consentSubject(other, binary) != subject);
    }
    const QString login = QStringLiteral("/opt/login");
    QCOMPARE(consentSubject(exec, login), login);
    exec.environment = {{QStringLiteral("LD_PRELOAD"), QStringLiteral("/evil.so")}};
    QVERIFY(consentSubject(exec, login) != login);
}

void ExecPluginPoolTest::reportsFailures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, std::initializer_list<const char *> arguments, const char *words) {
        QStringList list;
        for (const char *argument : arguments) {
            list.append(QString::fromLatin1(argument));
        }
        QTest::newRow(name) << list << QString::fromLatin1(words);
    };
    row("exit code", {"escape", "not logged in", "exit", "3"},
        "ended with exit code 3; it said: not logged in");
    row("exit code with good output", {"print", "{}", "exit", "1"}, "ended with exit code 1");
    row("bad JSON", {"print", "{\"token\": secret"}, "not JSON");
    row("nothing", {}, "printed no ExecCredential");
    row("other version", {"token", "v1beta1", "-", "/dev/null"}, "answered with");
    row("flood", {"flood"}, "printed more than 64 KiB");
}

void ExecPluginPoolTest::reportsFailures()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    PluginLimits limits;
    limits.outputBytes = 64 * 1024;
    makePool(limits);
    const auto future = fetch(request(arguments));
    QTRY_VERIFY(future.isFinished());
    const Answer answer = future.result();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::PluginFailed);
    QCOMPARE(answer.error().layer, ErrorLayer::Credentials);
    QCOMPARE(answer.error().subject, helper);
    QVERIFY2(answer.error().detail.contains(words), qPrintable(answer.error().detail));
    QVERIFY(!answer.error().detail.contains(QStringLiteral("secret")));
    QVERIFY(!answer.error().detail.contains(QChar(0x1b)));
}

void ExecPluginPoolTest::missingBinaryShowsTheHint()
{
    PluginRequest what = tokenRequest();
    what.exec.command = QStringLiteral("signalbox-no-such-login");
    what.exec.installHint = QStringLiteral("\x1b[1mrun\x1b[0m apt install login\a");
    auto future = fetch(what);
    QVERIFY(future.isFinished());
    const Error error = future.result().error();
    QCOMPARE(error.code, ErrorCode::PluginFailed);
    QVERIFY2(error.detail.contains(
                 QStringLiteral("was not found in PATH (.:/usr/bin:/bin): run apt install login")),
             qPrintable(error.detail));
    what.exec.command = path("gone");
    what.exec.installHint.clear();
    future = fetch(what);
    QVERIFY(future.result().error().detail.endsWith(QStringLiteral("/gone was not found")));
}

void ExecPluginPoolTest::backsOffAfterFailures()
{
    const PluginRequest what = request({QStringLiteral("exit"), QStringLiteral("1")});
    const auto attempt = [&] {
        const auto future = fetch(what);
        return QTest::qWaitFor([&] { return future.isFinished(); }) ? future.result().error() : Error();
    };
    QVERIFY(!attempt().retryAfter);
    const Error held = attempt();
    QCOMPARE(held.code, ErrorCode::PluginFailed);
    QCOMPARE(held.retryAfter.value_or(0ms), std::chrono::milliseconds(1min));
    QCOMPARE(runs(), 1);
    m_clock.advance(1min);
    attempt();
    QCOMPARE(runs(), 2);
    QCOMPARE(attempt().retryAfter.value_or(0ms), std::chrono::milliseconds(5min));
    m_clock.advance(5min);
    attempt();
    QCOMPARE(runs(), 3);
    m_clock.advance(24h);
    const Error stopped = attempt();
    QVERIFY(!stopped.retryAfter);
    QVERIFY(stopped.detail.contains(QStringLiteral("stopped after 3 failures")));
    QCOMPARE(runs(), 3);
    m_pool->retry(what.key());
    attempt();
    QCOMPARE(runs(), 4);
}

void ExecPluginPoolTest::cancelEndsTheProcess()
{
    const PluginRequest what = request({QStringLiteral("hang"), path("pid")});
    auto future = fetch(what);
    QTRY_VERIFY(QFile::exists(path("pid")));
    const auto process = static_cast<pid_t>(contentOf(path("pid")).toInt());
    QVERIFY(process > 1);
    QCOMPARE(::kill(process, 0), 0);
    m_pool->cancel(1);
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
    QTRY_VERIFY(::kill(process, 0) != 0);
    future = fetch(what); // cancelling is no failure: it may run again at once
    QTRY_COMPARE(runs(), 2);
    QVERIFY(!future.isFinished());
}

void ExecPluginPoolTest::cancelEndsTheChildrenToo()
{
    const auto future = fetch(request({QStringLiteral("spawn"), path("pid")}));
    QTRY_VERIFY(QFile::exists(path("pid")));
    const auto grandchild = static_cast<pid_t>(contentOf(path("pid")).toInt());
    QVERIFY(grandchild > 1);
    m_pool->cancel(1);
    QVERIFY(future.isFinished());
    // An orphan may stay behind as a zombie where nobody reaps; it must not run on.
    QTRY_VERIFY(::kill(grandchild, 0) != 0 ||
                contentOf(QStringLiteral("/proc/%1/stat").arg(grandchild)).contains(") Z "));
}

void ExecPluginPoolTest::cancelOfOneLeavesTheOther()
{
    const PluginRequest what = request({QStringLiteral("await"), path("go"), QStringLiteral("token"),
                                        QStringLiteral("v1"), QStringLiteral("-"), path("count")});
    const auto mine = m_pool->fetch(1, what, 0);
    const auto yours = m_pool->fetch(2, what, 0);
    m_pool->cancel(1);
    QVERIFY(mine.isFinished());
    QCOMPARE(mine.result().error().code, ErrorCode::Cancelled);
    QVERIFY(!yours.isFinished());
    QFile go(path("go"));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QTRY_VERIFY(yours.isFinished());
    QVERIFY(yours.result());
}

void ExecPluginPoolTest::cancelWhileAsking()
{
    m_consents = std::make_unique<test::MemoryPluginConsents>();
    makePool();
    QSignalSpy asked(m_pool.get(), &ExecPluginPool::consentNeeded);
    auto future = fetch(tokenRequest());
    m_pool->cancel(1);
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
    m_pool->answerConsent(helper, true); // too late: nobody asks any more
    QCOMPARE(runs(), 0);
    future = fetch(tokenRequest());
    QCOMPARE(asked.size(), 2);
}

void ExecPluginPoolTest::budgetEndsTheProcess()
{
    PluginLimits limits;
    limits.budget = 300ms;
    makePool(limits);
    const auto future = fetch(request(
        {QStringLiteral("say"), QStringLiteral("open your browser"), QStringLiteral("hang"), path("pid")}));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Timeout);
    QVERIFY(QFile::exists(path("pid")));
    const auto process = static_cast<pid_t>(contentOf(path("pid")).toInt());
    QVERIFY(process > 1);
    QTRY_VERIFY(::kill(process, 0) != 0);
}

void ExecPluginPoolTest::destructionFulfilsFutures()
{
    const auto running = fetch(request({QStringLiteral("hang"), path("pid")}));
    QTRY_VERIFY(QFile::exists(path("pid")));
    const auto process = static_cast<pid_t>(contentOf(path("pid")).toInt());
    m_pool.reset();
    QVERIFY(running.isFinished());
    QCOMPARE(running.result().error().code, ErrorCode::Cancelled);
    QVERIFY(::kill(process, 0) != 0);
}

void ExecPluginPoolTest::worksAcrossThreads()
{
    const PluginRequest what = tokenRequest();
    Answer answer = tl::unexpected(Error{});
    const std::unique_ptr<QThread> worker(QThread::create([&] {
        auto future = m_pool->fetch(7, what, 0);
        future.waitForFinished();
        answer = future.result();
    }));
    worker->start();
    QTRY_VERIFY(worker->isFinished());
    QVERIFY(answer);
    QCOMPARE(answer->credential.token, QByteArray("token-1"));
}

QTEST_GUILESS_MAIN(ExecPluginPoolTest)
#include "execpluginpool_test.moc"
