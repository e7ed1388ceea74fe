// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/planlibrary.h"
#include "models/stores/plansources.h"
#include "tests/stores/queryformatter.h"
#include "tests/support/fakeclusterapi.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QDateTime Now(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);

QByteArray plan(const QByteArray &id, const QByteArray &targets, const QByteArray &more = {})
{
    return "signalboxPlan: 1\nid: " + id +
           "\nversion: \"1\"\ntitle: { en: a, zh_TW: b, zh_CN: c }\ntargets: " + targets +
           "\nsteps: [{ id: full, title: { en: a, zh_TW: b, zh_CN: c }, weight: 100 %, minimumSoak: 10m "
           "}]\n" +
           more;
}

const QByteArray Checkout = "[{ namespace: shop, name: checkout }]";
const QByteArray Everything = "[{ name: \"*\" }]";

ReleaseKey release(const char *cluster, const char *space, const char *name)
{
    return {ClusterId(QString::fromLatin1(cluster)), QString::fromLatin1(space), QString::fromLatin1(name),
            ReleaseKind::Rollout};
}

PlanEntry entry(PlanOrigin origin, const char *location, const QByteArray &source, const char *cluster = "",
                const char *space = "")
{
    PlanEntry place;
    place.origin = origin;
    place.location = QString::fromLatin1(location);
    place.source = source;
    place.cluster = ClusterId(QString::fromLatin1(cluster));
    place.namespaceName = QString::fromLatin1(space);
    return makePlanEntry(place, {});
}

QString governs(QVector<PlanEntry> entries, const ReleaseKey &key)
{
    settlePlans(entries);
    const PlanEntry *found = governingPlan(entries, key);
    return found == nullptr ? QStringLiteral("none") : found->location;
}

struct Map {
    QString space;
    QString name;
    QHash<QString, QByteArray> data;
};

QByteArray listOf(const QVector<Map> &maps, const QString &next = {})
{
    QJsonArray items;
    for (const Map &map : maps) {
        QJsonObject data;
        for (auto it = map.data.begin(); it != map.data.end(); ++it) {
            data.insert(it.key(), QString::fromUtf8(*it));
        }
        items.append(
            QJsonObject{{QStringLiteral("metadata"), QJsonObject{{QStringLiteral("namespace"), map.space},
                                                                 {QStringLiteral("name"), map.name}}},
                        {QStringLiteral("data"), data}});
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("kind"), QStringLiteral("ConfigMapList")},
                           {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("continue"), next}}},
                           {QStringLiteral("items"), items}})
        .toJson();
}

QStringList locations(const PlanLibrary &library)
{
    QStringList all;
    for (const PlanEntry &each : library.entries()) {
        all.append(QFileInfo(each.location).fileName());
    }
    return all;
}

} // namespace

class PlanLibraryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nearestSourceWins();
    void literalTargetWins();
    void namespaceGovernsOnlyItself();
    void sameIdInOneSource();
    void userHidesBuiltIn();
    void brokenPlanKeepsItsPlace();
    void unreadableEditKeepsWhatItGoverned();
    void folders();
    void folderIsWatched();
    void folderAppearsLater();
    void onlyRegularFiles();
    void configMaps();
    void configMapPages();
    void clusterProblems();
    void namespaces();
    void forbiddenNamespace();
    void clusterGoes();
    void queries();
    void hostileAnswers_data();
    void hostileAnswers();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void PlanLibraryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void PlanLibraryTest::nearestSourceWins()
{
    const QByteArray bytes = plan("a", Checkout);
    const auto team = entry(PlanOrigin::Cluster, "team", bytes, "tpe", "signalbox");
    const auto user = entry(PlanOrigin::UserFolder, "user", bytes);
    const auto space = entry(PlanOrigin::Namespace, "space", bytes, "tpe", "shop");
    const auto builtIn = entry(PlanOrigin::BuiltIn, "built-in", plan("b", Checkout));
    const ReleaseKey key = release("tpe", "shop", "checkout");
    QCOMPARE(governs({builtIn, space, user, team}, key), QStringLiteral("team"));
    QCOMPARE(governs({builtIn, space, user}, key), QStringLiteral("user"));
    QCOMPARE(governs({builtIn, space}, key), QStringLiteral("space"));
    QCOMPARE(governs({builtIn}, key), QStringLiteral("built-in"));
    QCOMPARE(governs({}, key), QStringLiteral("none"));
    // A plan of another cluster is none of this release's business.
    QCOMPARE(governs({builtIn, team}, release("sin", "shop", "checkout")), QStringLiteral("built-in"));
}

void PlanLibraryTest::literalTargetWins()
{
    const auto wide = entry(PlanOrigin::UserFolder, "wide", plan("a", Everything));
    const auto narrow = entry(PlanOrigin::UserFolder, "narrow", plan("b", Checkout));
    QCOMPARE(governs({wide, narrow}, release("tpe", "shop", "checkout")), QStringLiteral("narrow"));
    QCOMPARE(governs({wide, narrow}, release("tpe", "shop", "cart")), QStringLiteral("wide"));
    // The source comes before the target.
    const auto builtIn = entry(PlanOrigin::BuiltIn, "built-in", plan("c", Checkout));
    QCOMPARE(governs({wide, builtIn}, release("tpe", "shop", "checkout")), QStringLiteral("wide"));
}

/// Whoever may write ConfigMaps in one namespace must not rule another.
void PlanLibraryTest::namespaceGovernsOnlyItself()
{
    const auto greedy = entry(PlanOrigin::Namespace, "greedy", plan("a", Everything), "tpe", "dev");
    QCOMPARE(governs({greedy}, release("tpe", "dev", "checkout")), QStringLiteral("greedy"));
    QCOMPARE(governs({greedy}, release("tpe", "shop", "checkout")), QStringLiteral("none"));
    const auto elsewhere = entry(PlanOrigin::Namespace, "elsewhere", plan("a", Checkout), "tpe", "dev");
    QCOMPARE(elsewhere.parsed.plan->targets.size(), 0);
    const auto team = entry(PlanOrigin::Cluster, "team", plan("b", Everything), "tpe", "signalbox");
    QCOMPARE(governs({greedy, team}, release("tpe", "dev", "checkout")), QStringLiteral("team"));
    const auto otherCluster = entry(PlanOrigin::Cluster, "other",
                                    plan("a", "[{ cluster: sin-*, name: checkout }]"), "tpe", "signalbox");
    QCOMPARE(governs({otherCluster}, release("tpe", "shop", "checkout")), QStringLiteral("none"));
}

void PlanLibraryTest::sameIdInOneSource()
{
    QVector<PlanEntry> entries{entry(PlanOrigin::UserFolder, "2", plan("a", Everything)),
                               entry(PlanOrigin::UserFolder, "1", plan("a", Checkout)),
                               entry(PlanOrigin::UserFolder, "3", plan("a", Everything)),
                               entry(PlanOrigin::Namespace, "4", plan("a", Everything), "tpe", "shop"),
                               entry(PlanOrigin::Namespace, "5", plan("a", Everything), "tpe", "dev")};
    for (int again = 0; again < 2; ++again) {
        settlePlans(entries);
        QCOMPARE(entries.at(0).location, QStringLiteral("1"));
        QVERIFY(entries.at(0).hiddenBy.isEmpty() && entries.at(0).isUsable());
        for (int i : {1, 2}) {
            QCOMPARE(entries.at(i).hiddenBy, QStringLiteral("1"));
            QVERIFY(!entries.at(i).isUsable());
            QCOMPARE(entries.at(i).parsed.problems.size(), 1);
            QCOMPARE(entries.at(i).parsed.problems.first().code, PlanProblemCode::DuplicatePlan);
        }
        QVERIFY(entries.at(3).isUsable() && entries.at(4).isUsable());
    }
    QVERIFY(governingPlan(entries, release("x", "dev", "cart")) == nullptr);
    // With the first one gone, the second is no duplicate any more.
    entries.removeFirst();
    settlePlans(entries);
    QVERIFY(entries.at(0).isUsable());
    QCOMPARE(entries.at(1).hiddenBy, QStringLiteral("2"));
}

void PlanLibraryTest::userHidesBuiltIn()
{
    QVector<PlanEntry> entries{entry(PlanOrigin::BuiltIn, "built-in", plan("a", Everything)),
                               entry(PlanOrigin::UserFolder, "user", plan("a", Checkout))};
    settlePlans(entries);
    QCOMPARE(entries.at(1).hiddenBy, QStringLiteral("user"));
    QVERIFY(entries.at(1).isUsable());
    QVERIFY(governingPlan(entries, release("tpe", "shop", "cart")) == nullptr);
}

/// Falling back to another plan would let something less strict slip in.
void PlanLibraryTest::brokenPlanKeepsItsPlace()
{
    QVector<PlanEntry> entries{entry(PlanOrigin::BuiltIn, "built-in", plan("a", Everything)),
                               entry(PlanOrigin::UserFolder, "user", plan("a", Checkout, "colour: red\n"))};
    settlePlans(entries);
    const PlanEntry *found = governingPlan(entries, release("tpe", "shop", "checkout"));
    QVERIFY(found != nullptr);
    QCOMPARE(found->location, QStringLiteral("user"));
    QVERIFY(!found->isUsable());
    QCOMPARE(entries.at(1).hiddenBy, QStringLiteral("user"));
}

void PlanLibraryTest::unreadableEditKeepsWhatItGoverned()
{
    const PlanEntry good = entry(PlanOrigin::UserFolder, "user", plan("a", Checkout));
    PlanEntry edited = good;
    edited.parsed = {};
    edited.source = "id: [a\n";
    edited = makePlanEntry(edited, {good});
    QVERIFY(!edited.isUsable());
    QCOMPARE(edited.parsed.id, QStringLiteral("a"));
    QCOMPARE(governs({edited}, release("tpe", "shop", "checkout")), QStringLiteral("user"));
}

void PlanLibraryTest::folders()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("built-in")));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("user")));
    write("built-in/a.yaml", plan("a", Checkout));
    write("built-in/b.yml", plan("b", Everything));
    write("user/a.yaml", plan("a", Checkout, "# mine\n"));
    write("user/notes.txt", "nothing");
    PlanLibrary library({path("built-in"), path("user")});
    QVERIFY(!library.isLoaded());
    QSignalSpy changed(&library, &PlanLibrary::changed);
    library.reload();
    QVERIFY(changed.wait());
    QVERIFY(library.isLoaded());
    QCOMPARE(locations(library),
             (QStringList{QStringLiteral("a.yaml"), QStringLiteral("a.yaml"), QStringLiteral("b.yml")}));
    const PlanEntry *found = library.governing(release("tpe", "shop", "checkout"));
    QCOMPARE(found->location, path("user/a.yaml"));
    QCOMPARE(found->source, plan("a", Checkout, "# mine\n"));
    QVERIFY(!found->queries);
}

void PlanLibraryTest::folderIsWatched()
{
    write("a.yaml", plan("a", Checkout));
    PlanLibrary library({{}, m_folder->path()});
    library.reload();
    QTRY_COMPARE(library.entries().size(), 1);
    write("b.yaml", plan("b", Everything));
    QTRY_COMPARE(library.entries().size(), 2);
    write("a.yaml", plan("a", Checkout, "colour: red\n"));
    QTRY_VERIFY(!library.entries().at(0).isUsable());
    QCOMPARE(library.entries().at(0).parsed.problems.first().code, PlanProblemCode::UnknownKey);
    QVERIFY(QFile::remove(path("a.yaml")));
    QTRY_COMPARE(locations(library), QStringList{QStringLiteral("b.yaml")});
}

void PlanLibraryTest::folderAppearsLater()
{
    PlanLibrary library({{}, path("config/plans")});
    library.reload();
    QTRY_VERIFY(library.isLoaded());
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("config/plans")));
    write("config/plans/a.yaml", plan("a", Checkout));
    QTRY_COMPARE(library.entries().size(), 1);
}

/// A pipe would make whoever opens it wait for ever.
void PlanLibraryTest::onlyRegularFiles()
{
    QVERIFY(::mkfifo(path("pipe.yaml").toUtf8().constData(), 0600) == 0);
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("folder.yaml")));
    write("huge.yaml", QByteArray(3 * 1024 * 1024, '#'));
    PlanLibrary library({{}, m_folder->path()});
    library.reload();
    QTRY_COMPARE(library.entries().size(), 1);
    QCOMPARE(library.entries().first().parsed.problems.first().code, PlanProblemCode::TooLarge);
}

void PlanLibraryTest::configMaps()
{
    FakeClusterApi api(QStringLiteral("tpe"));
    QByteArray body =
        listOf({{QStringLiteral("signalbox"),
                 QStringLiteral("plans"),
                 {{QStringLiteral("a.yaml"), plan("a", Everything)}, {QStringLiteral("readme"), "x"}}},
                {QStringLiteral("shop"),
                 QStringLiteral("own"),
                 {{QStringLiteral("b.yml"), plan("b", Everything)}}}});
    api.onGet = [&body](const QString &) { return body; };
    PlanLibrary library(PlanFolders{});
    library.addCluster(api);
    QVERIFY(!library.isLoaded(ClusterId(QStringLiteral("tpe"))));
    api.goLive(Now);
    QTRY_COMPARE(library.entries().size(), 2);
    QCOMPARE(api.gets, QStringList{QStringLiteral(
                           "/api/v1/configmaps?labelSelector=signalbox.dev%2Fplan%3Dtrue&limit=50")});
    QVERIFY(library.isLoaded(ClusterId(QStringLiteral("tpe"))));
    QCOMPARE(library.entries().at(0).origin, PlanOrigin::Cluster);
    QCOMPARE(library.entries().at(0).location, QStringLiteral("signalbox/plans/a.yaml"));
    QCOMPARE(library.entries().at(1).origin, PlanOrigin::Namespace);
    QCOMPARE(library.governing(release("tpe", "shop", "cart"))->parsed.id, QStringLiteral("a"));
    QVERIFY(library.governing(release("sin", "shop", "cart")) == nullptr);
    body = listOf({});
    library.refreshClusters();
    QTRY_VERIFY(library.entries().isEmpty());
}

void PlanLibraryTest::configMapPages()
{
    FakeClusterApi api(QStringLiteral("tpe"));
    api.onGet = [](const QString &asked) {
        const bool second = asked.endsWith(QLatin1String("&continue=n%2F2"));
        return listOf({{QStringLiteral("shop"),
                        second ? QStringLiteral("y") : QStringLiteral("x"),
                        {{QStringLiteral("p.yaml"), plan(second ? "b" : "a", Checkout)}}}},
                      second ? QString() : QStringLiteral("n/2"));
    };
    PlanLibrary library(PlanFolders{});
    library.addCluster(api);
    api.goLive(Now);
    QTRY_COMPARE(library.entries().size(), 2);
    QCOMPARE(api.gets.size(), 2);
    // A server that never ends is left.
    api.onGet = [](const QString &) { return listOf({}, QStringLiteral("again")); };
    library.refreshClusters();
    QTRY_VERIFY(library.clusterProblem(ClusterId(QStringLiteral("tpe"))));
    QCOMPARE(library.clusterProblem(ClusterId(QStringLiteral("tpe")))->code, ErrorCode::TooLarge);
    QCOMPARE(library.entries().size(), 2);
}

void PlanLibraryTest::clusterProblems()
{
    const ClusterId id(QStringLiteral("tpe"));
    FakeClusterApi api(QStringLiteral("tpe"));
    api.onGet = [](const QString &) {
        return listOf({{QStringLiteral("shop"),
                        QStringLiteral("x"),
                        {{QStringLiteral("p.yaml"), plan("a", Checkout)}}}});
    };
    PlanLibrary library(PlanFolders{});
    library.addCluster(api);
    api.goLive(Now);
    QTRY_COMPARE(library.entries().size(), 1);
    api.onGet = [](const QString &) -> Result<QByteArray> {
        return failure(ErrorCode::Forbidden, ErrorLayer::Http, {});
    };
    library.refreshClusters();
    QTRY_VERIFY(library.clusterProblem(id));
    QCOMPARE(library.clusterProblem(id)->code, ErrorCode::Forbidden);
    QCOMPARE(library.entries().size(), 1); // what was read stays
    api.onGet = [](const QString &) { return listOf({}); };
    library.refreshClusters();
    QTRY_VERIFY(!library.clusterProblem(id));
    QVERIFY(library.entries().isEmpty());
}

void PlanLibraryTest::namespaces()
{
    FakeClusterApi api(QStringLiteral("tpe"));
    api.onGet = [](const QString &) { return listOf({}); };
    PlanLibrary library(PlanFolders{});
    library.addCluster(api);
    library.setNamespaces(ClusterId(QStringLiteral("tpe")), {QStringLiteral("shop"), QStringLiteral("dev")});
    api.goLive(Now);
    QTRY_VERIFY(library.isLoaded(ClusterId(QStringLiteral("tpe"))));
    QCOMPARE(api.gets.size(), 3);
    QVERIFY(api.gets.at(2).startsWith(QStringLiteral("/api/v1/namespaces/signalbox/configmaps?")));
    QVERIFY(api.gets.at(0).startsWith(QStringLiteral("/api/v1/namespaces/shop/configmaps?")));
    QVERIFY(api.gets.at(1).startsWith(QStringLiteral("/api/v1/namespaces/dev/configmaps?")));
}

/// One namespace that may not be read does not hide the plans of the others, and is not passed over in
/// silence.
void PlanLibraryTest::forbiddenNamespace()
{
    const ClusterId id(QStringLiteral("tpe"));
    FakeClusterApi api(QStringLiteral("tpe"));
    api.onGet = [](const QString &asked) -> Result<QByteArray> {
        if (asked.contains(QLatin1String("/dev/"))) {
            return failure(ErrorCode::Forbidden, ErrorLayer::Http, {});
        }
        const QString space = asked.section(QLatin1Char('/'), 4, 4);
        return listOf({{space, QStringLiteral("x"), {{QStringLiteral("p.yaml"), plan("a", Everything)}}}});
    };
    PlanLibrary library(PlanFolders{});
    library.addCluster(api);
    library.setNamespaces(id, {QStringLiteral("dev"), QStringLiteral("shop")});
    api.goLive(Now);
    QTRY_COMPARE(library.entries().size(), 2);
    QCOMPARE(library.entries().first().origin, PlanOrigin::Cluster);
    QVERIFY(library.clusterProblem(id));
    QCOMPARE(library.clusterProblem(id)->code, ErrorCode::Forbidden);
}

/// Answers that come for a cluster that was removed, or after the library, do no harm.
void PlanLibraryTest::clusterGoes()
{
    const ClusterId id(QStringLiteral("tpe"));
    FakeClusterApi api(QStringLiteral("tpe"));
    api.onGet = [](const QString &) {
        return listOf({{QStringLiteral("shop"),
                        QStringLiteral("x"),
                        {{QStringLiteral("p.yaml"), plan("a", Checkout)}}}});
    };
    auto library = std::make_unique<PlanLibrary>(PlanFolders{});
    library->addCluster(api);
    api.goLive(Now);
    QTRY_COMPARE(library->entries().size(), 1);
    api.hold = true;
    library->refreshClusters();
    library->removeCluster(id);
    QVERIFY(library->entries().isEmpty());
    api.hold = false;
    api.answerHeld();
    library->addCluster(api);
    api.setConnection(Freshness::Reconnecting, Now);
    api.goLive(Now);
    QTRY_COMPARE(library->entries().size(), 1);
    api.hold = true;
    library->refreshClusters();
    library.reset();
    api.answerHeld();
}

/// Until a server was asked, a plan says that its queries are unchecked; one it refuses makes it unusable.
void PlanLibraryTest::queries()
{
    const QByteArray objective =
        "objectives: [{ id: o, title: { en: a, zh_TW: b, zh_CN: c }, objective: 99 %, "
        "goodQuery: good, totalQuery: total, window: month }]\n";
    write("a.yaml", plan("a", Checkout, objective));
    PlanLibrary library({{}, m_folder->path()});
    library.reload();
    QTRY_COMPARE(library.entries().size(), 1);
    QVERIFY(!library.entries().first().queries);
    QueryFormatter server;
    library.checkQueries(ClusterId(QString()), path("a.yaml"), server);
    QTRY_VERIFY(library.entries().first().queries);
    QCOMPARE(library.entries().first().queries->checked, 2);
    QVERIFY(library.entries().first().isUsable());
    server.onFormat = [](const QString &promql) -> Result<QString> {
        return failure(ErrorCode::Invalid, ErrorLayer::Http, promql);
    };
    for (int again = 0; again < 2; ++again) {
        QSignalSpy changed(&library, &PlanLibrary::changed);
        library.checkQueries(ClusterId(QString()), path("a.yaml"), server);
        QVERIFY(changed.wait());
        QCOMPARE(library.entries().first().parsed.problems.size(), 2);
        QVERIFY(!library.entries().first().isUsable());
    }
    // Read again without a change, the answer stays; with one, it is another plan nobody asked about.
    QSignalSpy changed(&library, &PlanLibrary::changed);
    library.reload();
    QVERIFY(changed.wait());
    QVERIFY(library.entries().first().queries);
    write("a.yaml", plan("a", Checkout, objective + "# new\n"));
    QTRY_VERIFY(!library.entries().first().queries);
    QVERIFY(library.entries().first().isUsable());
}

void PlanLibraryTest::hostileAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("no list") << QByteArray("{\"items\": 3}");
    QTest::newRow("array") << QByteArray("[]");
}

void PlanLibraryTest::hostileAnswers()
{
    QFETCH(QByteArray, body);
    const auto read = readPlanConfigMaps(body, ClusterId(QStringLiteral("tpe")));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Protocol);
    const auto odd = readPlanConfigMaps("{\"items\": [1, {}, {\"data\": 3}, {\"data\": {\"a.yaml\": 1}}]}",
                                        ClusterId(QStringLiteral("tpe")));
    QVERIFY(odd && odd->plans.isEmpty());
}

QTEST_GUILESS_MAIN(PlanLibraryTest)
#include "planlibrary_test.moc"
