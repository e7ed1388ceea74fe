// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/resourcetypes.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;

class ResourceTypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableFollowsTheEnum()
    {
        const auto kinds = allResourceKinds();
        QCOMPARE(kinds.size(), static_cast<int>(ResourceKind::Pod) + 1);
        for (const ResourceKind kind : kinds) {
            QCOMPARE(resourceType(kind).kind, kind);
        }
    }

    void paths_data()
    {
        QTest::addColumn<ResourceKind>("kind");
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("path");
        QTest::newRow("core, all") << ResourceKind::Pod << QString() << QStringLiteral("/api/v1/pods");
        QTest::newRow("core, one") << ResourceKind::Pod << QStringLiteral("shop")
                                   << QStringLiteral("/api/v1/namespaces/shop/pods");
        QTest::newRow("cluster-scoped")
            << ResourceKind::Node << QStringLiteral("shop") << QStringLiteral("/api/v1/nodes");
        QTest::newRow("namespaces") << ResourceKind::Namespace << QStringLiteral("shop")
                                    << QStringLiteral("/api/v1/namespaces");
        QTest::newRow("group") << ResourceKind::Rollout << QStringLiteral("shop")
                               << QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts");
        QTest::newRow("hostile name")
            << ResourceKind::Rollout << QStringLiteral("a/../b?c")
            << QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/a%2F..%2Fb%3Fc/rollouts");
    }
    void paths()
    {
        QFETCH(ResourceKind, kind);
        QFETCH(QString, scope);
        const ServedVerbs verbs{{QStringLiteral("argoproj.io/v1alpha1/rollouts"), {}}};
        const auto served = resolve(kind, verbs);
        QVERIFY(served.has_value());
        QTEST(served->path(scope), "path");
    }

    void aggregatedDiscovery()
    {
        const auto verbs = parseAggregatedDiscovery(R"({"kind":"APIGroupDiscoveryList","items":[
            {"metadata":{"name":"networking.istio.io"},"versions":[
                {"version":"v1beta1","resources":[{"resource":"virtualservices","verbs":["list","watch"]}]},
                {"version":"v1alpha3","resources":[{"resource":"virtualservices","verbs":["list"]},7]}]},
            {"metadata":{"name":"autoscaling"},"versions":[{"version":"v1","resources":[{"resource":"horizontalpodautoscalers"}]}]},
            null]})");
        QVERIFY(verbs.has_value());
        const auto route = resolve(ResourceKind::VirtualService, *verbs);
        QCOMPARE(route->version, QStringLiteral("v1beta1"));
        QVERIFY(route->canWatch);
        QVERIFY(
            !resolve(ResourceKind::HorizontalPodAutoscaler, *verbs).has_value()); // only v1: another shape
        QVERIFY(!resolve(ResourceKind::Rollout, *verbs).has_value());
        QVERIFY(resolve(ResourceKind::Event, *verbs).has_value());
    }

    void listWithoutWatch()
    {
        const ServedVerbs verbs = parseResourceList(
            R"({"groupVersion":"argoproj.io/v1alpha1","resources":[{"name":"rollouts","verbs":["get","list"]},{"name":"rollouts/status","verbs":["patch"]}]})");
        QVERIFY(!resolve(ResourceKind::Rollout, verbs)->canWatch);
    }

    void otherBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("wrong kind") << QByteArray("{\"kind\":\"Status\"}");
        QTest::newRow("kind of wrong type") << QByteArray("{\"kind\":{}}");
        QTest::newRow("empty") << QByteArray();
    }
    void otherBodies()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!parseAggregatedDiscovery(body).has_value());
        QVERIFY(!parseGroupList(body).has_value());
        QVERIFY(parseResourceList(body).isEmpty());
    }

    void groupList()
    {
        const auto versions = parseGroupList(
            R"({"kind":"APIGroupList","groups":[{"name":"apps","versions":[{"groupVersion":"apps/v1"},{"groupVersion":"apps/v1beta1"}]},{"name":"x"}]})");
        QVERIFY(versions.has_value());
        QCOMPARE(versions->size(), 2);
        QVERIFY(versions->contains(QStringLiteral("apps/v1")));
    }
};

QTEST_GUILESS_MAIN(ResourceTypesTest)

#include "resourcetypes_test.moc"
