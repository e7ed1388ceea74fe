// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/junitreport.h"
#include "backends/probes/reportfile.h"
#include "backends/probes/sarifreport.h"
#include "probefixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QString Digest = QStringLiteral("sha256:") + QString(64, QLatin1Char('a'));
const QString Other = QStringLiteral("sha256:") + QString(64, QLatin1Char('b'));
const QString Repository = QStringLiteral("registry.example:5000/shop/cart");

QByteArray junit(const QByteArray &content, const QByteArray &attributes = {}, const QString &digest = Digest)
{
    return "<?xml version=\"1.0\"?><testsuites " + attributes +
           "><testsuite name=\"s\"><properties><property name=\"image.digest\" value=\"shop/cart@" +
           digest.toLatin1() + "\"/></properties>" + content + "</testsuite></testsuites>";
}

QByteArray testCase(const QByteArray &name, const QByteArray &inside = {})
{
    return "<testcase classname=\"Cart\" name=\"" + name + "\">" + inside + "</testcase>";
}

QByteArray sarif(const QByteArray &results, const QByteArray &more = {}, const QString &digest = Digest)
{
    return R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan","rules":[
        {"id":"HIGH","defaultConfiguration":{"level":"error"}},{"id":"LOW","defaultConfiguration":{"level":"note"}},
        {"id":"PLAIN"}]}},"properties":{"imageID":"sha256:cccc","repoDigests":["shop/cart@)" +
           digest.toLatin1() + R"("]})" + more + R"(,"results":[)" + results + "]}]}";
}

} // namespace

/// JUnit and SARIF kinds.
class ReportProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void junitReports_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("words");
        const QByteArray good = testCase("adds");
        const auto row = [](const char *name, const QByteArray &xml, const char *words) {
            QTest::newRow(name) << xml << QString::fromUtf8(words);
        };
        row("passed", junit(good + testCase("removes", "<system-out>&lt;failure/&gt;</system-out>")),
            "pass junit-passed 2");
        row("failure", junit(good + testCase("b", "<failure message=\"x\"/>")),
            "fail junit-not-passed 1 | 0 | 0 | 0 | Cart.b");
        row("error", junit(good + testCase("b", "<error/>")), "fail junit-not-passed 0 | 1 | 0 | 0 | Cart.b");
        row("skipped", junit(good + testCase("b", "<skipped/>")),
            "fail junit-not-passed 0 | 0 | 1 | 0 | Cart.b");
        row("flaky", junit(good + testCase("b", "<flakyFailure/><flakyError/>")),
            "fail junit-not-passed 0 | 0 | 0 | 2 | Cart.b");
        row("not run", junit(good + "<testcase classname=\"Cart\" name=\"b\" status=\"notrun\"/>"),
            "fail junit-not-passed 0 | 0 | 1 | 0 | Cart.b");
        row("suite broke", junit(good + "<error/>"), "fail junit-not-passed 0 | 1 | 0 | 0 | \xe2\x80\x93");
        row("says more failures than it shows", junit(good, "tests=\"1\" failures=\"1\""),
            "fail junit-not-passed 0 | 0 | 0 | 0 | ");
        row("empty", junit({}), "unknown junit-empty ");
        row("fewer tests than it says", junit(good, "tests=\"2\""), "unknown junit-incomplete 1 | 2");
        row("cut off", junit(good).chopped(20), "unknown report-malformed ");
        row("not xml", "hello", "unknown report-malformed ");
        row("nothing", "", "unknown report-malformed ");
        row("another document", "<html/>", "unknown report-malformed ");
        row("two roots", junit(good) + junit(good), "unknown report-malformed ");
        row("of another image", junit(good, {}, Other),
            "unknown report-other-artefact sha256:bbbbbbbbbbbb | sha256:aaaaaaaaaaaa");
        row("of no image", "<testsuite>" + good + "</testsuite>", "unknown report-unbound ");
        row("bound by one of its tests",
            "<testsuite>" +
                testCase("b", "<properties><property name=\"image.digest\" value=\"" + Digest.toLatin1() +
                                  "\"/></properties>") +
                "</testsuite>",
            "unknown report-unbound ");
        row("bomb",
            "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
            "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><testsuite>&b;"
            "</testsuite>",
            "unknown report-unsafe ");
        row("file of this machine",
            "<!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><testsuite>&x;</testsuite>",
            "unknown report-unsafe ");
        row("deep", QByteArray("<testsuite>").repeated(100'000), "unknown report-malformed ");
    }
    void junitReports()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, words);
        QCOMPARE(inWords(probes::judgeJunit(xml, {Digest}, std::nullopt)), words);
    }

    void junitManifests_data()
    {
        QTest::addColumn<QByteArray>("manifest");
        QTest::addColumn<QString>("words");
        QTest::newRow("same") << QByteArray("# all\nCart.a\r\n\n Cart.b \n")
                              << QStringLiteral("pass junit-passed 2");
        QTest::newRow("one did not run")
            << QByteArray("Cart.a\nCart.b\nCart.c") << QStringLiteral("fail junit-not-executed 1 | Cart.c");
        QTest::newRow("one is not listed")
            << QByteArray("Cart.a") << QStringLiteral("fail junit-unlisted 1 | Cart.b");
        QTest::newRow("empty list") << QByteArray()
                                    << QStringLiteral("fail junit-unlisted 2 | Cart.a, Cart.b");
    }
    void junitManifests()
    {
        QFETCH(QByteArray, manifest);
        QFETCH(QString, words);
        QCOMPARE(inWords(probes::judgeJunit(junit(testCase("a") + testCase("b")), {Digest}, manifest)),
                 words);
    }

    void sarifReports_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &json, const char *level, const char *words) {
            QTest::newRow(name) << json << QString::fromLatin1(level) << QString::fromLatin1(words);
        };
        const QByteArray high = R"({"ruleId":"HIGH"})";
        row("clean", sarif({}), "warning", "pass sarif-clean warning");
        row("level of the rule", sarif(high), "error", "fail sarif-findings 1 | error | HIGH");
        row("own level", sarif(R"({"ruleId":"HIGH","level":"note"})"), "error", "pass sarif-clean error");
        row("low", sarif(R"({"ruleId":"LOW"})"), "warning", "pass sarif-clean warning");
        row("low counts too", sarif(R"({"ruleId":"LOW"})"), "note", "fail sarif-findings 1 | note | LOW");
        row("no level is a warning", sarif(R"({"ruleId":"PLAIN"})"), "warning",
            "fail sarif-findings 1 | warning | PLAIN");
        row("unknown level", sarif(R"({"ruleId":"X","level":"fatal"})"), "error",
            "fail sarif-findings 1 | error | X");
        row("suppressed", sarif(R"({"ruleId":"HIGH","suppressions":[{"kind":"external"}]})"), "error",
            "fail sarif-findings 1 | error | HIGH");
        row("passed", sarif(R"({"ruleId":"HIGH","kind":"pass","level":"none"})"), "note",
            "pass sarif-clean note");
        row("to be reviewed", sarif(R"({"ruleId":"HOT","kind":"review","level":"none"})"), "error",
            "fail sarif-findings 1 | error | HOT");
        row("broke off", sarif({}, R"(,"invocations":[{"executionSuccessful":false}])"), "error",
            "unknown sarif-incomplete ");
        row("no results", QByteArray(sarif({})).replace("\"results\"", "\"other\""), "error",
            "unknown sarif-incomplete ");
        row("no runs", R"({"version":"2.1.0","runs":[]})", "error", "unknown sarif-incomplete ");
        row("of another image", sarif({}, {}, Other), "error",
            "unknown report-other-artefact sha256:bbbbbbbbbbbb | sha256:aaaaaaaaaaaa");
        row("of no image", R"({"version":"2.1.0","runs":[{"results":[]}]})", "error",
            "unknown report-unbound ");
        row("not json", "<xml/>", "error", "unknown report-malformed ");
        row("nothing", "", "error", "unknown report-malformed ");
        row("another document", R"({"runs":7})", "error", "unknown report-malformed ");
        row("runs are texts", R"({"version":"2.1.0","runs":["a"]})", "error", "unknown report-unbound ");
        row("deep", QByteArray("[").repeated(1'000'000), "error", "unknown report-malformed ");
    }
    void sarifReports()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, level);
        QFETCH(QString, words);
        QCOMPARE(inWords(probes::judgeSarif(json, {Digest}, level)), words);
    }

    void readsDigestsOfImages()
    {
        const QVector<ContainerImage> images{
            {QStringLiteral("app"), Repository + QStringLiteral(":1.2@") + Digest},
            {QStringLiteral("side"), QStringLiteral("proxy:1@") + Other},
            {QStringLiteral("tagged"), QStringLiteral("web:1")}};
        QCOMPARE(probes::digestsOf(images, Repository), QSet<QString>{Digest});
        QCOMPARE(probes::digestsOf(images, QStringLiteral("proxy")), QSet<QString>{Other});
        QVERIFY(probes::hasImageOf(images, QStringLiteral("web")));
        QVERIFY(probes::digestsOf(images, QStringLiteral("web")).isEmpty());
        QVERIFY(!probes::hasImageOf(images, QStringLiteral("cart")));
    }

    void readsFiles()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("reports")));
        const QString inside = folder.filePath(QStringLiteral("reports"));
        const auto write = [](const QString &path, const QByteArray &content) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        };
        write(inside + QStringLiteral("/j.xml"), junit(testCase("a")));
        write(inside + QStringLiteral("/list"), "Cart.a\n");
        write(inside + QStringLiteral("/large.xml"), QByteArray(17 * 1024 * 1024, ' '));
        write(folder.filePath(QStringLiteral("out.xml")), junit(testCase("a")));
        QCOMPARE(::mkfifo(QFile::encodeName(inside + QStringLiteral("/pipe")).constData(), 0600), 0);

        ProbeFixture fixture;
        fixture.restart(inside);
        fixture.context.images = {{QStringLiteral("app"), Repository + QLatin1Char('@') + Digest}};
        const auto run = [&fixture](const QString &file, const QString &manifest = {}) {
            Parameters parameters{{QStringLiteral("file"), {file}},
                                  {QStringLiteral("artefact"), {Repository}}};
            if (!manifest.isEmpty()) {
                parameters.insert(QStringLiteral("manifest"), {manifest});
            }
            return verdictOf(fixture.run(ProbeKind::Junit, parameters));
        };
        QCOMPARE(run(QStringLiteral("j.xml")), QStringLiteral("pass junit-passed"));
        QCOMPARE(run(QStringLiteral("j.xml"), QStringLiteral("list")), QStringLiteral("pass junit-passed"));
        QCOMPARE(run(QStringLiteral("j.xml"), QStringLiteral("nowhere")),
                 QStringLiteral("unknown report-missing"));
        QCOMPARE(run(inside + QStringLiteral("/j.xml")), QStringLiteral("pass junit-passed"));
        QCOMPARE(run(QStringLiteral("../out.xml")), QStringLiteral("unknown report-missing"));
        QCOMPARE(run(QStringLiteral("a/../../out.xml")), QStringLiteral("unknown report-missing"));
        QCOMPARE(run(QStringLiteral("pipe")), QStringLiteral("unknown report-missing"));
        QCOMPARE(run(QStringLiteral("/dev/zero")), QStringLiteral("unknown report-missing"));
        QCOMPARE(run(QStringLiteral("large.xml")), QStringLiteral("unknown report-too-large"));
        fixture.context.images = {{QStringLiteral("app"), Repository + QStringLiteral(":1")}};
        QCOMPARE(run(QStringLiteral("j.xml")), QStringLiteral("unknown artefact-without-digest"));
        fixture.context.images.clear();
        QCOMPARE(run(QStringLiteral("j.xml")), QStringLiteral("unknown artefact-not-released"));
    }
};

QTEST_GUILESS_MAIN(ReportProbeTest)
#include "reportprobe_test.moc"
