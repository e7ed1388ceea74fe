// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/plancheck.h"
#include "models/plan/planyaml.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;

namespace
{

struct Outcome {
    int code = -1;
    QString out;
    QString err;
};

QString example()
{
    return qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") + QStringLiteral("/tests/data/plans/example.yaml");
}

Outcome check(const QStringList &files, bool json = false)
{
    Outcome outcome;
    QTextStream out(&outcome.out);
    QTextStream err(&outcome.err);
    PlanCheck check({files, json}, nullptr, out, err);
    QSignalSpy finished(&check, &PlanCheck::finished);
    check.start();
    if (finished.wait()) {
        outcome.code = finished.first().first().toInt();
    }
    return outcome;
}

} // namespace

class PlanCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fineSaysThatQueriesAreUnchecked();
    void problemsNameTheirPlace();
    void everyFileIsRead();
    void unreadable();
    void hugeFileIsNotRead();
    void sameIdTwice();
    void json();
    void program();

private:
    QString write(const char *name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }
    QTemporaryDir m_folder;
};

void PlanCheckTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

void PlanCheckTest::fineSaysThatQueriesAreUnchecked()
{
    const Outcome outcome = check({example()});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.endsWith(QStringLiteral("checkout 1.0: fine, 9 queries not checked (name a server "
                                                 "with --prometheus)\n")),
             qPrintable(outcome.out));
    QCOMPARE(outcome.err, QString());
}

void PlanCheckTest::problemsNameTheirPlace()
{
    const QString path = write("bad.yaml", "signalboxPlan: 1\nid: Shop\nversion: 1\n"
                                           "title: { en: a, zh_TW: b, zh_CN: c }\n"
                                           "targets: [{ name: a }]\nsteps:\n"
                                           "  - { id: a, title: { en: a, zh_TW: b, zh_CN: c }, weight: 5 %, "
                                           "minimumSoak: soon }\n");
    const Outcome outcome = check({path});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.err, QStringLiteral("%1:2:5: id: “Shop” cannot be an id. Expected: a-z 0-9 . -\n"
                                         "%1:7:78: steps[0].minimumSoak: “soon” is not a duration. Expected: "
                                         "90s, 15m, 24h, 7d, 1h30m\n")
                              .arg(path));
}

void PlanCheckTest::everyFileIsRead()
{
    const QString empty = write("empty.yaml", {});
    const QString words = write("words.yaml", "just words\n");
    const Outcome outcome = check({empty, example(), words});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.err.contains(empty + QStringLiteral(": The file is empty.")));
    QVERIFY(outcome.err.contains(words + QStringLiteral(":1:1: ")));
    QVERIFY(outcome.out.contains(QStringLiteral("checkout 1.0: fine")));
}

void PlanCheckTest::unreadable()
{
    const Outcome outcome = check({m_folder.filePath(QStringLiteral("none.yaml")), m_folder.path()});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(QStringLiteral("none.yaml: ")), qPrintable(outcome.err));
    QVERIFY(outcome.err.contains(m_folder.path() + QStringLiteral(": is a folder")));
}

void PlanCheckTest::hugeFileIsNotRead()
{
    const Outcome outcome =
        check({write("huge.yaml", QByteArray(10 * 1024 * 1024, '#')), QStringLiteral("/dev/zero")});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.err.count(QStringLiteral("a plan may have 2097152.")), 2);
}

void PlanCheckTest::sameIdTwice()
{
    QFile file(example());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString copy = write("copy.yaml", file.readAll());
    const Outcome outcome = check({example(), copy});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.err,
             QStringLiteral("%1: id: The plan checkout is there twice; the one that counts: %2.\n")
                 .arg(copy, example()));
}

void PlanCheckTest::json()
{
    const Outcome outcome = check({example(), write("list.yaml", "- a\n")}, true);
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.err, QString());
    const QJsonArray all = QJsonDocument::fromJson(outcome.out.toUtf8()).array();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0)[u"ok"].toBool(), true);
    QCOMPARE(all.at(0)[u"queriesChecked"].toBool(), false);
    QCOMPARE(all.at(0)[u"sha256"].toString().size(), 64);
    const QJsonValue problem = all.at(1)[u"problems"][0];
    QCOMPARE(all.at(1)[u"ok"].toBool(true), false);
    QCOMPARE(problem[u"code"].toString(), QStringLiteral("wrong-type"));
    QCOMPARE(problem[u"line"].toInt(), 1);
    QVERIFY(!problem[u"message"].toString().isEmpty());
}

/// The program itself: codes and streams.
void PlanCheckTest::program()
{
    const auto run = [](const QStringList &arguments) {
        QProcess process;
        process.start(qEnvironmentVariable("SIGNALBOX_CTL"), arguments);
        process.waitForFinished();
        return Outcome{process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                       QString::fromUtf8(process.readAllStandardError())};
    };
    const QString plan = QStringLiteral("plan");
    const QString word = QStringLiteral("check");
    QCOMPARE(run({plan, word, example()}).code, 0);
    const Outcome bad = run({plan, word, write("bad2.yaml", "a: b\n")});
    QCOMPARE(bad.code, 1);
    QVERIFY(bad.err.contains(QStringLiteral("bad2.yaml:1:1: ")));
    QCOMPARE(bad.out, QString());
    QCOMPARE(run({plan, word}).code, 2);
    // Nobody listens there: whether the queries are right stays open, and that is said.
    const Outcome alone =
        run({QStringLiteral("--prometheus"), QStringLiteral("http://127.0.0.1:1"), plan, word, example()});
    QCOMPARE(alone.code, 1);
    QVERIFY2(alone.err.contains(QStringLiteral("cannot be reached")), qPrintable(alone.err));
}

QTEST_GUILESS_MAIN(PlanCheckTest)
#include "plancheck_test.moc"
