// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/clusterundertest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QByteArray mergePatch = "application/merge-patch+json";
const QByteArray jsonPatch = "application/json-patch+json";
const QByteArray strategicPatch = "application/strategic-merge-patch+json";

Json configMap(const std::string &name, const Json &data = {{"colour", "blue"}})
{
    return {{"apiVersion", "v1"},
            {"kind", "ConfigMap"},
            {"metadata", {{"name", name}, {"labels", {{"set", "contract"}}}}},
            {"data", data}};
}

Json podTemplate(const std::string &image)
{
    return {{"metadata", {{"labels", {{"app", "contract"}}}}},
            {"spec", {{"containers", {{{"name", "web"}, {"image", image}}}}}}};
}

Json deployment(const std::string &name, const std::string &image)
{
    return {{"apiVersion", "apps/v1"},
            {"kind", "Deployment"},
            {"metadata", {{"name", name}}},
            {"spec",
             {{"replicas", 1},
              {"selector", {{"matchLabels", {{"app", "contract"}}}}},
              {"template", podTemplate(image)}}}};
}

Json rollout(const std::string &name, const std::string &image)
{
    return {{"apiVersion", "argoproj.io/v1alpha1"},
            {"kind", "Rollout"},
            {"metadata", {{"name", name}}},
            {"spec",
             {{"replicas", 1},
              {"selector", {{"matchLabels", {{"app", "contract"}}}}},
              {"template", podTemplate(image)},
              {"strategy", {{"canary", {{"steps", {{{"setWeight", 50}}, {{"pause", Json::object()}}}}}}}}}}};
}

std::string version(const Json &object)
{
    return object.at("metadata").at("resourceVersion").get<std::string>();
}

} // namespace

/// What the console relies on in an API server. Runs against the drill, and unchanged against a real cluster
/// with SIGNALBOX_CONTRACT_KUBECONFIG=FILE. Where no Argo Rollouts controller runs, the assertions on
/// Rollouts stop at what the API server itself decides.
class ContractTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void listIsPagedAtOneVersion();
    void listWithSelectorAndBadContinue();
    void watchDeliversChangesAndResumes();
    void watchFromTooOldVersionSaysExpired();
    void staleWriteIsAConflict();
    void dryRunChangesNothing();
    void patchKinds();
    void failedTestOperationIsInvalid();
    void tableAnswers();
    void accessReviewsAgree();
    void selfSubjectReviewNamesMe();
    void deploymentUndo();
    void scaleSubresource();
    void rolloutPatches();
    void rolloutRefusesStrategicMerge();
    void deleteWithPrecondition();

private:
    [[nodiscard]] bool hasRollouts();

    ClusterUnderTest m_cluster;
};

void ContractTest::initTestCase()
{
    const QString problem = m_cluster.prepare();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void ContractTest::cleanupTestCase()
{
    m_cluster.cleanUp();
}

bool ContractTest::hasRollouts()
{
    return m_cluster.get(QStringLiteral("/apis/argoproj.io/v1alpha1")).ok();
}

void ContractTest::listIsPagedAtOneVersion()
{
    for (int number = 0; number < 7; ++number) {
        QVERIFY(m_cluster
                    .create(m_cluster.core(QStringLiteral("configmaps")),
                            configMap("page-" + std::to_string(number)))
                    .ok());
    }
    QSet<QString> names;
    std::string first;
    QString more;
    int pages = 0;
    do {
        QString path = m_cluster.core(QStringLiteral("configmaps?limit=3&labelSelector=set%3Dcontract"));
        if (!more.isEmpty()) {
            path += QStringLiteral("&continue=") + QString::fromLatin1(QUrl::toPercentEncoding(more));
        }
        const auto page = m_cluster.get(path);
        QVERIFY(page.ok());
        const Json &metadata = page.body.at("metadata");
        if (first.empty()) {
            first = metadata.at("resourceVersion").get<std::string>();
        }
        QCOMPARE(metadata.at("resourceVersion").get<std::string>(), first);
        for (const Json &item : page.body.at("items")) {
            names.insert(QString::fromStdString(item.at("metadata").at("name").get<std::string>()));
            QVERIFY2(!item.contains("kind"), "items of a typed list carry no kind");
        }
        more = QString::fromStdString(metadata.value("continue", ""));
        ++pages;
    } while (!more.isEmpty() && pages < 10);
    QCOMPARE(names.size(), 7);
    QVERIFY(pages >= 3);
}

void ContractTest::listWithSelectorAndBadContinue()
{
    const auto none = m_cluster.get(m_cluster.core(QStringLiteral("configmaps?labelSelector=set%3Dnothing")));
    QVERIFY(none.ok());
    QVERIFY(none.body.at("items").empty());
    const auto bad =
        m_cluster.get(m_cluster.core(QStringLiteral("configmaps?limit=2&continue=bm90LWEtdG9rZW4")));
    QVERIFY2(bad.status == 400 || bad.status == 410, qPrintable(QString::number(bad.status)));
}

void ContractTest::watchDeliversChangesAndResumes()
{
    const auto list = m_cluster.get(m_cluster.core(QStringLiteral("configmaps")));
    const QString start =
        QString::fromStdString(list.body.at("metadata").at("resourceVersion").get<std::string>());
    const QString path = m_cluster.core(
        QStringLiteral("configmaps?watch=true&allowWatchBookmarks=true&timeoutSeconds=60&resourceVersion="));
    QVector<Json> lines;
    auto watch = m_cluster.watch(path + start, lines);
    QVERIFY(m_cluster.create(m_cluster.core(QStringLiteral("configmaps")), configMap("watched")).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!lines.isEmpty() && lines.first().value("type", "") == "ADDED", 20000);
    const QString resume = QString::fromStdString(version(lines.first().at("object")));
    watch->abort();
    QVERIFY(m_cluster
                .patch(m_cluster.core(QStringLiteral("configmaps/watched")), mergePatch,
                       {{"data", {{"colour", "green"}}}})
                .ok());
    QVERIFY(m_cluster.remove(m_cluster.core(QStringLiteral("configmaps/watched"))).ok());
    QVector<Json> later;
    auto resumed = m_cluster.watch(path + resume, later);
    QTRY_VERIFY_WITH_TIMEOUT(later.size() >= 2, 20000);
    QCOMPARE(later[0].value("type", ""), std::string("MODIFIED"));
    QCOMPARE(later[0].at("object").at("data").at("colour").get<std::string>(), std::string("green"));
    QCOMPARE(later[1].value("type", ""), std::string("DELETED"));
    resumed->abort();
}

void ContractTest::watchFromTooOldVersionSaysExpired()
{
    const std::string name = "before-the-watch";
    QVERIFY(m_cluster.create(m_cluster.core(QStringLiteral("configmaps")), configMap(name)).ok());
    const QString path =
        m_cluster.core(QStringLiteral("configmaps?watch=true&timeoutSeconds=20&resourceVersion=1"));
    QVector<Json> lines;
    std::optional<Error> error;
    bool ended = false;
    const auto stream = m_cluster.watch(path, lines);
    connect(stream.get(), &http::Stream::ended, this, [&](const std::optional<Error> &why) {
        error = why;
        ended = true;
    });
    // Three answers are legal: HTTP 410, a stream whose first line is an ERROR with code 410, or, from a
    // server that still has version 1 in its history, everything that happened since.
    const auto isOurs = [&name](const Json &line) {
        return line.value("type", "") == "ADDED" &&
               line.at("object").at("metadata").value("name", "") == name;
    };
    const auto decided = [&] {
        return ended || (!lines.isEmpty() && lines.first().value("type", "") == "ERROR") ||
               std::any_of(lines.cbegin(), lines.cend(), isOurs);
    };
    QTRY_VERIFY_WITH_TIMEOUT(decided(), 40000);
    if (lines.isEmpty()) {
        QVERIFY2(error.has_value(), "the watch ended without an event and without a reason");
        QCOMPARE(error->httpStatus, 410);
        return;
    }
    if (lines.first().value("type", "") == "ERROR") {
        QCOMPARE(lines.first().at("object").at("code").get<int>(), 410);
        return;
    }
    QVERIFY2(std::any_of(lines.cbegin(), lines.cend(), isOurs),
             "the history is said to be there, and an object created since is missing from it");
}

void ContractTest::staleWriteIsAConflict()
{
    const auto made = m_cluster.create(m_cluster.core(QStringLiteral("configmaps")), configMap("contended"));
    QVERIFY(made.ok());
    Json stale = made.body;
    QVERIFY(m_cluster
                .patch(m_cluster.core(QStringLiteral("configmaps/contended")), mergePatch,
                       {{"data", {{"colour", "red"}}}})
                .ok());
    stale["data"]["colour"] = "grey";
    const auto refused = m_cluster.replace(m_cluster.core(QStringLiteral("configmaps/contended")), stale);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.reason(), std::string("Conflict"));
    const auto guarded = m_cluster.patch(
        m_cluster.core(QStringLiteral("configmaps/contended")), mergePatch,
        {{"metadata", {{"resourceVersion", version(made.body)}}}, {"data", {{"colour", "grey"}}}});
    QCOMPARE(guarded.status, 409);
    const auto again = m_cluster.create(m_cluster.core(QStringLiteral("configmaps")), configMap("contended"));
    QCOMPARE(again.status, 409);
    QCOMPARE(again.reason(), std::string("AlreadyExists"));
}

void ContractTest::dryRunChangesNothing()
{
    QVERIFY(m_cluster.create(m_cluster.core(QStringLiteral("configmaps")), configMap("dry")).ok());
    const auto before = m_cluster.get(m_cluster.core(QStringLiteral("configmaps/dry")));
    const auto answer = m_cluster.patch(m_cluster.core(QStringLiteral("configmaps/dry?dryRun=All")),
                                        mergePatch, {{"data", {{"colour", "green"}}}});
    QVERIFY(answer.ok());
    QCOMPARE(answer.body.at("data").at("colour").get<std::string>(), std::string("green"));
    const auto after = m_cluster.get(m_cluster.core(QStringLiteral("configmaps/dry")));
    QCOMPARE(version(after.body), version(before.body));
    QCOMPARE(after.body.at("data").at("colour").get<std::string>(), std::string("blue"));
    QVERIFY(
        m_cluster.create(m_cluster.core(QStringLiteral("configmaps?dryRun=All")), configMap("ghost")).ok());
    QCOMPARE(m_cluster.get(m_cluster.core(QStringLiteral("configmaps/ghost"))).status, 404);
}

void ContractTest::patchKinds()
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

void ContractTest::failedTestOperationIsInvalid()
{
    QVERIFY(m_cluster.create(m_cluster.core(QStringLiteral("configmaps")), configMap("tested")).ok());
    const auto refused = m_cluster.patch(m_cluster.core(QStringLiteral("configmaps/tested")), jsonPatch,
                                         {{{"op", "test"}, {"path", "/data/colour"}, {"value", "other"}},
                                          {{"op", "replace"}, {"path", "/data/colour"}, {"value", "x"}}});
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.reason(), std::string("Invalid"));
}

void ContractTest::tableAnswers()
{
    const auto table = m_cluster.get(m_cluster.core(QStringLiteral("configmaps")),
                                     "application/json;as=Table;g=meta.k8s.io;v=v1,application/json");
    QVERIFY(table.ok());
    QCOMPARE(table.body.value("kind", ""), std::string("Table"));
    QVERIFY(!table.body.at("columnDefinitions").empty());
}

void ContractTest::accessReviewsAgree()
{
    const Json attributes{{"namespace", m_cluster.namespaceName().toStdString()},
                          {"verb", "patch"},
                          {"group", "argoproj.io"},
                          {"resource", "rollouts"},
                          {"subresource", "status"}};
    const auto review =
        m_cluster.create(QStringLiteral("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"),
                         {{"apiVersion", "authorization.k8s.io/v1"},
                          {"kind", "SelfSubjectAccessReview"},
                          {"spec", {{"resourceAttributes", attributes}}}});
    QCOMPARE(review.status, 201);
    QVERIFY(review.body.at("status").at("allowed").get<bool>());
}

void ContractTest::selfSubjectReviewNamesMe()
{
    const auto review =
        m_cluster.create(QStringLiteral("/apis/authentication.k8s.io/v1/selfsubjectreviews"),
                         {{"apiVersion", "authentication.k8s.io/v1"}, {"kind", "SelfSubjectReview"}});
    if (review.status == 404) {
        QSKIP("this server is older than 1.28 and has no SelfSubjectReview");
    }
    QVERIFY(review.ok());
    QVERIFY(!review.body.at("status").at("userInfo").at("username").get<std::string>().empty());
}

void ContractTest::deploymentUndo()
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

void ContractTest::scaleSubresource()
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

void ContractTest::rolloutPatches()
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

void ContractTest::rolloutRefusesStrategicMerge()
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

void ContractTest::deleteWithPrecondition()
{
    QVERIFY(m_cluster.create(m_cluster.core(QStringLiteral("configmaps")), configMap("guarded")).ok());
    http::Request request;
    request.method = "DELETE";
    request.pathAndQuery = m_cluster.core(QStringLiteral("configmaps/guarded"));
    request.body =
        QByteArray::fromStdString(Json{{"kind", "DeleteOptions"},
                                       {"apiVersion", "v1"},
                                       {"preconditions", {{"uid", "00000000-0000-0000-0000-000000000000"}}}}
                                      .dump());
    request.contentType = "application/json";
    request.idempotent = false;
    QCOMPARE(m_cluster.send(request).status, 409);
    QVERIFY(m_cluster.get(m_cluster.core(QStringLiteral("configmaps/guarded"))).ok());
}

QTEST_GUILESS_MAIN(ContractTest)
#include "contract_test.moc"
