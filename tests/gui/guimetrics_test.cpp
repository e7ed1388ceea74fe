// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settings.h"
#include "app/window/connectionscontroller.h"
#include "tests/gui/guiworld.h"
#include "widgets/dialogs/settingsdialog.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace signalbox;
using namespace signalbox::test;

/// What is charted: profiles, their choice, the hour behind, and no server at all.
class GuiMetricsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void init() { m_world = std::make_unique<GuiWorld>(); }
    void cleanup() { m_world.reset(); }
    void profileIsChosenLive();
    void chartsReachBackAnHour();
    void withoutServerOneNoticeLeadsToTheSettings();

private:
    [[nodiscard]] const QVector<MetricPanel> &panels() const
    {
        return m_world->console().workspace()->metrics().panels();
    }
    [[nodiscard]] QStringList rules() const
    {
        QStringList ids;
        for (const MetricPanel &panel : panels()) {
            ids << panel.rule.id;
        }
        return ids;
    }
    /// Value of the canary now; NaN while there is none.
    [[nodiscard]] double valueOf(const char *rule) const
    {
        for (const MetricPanel &panel : panels()) {
            if (panel.rule.id == QLatin1String(rule)) {
                return panel.canaryNow.value.value_or(std::nan(""));
            }
        }
        return std::nan("");
    }
    /// Chooses by keys, as the box offers it.
    void choose(const QString &context, const QString &profile);
    [[nodiscard]] ReleaseKey checkout() const
    {
        return m_world->key(QStringLiteral("shop"), QStringLiteral("checkout"));
    }
    std::unique_ptr<GuiWorld> m_world;
};

void GuiMetricsTest::choose(const QString &context, const QString &profile)
{
    m_world->window().connections().showConnections(context);
    SettingsDialog *dialog = m_world->window().connections().dialog();
    auto *box = dialog->findChild<QComboBox *>(QStringLiteral("metricsProfile"));
    QVERIFY(box);
    const int wanted = box->findData(profile);
    QVERIFY(wanted >= 0);
    while (box->currentIndex() != wanted) {
        QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
    QCOMPARE(m_world->console().settings().cluster(ClusterId(context)).metrics.profile, profile);
    dialog->reject();
}

void GuiMetricsTest::profileIsChosenLive()
{
    const QString problem = m_world->start(QStringLiteral("canary-healthy"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QString context = m_world->drill().contextOf(QStringLiteral("admin"));
    QVERIFY(m_world->clickRelease(checkout()));
    QTRY_VERIFY_WITH_TIMEOUT(valueOf("traffic") > 10, patience);
    QVERIFY(rules().contains(QStringLiteral("login-success")));
    const double plain = valueOf("traffic");

    choose(context, QStringLiteral("istio"));
    QTRY_VERIFY_WITH_TIMEOUT(!rules().contains(QStringLiteral("login-success")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf("traffic") > 10, patience);
    QVERIFY2(std::abs(valueOf("traffic") - plain) < 0.5 * plain, "the mesh counts the same requests");
    QTRY_VERIFY_WITH_TIMEOUT(valueOf("latency-p95") > 0.05 && valueOf("latency-p95") < 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf("error-rate") < 0.02, patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        std::abs(m_world->console().workspace()->metrics().traffic().share.value.value_or(0) - 25) < 8,
        patience);
    for (const MetricPanel &panel : panels()) {
        QTRY_VERIFY2_WITH_TIMEOUT(!panel.baseline.isEmpty(), qPrintable(panel.rule.id), patience);
    }

    choose(context, QString());
    QTRY_VERIFY_WITH_TIMEOUT(rules().contains(QStringLiteral("login-success")), patience);
    m_world->console().settings().setDefaultProfile(QStringLiteral("istio"));
    QTRY_VERIFY_WITH_TIMEOUT(!rules().contains(QStringLiteral("login-success")), patience);
}

void GuiMetricsTest::chartsReachBackAnHour()
{
    const QString problem = m_world->start(QStringLiteral("canary-healthy"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_world->console().settings().setChartRange(std::chrono::hours(1));
    QVERIFY(m_world->clickRelease(checkout()));
    const auto covered = [this] {
        for (const MetricPanel &panel : panels()) {
            if (panel.rule.id == QLatin1String("traffic") && panel.baseline.size() > 1) {
                return (panel.baseline.last().ms - panel.baseline.first().ms) / 60'000;
            }
        }
        return std::int64_t(0);
    };
    // The stable version came 42 minutes ago.
    QTRY_VERIFY_WITH_TIMEOUT(covered() >= 40, patience);
    for (const MetricPanel &panel : panels()) {
        std::int64_t widest = 0;
        for (qsizetype i = 1; i < panel.baseline.size(); ++i) {
            widest = std::max(widest, panel.baseline.at(i).ms - panel.baseline.at(i - 1).ms);
        }
        QVERIFY2(widest <= 30'000,
                 qPrintable(QStringLiteral("%1: a hole of %2 s").arg(panel.rule.id).arg(widest / 1000)));
    }
}

void GuiMetricsTest::withoutServerOneNoticeLeadsToTheSettings()
{
    QString problem = m_world->startDrill(QStringLiteral("steady"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QString context = m_world->drill().contextOf(QStringLiteral("admin"));
    problem = m_world->startConsole(m_world->drill().kubeconfig(), context);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_world->console().workspace()->metrics().setServer(ClusterId(context), nullptr);
    QVERIFY(m_world->clickRelease(checkout()));
    auto *button = m_world->window().findChild<QPushButton *>(QStringLiteral("metricsSettingsButton"));
    QVERIFY(button);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patience);
    const QString texts = GuiWorld::textsOf(m_world->window());
    QCOMPARE(texts.count(QStringLiteral("No Prometheus")), 1);
    QVERIFY(!texts.contains(QStringLiteral("never loaded")));
    QTest::mouseClick(button, Qt::LeftButton);
    SettingsDialog *dialog = m_world->window().connections().dialog();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QComboBox *>(QStringLiteral("metricsProfile"))->isVisible(),
                             patience);
}

QTEST_MAIN(GuiMetricsTest)
#include "guimetrics_test.moc"
