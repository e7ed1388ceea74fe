// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/drill/apifixture.h"

#include <QSignalSpy>

namespace signalbox::drill
{

namespace
{

const QString kPods = QStringLiteral("/pods");
const QString kDeployments = QStringLiteral("apps/deployments");
const QString kAnalysisRuns = QStringLiteral("argoproj.io/analysisruns");
const QString kShop = QStringLiteral("shop");

} // namespace

class ObjectStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createFillsMetadata();
    void createRefuses_data();
    void createRefuses();
    void generationFollowsDesiredState_data();
    void generationFollowsDesiredState();
    void conflictOnStaleVersion();
    void unchangedWriteIsSilent();
    void serverOwnsIdentity();
    void dryRunStoresNothing();
    void finalizersDelayRemoval();
    void listIsSorted();
    void historyIsBounded();
    void announcementsKeepTheirOrder();
    void seedRepeatsNames();
    void defaultsDoNotDisturbTheTemplate();
};

void ObjectStoreTest::createFillsMetadata()
{
    ApiFixture api;
    const quint64 before = api.store.resourceVersion();
    const auto made = api.store.create(kDeployments, ApiFixture::deployment("cart"));
    QVERIFY(made);
    const Json &object = **made;
    QCOMPARE(number(object, {"metadata", "generation"}), 1);
    QCOMPARE(text(object, {"metadata", "resourceVersion"}), QString::number(before + 1));
    QCOMPARE(text(object, {"metadata", "uid"}).size(), 36);
    QVERIFY(QDateTime::fromString(text(object, {"metadata", "creationTimestamp"}), Qt::ISODate).isValid());
    QCOMPARE(text(object, {"apiVersion"}), QStringLiteral("apps/v1"));
    QCOMPARE(text(object, {"kind"}), QStringLiteral("Deployment"));
    QCOMPARE(text(object, {"spec", "strategy", "rollingUpdate", "maxSurge"}), QStringLiteral("25%"));
}

void ObjectStoreTest::createRefuses_data()
{
    QTest::addColumn<QString>("typeKey");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QString &type, const char *document, ErrorCode code,
                        const char *reason) {
        QTest::newRow(name) << type << QByteArray(document) << code << QString::fromLatin1(reason);
    };
    row("unknown type", QStringLiteral("no/things"), R"({"metadata":{"name":"a"}})", ErrorCode::NotFound,
        "NotFound");
    row("no metadata", kPods, R"({"spec":{}})", ErrorCode::Invalid, "Invalid");
    row("metadata is no object", kPods, R"({"metadata":[]})", ErrorCode::Invalid, "Invalid");
    row("no name", kPods, R"({"metadata":{"namespace":"shop"}})", ErrorCode::Invalid, "Invalid");
    row("no namespace", kPods, R"({"metadata":{"name":"a"}})", ErrorCode::Invalid, "Invalid");
    row("exists", kPods, R"({"metadata":{"name":"taken","namespace":"shop"}})", ErrorCode::Conflict,
        "AlreadyExists");
}

void ObjectStoreTest::createRefuses()
{
    QFETCH(QString, typeKey);
    QFETCH(QByteArray, document);
    QFETCH(ErrorCode, code);
    QFETCH(QString, reason);
    ApiFixture api;
    QVERIFY(api.store.create(kPods, ApiFixture::pod("taken")));
    const auto made = api.store.create(typeKey, parsed(document));
    QVERIFY(!made);
    QCOMPARE(made.error().code, code);
    QCOMPARE(made.error().reason, reason);
}

void ObjectStoreTest::generationFollowsDesiredState_data()
{
    QTest::addColumn<QString>("typeKey");
    QTest::addColumn<QByteArray>("mergePatch");
    QTest::addColumn<int>("generation");
    QTest::newRow("spec") << kDeployments << QByteArray(R"({"spec":{"replicas":9}})") << 2;
    QTest::newRow("status") << kDeployments << QByteArray(R"({"status":{"replicas":9}})") << 1;
    QTest::newRow("labels") << kDeployments << QByteArray(R"({"metadata":{"labels":{"a":"b"}}})") << 1;
    QTest::newRow("custom without status subresource: status")
        << kAnalysisRuns << QByteArray(R"({"status":{"phase":"Running"}})") << 2;
    QTest::newRow("custom without status subresource: labels")
        << kAnalysisRuns << QByteArray(R"({"metadata":{"labels":{"a":"b"}}})") << 1;
}

void ObjectStoreTest::generationFollowsDesiredState()
{
    QFETCH(QString, typeKey);
    QFETCH(QByteArray, mergePatch);
    QFETCH(int, generation);
    ApiFixture api;
    QVERIFY(api.store.create(typeKey, ApiFixture::deployment("x")));
    const auto changed = api.store.edit(typeKey, kShop, QStringLiteral("x"),
                                        [&](Json &object) { object.merge_patch(parsed(mergePatch)); });
    QVERIFY(changed);
    QCOMPARE(number(**changed, {"metadata", "generation"}), generation);
}

void ObjectStoreTest::conflictOnStaleVersion()
{
    ApiFixture api;
    const auto first = api.store.create(kDeployments, ApiFixture::deployment("cart"));
    QVERIFY(first);
    Json mine = **first;
    mine["spec"]["replicas"] = 4;
    QVERIFY(api.store.replace(kDeployments, mine));
    const auto late = api.store.replace(kDeployments, mine);
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::Conflict);
    QCOMPARE(late.error().httpStatus, 409);
    mine["metadata"].erase("resourceVersion");
    mine["spec"]["replicas"] = 5;
    QVERIFY(api.store.replace(kDeployments, mine));
}

void ObjectStoreTest::unchangedWriteIsSilent()
{
    ApiFixture api;
    const auto made = api.store.create(kDeployments, ApiFixture::deployment("cart"));
    QVERIFY(made);
    const quint64 version = api.store.resourceVersion();
    QSignalSpy spy(&api.store, &ObjectStore::changed);
    const auto same = api.store.edit(kDeployments, kShop, QStringLiteral("cart"), [](Json &) {});
    QVERIFY(same);
    QCOMPARE(same->get(), made->get());
    QCOMPARE(spy.count(), 0);
    QCOMPARE(api.store.resourceVersion(), version);
}

void ObjectStoreTest::serverOwnsIdentity()
{
    ApiFixture api;
    const auto made = api.store.create(kDeployments, ApiFixture::deployment("cart"));
    QVERIFY(made);
    const auto changed = api.store.edit(kDeployments, kShop, QStringLiteral("cart"), [](Json &object) {
        object["metadata"]["uid"] = "mine";
        object["metadata"]["generation"] = 77;
        object["metadata"]["name"] = "other";
        object["kind"] = "Pod";
        object["spec"]["replicas"] = 3;
    });
    QVERIFY(changed);
    for (const char *field : {"uid", "name"})
        QCOMPARE(text(**changed, {"metadata", field}), text(**made, {"metadata", field}));
    QCOMPARE(number(**changed, {"metadata", "generation"}), 2);
    QCOMPARE(text(**changed, {"kind"}), QStringLiteral("Deployment"));
}

void ObjectStoreTest::dryRunStoresNothing()
{
    ApiFixture api;
    QSignalSpy spy(&api.store, &ObjectStore::changed);
    const auto preview = api.store.create(kDeployments, ApiFixture::deployment("cart"), WriteMode::DryRun);
    QVERIFY(preview);
    QCOMPARE(number(**preview, {"spec", "revisionHistoryLimit"}), 10);
    QVERIFY(!api.store.find(kDeployments, kShop, QStringLiteral("cart")));
    QVERIFY(api.store.create(kDeployments, ApiFixture::deployment("cart")));
    spy.clear();
    Json next = *api.store.find(kDeployments, kShop, QStringLiteral("cart"));
    next["spec"]["replicas"] = 8;
    const auto change = api.store.replace(kDeployments, next, WriteMode::DryRun);
    QVERIFY(change);
    QCOMPARE(number(**change, {"metadata", "generation"}), 2);
    QCOMPARE(number(*api.store.find(kDeployments, kShop, QStringLiteral("cart")), {"spec", "replicas"}), 2);
    QCOMPARE(spy.count(), 0);
}

void ObjectStoreTest::finalizersDelayRemoval()
{
    ApiFixture api;
    Json pod = ApiFixture::pod("a");
    pod["metadata"]["finalizers"] = Json::array({"drill/hold"});
    QVERIFY(api.store.create(kPods, pod));
    QVERIFY(api.store.remove(kPods, kShop, QStringLiteral("a")));
    const auto marked = api.store.find(kPods, kShop, QStringLiteral("a"));
    QVERIFY(marked);
    QVERIFY(!text(*marked, {"metadata", "deletionTimestamp"}).isEmpty());
    QSignalSpy spy(&api.store, &ObjectStore::changed);
    QVERIFY(api.store.edit(kPods, kShop, QStringLiteral("a"),
                           [](Json &object) { object["metadata"]["finalizers"] = Json::array(); }));
    QVERIFY(!api.store.find(kPods, kShop, QStringLiteral("a")));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().at(1).value<StoreEvent>().type, StoreEvent::Type::Deleted);
}

void ObjectStoreTest::listIsSorted()
{
    ApiFixture api;
    for (const auto &[space, name] : {std::pair("zoo", "a"), {"shop", "b"}, {"shop", "a"}, {"shop-2", "a"}})
        QVERIFY(api.store.create(kPods, ApiFixture::pod(name, Json::object(), space)));
    QStringList all;
    for (const auto &object : api.store.list(kPods))
        all.append(text(*object, {"metadata", "namespace"}) + QLatin1Char('/') +
                   text(*object, {"metadata", "name"}));
    QCOMPARE(all.join(QLatin1Char(' ')), QStringLiteral("shop/a shop/b shop-2/a zoo/a"));
    QCOMPARE(api.store.list(kPods, kShop).size(), 2);
    QCOMPARE(api.store.list(kPods, QStringLiteral("none")).size(), 0);
}

void ObjectStoreTest::historyIsBounded()
{
    ApiFixture api;
    api.store.setHistoryLimit(3);
    QVector<quint64> versions;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(api.store.create(kPods, ApiFixture::pod("p" + std::to_string(i))));
        versions.append(api.store.resourceVersion());
    }
    QCOMPARE(api.store.oldestResourceVersion(), versions.at(1));
    QCOMPARE(api.store.eventsAfter(kPods, versions.at(1)).size(), 3);
    QCOMPARE(api.store.eventsAfter(kPods, versions.at(3)).size(), 1);
    QCOMPARE(api.store.eventsAfter(kDeployments, versions.at(1)).size(), 0);
    const auto removed = api.store.remove(kPods, kShop, QStringLiteral("p4"));
    QVERIFY(removed);
    const auto events = api.store.eventsAfter(kPods, versions.at(4));
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().type, StoreEvent::Type::Deleted);
    QCOMPARE(text(*events.first().object, {"metadata", "resourceVersion"}),
             QString::number(events.first().resourceVersion));
    QVERIFY(events.first().previous);
}

void ObjectStoreTest::announcementsKeepTheirOrder()
{
    ApiFixture api;
    QVector<quint64> heard;
    connect(&api.store, &ObjectStore::changed, this, [&](const ResourceType &, const StoreEvent &event) {
        if (event.type == StoreEvent::Type::Added)
            QVERIFY(api.store.edit(kPods, kShop, QStringLiteral("a"),
                                   [](Json &pod) { pod["status"]["phase"] = "Pending"; }));
    });
    connect(&api.store, &ObjectStore::changed, this,
            [&](const ResourceType &, const StoreEvent &event) { heard.append(event.resourceVersion); });
    QVERIFY(api.store.create(kPods, ApiFixture::pod("a")));
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard.at(0) < heard.at(1));
}

void ObjectStoreTest::seedRepeatsNames()
{
    QStringList names;
    for (const quint64 seed : {7, 7, 8}) {
        ApiFixture api;
        api.store.setSeed(seed);
        const auto made =
            api.store.create(kPods, {{"metadata", {{"generateName", "web-"}, {"namespace", "shop"}}}});
        QVERIFY(made);
        names.append(text(**made, {"metadata", "name"}) + text(**made, {"metadata", "uid"}));
    }
    QVERIFY(names.at(0).startsWith(QStringLiteral("web-")));
    QCOMPARE(names.at(0), names.at(1));
    QVERIFY(names.at(0) != names.at(2));
}

void ObjectStoreTest::defaultsDoNotDisturbTheTemplate()
{
    ApiFixture api;
    const auto made = api.store.create(kDeployments, ApiFixture::deployment("cart"));
    QVERIFY(made);
    const Json before = member(**made, {"spec", "template"});
    const auto scaled = api.call("PATCH", "/apis/apps/v1/namespaces/shop/deployments/cart/scale",
                                 {{"spec", {{"replicas", 6}}}}, "application/merge-patch+json");
    QCOMPARE(scaled.status, 200);
    QVERIFY(member(*api.store.find(kDeployments, kShop, QStringLiteral("cart")), {"spec", "template"}) ==
            before);
}

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::ObjectStoreTest)
#include "objectstore_test.moc"
