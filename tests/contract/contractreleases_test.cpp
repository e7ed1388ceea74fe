// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/clusterundertest.h"
#include "tests/contract/contractobjects.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// What the console relies on where it moves releases. Runs against the drill, and unchanged against a real
/// cluster with SIGNALBOX_CONTRACT_KUBECONFIG=FILE. Where no Argo Rollouts controller runs, the assertions on
/// Rollouts stop at what the API server itself decides.
class ContractReleasesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void patchKinds();
    void deploymentUndo();
    void scaleSubresource();
    void rolloutPatches();
    void rolloutRefusesStrategicMerge();

private:
    [[nodiscard]] bool hasRollouts();

    ClusterUnderTest m_cluster;
};

void ContractReleasesTest::initTestCase()
{
    const QString problem = m_cluster.prepare();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void ContractReleasesTest::cleanupTestCase()
{
    m_cluster.cleanUp();
}

bool ContractReleasesTest::hasRollouts()
{
    return m_cluster.get(QStringLiteral("/apis/argoproj.io/v1alpha1")).ok();
}

void ContractReleasesTest::patchKinds()
{
    QVERIFY(m_cluster
                .create(m_cluster.apps(QStringLiteral("deployments")),
                        deployment("patched", "registry.invalid/web:1"))
                .ok());
    const QString path = m_cluster.apps(QStringLiteral("deployments/patched"));
    const auto merged =
        m_cluster.patch(path, mergePatch, {{"metadata", {{"annotations", {{"note", "one"}}}}}});
    QVERIFY(merged.ok());
    const auto cleared =
        m_cluster.patch(path, mergePatch, {{"metadata", {{"annotations", {{"note", nullptr}}}}}});
    QVERIFY(cleared.ok());
    QVERIFY(!cleared.body.at("metadata").value("annotations", Json::object()).contains("note"));
    const auto strategic = m_cluster.patch(
        path, strategicPatch,
        {{"spec",
          {{"template",
            {{"spec", {{"containers", {{{"name", "side"}, {"image", "registry.invalid/side:1"}}}}}}}}}}});
    QVERIFY(strategic.ok());
    QCOMPARE(strategic.body.at("spec").at("template").at("spec").at("containers").size(), std::size_t(2));
    const auto json =
        m_cluster.patch(path, jsonPatch, {{{"op", "replace"}, {"path", "/spec/replicas"}, {"value", 2}}});
    QVERIFY(json.ok());
    QCOMPARE(json.body.at("spec").at("replicas").get<int>(), 2);
    const auto unknown = m_cluster.patch(path, "text/plain", {{"spec", {}}});
    QCOMPARE(unknown.status, 415);
}

void ContractReleasesTest::deploymentUndo()
{
    QVERIFY(m_cluster
                .create(m_cluster.apps(QStringLiteral("deployments")),
                        deployment("undone", "registry.invalid/web:1"))
                .ok());
    const QString path = m_cluster.apps(QStringLiteral("deployments/undone"));
    const auto revision = [](const Json &object) {
        return object.at("metadata")
            .value("annotations", Json::object())
            .value("deployment.kubernetes.io/revision", "");
    };
    QVERIFY(m_cluster.waitFor(path, [&](const Json &object) { return revision(object) == "1"; }));
    QVERIFY(m_cluster
                .patch(path, strategicPatch,
                       {{"spec",
                         {{"template",
                           {{"spec",
                             {{"containers", {{{"name", "web"}, {"image", "registry.invalid/web:2"}}}}}}}}}}})
                .ok());
    QVERIFY(m_cluster.waitFor(path, [&](const Json &object) { return revision(object) == "2"; }));
    const auto sets =
        m_cluster.get(m_cluster.apps(QStringLiteral("replicasets?labelSelector=app%3Dcontract")));
    const auto uid = m_cluster.get(path).body.at("metadata").at("uid").get<std::string>();
    Json former;
    for (const Json &set : sets.body.at("items")) {
        const Json owners = set.at("metadata").value("ownerReferences", Json::array());
        if (!owners.empty() && owners[0].value("uid", "") == uid && revision(set) == "1") {
            former = set;
        }
    }
    QVERIFY(former.is_object());
    Json wanted = former.at("spec").at("template");
    wanted["metadata"]["labels"].erase("pod-template-hash");
    QVERIFY(
        m_cluster.patch(path, jsonPatch, {{{"op", "replace"}, {"path", "/spec/template"}, {"value", wanted}}})
            .ok());
    QVERIFY(m_cluster.waitFor(path, [&](const Json &object) { return revision(object) == "3"; }));
    const auto reused =
        m_cluster.get(m_cluster.apps(QStringLiteral("replicasets/")) +
                      QString::fromStdString(former.at("metadata").at("name").get<std::string>()));
    QCOMPARE(revision(reused.body), std::string("3"));
}

void ContractReleasesTest::scaleSubresource()
{
    QVERIFY(m_cluster
                .create(m_cluster.apps(QStringLiteral("deployments")),
                        deployment("scaled", "registry.invalid/web:1"))
                .ok());
    const QString path = m_cluster.apps(QStringLiteral("deployments/scaled/scale"));
    const auto scaled = m_cluster.patch(path, mergePatch, {{"spec", {{"replicas", 3}}}});
    QVERIFY(scaled.ok());
    QCOMPARE(scaled.body.value("kind", ""), std::string("Scale"));
    QCOMPARE(m_cluster.get(m_cluster.apps(QStringLiteral("deployments/scaled")))
                 .body.at("spec")
                 .at("replicas")
                 .get<int>(),
             3);
}

void ContractReleasesTest::rolloutPatches()
{
    if (!hasRollouts()) {
        QSKIP("the Argo Rollouts CRDs are not installed on this cluster");
    }
    QVERIFY(
        m_cluster
            .create(m_cluster.argo(QStringLiteral("rollouts")), rollout("steps", "registry.invalid/web:1"))
            .ok());
    const QString path = m_cluster.argo(QStringLiteral("rollouts/steps"));
    const auto aborted =
        m_cluster.patch(path + QStringLiteral("/status"), mergePatch, {{"status", {{"abort", true}}}});
    QVERIFY2(aborted.ok(), qPrintable(QString::number(aborted.status)));
    QVERIFY(aborted.body.at("status").at("abort").get<bool>());
    const auto generation = [](const Json &object) {
        return object.at("metadata").at("generation").get<qint64>();
    };
    const auto before = m_cluster.get(path);
    const auto ignored = m_cluster.patch(path, mergePatch, {{"status", {{"promoteFull", true}}}});
    QVERIFY(ignored.ok());
    QVERIFY2(!ignored.body.at("status").value("promoteFull", false),
             "the main path ignores status where the subresource exists");
    const auto paused = m_cluster.patch(path, mergePatch, {{"spec", {{"paused", true}}}});
    QVERIFY(paused.ok());
    QCOMPARE(generation(paused.body), generation(before.body) + 1);
    Json next = rollout("steps", "registry.invalid/web:2").at("spec").at("template");
    const auto undone =
        m_cluster.patch(path, jsonPatch, {{{"op", "replace"}, {"path", "/spec/template"}, {"value", next}}});
    QVERIFY(undone.ok());
    QCOMPARE(
        undone.body.at("spec").at("template").at("spec").at("containers")[0].at("image").get<std::string>(),
        std::string("registry.invalid/web:2"));
    const auto dry = m_cluster.patch(path + QStringLiteral("/status?dryRun=All"), mergePatch,
                                     {{"status", {{"abort", nullptr}}}});
    QVERIFY(dry.ok());
}

void ContractReleasesTest::rolloutRefusesStrategicMerge()
{
    if (!hasRollouts()) {
        QSKIP("the Argo Rollouts CRDs are not installed on this cluster");
    }
    QVERIFY(
        m_cluster
            .create(m_cluster.argo(QStringLiteral("rollouts")), rollout("strict", "registry.invalid/web:1"))
            .ok());
    const auto refused = m_cluster.patch(m_cluster.argo(QStringLiteral("rollouts/strict")), strategicPatch,
                                         {{"spec", {{"paused", true}}}});
    QCOMPARE(refused.status, 415);
}

QTEST_GUILESS_MAIN(ContractReleasesTest)
#include "contractreleases_test.moc"
