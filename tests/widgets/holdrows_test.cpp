// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/holdrows.h"

#include <QTest>

using namespace signalbox;

namespace
{

Release canary(int ready = 2, int desired = 2)
{
    Release release;
    release.currentHash = QStringLiteral("new");
    release.stableHash = QStringLiteral("old");
    Revision current;
    current.hash = QStringLiteral("new");
    current.ready = ready;
    current.desired = desired;
    release.revisions = {current};
    return release;
}

QString lineOf(const HoldRow &row)
{
    return row.state.isEmpty() ? row.condition : row.condition + QStringLiteral(" = ") + row.state;
}

} // namespace

class HoldRowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steadyReleaseHasNone()
    {
        Release release = canary();
        release.currentHash = release.stableHash;
        QVERIFY(holdRows(release, {{MessageCode::WaitsForPerson, {}}}, {1, 2, 2, false}).isEmpty());
    }

    void pods_data()
    {
        QTest::addColumn<int>("ready");
        QTest::addColumn<int>("desired");
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<Tone>("tone");
        QTest::newRow("all ready") << 3 << 3 << QStringList{QStringLiteral("Pods ready = 3 of 3")}
                                   << Tone::Good;
        QTest::newRow("one missing") << 2 << 3 << QStringList{QStringLiteral("Pods ready = 2 of 3")}
                                     << Tone::Warning;
        QTest::newRow("none wanted yet") << 0 << 0 << QStringList() << Tone::Neutral;
    }

    void pods()
    {
        QFETCH(int, ready);
        QFETCH(int, desired);
        QFETCH(QStringList, lines);
        // The message that says the same is not shown a second time.
        const auto rows =
            holdRows(canary(ready, desired),
                     {{MessageCode::PodsNotReady, {QStringLiteral("2"), QStringLiteral("3")}}}, {});
        QStringList found;
        for (const HoldRow &row : rows) {
            found.append(lineOf(row));
            QTEST(row.tone, "tone");
        }
        QCOMPARE(found, lines);
    }

    void metrics_data()
    {
        QTest::addColumn<MetricsWithin>("metrics");
        QTest::addColumn<QString>("line");
        QTest::addColumn<Tone>("tone");
        QTest::newRow("all keep it") << MetricsWithin{3, 3, 3, false}
                                     << QStringLiteral("Metrics within limits = 3 of 3") << Tone::Good;
        QTest::newRow("one unknown") << MetricsWithin{2, 3, 2, false}
                                     << QStringLiteral("Metrics within limits = 2 of 3") << Tone::Warning;
        QTest::newRow("one breached")
            << MetricsWithin{2, 3, 3, true} << QStringLiteral("Metrics within limits = 2 of 3") << Tone::Bad;
        QTest::newRow("no traffic") << MetricsWithin{0, 3, 0, false}
                                    << QStringLiteral("Metrics within limits = not measured")
                                    << Tone::Neutral;
        QTest::newRow("none has a limit") << MetricsWithin{} << QString() << Tone::Neutral;
    }

    void metrics()
    {
        QFETCH(MetricsWithin, metrics);
        QFETCH(QString, line);
        const auto rows = holdRows(canary(0, 0), {}, metrics);
        QCOMPARE(rows.size(), line.isEmpty() ? 0 : 1);
        if (!rows.isEmpty()) {
            QCOMPARE(lineOf(rows.first()), line);
            QTEST(rows.first().tone, "tone");
        }
    }

    void holds_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<QString>("line");
        QTest::addColumn<Tone>("tone");
        const auto row = [](const char *name, MessageCode code, const QStringList &args, const char *line,
                            Tone tone = Tone::Warning) {
            QTest::newRow(name) << static_cast<int>(code) << args << QString::fromUtf8(line) << tone;
        };
        row("person", MessageCode::WaitsForPerson, {}, "Promotion by a person = waiting");
        row("bake", MessageCode::BakeNotDone, {QStringLiteral("90")}, "Bake time = 1 m 30 s to go");
        row("analysis", MessageCode::AnalysisRunning, {QStringLiteral("ar-1")}, "Analysis ar-1 = running");
        row("analysis failed", MessageCode::AnalysisFailed, {QStringLiteral("ar-1")},
            "Analysis ar-1 = failed", Tone::Bad);
        row("hostile name", MessageCode::AnalysisRunning, {QStringLiteral("a\u202Eb")},
            "Analysis a[U+202E]b = running");
        row("inconclusive", MessageCode::AnalysisInconclusive, {}, "Analysis = no verdict; a person decides");
        row("paused", MessageCode::ManuallyPaused, {}, "Not paused by hand = paused");
        row("aborted", MessageCode::AlreadyAborted, {}, "Not aborted = aborted", Tone::Reverted);
        row("spec", MessageCode::SpecNotObserved, {}, "Seen by the controller = not yet");
        row("known operation", MessageCode::OperationRunning, {QStringLiteral("RollBack")},
            "Rolling back = running");
        row("operation of another version", MessageCode::OperationRunning, {QStringLiteral("Teleport")},
            "Another operation = running");
        row("any other is its sentence", MessageCode::DeploymentPaused, {},
            "The Deployment is paused; resume it first.");
    }

    void holds()
    {
        QFETCH(int, code);
        QFETCH(QStringList, args);
        const auto rows = holdRows(canary(0, 0), {{static_cast<MessageCode>(code), args}}, {});
        QCOMPARE(rows.size(), 1);
        QTEST(lineOf(rows.first()), "line");
        QTEST(rows.first().tone, "tone");
    }

    void order()
    {
        const auto rows = holdRows(canary(), {{MessageCode::WaitsForPerson, {}}}, {1, 1, 1, false});
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0).condition, QStringLiteral("Pods ready"));
        QCOMPARE(rows.at(1).condition, QStringLiteral("Metrics within limits"));
        QCOMPARE(rows.at(2).condition, QStringLiteral("Promotion by a person"));
    }
};

QTEST_GUILESS_MAIN(HoldRowsTest)
#include "holdrows_test.moc"
