// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/fleetmodel.h"
#include "tests/gui/guiworld.h"
#include "tests/gui/hostileapi.h"
#include "tests/http/testcertificates.h"
#include "widgets/panels/releasepanel.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QString context = QStringLiteral("loopback");
const QString healthy = QStringLiteral("checkout");
constexpr int soon = 20000;

/// Everything that could change how text runs, hide in it, or be taken for markup.
const std::string nasty = "\u202Eevil\u2066 \u200Bzero\uFEFF \x07\x1b[31m \u05E9\u05DC\u05D5\u05DD "
                          "<b>bold</b><img src='http://192.0.2.1/x.png'> &amp; %1 \u2028end";

std::string longText(std::size_t size)
{
    return std::string(size, 'x');
}

/// Characters that must never reach the screen as themselves.
bool isVisiblySafe(const QString &text)
{
    for (const QChar c : text) {
        const auto category = c.category();
        const bool isolate = c.unicode() == 0x2068 || c.unicode() == 0x2069; // ours, around RTL text
        if (c != u'\n' && !isolate &&
            (category == QChar::Other_Control || category == QChar::Other_Format ||
             category == QChar::Separator_Line || category == QChar::Separator_Paragraph)) {
            return false;
        }
    }
    return true;
}

Json withStatus(Json rollout, const char *status)
{
    rollout["status"] = Json::parse(status);
    return rollout;
}

Json withSteps(Json rollout, int count)
{
    Json steps = Json::array();
    for (int step = 0; step < count; ++step) {
        steps.push_back(step % 2 == 0 ? Json{{"setWeight", step % 101}}
                                      : Json{{"pause", {{"duration", "1s"}}}});
    }
    rollout["spec"]["strategy"]["canary"]["steps"] = std::move(steps);
    return rollout;
}

} // namespace

/// Objects and bytes no decent server sends, met by the real window while a healthy release is beside them.
class GuiHostileDataTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void init();
    void cleanup();
    void oddRolloutsAreShown_data();
    void oddRolloutsAreShown();
    void oddRolloutsArriveLive_data() { oddRolloutsAreShown_data(); }
    void oddRolloutsArriveLive();
    void badListIsToldAndTheRestLives_data();
    void badListIsToldAndTheRestLives();
    void badWatchBytesUnderAnOpenWindow_data();
    void badWatchBytesUnderAnOpenWindow();

private:
    void start();
    [[nodiscard]] bool healthyIsIntact();
    /// Walks through every page with the release on screen, painting each, and collects what a reader sees.
    [[nodiscard]] QString everyPage();
    [[nodiscard]] QString notice() const;
    [[nodiscard]] ReleaseKey key(const QString &name, ReleaseKind kind = ReleaseKind::Rollout) const
    {
        return {ClusterId(context), QStringLiteral("shop"), name, kind};
    }

    std::unique_ptr<HostileApi> m_api;
    std::unique_ptr<GuiWorld> m_world;
};

void GuiHostileDataTest::init()
{
    m_api = std::make_unique<HostileApi>();
    m_api->addHealthy("checkout", "registry.example/checkout:2.4.1");
    m_world = std::make_unique<GuiWorld>();
}

void GuiHostileDataTest::cleanup()
{
    m_world.reset();
    m_api.reset();
}

void GuiHostileDataTest::start()
{
    const QString file = m_world->filePath(QStringLiteral("kubeconfig"));
    QVERIFY(writeFile(file, kubeconfigText({{context, m_api->server().url().toString(), AuthorityPem}})));
    const QString problem = m_world->startConsole(file, context);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QString GuiHostileDataTest::notice() const
{
    const auto *label = m_world->window().findChild<QLabel *>(QStringLiteral("fleetNotice"));
    return label->isVisible() ? label->text() : QString();
}

bool GuiHostileDataTest::healthyIsIntact()
{
    if (!m_world->clickRelease(key(healthy))) {
        return false;
    }
    const auto isRight = [this] {
        const Release *release = m_world->console().workspace()->fleet().release(key(healthy));
        return release && release->state == ReleaseState::Healthy && release->current() &&
               versionOf(*release->current()) == QLatin1String("2.4.1") && release->current()->ready == 3 &&
               GuiWorld::textsOf(m_world->window()).contains(QStringLiteral("2.4.1"));
    };
    return QTest::qWaitFor(isRight, soon);
}

QString GuiHostileDataTest::everyPage()
{
    QString text;
    for (const auto page : {ReleasePanel::Page::Canary, ReleasePanel::Page::BlueGreen,
                            ReleasePanel::Page::Timeline, ReleasePanel::Page::Pods}) {
        m_world->window().page().showPage(page);
        QTest::qWait(50);
        if (m_world->window().grab().isNull()) {
            return {};
        }
        text += GuiWorld::textsOf(m_world->window());
    }
    m_world->window().page().showPage(ReleasePanel::Page::Canary);
    return text;
}

void GuiHostileDataTest::oddRolloutsAreShown_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *title, const Json &object) {
        const QString name = QString::fromStdString(object.at("metadata").value("name", ""));
        QTest::newRow(title) << QByteArray::fromStdString(object.dump()) << name;
    };
    const Json bare = HostileApi::bareRollout("odd", "registry.example/odd:1");
    row("no status", bare);
    row("empty status", withStatus(bare, "{}"));
    row("status is null", withStatus(bare, "null"));
    row("status is a list", withStatus(bare, "[1,2]"));
    row("unknown phase",
        withStatus(bare, R"({"phase":"Levitating","observedGeneration":"1","message":"up"})"));
    row("phase of another type", withStatus(bare, R"({"phase":7,"observedGeneration":["1"]})"));
    row("numbers out of range",
        withStatus(bare, R"({"phase":"Progressing","currentStepIndex":-5,"replicas":99999999999999999999,
                             "readyReplicas":-1,"canary":{"weights":{"canary":{"weight":2147483648}}}})"));
    row("step index beyond the steps",
        withStatus(bare, R"({"phase":"Paused","currentStepIndex":4000,"observedGeneration":"1"})"));
    row("400 steps", withStatus(withSteps(bare, 400), R"({"phase":"Progressing","currentStepIndex":211,
                                "observedGeneration":"1","currentPodHash":"a","stableRS":"b"})"));
    row("400 steps of unknown kinds", [&] {
        Json many = bare;
        Json steps = Json::array();
        for (int step = 0; step < 400; ++step) {
            steps.push_back({{nasty + std::to_string(step), Json::object()}});
        }
        many["spec"]["strategy"]["canary"]["steps"] = steps;
        return withStatus(many, R"({"phase":"Progressing","currentStepIndex":17,"observedGeneration":"1"})");
    }());
    row("steps of another type", [&] {
        Json odd = bare;
        odd["spec"]["strategy"]["canary"]["steps"] = {1, "two", nullptr, Json::array(), {{"setWeight", "x"}}};
        return odd;
    }());
    row("no spec", {{"metadata", HostileApi::meta("odd", "uid-odd")}});
    row("spec is a text", {{"metadata", HostileApi::meta("odd", "uid-odd")}, {"spec", "none"}});
    Json named = HostileApi::bareRollout(nasty, nasty);
    named["metadata"]["uid"] = "uid-nasty";
    named["metadata"]["annotations"] = {{nasty, nasty}};
    named["status"] = {
        {"phase", nasty}, {"message", nasty}, {"observedGeneration", "1"}, {"currentPodHash", nasty}};
    row("nasty names and images", named);
    Json endless = HostileApi::bareRollout(longText(10000), longText(50000) + ":" + longText(5000));
    endless["metadata"]["uid"] = "uid-long";
    row("endless names", endless);
    QByteArray bytes = QByteArray::fromStdString(bare.dump());
    bytes.replace("example/odd:1", "example/odd:\xff\xfe\xc0");
    QTest::newRow("image that is not UTF-8") << bytes << QStringLiteral("odd");
}

void GuiHostileDataTest::oddRolloutsAreShown()
{
    QFETCH(QByteArray, object);
    QFETCH(QString, name);
    m_api->items[HostileApi::rollouts].prepend(object);
    start();
    QVERIFY(healthyIsIntact());
    QVERIFY(m_world->clickRelease(key(name)));
    const QString text = everyPage();
    QVERIFY(!text.isEmpty());
    QVERIFY2(isVisiblySafe(text), text.toUtf8().toPercentEncoding().left(2000).constData());
    QVERIFY2(notice().isEmpty(), qPrintable(notice()));
    QVERIFY(healthyIsIntact());
}

void GuiHostileDataTest::oddRolloutsArriveLive()
{
    QFETCH(QByteArray, object);
    QFETCH(QString, name);
    start();
    QVERIFY(healthyIsIntact());
    QTRY_VERIFY_WITH_TIMEOUT(m_api->watchesOf(HostileApi::rollouts) > 0, soon);
    m_api->push(HostileApi::rollouts, ApiScript::line("ADDED", object));
    QVERIFY(m_world->clickRelease(key(name)));
    QVERIFY(isVisiblySafe(everyPage()));
    // And one that becomes odd while it is on screen.
    QVERIFY(healthyIsIntact());
    m_api->push(HostileApi::rollouts, ApiScript::line("MODIFIED", object));
    m_api->push(HostileApi::rollouts, ApiScript::line("DELETED", object));
    QTRY_VERIFY_WITH_TIMEOUT(!m_world->console().workspace()->fleet().release(key(name)), soon);
    QVERIFY(healthyIsIntact());
    QVERIFY2(notice().isEmpty(), qPrintable(notice()));
}

void GuiHostileDataTest::badListIsToldAndTheRestLives_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    const QString unexpected = QStringLiteral("Protocol");
    QTest::newRow("HTML") << QByteArray("text/html") << QByteArray("<html><body>Sign in</body></html>")
                          << unexpected;
    QTest::newRow("HTML that says JSON")
        << QByteArray("application/json") << QByteArray("<html><body>Sign in</body></html>") << unexpected;
    QTest::newRow("cut off") << QByteArray("application/json")
                             << QByteArray(
                                    R"({"kind":"List","metadata":{"resourceVersion":"1"},"items":[{"meta)")
                             << unexpected;
    QTest::newRow("not UTF-8") << QByteArray("application/json") << QByteArray("\xff\xfe{\"items\":\x80}")
                               << unexpected;
    QTest::newRow("nothing") << QByteArray("application/json") << QByteArray() << unexpected;
    QTest::newRow("2 GB announced") << QByteArray("2200000000") << QByteArray("{") << unexpected;
    QTest::newRow("another document")
        << QByteArray("application/json") << QByteArray(R"({"status":"ok"})") << unexpected;
}

void GuiHostileDataTest::badListIsToldAndTheRestLives()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, said);
    m_api->handle = [type, body](const Received &request) {
        const bool bad = request.path() == HostileApi::deployments;
        if (bad && type.toLongLong() > 0) {
            request.raw("HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: " + type +
                        "\r\n\r\n" + body);
        } else if (bad) {
            request.answer(200, body, type);
        }
        return bad;
    };
    start();
    QVERIFY(healthyIsIntact());
    QTRY_VERIFY2_WITH_TIMEOUT(notice().contains(said), qPrintable(notice()), soon);
    QVERIFY(notice().startsWith(context + QStringLiteral(": ")));
    // It is asked again, and told no longer once it makes sense.
    m_api->handle = nullptr;
    m_world->window().run(Command::Retry);
    QTRY_VERIFY2_WITH_TIMEOUT(notice().isEmpty(), qPrintable(notice()), soon);
    QVERIFY(healthyIsIntact());
}

void GuiHostileDataTest::badWatchBytesUnderAnOpenWindow_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("cut"); // the connection ends after them
    QTest::newRow("cut off line") << QByteArray(R"({"type":"MODIFIED","object":{"metadata":{"na)") << true;
    QTest::newRow("braces without end") << QByteArray(500000, '{') << true;
    QTest::newRow("HTML") << QByteArray("<html><body>502 Bad Gateway</body></html>\n") << false;
    QTest::newRow("a line without end") << QByteArray(20'000'000, 'x') << false;
}

/// Bad bytes on every watch, until the window says that the releases are not live; facts of before stay.
void GuiHostileDataTest::badWatchBytesUnderAnOpenWindow()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, cut);
    start();
    QVERIFY(healthyIsIntact());
    QTRY_VERIFY_WITH_TIMEOUT(m_api->watchesOf(HostileApi::rollouts) > 0, soon);
    ClusterStore *cluster = m_world->console().workspace()->fleet().cluster(ClusterId(context));
    QVERIFY(cluster);
    QTRY_COMPARE_WITH_TIMEOUT(cluster->source(ResourceKind::Rollout).freshness, Freshness::Live, soon);
    bool wasTold = false;
    connect(cluster, &ClusterStore::sourceChanged, this, [&](ResourceKind kind) {
        const SourceState state = cluster->source(kind);
        wasTold = wasTold || (kind == ResourceKind::Rollout && !state.isCurrent() && state.error);
    });
    const int lists = m_api->listsOf(HostileApi::rollouts);
    m_api->handle = [bytes, cut](const Received &request) {
        const bool bad = request.path() == HostileApi::rollouts && request.query("watch") == "true";
        if (bad) {
            request.begin(200);
            request.chunk(bytes);
            if (cut) {
                request.socket->disconnectFromHost();
            }
        }
        return bad;
    };
    m_api->push(HostileApi::rollouts, bytes);
    if (cut) {
        m_api->server().closeConnections();
    }
    QTRY_VERIFY_WITH_TIMEOUT(wasTold, soon);
    // An event may be lost with an unreadable line: only a new list tells the truth.
    QVERIFY(cut || m_api->listsOf(HostileApi::rollouts) > lists);
    QVERIFY(healthyIsIntact());
    // The window finds back by itself, and shows what has changed since.
    m_api->handle = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(cluster->source(ResourceKind::Rollout).isCurrent(), soon);
    const int watches = m_api->watchesOf(HostileApi::rollouts);
    QTRY_VERIFY_WITH_TIMEOUT(m_api->watchesOf(HostileApi::rollouts) >= watches && notice().isEmpty(), soon);
    const Json late = HostileApi::bareRollout("late", "registry.example/late:1");
    m_api->push(HostileApi::rollouts, ApiScript::line("ADDED", QByteArray::fromStdString(late.dump())));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->console().workspace()->fleet().release(key(QStringLiteral("late"))),
                             soon);
    QVERIFY(healthyIsIntact());
}

QTEST_MAIN(GuiHostileDataTest)
#include "guihostiledata_test.moc"
