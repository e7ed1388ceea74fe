// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pseudotranslator.h"
#include "samplereleases.h"
#include "widgets/style/errortext.h"
#include "widgets/style/format.h"
#include "widgets/style/interruptedtext.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/planproblemtext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/steptext.h"

#include <QCoreApplication>
#include <QSet>
#include <QTest>

#include <limits>

using namespace signalbox;
using namespace std::chrono_literals;

namespace
{

/// Texts of all values of an enum up to `last`.
template <typename Enum, typename Text> QStringList all(Enum last, Text text)
{
    QStringList texts;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        texts << text(static_cast<Enum>(i));
    }
    return texts;
}

bool isTotal(const QStringList &texts)
{
    return !texts.contains(QString()) && QSet<QString>(texts.cbegin(), texts.cend()).size() == texts.size();
}

} // namespace

class StyleTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueHasItsOwnWord()
    {
        QVERIFY(isTotal(all(ReleaseState::Unknown, stateText)));
        QVERIFY(isTotal(all(Verdict::Inconclusive, verdictText)));
        QVERIFY(isTotal(all(Freshness::Unreachable, [](Freshness value) { return freshnessText(value); })));
        QVERIFY(isTotal(all(RolloutStrategy::Unknown, strategyText)));
        QVERIFY(isTotal(all(RevisionRole::Preview, roleText)));
        QVERIFY(isTotal(all(RevisionHealth::ScaledDown, healthText)));
        QVERIFY(isTotal(all(FleetGroup::Unreachable, fleetGroupText)));
        QVERIFY(isTotal(all(ActionKind::TerminateAnalysis, actionText)));
        QVERIFY(isTotal(all(ActionKind::TerminateAnalysis, actionHint)));
        QVERIFY(isTotal(all(ActionKind::TerminateAnalysis, actionNoun)));
        QVERIFY(isTotal(all(StepPhase::Skipped, stepPhaseText)));
        QVERIFY(isTotal(all(OperationPhase::StoppedByHand, operationPhaseText)));
        QVERIFY(isTotal(all(PlanProblemCode::DuplicatePlan, [](PlanProblemCode code) {
            return planProblemText({{}, 1, 1, {}, code, {QStringLiteral("%2"), QStringLiteral("b")}, {}});
        })));
        QVERIFY(isTotal(all(ValueProblem::QueryFailed, problemText).mid(1)));
        QVERIFY(problemText(ValueProblem::None).isEmpty());
        QVERIFY(isTotal(all(ErrorLayer::Storage, layerText)));
    }

    void everyMessageHasASentence()
    {
        const QStringList texts = all(MessageCode::DecisionsUnread, [](MessageCode code) {
            return messageText({code, {QStringLiteral("11"), QStringLiteral("22"), QStringLiteral("33")}});
        });
        QVERIFY(isTotal(texts));
        for (const QString &text : texts) {
            QVERIFY2(!text.contains(QStringLiteral("%1")) && !text.contains(QStringLiteral("%2")),
                     qPrintable(text));
        }
    }

    void messagesSurviveMissingArguments()
    {
        for (int i = 0; i <= static_cast<int>(MessageCode::InterlockAutomation); ++i) {
            const QString text = messageText({static_cast<MessageCode>(i), {}});
            QVERIFY2(!text.isEmpty() && !text.contains(QStringLiteral("%1")), qPrintable(text));
        }
    }

    void messageArguments_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, MessageCode code, const QStringList &args, const char *text) {
            QTest::newRow(name) << static_cast<int>(code) << args << QString::fromUtf8(text);
        };
        row("duration", MessageCode::BakeNotDone, {QStringLiteral("4020")},
            "Bake time is not over: 1 h 07 m to go.");
        row("percent", MessageCode::TrafficMoves,
            {QStringLiteral("25"), QStringLiteral("0"), QStringLiteral("2.4.1")},
            "Share of traffic for 2.4.1: from 25 % to 0 %.");
        row("placeholder inside an argument", MessageCode::VersionChanges,
            {QStringLiteral("%2"), QStringLiteral("x")}, "The wanted version changes from %2 to x.");
        row("hostile argument", MessageCode::TargetGone, {QStringLiteral("a\u202Eb")},
            "The target no longer exists in the cluster: a[U+202E]b.");
        row("action by name", MessageCode::OperationRunning, {QStringLiteral("RollBack")},
            "Another operation is running on this release: rollback.");
        row("problem by name", MessageCode::MeasurementUnavailable,
            {QStringLiteral("QueryFailed"), QStringLiteral("connection refused")},
            "Cannot be measured: query failed");
        row("no metrics server", MessageCode::MeasurementUnavailable, {QStringLiteral("NotConfigured")},
            "Cannot be measured: no metrics server is configured");
        row("problem of another version", MessageCode::MeasurementUnavailable, {QStringLiteral("Odd")},
            "Cannot be measured: Odd");
        row("hostile change", MessageCode::ObjectChanged, {QStringLiteral("spec.x\u202E: 1 -> 2")},
            "The object changed meanwhile: spec.x[U+202E] is another one.");
        row("not a number", MessageCode::PodsNotReady, {QStringLiteral("x"), QStringLiteral("3")},
            "Pods ready: x of 3.");
        row("missing measurement by name", MessageCode::MeasurementUnavailable,
            {QStringLiteral("SeveralSeries")}, "Cannot be measured: several series");
        row("no server to measure with", MessageCode::MeasurementUnavailable,
            {QStringLiteral("NotConfigured")}, "Cannot be measured: no metrics server is configured");
        row("reason of another version", MessageCode::MeasurementUnavailable, {QStringLiteral("Odd")},
            "Cannot be measured: Odd");
        row("milliseconds", MessageCode::ObservedLatency, {QStringLiteral("412"), QStringLiteral("2000")},
            "Latency p95 412 ms, limit 2 s");
    }

    void messageArguments()
    {
        QFETCH(int, code);
        QFETCH(QStringList, args);
        QFETCH(QString, text);
        QCOMPARE(messageText({static_cast<MessageCode>(code), args}), text);
    }

    void everyErrorNamesFailureLayerAndRemedy()
    {
        QSet<QString> headlines;
        QSet<QString> remedies;
        for (int i = 0; i <= static_cast<int>(ErrorCode::Unsupported); ++i) {
            Error error{static_cast<ErrorCode>(i), ErrorLayer::Tls, 0, {}, {}, {}, {}};
            const QString plain = errorHeadline(error);
            error.subject = QStringLiteral("api.example:6443");
            const QString about = errorHeadline(error);
            QVERIFY2(plain.startsWith(QStringLiteral("TLS: ")) && plain.size() > 15, qPrintable(plain));
            QVERIFY2(about.contains(error.subject), qPrintable(about));
            QVERIFY2(!plain.contains(QStringLiteral("%1")), qPrintable(plain));
            QVERIFY(errorText(error).contains(errorRemedy(error)));
            headlines << plain;
            remedies << errorRemedy(error);
        }
        QCOMPARE(headlines.size(), static_cast<int>(ErrorCode::Unsupported) + 1);
        QCOMPARE(remedies.size(), headlines.size());
        QVERIFY(!remedies.contains(QString()));
    }

    void interruptedOperationsSayWhereTheyStopped()
    {
        OperationStatus status;
        status.plan.request.kind = ActionKind::RollBack;
        status.plan.request.release.name = QStringLiteral("check\u202Eout");
        status.plan.targetVersion = QStringLiteral("%4");
        QCOMPARE(interruptedText(status),
                 QStringLiteral("Rollback of check[U+202E]out to %4 was interrupted."));
        status.plan.steps = {{{MessageCode::StepVerifyHealth, {}}, {}, {}, {}},
                             {{MessageCode::StepRecord, {}}, {}, {}, {}}};
        status.steps = QVector<StepProgress>(2);
        status.currentStep = 1;
        status.plan.request.kind = ActionKind::Promote;
        status.plan.targetVersion.clear();
        QCOMPARE(interruptedText(status),
                 QStringLiteral("Promotion of check[U+202E]out was interrupted at step 2 of 2, “Write the "
                                "record”."));
    }

    void refusalsSayTheirRule()
    {
        const Error paused{ErrorCode::Refused,
                           ErrorLayer::Rule,
                           0,
                           QStringLiteral("AlreadyPaused"),
                           QStringLiteral("spec.paused is true already"),
                           {},
                           {}};
        QCOMPARE(errorHeadline(paused), QStringLiteral("Rule: The release is already paused."));
        const Error changed{ErrorCode::Changed,
                            ErrorLayer::Rule,
                            0,
                            QStringLiteral("ObjectChanged"),
                            QStringLiteral("status.currentStepIndex: 1 -> 2; /spec/replicas"),
                            QStringLiteral("cart"),
                            {}};
        QCOMPARE(errorHeadline(changed),
                 QStringLiteral("Rule: The object changed meanwhile: it is at another step; spec.replicas "
                                "is another one."));
        const Error gone{ErrorCode::Changed,
                         ErrorLayer::Rule,
                         0,
                         QStringLiteral("ObjectChanged"),
                         QStringLiteral("metadata.uid: u-1 -> "),
                         {},
                         {}};
        QCOMPARE(errorHeadline(gone),
                 QStringLiteral("Rule: The object changed meanwhile: it does not exist any more."));
        const Error target{ErrorCode::Refused,
                           ErrorLayer::Rule,
                           0,
                           QStringLiteral("TargetGone"),
                           QStringLiteral("no ReplicaSet of this release has this hash"),
                           QStringLiteral("abc"),
                           {}};
        QCOMPARE(errorHeadline(target),
                 QStringLiteral("Rule: The target no longer exists in the cluster: abc."));
        const Error other{
            ErrorCode::Refused, ErrorLayer::Rule, 0, QStringLiteral("FromAnotherVersion"), {}, {}, {}};
        QCOMPARE(errorHeadline(other), QStringLiteral("Rule: Refused by a rule."));
        const Error server{
            ErrorCode::Conflict, ErrorLayer::Http, 409, QStringLiteral("AlreadyPaused"), {}, {}, {}};
        QVERIFY(!errorHeadline(server).contains(QStringLiteral("already paused")));
    }

    void errorDetailsStayEnglishAndComplete()
    {
        PseudoTranslator translator;
        QCoreApplication::installTranslator(&translator);
        const Error error{ErrorCode::Conflict,
                          ErrorLayer::Http,
                          409,
                          QStringLiteral("Conflict"),
                          QStringLiteral("line one\nline two"),
                          QStringLiteral("rollouts/hwayo"),
                          {}};
        QCOMPARE(errorDetails(error), QStringLiteral("layer: HTTP\nHTTP status: 409\nreason: Conflict\n"
                                                     "subject: rollouts/hwayo\nline one\nline two"));
        QVERIFY(!errorText(error).contains(QStringLiteral("changed")));
        QCoreApplication::removeTranslator(&translator);
    }

    void steps_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("weight");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("text");
        const auto row = [](StepKind kind, int weight, int seconds, const QStringList &names,
                            const char *text) {
            QTest::newRow(text) << static_cast<int>(kind) << weight << seconds << names
                                << QString::fromUtf8(text);
        };
        const QStringList name{QStringLiteral("success-rate")};
        row(StepKind::SetWeight, 25, 0, {}, "set weight 25 %");
        row(StepKind::Pause, 0, 1800, {}, "pause 30 m");
        row(StepKind::Pause, 0, 0, {}, "pause until promoted");
        row(StepKind::SetCanaryScale, 10, 0, {}, "scale canary to 10 %");
        row(StepKind::SetCanaryScale, 0, 0, {}, "scale canary");
        row(StepKind::Analysis, 0, 0, name, "analysis: success-rate");
        row(StepKind::Experiment, 0, 0, name, "experiment: success-rate");
        row(StepKind::SetHeaderRoute, 0, 0, name, "header route: success-rate");
        row(StepKind::SetMirrorRoute, 0, 0, name, "mirror route: success-rate");
        row(StepKind::Plugin, 0, 0, name, "plugin: success-rate");
        row(StepKind::Unknown, 0, 0, {QStringLiteral("replicaProgressThreshold")},
            "step “replicaProgressThreshold”");
        row(StepKind::Unknown, 0, 0, {}, "unknown step");
    }

    void steps()
    {
        QFETCH(int, kind);
        QFETCH(int, weight);
        QFETCH(int, seconds);
        QFETCH(QStringList, names);
        QFETCH(QString, text);
        StepRow step;
        step.kind = static_cast<StepKind>(kind);
        step.weight = weight;
        step.names = names;
        if (seconds > 0) {
            step.duration = std::chrono::seconds(seconds);
        }
        QCOMPARE(stepText(step), text);
    }

    void stepOfHow()
    {
        const Release release = samples::canaryAtGate();
        QCOMPARE(stepText(release.steps.at(2), 2, 8), QStringLiteral("Step 3 of 8 · set weight 25 %"));
        QCOMPARE(currentStepText(samples::steady()), QStringLiteral("all 10 steps done"));
        QCOMPARE(currentStepText(samples::blueGreenWaiting()), QString());
    }

    void durations()
    {
        QCOMPARE(durationText(-3s), QStringLiteral("0 s"));
        QCOMPARE(durationText(38s), QStringLiteral("38 s"));
        QCOMPARE(durationText(90s), QStringLiteral("1 m 30 s"));
        QCOMPARE(durationText(15min), QStringLiteral("15 m"));
        QCOMPARE(durationText(67min), QStringLiteral("1 h 07 m"));
        QCOMPARE(durationText(72h), QStringLiteral("3 d"));
        QCOMPARE(countdownText(552s), QStringLiteral("9:12"));
        QCOMPARE(countdownText(3700s), QStringLiteral("1:01:40"));
        QCOMPARE(agoText(samples::now(), samples::now()), QStringLiteral("just now"));
        QCOMPARE(agoText(samples::now().addSecs(-2), samples::now()), QStringLiteral("2 s ago"));
        QCOMPARE(agoText({}, samples::now()), dashText());
    }

    void values()
    {
        QCOMPARE(valueText(0.0031, Unit::Ratio), QStringLiteral("0.31 %"));
        QCOMPARE(valueText(0.25, Unit::Ratio), QStringLiteral("25 %"));
        QCOMPARE(valueText(0.412, Unit::Seconds), QStringLiteral("412 ms"));
        QCOMPARE(valueText(1.5, Unit::Seconds), QStringLiteral("1.5 s"));
        QCOMPARE(valueText(1234, Unit::PerSecond), QStringLiteral("1.23 k/s"));
        QCOMPARE(valueText(340.0 * 1024 * 1024, Unit::Bytes), QStringLiteral("340 MiB"));
        QCOMPARE(valueText(0.5, Unit::Cores), QStringLiteral("0.5 cores"));
        QCOMPARE(valueText(std::numeric_limits<double>::infinity(), Unit::Count), QStringLiteral("+∞"));
        QCOMPARE(valueText(std::numeric_limits<double>::quiet_NaN(), Unit::Ratio),
                 QStringLiteral("not a number"));
    }

    void zones()
    {
        QCOMPARE(clockText(samples::now(), samples::now(), TimeZoneChoice::Utc), QStringLiteral("11:07:05"));
        QCOMPARE(clockText(samples::now().addDays(-2), samples::now(), TimeZoneChoice::Utc),
                 QStringLiteral("18 Nov 11:07"));
        QCOMPARE(dateTimeText(samples::now(), TimeZoneChoice::Utc),
                 QStringLiteral("2026-11-20 11:07:05 UTC"));
    }
};

QTEST_GUILESS_MAIN(StyleTextTest)
#include "styletext_test.moc"
