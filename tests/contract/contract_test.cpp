// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/clusterundertest.h"
#include "tests/contract/contractobjects.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// What the console relies on in an API server. Runs against the drill, and unchanged against a real cluster
/// with SIGNALBOX_CONTRACT_KUBECONFIG=FILE.
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
    void failedTestOperationIsInvalid();
    void tableAnswers();
    void accessReviewsAgree();
    void selfSubjectReviewNamesMe();
    void deleteWithPrecondition();

private:
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
