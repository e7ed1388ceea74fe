// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/connectionscontroller.h"
#include "tests/gui/guiworld.h"
#include "tests/gui/hostileapi.h"
#include "tests/http/testcertificates.h"
#include "widgets/dialogs/connectionspage.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTcpServer>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using Identity = LoopbackServer::Identity;

Q_DECLARE_METATYPE(signalbox::test::LoopbackServer::Identity)

namespace
{

const QString good = QStringLiteral("good");

/// The servers are in this process; only back-off and the machine's load take time.
constexpr int soon = 20000;

QString noticeOf(MainWindow &window)
{
    const auto *label = window.findChild<QLabel *>(QStringLiteral("fleetNotice"));
    return label && label->isVisible() ? label->text() : QString();
}

quint16 deadPort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

} // namespace

/// Servers and configurations that are wrong in one way each, met by the real window.
class GuiHostileConnectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void init();
    void cleanup();
    void everyFailureHasItsSentence_data();
    void everyFailureHasItsSentence();
    void expiredTokenOfAnOpenWindow();
    void malformedEntryLeavesTheOthers_data();
    void malformedEntryLeavesTheOthers();
    void unreadableFileLeavesTheOthers();
    void filesAreFollowedOnDisk();

private:
    [[nodiscard]] ContextText goodContext() const;
    [[nodiscard]] QString startOn(const QByteArray &kubeconfig, const QString &context);
    [[nodiscard]] QString notice() { return noticeOf(m_world->window()); }
    /// Opens the Connections page; its problems and the summary of one context.
    [[nodiscard]] QString pageText(const QString &context);
    [[nodiscard]] QStringList listedContexts();
    [[nodiscard]] bool healthyIsShown(const QString &context);

    std::unique_ptr<HostileApi> m_api;
    std::unique_ptr<GuiWorld> m_world;
    QString m_file;
};

void GuiHostileConnectionTest::init()
{
    m_api = std::make_unique<HostileApi>();
    m_api->addHealthy("checkout", "registry.example/checkout:2.4.1");
    m_world = std::make_unique<GuiWorld>();
    m_file = m_world->filePath(QStringLiteral("kubeconfig"));
}

void GuiHostileConnectionTest::cleanup()
{
    m_world.reset();
    m_api.reset();
    qunsetenv("KUBECONFIG");
}

ContextText GuiHostileConnectionTest::goodContext() const
{
    return {good, m_api->server().url().toString(), AuthorityPem};
}

QString GuiHostileConnectionTest::startOn(const QByteArray &kubeconfig, const QString &context)
{
    return writeFile(m_file, kubeconfig) ? m_world->startConsole(m_file, context) : QStringLiteral("no file");
}

QString GuiHostileConnectionTest::pageText(const QString &context)
{
    m_world->window().connections().showConnections(context);
    auto &page = m_world->window().connections().dialog()->connections();
    return page.findChild<QLabel *>(QStringLiteral("contextProblems"))->text() + QLatin1Char('\n') +
           page.findChild<QLabel *>(QStringLiteral("contextSummary"))->text();
}

QStringList GuiHostileConnectionTest::listedContexts()
{
    m_world->window().connections().showSettings();
    const auto *list =
        m_world->window().connections().dialog()->findChild<QListWidget *>(QStringLiteral("contextList"));
    QStringList names;
    for (int row = 0; row < list->count(); ++row) {
        names.append(list->item(row)->text());
    }
    return names;
}

bool GuiHostileConnectionTest::healthyIsShown(const QString &context)
{
    const ReleaseKey key{ClusterId(context), QStringLiteral("shop"), QStringLiteral("checkout"),
                         ReleaseKind::Rollout};
    return m_world->clickRelease(key) &&
           QTest::qWaitFor(
               [&] { return GuiWorld::textsOf(m_world->window()).contains(QStringLiteral("2.4.1")); }, soon);
}

void GuiHostileConnectionTest::everyFailureHasItsSentence_data()
{
    QTest::addColumn<Identity>("identity");
    QTest::addColumn<bool>("knownAuthority");
    QTest::addColumn<int>("status"); // of every answer; 0: none is needed, -1: nobody listens
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char *name, Identity identity, bool known, int status, const char *layer,
                        const char *sentence, const char *remedy) {
        QTest::newRow(name) << identity << known << status << QString::fromUtf8(layer)
                            << QString::fromUtf8(sentence) << QString::fromUtf8(remedy);
    };
    row("unreachable", Identity::Good, true, -1, "Connection: ", "cannot be reached",
        "Check the address, the VPN and the firewall.");
    row("wrong CA", Identity::Good, false, 0, "TLS: ", "an authority this connection does not trust",
        "Check certificate-authority in the kubeconfig");
    row("wrong host name", Identity::WrongHost, true, 0, "TLS: ", "made for another host name",
        "set tls-server-name in the kubeconfig");
    row("expired certificate", Identity::Expired, true, 0, "TLS: ", "expired or not yet valid", "clock");
    row("expired token", Identity::Good, true, 401, "Credentials 401: ", "does not accept", "sign in");
    row("forbidden", Identity::Good, true, 403, "HTTP 403: ", "", "ask");
}

void GuiHostileConnectionTest::everyFailureHasItsSentence()
{
    QFETCH(Identity, identity);
    QFETCH(bool, knownAuthority);
    QFETCH(int, status);
    QFETCH(QString, layer);
    QFETCH(QString, sentence);
    QFETCH(QString, remedy);
    HostileApi bad(identity);
    bad.handle = [status](const Received &request) {
        if (status > 0) {
            request.answer(status, R"({"kind":"Status","message":"no","reason":"x","code":0})");
        }
        return status > 0;
    };
    QUrl server = bad.server().url();
    if (status < 0) {
        server.setPort(deadPort());
    }
    const ContextText wrong{QStringLiteral("bad"), server.toString(),
                            knownAuthority ? AuthorityPem : AnotherAuthorityPem};
    const QString problem = startOn(kubeconfigText({wrong, goodContext()}), wrong.name);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QTRY_VERIFY2_WITH_TIMEOUT(!notice().isEmpty(), "nothing is said", soon);
    const QString said = notice();
    QVERIFY2(said.startsWith(QStringLiteral("bad: ") + layer), qPrintable(said));
    QVERIFY2(said.contains(sentence), qPrintable(said));
    QVERIFY2(said.contains(remedy, Qt::CaseInsensitive), qPrintable(said));
    // The same is on the page behind the chip, unless the server as such is there.
    if (status != 403) {
        QVERIFY2(pageText(wrong.name).contains(sentence), qPrintable(pageText(wrong.name)));
    }
    // The other context is not affected.
    QVERIFY(m_world->console().workspace()->open(good));
    QVERIFY(healthyIsShown(good));
    QVERIFY(!notice().contains(QStringLiteral("good: ")));
}

void GuiHostileConnectionTest::expiredTokenOfAnOpenWindow()
{
    QVERIFY(startOn(kubeconfigText({goodContext()}), good).isEmpty());
    QVERIFY(healthyIsShown(good));
    m_api->handle = [](const Received &request) {
        request.answer(401,
                       R"({"kind":"Status","message":"Unauthorized","reason":"Unauthorized","code":401})");
        return true;
    };
    m_api->server().closeConnections();
    QTRY_VERIFY2_WITH_TIMEOUT(notice().startsWith(QStringLiteral("good: Credentials 401: ")),
                              qPrintable(notice()), soon);
    // What was known stays readable, and is marked as old.
    QVERIFY(healthyIsShown(good));
    m_api->handle = nullptr;
    m_world->window().run(Command::Retry);
    QTRY_VERIFY2_WITH_TIMEOUT(notice().isEmpty(), qPrintable(notice()), soon);
}

void GuiHostileConnectionTest::malformedEntryLeavesTheOthers_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("cluster");
    QTest::addColumn<QString>("field");
    QTest::newRow("token of another type")
        << QStringLiteral("token: [1]") << QString() << QStringLiteral("token");
    QTest::newRow("not base64") << QStringLiteral("client-certificate-data: '%%%', client-key-data: '%%%'")
                                << QString() << QStringLiteral("client-certificate-data");
    QTest::newRow("flag of another type")
        << QStringLiteral("token: t") << QStringLiteral(", insecure-skip-tls-verify: maybe")
        << QStringLiteral("insecure-skip-tls-verify");
    QTest::newRow("proxy") << QStringLiteral("token: t") << QStringLiteral(", proxy-url: 'ftp://p'")
                           << QStringLiteral("proxy-url");
}

void GuiHostileConnectionTest::malformedEntryLeavesTheOthers()
{
    QFETCH(QString, user);
    QFETCH(QString, cluster);
    QFETCH(QString, field);
    const ContextText bad{QStringLiteral("bad"), QStringLiteral("https://127.0.0.1:1"), {}, user, cluster};
    // The bad one is the current context: opening it says what is wrong, and where.
    QVERIFY(startOn(kubeconfigText({bad, goodContext()}), {}).isEmpty());
    QTRY_VERIFY2_WITH_TIMEOUT(notice().contains(QStringLiteral("Configuration: ")), qPrintable(notice()),
                              soon);
    for (const QString &said : {notice(), pageText(bad.name)}) {
        QVERIFY2(
            said.contains(QRegularExpression(QRegularExpression::escape(m_file) + QStringLiteral(":\\d+: "))),
            qPrintable(said));
        QVERIFY2(said.contains(field), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("other entries still work")), qPrintable(said));
    }
    QCOMPARE(listedContexts(), (QStringList{QStringLiteral("bad"), good}));
    auto *connectButton =
        m_world->window().connections().dialog()->findChild<QPushButton *>(QStringLiteral("connectButton"));
    m_world->window().connections().showConnections(bad.name);
    QVERIFY(!connectButton->isEnabled());
    m_world->window().connections().showConnections(good);
    QVERIFY(m_world->click(connectButton));
    QVERIFY(healthyIsShown(good));
}

void GuiHostileConnectionTest::unreadableFileLeavesTheOthers()
{
    const QString broken = m_world->filePath(QStringLiteral("broken"));
    QVERIFY(writeFile(broken, "apiVersion: v1\nkind: Config\ncontexts:\n- name: \"b"));
    QVERIFY(writeFile(m_file, kubeconfigText({goodContext()})));
    qputenv("KUBECONFIG", QFile::encodeName(broken + QLatin1Char(':') + m_file));
    QVERIFY(m_world->startConsole({}, {}).isEmpty());
    QVERIFY(healthyIsShown(good));
    const QRegularExpression place(QRegularExpression::escape(broken) +
                                   QStringLiteral(":\\d+: expected YAML"));
    QTRY_VERIFY2_WITH_TIMEOUT(notice().contains(place), qPrintable(notice()), soon);
    QVERIFY2(pageText(good).contains(place), qPrintable(pageText(good)));
}

void GuiHostileConnectionTest::filesAreFollowedOnDisk()
{
    QVERIFY(startOn(kubeconfigText({goodContext()}), good).isEmpty());
    QVERIFY(healthyIsShown(good));
    HostileApi second;
    second.addHealthy("checkout", "registry.example/checkout:2.4.1");
    const ContextText newcomer{QStringLiteral("second"),
                               second.server().url().toString(),
                               AuthorityPem,
                               QStringLiteral("token: first-token"),
                               {}};
    // A new context, in a file renamed over the old one.
    const QString fresh = m_file + QStringLiteral(".new");
    QVERIFY(writeFile(fresh, kubeconfigText({goodContext(), newcomer})));
    QCOMPARE(std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(m_file).constData()), 0);
    QTRY_COMPARE_WITH_TIMEOUT(listedContexts(), (QStringList{good, QStringLiteral("second")}), soon);

    // Broken in the middle of an edit: the contexts stay, and the window says so.
    QVERIFY(writeFile(m_file, "apiVersion: v1\ncontexts:\n- name: \"goo"));
    QTRY_VERIFY2_WITH_TIMEOUT(notice().contains(QStringLiteral("contexts of before are kept")),
                              qPrintable(notice()), soon);
    QCOMPARE(listedContexts(), (QStringList{good, QStringLiteral("second")}));

    // Other credentials are used by the next connection; the context that left the file stays connected.
    ContextText renewed = newcomer;
    renewed.user = QStringLiteral("token: second-token");
    QVERIFY(writeFile(m_file, kubeconfigText({renewed})));
    QTRY_VERIFY2_WITH_TIMEOUT(notice().isEmpty(), qPrintable(notice()), soon);
    QVERIFY(m_world->console().workspace()->isOpen(good));
    QVERIFY(healthyIsShown(good));
    QCOMPARE(listedContexts(), (QStringList{QStringLiteral("second"), good}));
    QVERIFY(m_world->console().workspace()->open(QStringLiteral("second")));
    QTRY_VERIFY_WITH_TIMEOUT(second.listsOf(HostileApi::rollouts) > 0, soon);
    for (const Received &request : second.server().received()) {
        QCOMPARE(request.header("authorization"), QByteArray("Bearer second-token"));
    }
    m_world->console().workspace()->close(good);
    QTRY_COMPARE_WITH_TIMEOUT(listedContexts(), QStringList{QStringLiteral("second")}, soon);
}

QTEST_MAIN(GuiHostileConnectionTest)
#include "guihostileconnection_test.moc"
