// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/guiworld.h"
#include "widgets/panels/verdictscard.h"

#include <QDir>
#include <QFile>
#include <QTableView>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

/// Verdicts by a real plan over a real Prometheus.
class GuiVerdictsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void init() { m_world = std::make_unique<GuiWorld>(); }
    void cleanup() { m_world.reset(); }
    void regressionFails();
    void healthyVersionNeverFails();
    void releaseWithoutPlanSaysSo();

private:
    void start(const QString &scenario);
    [[nodiscard]] JudgementStore &store() { return m_world->console().workspace()->judgements(); }
    [[nodiscard]] MetricVerdict verdictOn(const char *metric)
    {
        for (const MetricVerdict &verdict : store().shown().verdicts) {
            if (verdict.metric == QLatin1String(metric)) {
                return verdict;
            }
        }
        return {};
    }
    [[nodiscard]] const Release *release(const char *name)
    {
        return m_world->console().workspace()->fleet().release(
            m_world->key(QStringLiteral("shop"), QString::fromLatin1(name)));
    }
    [[nodiscard]] VerdictsCard *card() { return m_world->window().findChild<VerdictsCard *>(); }

    std::unique_ptr<GuiWorld> m_world;
};

void GuiVerdictsTest::start(const QString &scenario)
{
    const QString plan =
        qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") + QStringLiteral("/resources/scenarios/plans/shop.yaml");
    QVERIFY(QDir().mkpath(m_world->filePath(QStringLiteral("plans"))));
    QVERIFY(QFile::copy(plan, m_world->filePath(QStringLiteral("plans/shop.yaml"))));
    const QString problem = m_world->start(scenario);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    JudgementCadence cadence; // the drill runs fast, and so must we
    cadence.rhythm = 1s;
    store().setCadence(cadence);
    QVERIFY(m_world->clickRelease(m_world->key(QStringLiteral("shop"), QStringLiteral("checkout"))));
    QTRY_VERIFY_WITH_TIMEOUT(store().shown().plan, patience);
}

void GuiVerdictsTest::regressionFails()
{
    start(QStringLiteral("canary-regression"));
    QTRY_VERIFY_WITH_TIMEOUT(release("checkout") && release("checkout")->weights.set, patience);
    if (release("checkout")->weights.set.value_or(0) < 25) {
        QTRY_VERIFY_WITH_TIMEOUT(store().shown().step.looks > 2, patience);
        QVERIFY(verdictOn("error-rate").verdict != Verdict::Fail);
        // Not by the console: whether it lets a release go on is another matter.
        QVERIFY(
            m_world->api()
                .patch(QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout/status"),
                       "application/merge-patch+json", {{"status", {{"pauseConditions", nullptr}}}})
                .ok());
    }
    QTRY_COMPARE_WITH_TIMEOUT(verdictOn("error-rate").verdict, Verdict::Fail, patience);
    QVERIFY(verdictOn("error-rate").canary.value.value_or(0) > 0.01);
    QVERIFY(verdictOn("error-rate").baseline.value.value_or(1) < 0.01);
    QVERIFY(card()->isVisible());
    auto *table = card()->findChild<QTableView *>(QStringLiteral("verdicts"));
    QVERIFY(table && table->isVisible());
    QTRY_VERIFY(card()->findChild<QWidget *>(QStringLiteral("verdictReasons"))->isVisible());
    const QString texts = GuiWorld::textsOf(*card());
    QVERIFY2(texts.contains(QStringLiteral("Error rate:")), qPrintable(texts));
}

void GuiVerdictsTest::healthyVersionNeverFails()
{
    start(QStringLiteral("canary-healthy"));
    bool everFailed = false;
    bool everFaulty = false;
    connect(&store(), &JudgementStore::changed, this, [&] {
        for (const MetricVerdict &verdict : store().shown().verdicts) {
            everFailed = everFailed || verdict.verdict == Verdict::Fail;
        }
        everFaulty = everFaulty || store().shown().share.state == ShareState::Mismatch;
    });
    const auto isSettled = [this](const char *metric) {
        const Verdict word = verdictOn(metric).verdict;
        return word == Verdict::Pass || word == Verdict::Inconclusive;
    };
    QTRY_VERIFY_WITH_TIMEOUT(store().shown().step.looks >= 15, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled("error-rate") && isSettled("latency-p95"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(store().shown().share.state, ShareState::Matching, patience);
    disconnect(&store(), nullptr, this, nullptr);
    QVERIFY(!everFailed);
    QVERIFY(!everFaulty);
    QVERIFY(verdictOn("error-rate").canarySamples > 1000);
    QVERIFY(verdictOn("error-rate").baselineSamples > verdictOn("error-rate").canarySamples);
    QCOMPARE(store().shown().samplesEnough(), std::optional(true));
    QCOMPARE(store().shown().breachedLimit(), QString());
}

void GuiVerdictsTest::releaseWithoutPlanSaysSo()
{
    start(QStringLiteral("canary-healthy"));
    QVERIFY(m_world->clickRelease(
        m_world->key(QStringLiteral("shop"), QStringLiteral("catalog"), ReleaseKind::Deployment)));
    QTRY_COMPARE(store().shown().release.name, QStringLiteral("catalog"));
    QVERIFY(store().shown().verdicts.isEmpty());
    QTRY_VERIFY(!card()->isVisible()); // nothing new is in progress there
}

QTEST_MAIN(GuiVerdictsTest)
#include "guiverdicts_test.moc"
