// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/drill/apifixture.h"

#include <QSslSocket>

namespace signalbox::drill
{

namespace
{

const QByteArray kPods = "/api/v1/namespaces/shop/pods";
const QString kPodKey = QStringLiteral("/pods");
const QString kShop = QStringLiteral("shop");

/// One running watch and the lines it has brought.
class Watch
{
public:
    Watch(ApiFixture &api, const QByteArray &target, const QByteArray &accept = "application/json")
    {
        QNetworkRequest request = api.request(QStringLiteral("viewer"), target);
        request.setRawHeader("Accept", accept);
        m_reply.reset(m_network.get(request));
    }
    ~Watch() { m_reply->abort(); }

    /// The events so far, "TYPE name", once there are `count` or the stream has ended.
    QString story(qsizetype count)
    {
        waitFor(count);
        QStringList all;
        for (const Json &line : qAsConst(m_lines)) {
            QString name = text(line, {"object", "metadata", "name"});
            if (text(line, {"object", "kind"}) == QLatin1String("Table"))
                name = text(line["object"]["rows"][0]["cells"][0]);
            all.append((text(line, {"type"}) + QLatin1Char(' ') + name).trimmed());
        }
        return all.join(QStringLiteral(", "));
    }
    bool waitFor(qsizetype count)
    {
        return QTest::qWaitFor(
            [&] {
                read();
                return m_lines.size() >= count || (m_reply->isFinished() && m_reply->bytesAvailable() == 0);
            },
            10000);
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor(
            [&] {
                read();
                return m_reply->isFinished();
            },
            10000);
    }
    void read()
    {
        m_buffer += m_reply->readAll();
        for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
            m_lines.append(parsed(m_buffer.left(end)));
            m_buffer.remove(0, end + 1);
        }
    }
    int status() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }
    const QVector<Json> &lines() const { return m_lines; }
    QByteArray rest() const { return m_buffer; }
    QNetworkReply &reply() { return *m_reply; }

private:
    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkReply> m_reply;
    QByteArray m_buffer;
    QVector<Json> m_lines;
};

} // namespace

class ApiWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }
    void followsFromListVersion();
    void startsWithThePresentWithoutVersion();
    void streamsInitialEvents();
    void resumes();
    void refusesGoneVersions();
    void selects_data();
    void selects();
    void leavingTheSelectionIsADeletion();
    void watchesOneObject();
    void bookmarks();
    void endsAtItsTimeout();
    void tables();
    void truncatedLine();
    void slowReadersLoseNothing();
    void slowReadersBeyondHistoryExpire();
    void manyWatches();
    void clientsLeaving();

private:
    void add(const char *name, const Json &labels = Json::object())
    {
        QVERIFY(m_api->store.create(kPodKey, ApiFixture::pod(name, labels)));
    }
    QByteArray version() const { return QByteArray::number(m_api->store.resourceVersion()); }

    std::unique_ptr<ApiFixture> m_api;
};

void ApiWatchTest::init()
{
    m_api = std::make_unique<ApiFixture>();
    QVERIFY(m_api->listening.has_value());
    m_api->addNamespace("shop");
}

void ApiWatchTest::followsFromListVersion()
{
    add("old");
    Watch watch(*m_api, kPods + "?watch=true&resourceVersion=" + version());
    add("a");
    QVERIFY(m_api->store.edit(kPodKey, kShop, QStringLiteral("a"),
                              [](Json &pod) { pod["status"]["phase"] = "Failed"; }));
    QVERIFY(m_api->store.create(kPodKey, ApiFixture::pod("elsewhere", Json::object(), "other")));
    QVERIFY(m_api->store.remove(kPodKey, kShop, QStringLiteral("a")));
    QCOMPARE(watch.story(3), QStringLiteral("ADDED a, MODIFIED a, DELETED a"));
    QCOMPARE(watch.status(), 200);
    const Json &deleted = watch.lines().last();
    QCOMPARE(text(deleted, {"object", "metadata", "resourceVersion"}).toUtf8(), version());
    QCOMPARE(text(deleted, {"object", "kind"}), QStringLiteral("Pod"));
    QCOMPARE(text(deleted, {"object", "status", "phase"}), QStringLiteral("Failed"));
}

void ApiWatchTest::startsWithThePresentWithoutVersion()
{
    add("b");
    add("a");
    Watch watch(*m_api, kPods + "?watch=true");
    QCOMPARE(watch.story(2), QStringLiteral("ADDED a, ADDED b"));
    add("c");
    QCOMPARE(watch.story(3), QStringLiteral("ADDED a, ADDED b, ADDED c"));
}

void ApiWatchTest::streamsInitialEvents()
{
    add("a");
    Watch watch(
        *m_api,
        kPods +
            "?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");
    QCOMPARE(watch.story(2), QStringLiteral("ADDED a, BOOKMARK"));
    const Json &mark = watch.lines().last();
    QCOMPARE(text(mark, {"object", "metadata", "annotations", "k8s.io/initial-events-end"}),
             QStringLiteral("true"));
    QCOMPARE(text(mark, {"object", "metadata", "resourceVersion"}).toUtf8(), version());
    QCOMPARE(text(mark, {"object", "kind"}), QStringLiteral("Pod"));
}

void ApiWatchTest::resumes()
{
    const QByteArray then = version();
    add("a");
    add("b");
    QVERIFY(m_api->store.remove(kPodKey, kShop, QStringLiteral("a")));
    Watch watch(*m_api, kPods + "?watch=true&resourceVersion=" + then);
    QCOMPARE(watch.story(3), QStringLiteral("ADDED a, ADDED b, DELETED a"));
    const QByteArray seen = text(watch.lines().at(1), {"object", "metadata", "resourceVersion"}).toUtf8();
    Watch later(*m_api, kPods + "?watch=true&resourceVersion=" + seen);
    QCOMPARE(later.story(1), QStringLiteral("DELETED a"));
}

void ApiWatchTest::refusesGoneVersions()
{
    const QByteArray then = version();
    m_api->store.setHistoryLimit(1);
    add("a");
    add("b");
    Watch line(*m_api, kPods + "?watch=true&resourceVersion=" + then);
    QVERIFY(line.waitForEnd());
    QCOMPARE(line.status(), 200);
    QCOMPARE(line.lines().size(), 1);
    QCOMPARE(text(line.lines().first(), {"type"}), QStringLiteral("ERROR"));
    QCOMPARE(text(line.lines().first(), {"object", "reason"}), QStringLiteral("Expired"));
    QCOMPARE(number(line.lines().first(), {"object", "code"}), 410);
    m_api->server.setExpiredWatchAsStatus(true);
    const auto status = m_api->get(kPods + "?watch=true&resourceVersion=" + then);
    QCOMPARE(status.status, 410);
    QCOMPARE(text(status.body, {"reason"}), QStringLiteral("Expired"));
    QCOMPARE(m_api->get(kPods + "?watch=true&resourceVersion=99999").status, 504);
}

void ApiWatchTest::selects_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("story");
    QTest::newRow("labels") << QByteArray("&labelSelector=app%3Dx") << QStringLiteral("ADDED a");
    QTest::newRow("labels, not") << QByteArray("&labelSelector=app%21%3Dx") << QStringLiteral("ADDED b");
    QTest::newRow("fields") << QByteArray("&fieldSelector=metadata.name%3Db") << QStringLiteral("ADDED b");
}

void ApiWatchTest::selects()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, story);
    const QByteArray then = version();
    add("a", {{"app", "x"}});
    add("b", {{"app", "y"}});
    Watch watch(*m_api, kPods + "?watch=true&timeoutSeconds=1&resourceVersion=" + then + query);
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.story(0), story);
}

void ApiWatchTest::leavingTheSelectionIsADeletion()
{
    const QByteArray then = version();
    const auto relabel = [&](const char *app) {
        return m_api->store.edit(kPodKey, kShop, QStringLiteral("a"),
                                 [&](Json &pod) { pod["metadata"]["labels"]["app"] = app; });
    };
    add("a", {{"app", "y"}});
    QVERIFY(relabel("x"));
    QVERIFY(relabel("y"));
    Watch watch(*m_api, kPods + "?watch=true&labelSelector=app%3Dx&resourceVersion=" + then);
    QCOMPARE(watch.story(2), QStringLiteral("ADDED a, DELETED a"));
    const Json &left = watch.lines().last();
    QCOMPARE(text(left, {"object", "metadata", "labels", "app"}), QStringLiteral("x"));
    QCOMPARE(text(left, {"object", "metadata", "resourceVersion"}).toUtf8(), version());
}

void ApiWatchTest::watchesOneObject()
{
    add("a");
    add("b");
    Watch watch(*m_api, kPods + "/b?watch=true");
    QVERIFY(m_api->store.remove(kPodKey, kShop, QStringLiteral("a")));
    QCOMPARE(watch.story(1), QStringLiteral("ADDED b"));
    QVERIFY(m_api->store.remove(kPodKey, kShop, QStringLiteral("b")));
    QCOMPARE(watch.story(2), QStringLiteral("ADDED b, DELETED b"));
}

void ApiWatchTest::bookmarks()
{
    m_api->server.setBookmarkInterval(std::chrono::milliseconds(50));
    const QByteArray then = version();
    Watch silent(*m_api, kPods + "?watch=true&resourceVersion=" + then);
    Watch watch(*m_api, kPods + "?watch=true&allowWatchBookmarks=true&resourceVersion=" + then);
    QVERIFY(watch.waitFor(1));
    // Other types move the version too: a bookmark spares the watcher a relist.
    QVERIFY(m_api->store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    const auto caughtUp = [&] {
        watch.read();
        return text(watch.lines().last(), {"object", "metadata", "resourceVersion"}).toUtf8() == version();
    };
    QTRY_VERIFY(caughtUp());
    QCOMPARE(text(watch.lines().last(), {"type"}), QStringLiteral("BOOKMARK"));
    silent.read();
    QVERIFY(silent.lines().isEmpty());
}

void ApiWatchTest::endsAtItsTimeout()
{
    Watch watch(*m_api,
                kPods + "?watch=true&timeoutSeconds=1&allowWatchBookmarks=true&resourceVersion=" + version());
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.reply().error(), QNetworkReply::NoError);
    QCOMPARE(watch.story(0), QStringLiteral("BOOKMARK"));
}

void ApiWatchTest::tables()
{
    add("a");
    add("b");
    Watch watch(*m_api, kPods + "?watch=true",
                "application/json;as=Table;g=meta.k8s.io;v=v1,application/json");
    QCOMPARE(watch.story(2), QStringLiteral("ADDED a, ADDED b"));
    QVERIFY(watch.lines().at(0)["object"]["columnDefinitions"].is_array());
    QVERIFY(watch.lines().at(1)["object"]["columnDefinitions"].is_null());
}

void ApiWatchTest::truncatedLine()
{
    add("a");
    m_api->server.faults().add("GET", "watch=true", {Fault::Kind::Truncate, 0, {}});
    Watch watch(*m_api, kPods + "?watch=true");
    QVERIFY(watch.waitForEnd());
    QVERIFY(watch.lines().isEmpty());
    QVERIFY(watch.rest().startsWith("{\"type\":\"ADDED\""));
    QVERIFY(watch.reply().error() != QNetworkReply::NoError);
}

/// Changes one fat pod `count` times while nobody reads.
static void churn(ObjectStore &store, int count)
{
    const std::string fat(20000, 'x');
    for (int i = 0; i < count; ++i)
        QVERIFY(store.edit(kPodKey, kShop, QStringLiteral("a"), [&](Json &pod) {
            pod["metadata"]["annotations"] = {{"n", std::to_string(i)}, {"fat", fat}};
        }));
}

void ApiWatchTest::slowReadersLoseNothing()
{
    add("a");
    Watch watch(*m_api, kPods + "?watch=true&resourceVersion=" + version());
    watch.reply().setReadBufferSize(4096);
    QVERIFY(QTest::qWaitFor([&] { return watch.status() == 200; }));
    churn(m_api->store, 1000); // 20 MB: far more than the buffers on the way hold
    watch.reply().setReadBufferSize(0);
    QVERIFY(watch.waitFor(1000));
    QCOMPARE(watch.lines().size(), 1000);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(text(watch.lines().at(i), {"object", "metadata", "annotations", "n"}), QString::number(i));
}

void ApiWatchTest::slowReadersBeyondHistoryExpire()
{
    m_api->store.setHistoryLimit(10);
    add("a");
    Watch watch(*m_api, kPods + "?watch=true&resourceVersion=" + version());
    watch.reply().setReadBufferSize(4096);
    QVERIFY(QTest::qWaitFor([&] { return watch.status() == 200; }));
    churn(m_api->store, 1000);
    watch.reply().setReadBufferSize(0);
    QVERIFY(watch.waitForEnd());
    QVERIFY(watch.lines().size() < 1000);
    QCOMPARE(text(watch.lines().last(), {"type"}), QStringLiteral("ERROR"));
    QCOMPARE(number(watch.lines().last(), {"object", "code"}), 410);
}

void ApiWatchTest::manyWatches()
{
    const QByteArray then = version();
    std::vector<std::unique_ptr<Watch>> watches;
    for (int i = 0; i < 60; ++i)
        watches.push_back(std::make_unique<Watch>(*m_api, kPods + "?watch=true&resourceVersion=" + then));
    add("a");
    for (const auto &watch : watches)
        QCOMPARE(watch->story(1), QStringLiteral("ADDED a"));
}

void ApiWatchTest::clientsLeaving()
{
    {
        Watch watch(*m_api, kPods + "?watch=true");
        add("a");
        QCOMPARE(watch.story(1), QStringLiteral("ADDED a"));
    }
    // The server goes on for everybody else.
    churn(m_api->store, 5);
    QCOMPARE(m_api->get(kPods).body["items"].size(), std::size_t(1));
    Watch open(*m_api, kPods + "?watch=true");
    QVERIFY(open.waitFor(1));
    m_api->server.close();
    QVERIFY(open.waitForEnd());
}

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::ApiWatchTest)
#include "apiwatch_test.moc"
