// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The API server over real TLS: who may come in, what is discovered, reviewed, refused and proxied.

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
const QByteArray kMerge = "application/merge-patch+json";

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
    void reviewAndEnforcementAgree_data();
    void reviewAndEnforcementAgree();
    void rulesReview();
    void discovers();
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
