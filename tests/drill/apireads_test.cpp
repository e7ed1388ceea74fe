// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The API server over real TLS: lists, pages, tables and the other forms of an answer.

#include "tests/drill/apifixture.h"

namespace signalbox::drill
{

namespace
{

const QByteArray kPods = "/api/v1/namespaces/shop/pods";
const QByteArray kDeployments = "/apis/apps/v1/namespaces/shop/deployments";
const QByteArray kRollouts = "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts";
const QByteArray kTable = "application/json;as=Table;g=meta.k8s.io;v=v1,application/json";

} // namespace

class ApiReadsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }
    void listsInPages();
    void expiredPagesOfferAWayOn();
    void listsThePast();
    void refusesListOptions_data();
    void refusesListOptions();
    void listItemsCarryKindsOnlyWhenCustom();
    void tablesAndMetadata();
    void prettyOnlyOnRequest_data();
    void prettyOnlyOnRequest();

private:
    std::unique_ptr<ApiFixture> m_api;
};

void ApiReadsTest::init()
{
    m_api = std::make_unique<ApiFixture>();
    QVERIFY(m_api->listening.has_value());
    m_api->addNamespace("shop");
}

void ApiReadsTest::listsInPages()
{
    for (int i = 0; i < 23; ++i)
        QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("p" + std::to_string(100 + i))));
    QString token;
    QString version;
    QStringList names;
    QVector<qint64> remaining;
    do {
        const auto page = m_api->get(kPods + "?limit=10&continue=" + token.toUtf8());
        QCOMPARE(page.status, 200);
        for (const Json &item : member(page.body, "items"))
            names.append(text(item, {"metadata", "name"}));
        if (!version.isEmpty())
            QCOMPARE(text(page.body, {"metadata", "resourceVersion"}), version);
        version = text(page.body, {"metadata", "resourceVersion"});
        remaining.append(number(page.body, {"metadata", "remainingItemCount"}));
        token = text(page.body, {"metadata", "continue"});
        // What happens between pages is not seen by them.
        QVERIFY(m_api->store.create(QStringLiteral("/pods"),
                                    ApiFixture::pod("z" + std::to_string(names.size()))));
        QVERIFY(m_api->store.remove(QStringLiteral("/pods"), QStringLiteral("shop"),
                                    QStringLiteral("p%1").arg(122 - remaining.size())));
    } while (!token.isEmpty());
    QCOMPARE(names.size(), 23);
    QCOMPARE(names.last(), QStringLiteral("p122"));
    QCOMPARE(remaining, (QVector<qint64>{13, 3, 0}));
    QCOMPARE(m_api->get(kPods + "?continue=rubbish").status, 400);
}

void ApiReadsTest::expiredPagesOfferAWayOn()
{
    for (int i = 0; i < 6; ++i)
        QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("p" + std::to_string(i))));
    const auto first = m_api->get(kPods + "?limit=4");
    const QByteArray token = text(first.body, {"metadata", "continue"}).toUtf8();
    m_api->clock.advance(std::chrono::minutes(6));
    const auto gone = m_api->get(kPods + "?limit=4&continue=" + token);
    QCOMPARE(gone.status, 410);
    QCOMPARE(text(gone.body, {"reason"}), QStringLiteral("Expired"));
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("p9")));
    const auto on =
        m_api->get(kPods + "?limit=4&continue=" + text(gone.body, {"metadata", "continue"}).toUtf8());
    QCOMPARE(on.status, 200);
    QCOMPARE(member(on.body, "items").size(), std::size_t(3));
    QCOMPARE(text(member(on.body, "items").front(), {"metadata", "name"}), QStringLiteral("p4"));
}

void ApiReadsTest::listsThePast()
{
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("a")));
    const QByteArray then = QByteArray::number(m_api->store.resourceVersion());
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("b")));
    QVERIFY(m_api->store.remove(QStringLiteral("/pods"), QStringLiteral("shop"), QStringLiteral("a")));
    const auto past = m_api->get(kPods + "?resourceVersionMatch=Exact&resourceVersion=" + then);
    QCOMPARE(member(past.body, "items").size(), std::size_t(1));
    QCOMPARE(text(member(past.body, "items").front(), {"metadata", "name"}), QStringLiteral("a"));
    QCOMPARE(text(past.body, {"metadata", "resourceVersion"}).toUtf8(), then);
    m_api->store.setHistoryLimit(0);
    QCOMPARE(m_api->get(kPods + "?resourceVersionMatch=Exact&resourceVersion=" + then).status, 410);
    const auto future = m_api->get(kPods + "?resourceVersion=999999");
    QCOMPARE(future.status, 504);
    QCOMPARE(text(future.body["details"]["causes"][0], {"reason"}),
             QStringLiteral("ResourceVersionTooLarge"));
    QCOMPARE(number(future.body, {"details", "retryAfterSeconds"}), 1);
}

void ApiReadsTest::refusesListOptions_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("match without version") << QByteArray("resourceVersionMatch=Exact") << 422;
    QTest::newRow("match with continue")
        << QByteArray("resourceVersionMatch=Exact&resourceVersion=1&continue=x") << 422;
    QTest::newRow("exact zero") << QByteArray("resourceVersionMatch=Exact&resourceVersion=0") << 422;
    QTest::newRow("initial events on a list") << QByteArray("sendInitialEvents=true") << 422;
    QTest::newRow("continue with a version") << QByteArray("resourceVersion=1&continue=x") << 400;
    QTest::newRow("version is no number") << QByteArray("resourceVersion=abc") << 400;
    QTest::newRow("bad label selector") << QByteArray("labelSelector=a%20b") << 400;
    QTest::newRow("bad field selector") << QByteArray("fieldSelector=spec.image%3Dx") << 400;
    QTest::newRow("watch: continue") << QByteArray("watch=1&continue=x") << 400;
    QTest::newRow("watch: match alone") << QByteArray("watch=1&resourceVersionMatch=NotOlderThan") << 422;
    QTest::newRow("watch: initial events without match")
        << QByteArray("watch=1&sendInitialEvents=true") << 422;
}

void ApiReadsTest::refusesListOptions()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    const auto answer = m_api->get(kPods + '?' + query);
    QCOMPARE(answer.status, status);
    QCOMPARE(text(answer.body, {"kind"}), QStringLiteral("Status"));
}

void ApiReadsTest::listItemsCarryKindsOnlyWhenCustom()
{
    QVERIFY(m_api->store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    QVERIFY(m_api->store.create(QStringLiteral("argoproj.io/rollouts"), ApiFixture::rollout("web")));
    const auto builtIn = m_api->get(kDeployments);
    QCOMPARE(text(builtIn.body, {"kind"}), QStringLiteral("DeploymentList"));
    QVERIFY(!builtIn.body["items"][0].contains("kind"));
    QVERIFY(!builtIn.body["items"][0].contains("apiVersion"));
    QCOMPARE(text(builtIn.body["items"][0], {"metadata", "name"}), QStringLiteral("cart"));
    const auto custom = m_api->get(kRollouts);
    QCOMPARE(text(custom.body, {"kind"}), QStringLiteral("RolloutList"));
    QCOMPARE(text(custom.body["items"][0], {"kind"}), QStringLiteral("Rollout"));
    QCOMPARE(text(m_api->get(kDeployments + "/cart").body, {"kind"}), QStringLiteral("Deployment"));
}

void ApiReadsTest::tablesAndMetadata()
{
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("a", {{"app", "x"}})));
    const auto table = m_api->get(kPods, QStringLiteral("viewer"), kTable);
    QCOMPARE(text(table.body, {"kind"}), QStringLiteral("Table"));
    QStringList columns;
    for (const Json &column : member(table.body, "columnDefinitions"))
        columns.append(text(column, {"name"}));
    QCOMPARE(columns.mid(0, 5).join(QLatin1Char(' ')), QStringLiteral("Name Ready Status Restarts Age"));
    QCOMPARE(table.body["rows"][0]["cells"].size(), std::size_t(columns.size()));
    QCOMPARE(text(table.body["rows"][0]["cells"][1]), QStringLiteral("0/1"));
    QCOMPARE(text(table.body["rows"][0], {"object", "kind"}), QStringLiteral("PartialObjectMetadata"));
    QVERIFY(!m_api->get(kPods + "?includeObject=None", QStringLiteral("viewer"), kTable)
                 .body["rows"][0]
                 .contains("object"));
    const auto whole = m_api->get(kPods + "/a?includeObject=Object", QStringLiteral("viewer"), kTable);
    QCOMPARE(text(whole.body["rows"][0], {"object", "spec", "nodeName"}), QStringLiteral("n1"));
    const QByteArray one = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    const QByteArray many = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    const auto metadata = m_api->get(kPods, QStringLiteral("viewer"), many);
    QCOMPARE(text(metadata.body, {"kind"}), QStringLiteral("PartialObjectMetadataList"));
    QCOMPARE(text(metadata.body["items"][0], {"metadata", "labels", "app"}), QStringLiteral("x"));
    QVERIFY(!metadata.body["items"][0].contains("spec"));
    QCOMPARE(m_api->get(kPods, QStringLiteral("viewer"), one).status, 406);
    QCOMPARE(m_api->get(kPods + "/a", QStringLiteral("viewer"), many).status, 406);
    QCOMPARE(text(m_api->get(kPods + "/a", QStringLiteral("viewer"), one).body, {"kind"}),
             QStringLiteral("PartialObjectMetadata"));
    QCOMPARE(m_api->get(kPods, QStringLiteral("viewer"), "application/vnd.kubernetes.protobuf").status, 406);
}

void ApiReadsTest::prettyOnlyOnRequest_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<bool>("pretty");
    QTest::newRow("plain") << QByteArray() << QByteArray("signalbox/0") << false;
    QTest::newRow("asked for") << QByteArray("?pretty=1") << QByteArray("signalbox/0") << true;
    QTest::newRow("browser") << QByteArray() << QByteArray("Mozilla/5.0") << true;
    QTest::newRow("browser that declines") << QByteArray("?pretty=0") << QByteArray("Mozilla/5.0") << false;
}

void ApiReadsTest::prettyOnlyOnRequest()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, agent);
    QFETCH(bool, pretty);
    for (const QByteArray &path : {kPods, QByteArray("/version"), QByteArray("/api/v1/namespaces/shop")}) {
        QNetworkRequest request = m_api->request(QStringLiteral("admin"), path + query);
        request.setRawHeader("User-Agent", agent);
        const auto answer = ApiFixture::finish(m_api->network.get(request));
        QVERIFY(answer.body.is_object());
        QCOMPARE(answer.bytes.contains("\n  \""), pretty);
    }
}

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::ApiReadsTest)
#include "apireads_test.moc"
