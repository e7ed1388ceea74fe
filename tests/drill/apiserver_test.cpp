// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The API server over real TLS: reads, writes, access, refusals.

#include "tests/drill/apifixture.h"

#include <QSet>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

namespace signalbox::drill
{

namespace
{

const QByteArray kPods = "/api/v1/namespaces/shop/pods";
const QByteArray kDeployments = "/apis/apps/v1/namespaces/shop/deployments";
const QByteArray kRollouts = "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts";
const QByteArray kMerge = "application/merge-patch+json";
const QByteArray kTable = "application/json;as=Table;g=meta.k8s.io;v=v1,application/json";

} // namespace

class ApiServerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }
    void authenticates();
    void authenticatesByCertificate();
    void impersonates();
    void listsInPages();
    void expiredPagesOfferAWayOn();
    void listsThePast();
    void refusesListOptions_data();
    void refusesListOptions();
    void listItemsCarryKindsOnlyWhenCustom();
    void tablesAndMetadata();
    void prettyOnlyOnRequest_data();
    void prettyOnlyOnRequest();
    void createsAndRefuses_data();
    void createsAndRefuses();
    void statusIsApart();
    void analysisRunsHaveNoStatusSubresource();
    void conflicts();
    void dryRun();
    void scales();
    void deletes();
    void deletesCollections();
    void reviewAndEnforcementAgree_data();
    void reviewAndEnforcementAgree();
    void rulesReview();
    void discovers();
    void eventsInBothGroups();
    void unknownPaths_data();
    void unknownPaths();
    void faults();
    void proxiesServices();
    void announcesRequests();

private:
    std::unique_ptr<ApiFixture> m_api;
};

void ApiServerTest::init()
{
    m_api = std::make_unique<ApiFixture>();
    QVERIFY(m_api->listening.has_value());
    m_api->addNamespace("shop");
}

void ApiServerTest::authenticates()
{
    const auto nobody = m_api->get(kPods, QString());
    QCOMPARE(nobody.status, 401);
    QCOMPARE(text(nobody.body, {"reason"}), QStringLiteral("Unauthorized"));
    QCOMPARE(m_api->get(kPods, QStringLiteral("nobody we know")).status, 401);
    QCOMPARE(m_api->get("/livez", QString()).bytes, QByteArray("ok"));
    QCOMPARE(m_api->get("/version", QString()).status, 200);
    QCOMPARE(m_api->get("/api", QString()).status, 401);
    QSet<QByteArray> tokens;
    for (const char *name : {"admin", "oncall", "viewer", "shop-only"}) {
        QCOMPARE(m_api->get(kPods, QString::fromLatin1(name)).status, 200);
        tokens.insert(m_api->user(QString::fromLatin1(name)).token);
    }
    QCOMPARE(tokens.size(), 4);
    ApiFixture other;
    QVERIFY(!tokens.contains(other.user(QStringLiteral("admin")).token));
}

void ApiServerTest::authenticatesByCertificate()
{
    const auto whoAmI = [&](const DrillUser &user) {
        QNetworkAccessManager network;
        QNetworkRequest request =
            m_api->request(QString(), "/apis/authentication.k8s.io/v1/selfsubjectreviews");
        QSslConfiguration tls = request.sslConfiguration();
        tls.setLocalCertificate(QSslCertificate(user.clientCertificatePem));
        tls.setPrivateKey(QSslKey(user.clientKeyPem, QSsl::Ec));
        request.setSslConfiguration(tls);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        return ApiFixture::finish(network.post(request, QByteArray("{}")));
    };
    const auto known = whoAmI(m_api->user(QStringLiteral("viewer")));
    QCOMPARE(known.status, 201);
    QCOMPARE(text(known.body, {"status", "userInfo", "username"}), QStringLiteral("viewer"));
    // The same name on a certificate of another authority is nobody.
    const ApiFixture other;
    QCOMPARE(whoAmI(other.user(QStringLiteral("viewer"))).status, 401);
}

void ApiServerTest::impersonates()
{
    const auto as = [&](const QString &user) {
        QNetworkRequest request = m_api->request(user, "/api/v1/secrets");
        request.setRawHeader("Impersonate-User", "viewer");
        return ApiFixture::finish(m_api->network.get(request));
    };
    QCOMPARE(m_api->get("/api/v1/secrets").status, 200);
    const auto refused = as(QStringLiteral("admin"));
    QCOMPARE(refused.status, 403);
    QVERIFY(text(refused.body, {"message"})
                .contains(QStringLiteral("User \"viewer\" cannot list resource \"secrets\"")));
    QVERIFY(
        text(as(QStringLiteral("oncall")).body, {"message"}).contains(QStringLiteral("cannot impersonate")));
}

void ApiServerTest::listsInPages()
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

void ApiServerTest::expiredPagesOfferAWayOn()
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

void ApiServerTest::listsThePast()
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

void ApiServerTest::refusesListOptions_data()
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

void ApiServerTest::refusesListOptions()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    const auto answer = m_api->get(kPods + '?' + query);
    QCOMPARE(answer.status, status);
    QCOMPARE(text(answer.body, {"kind"}), QStringLiteral("Status"));
}

void ApiServerTest::listItemsCarryKindsOnlyWhenCustom()
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

void ApiServerTest::tablesAndMetadata()
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

void ApiServerTest::prettyOnlyOnRequest_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<bool>("pretty");
    QTest::newRow("plain") << QByteArray() << QByteArray("signalbox/0") << false;
    QTest::newRow("asked for") << QByteArray("?pretty=1") << QByteArray("signalbox/0") << true;
    QTest::newRow("browser") << QByteArray() << QByteArray("Mozilla/5.0") << true;
    QTest::newRow("browser that declines") << QByteArray("?pretty=0") << QByteArray("Mozilla/5.0") << false;
}

void ApiServerTest::prettyOnlyOnRequest()
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

void ApiServerTest::createsAndRefuses_data()
{
    QTest::addColumn<QByteArray>("mergePatch"); // on a good Deployment
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field"); // of the cause, for 422
    const auto row = [](const char *name, const char *patch, int status, const char *field) {
        QTest::newRow(name) << QByteArray(patch) << status << QString::fromLatin1(field);
    };
    row("good", "{}", 201, "");
    row("bad name", R"({"metadata":{"name":"Cart_1"}})", 422, "metadata.name");
    row("negative replicas", R"({"spec":{"replicas":-1}})", 422, "spec.replicas");
    row("replicas as text", R"({"spec":{"replicas":"2"}})", 422, "spec.replicas");
    row("selector does not match", R"({"spec":{"selector":{"matchLabels":{"app":"other"}}}})", 422,
        "spec.template.metadata.labels");
    row("no selector", R"({"spec":{"selector":null}})", 422, "spec.selector");
    row("no containers", R"({"spec":{"template":{"spec":{"containers":[]}}}})", 422,
        "spec.template.spec.containers");
    row("no image", R"({"spec":{"template":{"spec":{"containers":[{"name":"x"}]}}}})", 422,
        "spec.template.spec.containers[0].image");
    row("other namespace", R"({"metadata":{"namespace":"other"}})", 400, "");
    row("other kind", R"({"kind":"Pod"})", 400, "");
    row("with a version", R"({"metadata":{"resourceVersion":"3"}})", 400, "");
}

void ApiServerTest::createsAndRefuses()
{
    QFETCH(QByteArray, mergePatch);
    QFETCH(int, status);
    QFETCH(QString, field);
    Json document = ApiFixture::deployment("cart");
    document.merge_patch(parsed(mergePatch));
    const auto answer = m_api->call("POST", kDeployments, document);
    QCOMPARE(answer.status, status);
    if (!field.isEmpty())
        QCOMPARE(text(answer.body["details"]["causes"][0], {"field"}), field);
    if (status == 201) {
        const auto again = m_api->call("POST", kDeployments, document);
        QCOMPARE(again.status, 409);
        QCOMPARE(text(again.body, {"reason"}), QStringLiteral("AlreadyExists"));
        QCOMPARE(text(again.body, {"details", "kind"}), QStringLiteral("deployments"));
        QCOMPARE(text(again.body, {"details", "name"}), QStringLiteral("cart"));
    }
}

void ApiServerTest::statusIsApart()
{
    QVERIFY(m_api->store.create(QStringLiteral("argoproj.io/rollouts"), ApiFixture::rollout("web")));
    const Json both = {{"spec", {{"paused", true}}}, {"status", {{"abort", true}}}};
    const auto main = m_api->call("PATCH", kRollouts + "/web", both, kMerge, QStringLiteral("oncall"));
    QCOMPARE(main.status, 200);
    QVERIFY(flag(main.body, {"spec", "paused"}));
    QVERIFY(!flag(main.body, {"status", "abort"}));
    QCOMPARE(text(main.body, {"status", "phase"}), QStringLiteral("Healthy"));
    QCOMPARE(number(main.body, {"metadata", "generation"}), 2);
    const Json other = {{"spec", {{"paused", false}}}, {"status", {{"abort", true}, {"phase", nullptr}}}};
    const auto status =
        m_api->call("PATCH", kRollouts + "/web/status", other, kMerge, QStringLiteral("oncall"));
    QCOMPARE(status.status, 200);
    QVERIFY(flag(status.body, {"spec", "paused"}));
    QVERIFY(flag(status.body, {"status", "abort"}));
    QVERIFY(!status.body["status"].contains("phase"));
    QCOMPARE(number(status.body, {"metadata", "generation"}), 2);
    QCOMPARE(text(m_api->get(kRollouts + "/web/status").body, {"metadata", "name"}), QStringLiteral("web"));
    QCOMPARE(m_api->call("PATCH", kRollouts + "/web", both, "application/strategic-merge-patch+json").status,
             415);
    QCOMPARE(m_api->call("PATCH", kRollouts + "/web", both, "application/apply-patch+yaml").status, 415);
}

void ApiServerTest::analysisRunsHaveNoStatusSubresource()
{
    const QByteArray runs = "/apis/argoproj.io/v1alpha1/namespaces/shop/analysisruns";
    QVERIFY(m_api->store.create(
        QStringLiteral("argoproj.io/analysisruns"),
        {{"metadata", {{"name", "r"}, {"namespace", "shop"}}}, {"spec", Json::object()}}));
    QCOMPARE(m_api->call("PATCH", runs + "/r/status", {{"status", {{"phase", "Failed"}}}}, kMerge).status,
             404);
    const auto main = m_api->call("PATCH", runs + "/r", {{"status", {{"phase", "Failed"}}}}, kMerge);
    QCOMPARE(text(main.body, {"status", "phase"}), QStringLiteral("Failed"));
}

void ApiServerTest::conflicts()
{
    QVERIFY(m_api->store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    const Json seen = m_api->get(kDeployments + "/cart").body;
    QVERIFY(m_api->store.edit(QStringLiteral("apps/deployments"), QStringLiteral("shop"),
                              QStringLiteral("cart"),
                              [](Json &object) { object["metadata"]["labels"]["x"] = "y"; }));
    const Json guarded = {{"metadata", {{"resourceVersion", seen["metadata"]["resourceVersion"]}}},
                          {"spec", {{"replicas", 7}}}};
    const auto patch = m_api->call("PATCH", kDeployments + "/cart", guarded, kMerge);
    QCOMPARE(patch.status, 409);
    QCOMPARE(text(patch.body, {"reason"}), QStringLiteral("Conflict"));
    QCOMPARE(m_api->call("PATCH", kDeployments + "/cart/status", guarded, kMerge).status, 409);
    QCOMPARE(m_api->call("PUT", kDeployments + "/cart", seen).status, 409);
    const auto test = m_api->call("PATCH", kDeployments + "/cart",
                                  Json::array({{{"op", "test"},
                                                {"path", "/metadata/resourceVersion"},
                                                {"value", seen["metadata"]["resourceVersion"]}}}),
                                  "application/json-patch+json");
    QCOMPARE(test.status, 422);
    QCOMPARE(text(test.body, {"reason"}), QStringLiteral("Invalid"));
    QCOMPARE(m_api->call("PATCH", kDeployments + "/cart", {{"spec", {{"replicas", 7}}}}, kMerge).status, 200);
    QCOMPARE(m_api->call("PATCH", kDeployments + "/none", guarded, kMerge).status, 404);
}

void ApiServerTest::dryRun()
{
    QVERIFY(m_api->store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    const quint64 version = m_api->store.resourceVersion();
    const auto patch =
        m_api->call("PATCH", kDeployments + "/cart?dryRun=All", {{"spec", {{"replicas", 7}}}}, kMerge);
    QCOMPARE(patch.status, 200);
    QCOMPARE(number(patch.body, {"spec", "replicas"}), 7);
    const auto scale =
        m_api->call("PATCH", kDeployments + "/cart/scale?dryRun=All", {{"spec", {{"replicas", 8}}}}, kMerge);
    QCOMPARE(number(scale.body, {"spec", "replicas"}), 8);
    QCOMPARE(m_api->call("POST", kDeployments + "?dryRun=All", ApiFixture::deployment("new")).status, 201);
    QCOMPARE(m_api->call("POST", kDeployments + "?dryRun=All", ApiFixture::deployment("cart")).status, 409);
    QCOMPARE(m_api->call("DELETE", kDeployments + "/cart?dryRun=All").status, 200);
    QCOMPARE(m_api->call("DELETE", kDeployments + "/cart", {{"dryRun", {"All"}}}).status, 200);
    QCOMPARE(m_api->call("PATCH", kDeployments + "/cart?dryRun=Some", {{"spec", {{"replicas", 7}}}}, kMerge)
                 .status,
             400);
    // The rules apply to rehearsals as well.
    QCOMPARE(m_api
                 ->call("PATCH", kDeployments + "/cart?dryRun=All", {{"spec", {{"replicas", 7}}}}, kMerge,
                        QStringLiteral("viewer"))
                 .status,
             403);
    QCOMPARE(m_api->store.resourceVersion(), version);
}

void ApiServerTest::scales()
{
    QVERIFY(m_api->store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    const auto scale = m_api->get(kDeployments + "/cart/scale");
    QCOMPARE(text(scale.body, {"kind"}), QStringLiteral("Scale"));
    QCOMPARE(number(scale.body, {"spec", "replicas"}), 2);
    QCOMPARE(text(scale.body, {"status", "selector"}), QStringLiteral("app=cart"));
    Json wanted = scale.body;
    wanted["spec"]["replicas"] = 4;
    QCOMPARE(m_api->call("PUT", kDeployments + "/cart/scale", wanted).status, 200);
    QCOMPARE(m_api->call("PUT", kDeployments + "/cart/scale", wanted).status, 409);
    QCOMPARE(number(m_api->get(kDeployments + "/cart").body, {"spec", "replicas"}), 4);
    QCOMPARE(
        m_api->call("PATCH", kDeployments + "/cart/scale", {{"spec", {{"replicas", -4}}}}, kMerge).status,
        422);
    QCOMPARE(m_api->get(kPods + "/x/scale").status, 404);
}

void ApiServerTest::deletes()
{
    const auto owner = m_api->store.create(QStringLiteral("apps/replicasets"), ApiFixture::deployment("set"));
    QVERIFY(owner);
    Json owned = ApiFixture::pod("set-1");
    owned["metadata"]["ownerReferences"] = Json::array({{{"uid", (**owner)["metadata"]["uid"]}}});
    const QByteArray sets = "/apis/apps/v1/namespaces/shop/replicasets/set";
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), owned));
    QCOMPARE(m_api->call("DELETE", sets, {{"preconditions", {{"uid", "other"}}}}).status, 409);
    QCOMPARE(m_api->call("DELETE", sets, {{"preconditions", {{"resourceVersion", "1"}}}}).status, 409);
    QCOMPARE(m_api->call("DELETE", sets, {{"propagationPolicy", "Sideways"}}).status, 400);
    const auto orphaning = m_api->call("DELETE", sets, {{"propagationPolicy", "Orphan"}});
    QCOMPARE(text(orphaning.body, {"status"}), QStringLiteral("Success"));
    QVERIFY(orphaning.body["details"]["uid"] == (**owner)["metadata"]["uid"]);
    const auto orphan =
        m_api->store.find(QStringLiteral("/pods"), QStringLiteral("shop"), QStringLiteral("set-1"));
    QVERIFY(orphan);
    QVERIFY(member(*orphan, {"metadata", "ownerReferences"}).empty());
    QCOMPARE(m_api->call("DELETE", sets).status, 404);
    QCOMPARE(m_api->call("DELETE", "/api/v1/namespaces/shop").status, 200);
    QVERIFY(m_api->store.list(QStringLiteral("/pods")).isEmpty());
    QCOMPARE(m_api->call("POST", kDeployments, ApiFixture::deployment("late")).status, 404);
}

void ApiServerTest::deletesCollections()
{
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("a", {{"app", "x"}})));
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("b", {{"app", "y"}})));
    QCOMPARE(
        m_api->call("DELETE", kPods + "?labelSelector=app%3Dx", Json(), {}, QStringLiteral("oncall")).status,
        403);
    QCOMPARE(m_api->call("DELETE", kPods + "?labelSelector=app%3Dx").status, 200);
    QCOMPARE(m_api->store.list(QStringLiteral("/pods")).size(), 1);
}

void ApiServerTest::reviewAndEnforcementAgree_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<bool>("allowed");
    struct Action {
        const char *name, *method, *target, *attributes;
    };
    const Action actions[] = {
        {"list pods", "GET", "/api/v1/namespaces/shop/pods",
         R"({"verb":"list","resource":"pods","namespace":"shop"})"},
        {"list pods elsewhere", "GET", "/api/v1/namespaces/other/pods",
         R"({"verb":"list","resource":"pods","namespace":"other"})"},
        {"list all pods", "GET", "/api/v1/pods", R"({"verb":"list","resource":"pods"})"},
        {"list namespaces", "GET", "/api/v1/namespaces", R"({"verb":"list","resource":"namespaces"})"},
        {"list secrets", "GET", "/api/v1/namespaces/shop/secrets",
         R"({"verb":"list","resource":"secrets","namespace":"shop"})"},
        {"patch rollout", "PATCH", "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web",
         R"({"verb":"patch","group":"argoproj.io","resource":"rollouts","namespace":"shop","name":"web"})"},
        {"patch rollout status", "PATCH", "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web/status",
         R"({"verb":"patch","group":"argoproj.io","resource":"rollouts","subresource":"status","namespace":"shop"})"},
        {"patch rollout elsewhere", "PATCH", "/apis/argoproj.io/v1alpha1/namespaces/other/rollouts/web",
         R"({"verb":"patch","group":"argoproj.io","resource":"rollouts","namespace":"other"})"},
        {"patch scale", "PATCH", "/apis/apps/v1/namespaces/shop/deployments/cart/scale",
         R"({"verb":"patch","group":"apps","resource":"deployments","subresource":"scale","namespace":"shop"})"},
        {"patch deployment status", "PATCH", "/apis/apps/v1/namespaces/shop/deployments/cart/status",
         R"({"verb":"patch","group":"apps","resource":"deployments","subresource":"status","namespace":"shop"})"},
        {"delete pod", "DELETE", "/api/v1/namespaces/shop/pods/x",
         R"({"verb":"delete","resource":"pods","namespace":"shop"})"},
        {"create deployment", "POST", "/apis/apps/v1/namespaces/shop/deployments",
         R"({"verb":"create","group":"apps","resource":"deployments","namespace":"shop"})"},
    };
    // One letter per user: admin, oncall, viewer, shop-only.
    const QHash<QString, QByteArray> expected{{QStringLiteral("list pods"), "yyyy"},
                                              {QStringLiteral("list pods elsewhere"), "yyyn"},
                                              {QStringLiteral("list all pods"), "yyyn"},
                                              {QStringLiteral("list namespaces"), "yyyn"},
                                              {QStringLiteral("list secrets"), "yynn"},
                                              {QStringLiteral("patch rollout"), "yyny"},
                                              {QStringLiteral("patch rollout status"), "yyny"},
                                              {QStringLiteral("patch rollout elsewhere"), "yynn"},
                                              {QStringLiteral("patch scale"), "yyny"},
                                              {QStringLiteral("patch deployment status"), "ynnn"},
                                              {QStringLiteral("delete pod"), "ynnn"},
                                              {QStringLiteral("create deployment"), "ynnn"}};
    const char *users[] = {"admin", "oncall", "viewer", "shop-only"};
    for (const Action &action : actions) {
        for (int i = 0; i < 4; ++i) {
            const QString name = QString::fromLatin1(action.name);
            QTest::newRow(qPrintable(QLatin1String(users[i]) + QStringLiteral(": ") + name))
                << QString::fromLatin1(users[i]) << QByteArray(action.method) << QByteArray(action.target)
                << QByteArray(action.attributes) << (expected.value(name).at(i) == 'y');
        }
    }
}

void ApiServerTest::reviewAndEnforcementAgree()
{
    QFETCH(QString, user);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, attributes);
    QFETCH(bool, allowed);
    const Json review = {{"apiVersion", "authorization.k8s.io/v1"},
                         {"kind", "SelfSubjectAccessReview"},
                         {"spec", {{"resourceAttributes", parsed(attributes)}}}};
    const auto reviewed = m_api->call("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                                      review, "application/json", user);
    QCOMPARE(reviewed.status, 201);
    QCOMPARE(flag(reviewed.body, {"status", "allowed"}), allowed);
    const auto tried =
        m_api->call(method, target, method == "GET" || method == "DELETE" ? Json() : Json::object(),
                    method == "PATCH" ? kMerge : QByteArray("application/json"), user);
    QCOMPARE(tried.status == 403, !allowed);
    if (!allowed) {
        QCOMPARE(text(tried.body, {"reason"}), QStringLiteral("Forbidden"));
        QVERIFY(text(tried.body, {"message"}).contains(QStringLiteral("User \"%1\" cannot").arg(user)));
    }
}

void ApiServerTest::rulesReview()
{
    const auto rules =
        m_api->call("POST", "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
                    {{"spec", {{"namespace", "other"}}}}, "application/json", QStringLiteral("shop-only"));
    QCOMPARE(rules.status, 201);
    QVERIFY(!flag(rules.body, {"status", "incomplete"}));
    QVERIFY(!rules.bytes.contains("rollouts"));
    const auto inShop =
        m_api->call("POST", "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
                    {{"spec", {{"namespace", "shop"}}}}, "application/json", QStringLiteral("shop-only"));
    QVERIFY(inShop.bytes.contains("rollouts/status"));
    QCOMPARE(m_api
                 ->call("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                        {{"spec", Json::object()}})
                 .status,
             422);
}

void ApiServerTest::discovers()
{
    const QByteArray aggregated =
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
    const auto groups = m_api->get("/apis", QStringLiteral("viewer"), aggregated);
    QCOMPARE(text(groups.body, {"kind"}), QStringLiteral("APIGroupDiscoveryList"));
    QStringList subresources;
    for (const Json &group : groups.body["items"]) {
        if (text(group, {"metadata", "name"}) != QLatin1String("argoproj.io"))
            continue;
        for (const Json &resource : group["versions"][0]["resources"]) {
            if (text(resource, {"resource"}) != QLatin1String("rollouts"))
                continue;
            for (const Json &sub : resource["subresources"])
                subresources.append(text(sub, {"subresource"}));
        }
    }
    QCOMPARE(subresources, (QStringList{QStringLiteral("status"), QStringLiteral("scale")}));
    const auto core = m_api->get("/api", QStringLiteral("viewer"), aggregated);
    QCOMPARE(text(core.body["items"][0], {"metadata", "name"}), QString());
    QCOMPARE(text(m_api->get("/apis").body, {"kind"}), QStringLiteral("APIGroupList"));
    QCOMPARE(text(m_api->get("/api").body, {"kind"}), QStringLiteral("APIVersions"));
    QCOMPARE(text(m_api->get("/apis/apps").body, {"kind"}), QStringLiteral("APIGroup"));
    const auto legacy = m_api->get("/apis/argoproj.io/v1alpha1");
    QVERIFY(legacy.bytes.contains("\"rollouts/status\""));
    QVERIFY(!legacy.bytes.contains("\"analysisruns/status\""));
    QVERIFY(m_api->get("/api/v1").bytes.contains("\"pods\""));
    QNetworkRequest request = m_api->request(QStringLiteral("viewer"), "/apis");
    request.setRawHeader("Accept", aggregated);
    std::unique_ptr<QNetworkReply> first(m_api->network.get(request));
    QVERIFY(QTest::qWaitFor([&] { return first->isFinished(); }));
    request.setRawHeader("If-None-Match", first->rawHeader("ETag"));
    QCOMPARE(ApiFixture::finish(m_api->network.get(request)).status, 304);
}

void ApiServerTest::eventsInBothGroups()
{
    QVERIFY(m_api->store.create(QStringLiteral("/events"),
                                {{"metadata", {{"name", "e"}, {"namespace", "shop"}}},
                                 {"involvedObject", {{"kind", "Pod"}, {"name", "cart-1"}}},
                                 {"message", "restarting"},
                                 {"count", 3},
                                 {"type", "Warning"}}));
    const auto core = m_api->get(
        "/api/v1/namespaces/shop/events?fieldSelector=involvedObject.name%3Dcart-1,type%3DWarning");
    QCOMPARE(core.body["items"].size(), std::size_t(1));
    QCOMPARE(m_api->get("/api/v1/namespaces/shop/events?fieldSelector=type%3DNormal").body["items"].size(),
             std::size_t(0));
    const auto other = m_api->get("/apis/events.k8s.io/v1/namespaces/shop/events/e");
    QCOMPARE(text(other.body, {"note"}), QStringLiteral("restarting"));
    QCOMPARE(text(other.body, {"regarding", "name"}), QStringLiteral("cart-1"));
    QCOMPARE(number(other.body, {"deprecatedCount"}), 3);
}

void ApiServerTest::unknownPaths_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    const auto row = [](const char *method, const char *target, int status) {
        QTest::newRow(target) << QByteArray(method) << QByteArray(target) << status;
    };
    row("GET", "/nothing", 404);
    row("GET", "/apis/none/v1", 404);
    row("GET", "/apis/apps/v1beta1/deployments", 404);
    row("GET", "/apis/apps/v1/namespaces/shop/gadgets", 404);
    row("GET", "/api/v1/namespaces/shop/pods/x", 404);
    row("GET", "/api/v1/namespaces/shop/pods/x/unknown", 404);
    row("GET", "/api/v1/namespaces/shop/nodes", 404);
    row("POST", "/api/v1/namespaces/shop/pods/x", 405);
    row("OPTIONS", "/api/v1/namespaces/shop/pods", 405);
    row("POST", "/version", 405);
    row("TRACE", "/api/v1/namespaces/shop/pods/x", 405);
    row("GET", "/api/v1/namespaces/shop/services/none/proxy/", 503);
}

void ApiServerTest::unknownPaths()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    const auto answer = m_api->call(method, target);
    QCOMPARE(answer.status, status);
    QCOMPARE(text(answer.body, {"kind"}), QStringLiteral("Status"));
    QCOMPARE(number(answer.body, {"code"}), status);
}

void ApiServerTest::faults()
{
    FaultPlan &plan = m_api->server.faults();
    plan.add("GET", "/pods", {Fault::Kind::Status, 429, {}}, 2);
    QCOMPARE(m_api->get(kPods).status, 429);
    QCOMPARE(m_api->get("/api/v1/namespaces/shop").status, 200);
    QCOMPARE(m_api->get(kPods).contentType, QByteArray("text/plain; charset=utf-8"));
    QCOMPARE(m_api->get(kPods).status, 200);
    plan.add({}, "/pods", {Fault::Kind::Html, 0, {}});
    QVERIFY(m_api->get(kPods).bytes.startsWith("<!DOCTYPE"));
    plan.add({}, "/pods", {Fault::Kind::Truncate, 0, {}});
    QVERIFY(m_api->get(kPods).error != QNetworkReply::NoError);
    // More than once: QNetworkAccessManager quietly tries again when a kept connection drops, even a POST.
    plan.add({}, "/pods", {Fault::Kind::Drop, 0, {}}, 20);
    const auto dropped = m_api->call("POST", kPods, ApiFixture::pod("a"));
    QCOMPARE(dropped.status, 0);
    QVERIFY(dropped.error != QNetworkReply::NoError);
    QVERIFY(!m_api->store.find(QStringLiteral("/pods"), QStringLiteral("shop"), QStringLiteral("a")));
    plan.clear();
    plan.add({}, "/pods", {Fault::Kind::Delay, 0, std::chrono::milliseconds(50)});
    QCOMPARE(m_api->get(kPods).status, 200);
    QVERIFY(plan.isEmpty());
}

void ApiServerTest::proxiesServices()
{
    QTcpServer target;
    QVERIFY(target.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&target, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = target.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &received] {
            received += socket->readAll();
            if (received.contains("\r\n\r\n"))
                socket->write(
                    "HTTP/1.1 422 Unprocessable\r\nContent-Type: text/x\r\nContent-Length: 2\r\n\r\nhi");
        });
    });
    m_api->server.setServiceProxy(QStringLiteral("shop"), QStringLiteral("prometheus"),
                                  QUrl(QStringLiteral("http://127.0.0.1:%1/prom").arg(target.serverPort())));
    const QByteArray path =
        "/api/v1/namespaces/shop/services/http:prometheus:9090/proxy/api/v1/query?query=a%2Fb";
    const auto answer = m_api->get(path, QStringLiteral("viewer"));
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.bytes, QByteArray("hi"));
    QCOMPARE(answer.contentType, QByteArray("text/x"));
    QVERIFY2(received.startsWith("GET /prom/api/v1/query?query=a%2Fb HTTP/1.1"), received.constData());
    QVERIFY(!received.toLower().contains("authorization"));
    target.close();
    m_api->server.setServiceProxy(QStringLiteral("shop"), QStringLiteral("gone"),
                                  QUrl(QStringLiteral("http://127.0.0.1:1")));
    QCOMPARE(m_api->get("/api/v1/namespaces/shop/services/gone/proxy/x").status, 502);
}

void ApiServerTest::announcesRequests()
{
    QSignalSpy spy(&m_api->server, &ApiServer::requestReceived);
    m_api->get(kPods + "?limit=1", QStringLiteral("oncall"));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().at(0).toByteArray(), QByteArray("GET"));
    QCOMPARE(spy.first().at(1).toByteArray(), kPods + "?limit=1");
    QCOMPARE(spy.first().at(2).toString(), QStringLiteral("oncall"));
}

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::ApiServerTest)
#include "apiserver_test.moc"
