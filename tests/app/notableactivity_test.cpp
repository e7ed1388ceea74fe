// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/notableactivity.h"

#include <QTest>

using namespace signalbox;

namespace
{

const QDateTime now(QDate(2026, 8, 21), QTime(10, 0), Qt::UTC);

ActivityEntry entry(const char *id, ActivityKind kind, int minutesAgo, const char *objectKind = "Pod",
                    ActivityTone tone = ActivityTone::Neutral)
{
    ActivityEntry made;
    made.id = QString::fromLatin1(id);
    made.kind = kind;
    made.tone = tone;
    made.time = now.addSecs(-60 * minutesAgo);
    made.objectKind = QString::fromLatin1(objectKind);
    return made;
}

QStringList idsOf(const QVector<ActivityEntry> &entries)
{
    QStringList ids;
    for (const ActivityEntry &each : entries) {
        ids.append(each.id);
    }
    return ids;
}

QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class NotableActivityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWorthALine_data()
    {
        QTest::addColumn<QVector<ActivityEntry>>("entries");
        QTest::addColumn<int>("count");
        QTest::addColumn<QStringList>("ids");
        const ActivityEntry pod = entry("pod", ActivityKind::Event, 1);
        const ActivityEntry warning = entry("warning", ActivityKind::Event, 5, "Pod", ActivityTone::Warning);
        const ActivityEntry oldWarning =
            entry("old-warning", ActivityKind::Event, 16, "Pod", ActivityTone::Bad);
        const ActivityEntry rollout = entry("rollout", ActivityKind::Event, 3, "Rollout");
        const ActivityEntry record = entry("record", ActivityKind::Record, 10, "");
        const ActivityEntry oldRecord = entry("old-record", ActivityKind::Record, 60, "");
        QTest::newRow("none") << QVector<ActivityEntry>() << 2 << QStringList();
        QTest::newRow("people and warnings before noise, newest first")
            << QVector<ActivityEntry>{pod, rollout, warning, record} << 2 << list("warning record");
        QTest::newRow("an old warning is noise")
            << QVector<ActivityEntry>{pod, rollout, oldWarning} << 2 << list("pod rollout");
        QTest::newRow("an old record still beats a pod")
            << QVector<ActivityEntry>{pod, oldRecord} << 1 << list("old-record");
        QTest::newRow("releases before pods") << QVector<ActivityEntry>{pod, rollout} << 1 << list("rollout");
        QTest::newRow("fewer than asked for") << QVector<ActivityEntry>{pod} << 3 << list("pod");
    }

    void whatIsWorthALine()
    {
        QFETCH(QVector<ActivityEntry>, entries);
        QFETCH(int, count);
        QTEST(idsOf(notableActivity(entries, count, now)), "ids");
    }

    void whoStartedIt_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("secondsBefore"); ///< the revision was made so long after the record
        QTest::addColumn<QString>("starter");
        const QString she = QStringLiteral("she");
        QTest::newRow("set image") << QStringLiteral("SetImage") << 3 << she;
        QTest::newRow("undo") << QStringLiteral("Undo") << 60 << she;
        QTest::newRow("clocks differ") << QStringLiteral("Undo") << -10 << she;
        QTest::newRow("too early") << QStringLiteral("Undo") << 61 << QString();
        QTest::newRow("too late") << QStringLiteral("Undo") << -11 << QString();
        QTest::newRow("a promotion starts nothing") << QStringLiteral("Promote") << 3 << QString();
        QTest::newRow("a word of another version") << QStringLiteral("Teleport") << 3 << QString();
    }

    void whoStartedIt()
    {
        QFETCH(QString, action);
        QFETCH(int, secondsBefore);
        Release release;
        release.currentHash = QStringLiteral("new");
        release.stableHash = QStringLiteral("old");
        Revision current;
        current.hash = release.currentHash;
        current.created = now;
        release.revisions = {current};
        ActivityEntry record = entry("record", ActivityKind::Record, 0, "");
        record.reason = action;
        record.actor = QStringLiteral("she");
        record.time = now.addSecs(-secondsBefore);
        QTEST(starterOf(release, {record}), "starter");
        record.kind = ActivityKind::Event; // the cluster's own words name no person
        QVERIFY(starterOf(release, {record}).isEmpty());
        record.kind = ActivityKind::Record;
        release.currentHash = release.stableHash; // steady
        QVERIFY(starterOf(release, {record}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(NotableActivityTest)
#include "notableactivity_test.moc"
