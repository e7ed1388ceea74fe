// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/domain/decisionfixture.h"

#include <QCryptographicHash>
#include <QTest>

#include <functional>

using namespace signalbox;
using namespace signalbox::test;

/// Bindings, grants, evidence, waivers, overrides and the words of refusals.
class DecisionFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void artefacts();
    void runs();
    void grants();
    void words();
    void clocks_data();
    void clocks();
    void types_data();
    void types();
    void evidence_data();
    void evidence();
    void evidenceIsTheLedgers();
    void waiverRequests_data();
    void waiverRequests();
    void waiverGrants();
    void overrideRequests_data();
    void overrideRequests();
    void overrideGrants();
};

void DecisionFactsTest::artefacts()
{
    const auto hashOf = [](const QVector<ContainerImage> &images) {
        Revision revision;
        revision.images = images;
        return artefactHash(revision);
    };
    const ContainerImage web{str("web"), str("registry:5000/shop/web:1.2")};
    const ContainerImage log{str("log"), str("log:3")};
    QCOMPARE(hashOf({web, log}).size(), 32);
    QCOMPARE(hashOf({web, log}), hashOf({log, web}));
    QCOMPARE(hashOf({web, log}), QCryptographicHash::hash("log=log:3\nweb=registry:5000/shop/web:1.2",
                                                          QCryptographicHash::Sha256));
    QVERIFY(hashOf({web, log}) != hashOf({web}));
    QVERIFY(hashOf({web}) != hashOf({{str("web"), str("registry:5000/shop/web:1.3")}}));
    QVERIFY(hashOf({web}) != hashOf({{str("other"), web.image}}));
    // The digest says what runs; the tag beside it may be moved.
    const auto digest = [&](const char *image) { return hashOf({{str("web"), str(image)}}); };
    QCOMPARE(digest("registry:5000/web:1@sha256:ab"), digest("registry:5000/web:2@sha256:ab"));
    QCOMPARE(digest("registry:5000/web@sha256:ab"), digest("registry:5000/web:2@sha256:ab"));
    QVERIFY(digest("registry:5000/web@sha256:ab") != digest("registry:5000/web@sha256:cd"));
    QVERIFY(digest("registry:5000/web@sha256:ab") != digest("registry:6000/web@sha256:ab"));
}

void DecisionFactsTest::runs()
{
    Release release;
    release.uid = str("uid-1");
    release.currentHash = str("5c7d");
    QCOMPARE(runOf(release), run());
    QCOMPARE(runOf(release).id(), str("uid-1/5c7d"));
}

void DecisionFactsTest::grants()
{
    const QVector<RoleGrant> all{deputy("tess", "tech", "tom", minute(0), minute(10)), grant("tess", "tech"),
                                 deputy("dan", "tech", "tom", minute(0), minute(10)),
                                 deputy("dan", "qa", "tom", {}, {})};
    QVERIFY(grantOf(all, str("tess"), str("tech"), minute(5))->deputyFor.isEmpty());
    QCOMPARE(grantOf(all, str("dan"), str("tech"), minute(0))->deputyFor, str("tom"));
    QVERIFY(grantOf(all, str("dan"), str("tech"), milli(minute(10), -1)) != nullptr);
    QVERIFY(grantOf(all, str("dan"), str("tech"), minute(10)) == nullptr);
    QVERIFY(grantOf(all, str("dan"), str("tech"), milli(minute(0), -1)) == nullptr);
    QVERIFY(grantOf(all, str("tom"), str("tech"), minute(5)) == nullptr);
    QVERIFY(grantOf({grant("", "tech")}, QString(), str("tech"), minute(5)) == nullptr);
    QVERIFY(holdsAnyRole(all, str("dan"), minute(500)));
    QVERIFY(!holdsAnyRole(all, str("tom"), minute(5)));
    QVERIFY(!holdsAnyRole({grant("", "tech")}, QString(), minute(5)));
}

void DecisionFactsTest::words()
{
    QStringList seen;
    for (int i = 1; i <= static_cast<int>(Refusal::UnknownRule); ++i) {
        const QString word = refusalWord(static_cast<Refusal>(i));
        QVERIFY2(!word.isEmpty() && !seen.contains(word), qPrintable(QString::number(i)));
        QCOMPARE(refusalOfWord(word), static_cast<Refusal>(i));
        seen.append(word);
    }
    QVERIFY(refusalWord(Refusal::None).isEmpty());
    QCOMPARE(refusalOfWord({}), Refusal::None);
    QCOMPARE(refusalOfWord(str("made-up")), Refusal::None);
}

void DecisionFactsTest::clocks_data()
{
    QTest::addColumn<int>("skew");
    QTest::addColumn<bool>("refused");
    QTest::newRow("none") << 0 << false;
    QTest::newRow("five ahead") << 5000 << false;
    QTest::newRow("five behind") << -5000 << false;
    QTest::newRow("more ahead") << 5001 << true;
    QTest::newRow("more behind") << -5001 << true;
    QTest::newRow("ten seconds") << 10000 << true;
}

void DecisionFactsTest::clocks()
{
    QFETCH(int, skew);
    QFETCH(bool, refused);
    QCOMPARE(clockRefusal(std::chrono::milliseconds(skew)), refused ? Refusal::ClockSkew : Refusal::None);
}

void DecisionFactsTest::types_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QChar>("type");
    // A absolute, B break-glass, C single override, as the table of invariants says.
    const QString table = str("BAAAAAAABBBBBBACBCBBAAAA");
    QCOMPARE(table.size(), 24);
    for (int i = 0; i < 24; ++i) {
        const QString rule = QStringLiteral("INV-%1").arg(i + 1, 2, 10, QLatin1Char('0'));
        QTest::newRow(qPrintable(rule)) << rule << table.at(i);
    }
    for (const char *rule : {"INV-00", "INV-25", "INV-1", "inv-01", "INV-016", ""}) {
        QTest::newRow(rule) << str(rule) << QChar(QLatin1Char('-'));
    }
}

void DecisionFactsTest::types()
{
    QFETCH(QString, rule);
    QFETCH(QChar, type);
    const auto found = interlockOfId(rule);
    QCOMPARE(found ? str("ABC").at(static_cast<int>(interlockType(*found))) : QChar(QLatin1Char('-')), type);
}

void DecisionFactsTest::evidence_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<Evidence>("evidence");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *name, const char *person, const char *refusal,
                        const std::function<void(Evidence &)> &change) {
        Evidence one;
        one.checklist = str("before");
        one.item = str("nodes");
        one.result = CheckResult::Pass;
        one.binding = binding();
        one.at = minute(-5);
        change(one);
        QTest::newRow(name) << str(person) << one << str(refusal);
    };
    row("by a machine", "bot", "", [](auto &) {});
    row("by a machine under a person's name", "tess", "", [](auto &) {});
    row("attested", "tess", "", [](auto &e) { e.byPerson = true; });
    row("attested by automation", "bot", "automation-may-not-decide", [](auto &e) { e.byPerson = true; });
    row("waived without a waiver", "tess", "command-incomplete",
        [](auto &e) { e.result = CheckResult::Waived; });
    row("not applicable without a waiver", "tess", "command-incomplete",
        [](auto &e) { e.result = CheckResult::NotApplicable; });
    row("no list", "tess", "command-incomplete", [](auto &e) { e.checklist.clear(); });
    row("no item", "tess", "command-incomplete", [](auto &e) { e.item.clear(); });
    row("no hash", "tess", "command-incomplete", [](auto &e) { e.binding.planHash.clear(); });
    row("never", "bot", "command-incomplete", [](auto &e) { e.at = {}; });
    row("a bit ahead", "bot", "", [](auto &e) { e.at = minute(0, 5); });
    row("too far ahead", "bot", "clock-skew", [](auto &e) { e.at = milli(minute(0, 5), 1); });
    row("a person's own clock says nothing", "tess", "", [](auto &e) {
        e.byPerson = true;
        e.at = minute(500);
    });
}

void DecisionFactsTest::evidence()
{
    QFETCH(QString, person);
    QFETCH(Evidence, evidence);
    Story story;
    QTEST(story.does(qPrintable(person), AddEvidence{evidence}, minute(0)), "refusal");
    QVERIFY(story.facts.evidence.isEmpty() || story.facts.evidence.last().at <= minute(0));
}

void DecisionFactsTest::evidenceIsTheLedgers()
{
    Story story;
    Evidence claimed;
    claimed.id = str("mine");
    claimed.runId = str("another");
    claimed.person = str("quinn");
    claimed.checklist = str("before");
    claimed.item = str("nodes");
    claimed.result = CheckResult::Pass;
    claimed.byPerson = true;
    claimed.binding = binding();
    QCOMPARE(story.does("tess", AddEvidence{claimed}, minute(3)), QString());
    const Evidence &kept = story.facts.evidence.last();
    QCOMPARE(kept.id, str("c-1"));
    QCOMPARE(kept.runId, run().id());
    QCOMPARE(kept.person, str("tess"));
    QCOMPARE(kept.at, minute(3));
}

void DecisionFactsTest::waiverRequests_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<RequestWaiver>("request");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *name, const char *refusal,
                        const std::function<void(RequestWaiver &)> &change, const char *person = "rita") {
        RequestWaiver request{str("before"), str("nodes"), CheckResult::Waived, str("spare node"),
                              minute(60)};
        change(request);
        QTest::newRow(name) << str(person) << request << str(refusal);
    };
    const qint64 longest = 90 * 24 * 60;
    row("good", "", [](auto &) {});
    row("not applicable", "", [](auto &r) { r.kind = CheckResult::NotApplicable; });
    row("pass", "command-incomplete", [](auto &r) { r.kind = CheckResult::Pass; });
    row("no reason", "comment-missing", [](auto &r) { r.reason = str(" "); });
    row("no end", "command-incomplete", [](auto &r) { r.until = {}; });
    row("over already", "command-incomplete", [](auto &r) { r.until = minute(0); });
    row("no item", "command-incomplete", [](auto &r) { r.item.clear(); });
    row("longest", "", [](auto &r) { r.until = minute(longest); });
    row("too long", "too-long", [](auto &r) { r.until = milli(minute(longest), 1); });
    row(
        "automation", "automation-may-not-decide", [](auto &) {}, "bot");
}

void DecisionFactsTest::waiverRequests()
{
    QFETCH(QString, person);
    QFETCH(RequestWaiver, request);
    Story story;
    QTEST(story.does(qPrintable(person), request, minute(0)), "refusal");
}

void DecisionFactsTest::waiverGrants()
{
    Story story;
    story.facts.grants.append(grant("rita", "reviewer"));
    story.facts.grants.append(grant("bot", "reviewer"));
    story.does("rita",
               RequestWaiver{str("before"), str("nodes"), CheckResult::Waived, str("spare"), minute(60)},
               minute(0));
    const GrantWaiver granting{story.facts.waivers.last().id};
    QCOMPARE(story.does("rita", granting, minute(1)), str("four-eyes-requester"));
    QCOMPARE(story.does("bot", granting, minute(1)), str("automation-may-not-decide"));
    QCOMPARE(story.does("tess", granting, minute(1)), str("role-missing"));
    QCOMPARE(story.does("rev", GrantWaiver{str("c-9")}, minute(1)), str("unknown-waiver"));
    QCOMPARE(story.does("rev", granting, minute(60)), str("deadline-passed"));
    QCOMPARE(story.does("rev", granting, milli(minute(60), -1)), QString());
    QCOMPARE(story.facts.waivers.last().grantedBy, str("rev"));
    QCOMPARE(story.does("adam", granting, milli(minute(60), -1)), str("already-granted"));
}

void DecisionFactsTest::overrideRequests_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<RequestOverride>("request");
    QTest::addColumn<QString>("refusal");
    QTest::addColumn<bool>("granted");
    const auto row = [](const char *name, const char *refusal, bool granted,
                        const std::function<void(RequestOverride &)> &change, const char *person = "tess") {
        RequestOverride request{str("INV-09"), InterlockType::BreakGlass, str("customers wait"), minute(60)};
        change(request);
        QTest::newRow(name) << str(person) << request << str(refusal) << granted;
    };
    const auto single = [](auto &r) {
        r.rule = str("INV-16");
        r.type = InterlockType::Single;
    };
    row("break-glass", "", false, [](auto &) {});
    row("single", "", true, single);
    row("single by nobody", "role-missing", false, single, "nobody");
    row("single with a second person all the same", "", false, [](auto &r) { r.rule = str("INV-16"); });
    row("break-glass called single", "", false, [](auto &r) { r.type = InterlockType::Single; });
    row("absolute", "absolute-rule", false, [](auto &r) { r.rule = str("INV-05"); });
    row("absolute called single", "absolute-rule", false, [](auto &r) {
        r.rule = str("INV-24");
        r.type = InterlockType::Single;
    });
    row("called absolute", "absolute-rule", false, [](auto &r) { r.type = InterlockType::Absolute; });
    row("no such rule", "unknown-rule", false, [](auto &r) { r.rule = str("INV-99"); });
    row("no reason", "comment-missing", false, [](auto &r) { r.reason = str("\t"); });
    row("no end", "command-incomplete", false, [](auto &r) { r.until = {}; });
    row("over already", "command-incomplete", false, [](auto &r) { r.until = minute(0); });
    row("too long", "too-long", false, [](auto &r) { r.until = milli(minute(60), 1); });
    row("automation", "automation-may-not-decide", false, single, "bot");
}

void DecisionFactsTest::overrideRequests()
{
    QFETCH(QString, person);
    QFETCH(RequestOverride, request);
    QFETCH(bool, granted);
    Story story;
    QTEST(story.does(qPrintable(person), request, minute(0)), "refusal");
    const bool inForce = !story.facts.overrides.isEmpty() && story.facts.overrides.last().granted.isValid();
    QCOMPARE(inForce, granted);
}

void DecisionFactsTest::overrideGrants()
{
    Story story;
    story.does("olga",
               RequestOverride{str("INV-10"), InterlockType::BreakGlass, str("customers wait"), minute(60)},
               minute(0));
    const GrantOverride granting{story.facts.overrides.last().id};
    QCOMPARE(story.does("olga", granting, minute(1)), str("four-eyes-requester"));
    QCOMPARE(story.does("bot", granting, minute(1)), str("automation-may-not-decide"));
    QCOMPARE(story.does("tess", granting, minute(1)), str("role-missing"));
    QCOMPARE(story.does("ivan", GrantOverride{str("c-9")}, minute(1)), str("unknown-override"));
    QCOMPARE(story.does("ivan", granting, minute(60)), str("deadline-passed"));
    QCOMPARE(story.does("ivan", granting, minute(1)), QString());
    QCOMPARE(story.facts.overrides.last().secondPerson, str("ivan"));
    QCOMPARE(story.does("adam", granting, minute(2)), str("already-granted"));
}

QTEST_GUILESS_MAIN(DecisionFactsTest)
#include "decisionfacts_test.moc"
