// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The API server over real TLS: create, update, patch, dry run, scale, delete.

#include "tests/drill/apifixture.h"

namespace signalbox::drill
{

namespace
{

const QByteArray kPods = "/api/v1/namespaces/shop/pods";
const QByteArray kDeployments = "/apis/apps/v1/namespaces/shop/deployments";
const QByteArray kRollouts = "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts";
const QByteArray kMerge = "application/merge-patch+json";

} // namespace

class ApiWritesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }
    void createsAndRefuses_data();
    void createsAndRefuses();
    void statusIsApart();
    void analysisRunsHaveNoStatusSubresource();
    void conflicts();
    void dryRun();
    void scales();
    void deletes();
    void deletesCollections();
    void eventsInBothGroups();

private:
    std::unique_ptr<ApiFixture> m_api;
};

void ApiWritesTest::init()
{
    m_api = std::make_unique<ApiFixture>();
    QVERIFY(m_api->listening.has_value());
    m_api->addNamespace("shop");
}

void ApiWritesTest::createsAndRefuses_data()
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

void ApiWritesTest::createsAndRefuses()
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

void ApiWritesTest::statusIsApart()
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

void ApiWritesTest::analysisRunsHaveNoStatusSubresource()
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

void ApiWritesTest::conflicts()
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

void ApiWritesTest::dryRun()
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

void ApiWritesTest::scales()
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

void ApiWritesTest::deletes()
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

void ApiWritesTest::deletesCollections()
{
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("a", {{"app", "x"}})));
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("b", {{"app", "y"}})));
    QCOMPARE(
        m_api->call("DELETE", kPods + "?labelSelector=app%3Dx", Json(), {}, QStringLiteral("oncall")).status,
        403);
    QCOMPARE(m_api->call("DELETE", kPods + "?labelSelector=app%3Dx").status, 200);
    QCOMPARE(m_api->store.list(QStringLiteral("/pods")).size(), 1);
}

void ApiWritesTest::eventsInBothGroups()
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

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::ApiWritesTest)
#include "apiwrites_test.moc"
