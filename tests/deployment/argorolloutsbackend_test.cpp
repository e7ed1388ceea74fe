// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/argorolloutsbackend.h"
#include "backends/deployment/deploymentsbackend.h"
#include "tests/deployment/documents.h"
#include "tests/deployment/scriptedcluster.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTest>

using signalbox::test::wait;
using namespace signalbox;
using namespace signalbox::deployment;
using namespace signalbox::deployment::testing;

class FixedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override { return Now; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return std::chrono::milliseconds(0); }
};

/// The I/O shell against a server that applies patches: order, locks, lost answers, fallbacks.
class ArgoRolloutsBackendTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void plansFromTheServersState();
    void missingObject();
    void dryRunSendsEverythingAndKeepsNothing();
    void abortLeavesBeforeAnyRead();
    void undoReadsFirst();
    void statusNoiseIsNoConflict();
    void conflictWithARealChangeIsReported();
    void endlessConflictsAreReported();
    void lostAnswerIsReadNotRepeated();
    void lostCallIsRepeatedOnce();
    void lostAnswerAndNoReadIsUnknown();
    void alreadyTrueIsNotSent();
    void fallbackWithoutStatusSubresource();
    void deletedIsNotTheFallback();
    void promotionSendsStatusThenSpec();
    void undoByFirstCallAfterOthersChange();
    void handlesOnlyItsOwn();

private:
    ActionPlan planned(ActionKind kind)
    {
        auto plan = wait(m_backend->plan(request(kind), snapshot()));
        [&plan] { QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail)); }();
        m_cluster->log.clear();
        return plan.value_or(ActionPlan());
    }
    Json &rollout() { return m_cluster->objects[QString::fromLatin1(RolloutPath)]; }

    FixedClock m_clock;
    std::unique_ptr<ScriptedCluster> m_cluster;
    std::unique_ptr<ArgoRolloutsBackend> m_backend;
};

void ArgoRolloutsBackendTest::init()
{
    m_cluster = std::make_unique<ScriptedCluster>();
    m_cluster->objects[QString::fromLatin1(RolloutPath)] = canary();
    m_cluster->objects[QStringLiteral("/apis/apps/v1/namespaces/shop/replicasets/cart-aaa")] =
        replicaSet("aaa", "r/web:1");
    m_backend = std::make_unique<ArgoRolloutsBackend>(*m_cluster, m_clock);
}

void ArgoRolloutsBackendTest::plansFromTheServersState()
{
    rollout()["metadata"]["resourceVersion"] = "777";
    const auto plan = wait(m_backend->plan(request(ActionKind::RollBack), snapshot()));
    QVERIFY(plan);
    QCOMPARE(plan->resourceVersion, QStringLiteral("777"));
    QCOMPARE(m_cluster->log,
             QStringList({QStringLiteral("GET ") + QLatin1String(RolloutPath),
                          QStringLiteral("GET /apis/apps/v1/namespaces/shop/replicasets/cart-aaa")}));
}

void ArgoRolloutsBackendTest::missingObject()
{
    m_cluster->objects.clear();
    const auto plan = wait(m_backend->plan(request(ActionKind::RollBack), snapshot()));
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::NotFound);
}

void ArgoRolloutsBackendTest::dryRunSendsEverythingAndKeepsNothing()
{
    const ActionPlan plan = planned(ActionKind::RollBack);
    m_cluster->warnings = {QStringLiteral("old API")};
    const auto warnings = wait(m_backend->dryRun(plan));
    QVERIFY(warnings);
    QCOMPARE(*warnings, QStringList{QStringLiteral("old API")});
    QCOMPARE(m_cluster->log.size(), 2);
    QVERIFY(m_cluster->log.at(0).startsWith(QStringLiteral("PATCH? ")));
    QVERIFY(rollout() == canary());
}

void ArgoRolloutsBackendTest::abortLeavesBeforeAnyRead()
{
    const ActionPlan plan = planned(ActionKind::RollBack);
    auto future = m_backend->execute(plan, 0);
    QCOMPARE(
        m_cluster->log,
        QStringList{QStringLiteral("PATCH ") + QLatin1String(RolloutPath) +
                    QStringLiteral(
                        "/status {\"status\":{\"abort\":true,\"promoteFull\":null}}")}); // before the event
                                                                                         // loop turns
    const auto version = wait(future);
    QVERIFY(version);
    QCOMPARE(*version, QStringLiteral("1001"));
    QCOMPARE(m_cluster->log.size(), 1);
}

void ArgoRolloutsBackendTest::undoReadsFirst()
{
    const ActionPlan plan = planned(ActionKind::RollBack);
    QVERIFY(wait(m_backend->execute(plan, 0)));
    m_cluster->log.clear();
    QVERIFY(wait(m_backend->execute(plan, 1)));
    QCOMPARE(m_cluster->log.size(), 2);
    QVERIFY(m_cluster->log.first().startsWith(QStringLiteral("GET ")));
    QVERIFY(rollout()["spec"]["template"]["spec"]["containers"][0]["image"] == Json("r/web:1"));
}

void ArgoRolloutsBackendTest::statusNoiseIsNoConflict()
{
    const ActionPlan plan = planned(ActionKind::Promote);
    m_cluster->bump(QString::fromLatin1(RolloutPath)); // between plan and click
    int noise = 1;
    m_cluster->before = [this, &noise](const ApiCall &) {
        if (noise-- > 0) {
            m_cluster->bump(QString::fromLatin1(RolloutPath)); // between read and write
        }
    };
    const auto sent = wait(m_backend->execute(plan, 0));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    QVERIFY(!rollout()["status"].contains("pauseConditions"));
    QCOMPARE(m_cluster->log.filter(QStringLiteral("PATCH")).size(), 2);
}

void ArgoRolloutsBackendTest::conflictWithARealChangeIsReported()
{
    const ActionPlan plan = planned(ActionKind::Promote);
    m_cluster->before = [this](const ApiCall &) {
        rollout()["status"]["currentStepIndex"] = 3; // the controller moved on just now
        m_cluster->bump(QString::fromLatin1(RolloutPath));
    };
    const auto sent = wait(m_backend->execute(plan, 0));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Changed);
    QVERIFY(sent.error().detail.contains(QStringLiteral("status.currentStepIndex: 1 -> 3")));
    QVERIFY(rollout()["status"].contains("pauseConditions"));
}

void ArgoRolloutsBackendTest::endlessConflictsAreReported()
{
    const ActionPlan plan = planned(ActionKind::Promote);
    m_cluster->before = [this](const ApiCall &) { m_cluster->bump(QString::fromLatin1(RolloutPath)); };
    const auto sent = wait(m_backend->execute(plan, 0));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Conflict);
    QCOMPARE(m_cluster->log.filter(QStringLiteral("PATCH")).size(), 3);
}

void ArgoRolloutsBackendTest::lostAnswerIsReadNotRepeated()
{
    const ActionPlan plan = planned(ActionKind::RollBack);
    m_cluster->insteadOfAnswer = [](const ApiCall &) {
        return Error{ErrorCode::OutcomeUnknown, ErrorLayer::Connection, 0, {}, {}, {}, {}};
    };
    const auto sent = wait(m_backend->execute(plan, 0));
    QVERIFY(sent);
    QCOMPARE(m_cluster->log.filter(QStringLiteral("PATCH")).size(), 1);
    QCOMPARE(m_cluster->log.filter(QStringLiteral("GET")).size(), 1);
}

void ArgoRolloutsBackendTest::lostCallIsRepeatedOnce()
{
    const ActionPlan plan = planned(ActionKind::RollBack);
    int lost = 1;
    m_cluster->insteadOfAnswer = [this, &lost](const ApiCall &) -> std::optional<Error> {
        if (lost-- <= 0) {
            return std::nullopt;
        }
        rollout()["status"].erase("abort"); // it never arrived
        return Error{ErrorCode::OutcomeUnknown, ErrorLayer::Connection, 0, {}, {}, {}, {}};
    };
    QVERIFY(wait(m_backend->execute(plan, 0)));
    QCOMPARE(m_cluster->log.filter(QStringLiteral("PATCH")).size(), 2);
    QVERIFY(rollout()["status"]["abort"] == Json(true));
}

void ArgoRolloutsBackendTest::lostAnswerAndNoReadIsUnknown()
{
    const ActionPlan plan = planned(ActionKind::RollBack);
    m_cluster->failReads = true;
    m_cluster->insteadOfAnswer = [](const ApiCall &) {
        return Error{ErrorCode::OutcomeUnknown, ErrorLayer::Connection, 0, {}, {}, {}, {}};
    };
    const auto sent = wait(m_backend->execute(plan, 0));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::OutcomeUnknown);
}

void ArgoRolloutsBackendTest::alreadyTrueIsNotSent()
{
    const ActionPlan plan = planned(ActionKind::Pause);
    rollout()["spec"]["paused"] = true;
    QVERIFY(wait(m_backend->execute(plan, 0)));
    QVERIFY(m_cluster->log.filter(QStringLiteral("PATCH")).isEmpty());
}

void ArgoRolloutsBackendTest::fallbackWithoutStatusSubresource()
{
    m_cluster->statusSubresource = false;
    QVERIFY(wait(m_backend->execute(planned(ActionKind::RollBack), 0)));
    QVERIFY(rollout()["status"]["abort"] == Json(true));
    QCOMPARE(m_cluster->log.last(),
             QStringLiteral("PATCH ") + QLatin1String(RolloutPath) +
                 QStringLiteral(" {\"status\":{\"abort\":true,\"promoteFull\":null}}"));
    init();
    m_cluster->statusSubresource = false;
    QVERIFY(wait(m_backend->execute(planned(ActionKind::Promote), 0)));
    QVERIFY(m_cluster->log.last().endsWith(
        QStringLiteral("{\"metadata\":{\"resourceVersion\":\"100\"},\"spec\":{\"paused\":false},\"status\":{"
                       "\"pauseConditions\":null}}")));
}

void ArgoRolloutsBackendTest::deletedIsNotTheFallback()
{
    const ActionPlan plan = planned(ActionKind::RollBack);
    m_cluster->objects.clear();
    const auto sent = wait(m_backend->execute(plan, 0));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::NotFound);
    QCOMPARE(m_cluster->log.filter(QStringLiteral("PATCH")).size(), 1);
}

void ArgoRolloutsBackendTest::promotionSendsStatusThenSpec()
{
    rollout()["spec"]["paused"] = true;
    const ActionPlan plan = planned(ActionKind::Promote);
    QVERIFY(wait(m_backend->execute(plan, 0)));
    const QStringList patches = m_cluster->log.filter(QStringLiteral("PATCH"));
    QCOMPARE(patches.size(), 2);
    QVERIFY(patches.at(0).contains(QStringLiteral("/status ")));
    QVERIFY(patches.at(1).contains(QStringLiteral("\"paused\":false")));
    QVERIFY(rollout()["spec"]["paused"] == Json(false));
}

void ArgoRolloutsBackendTest::undoByFirstCallAfterOthersChange()
{
    rollout()["status"]["abort"] = true; // nothing left but the undo, which leaves at once
    const ActionPlan plan = planned(ActionKind::RollBack);
    rollout()["status"]["currentPodHash"] = "ccc";
    const auto sent = wait(m_backend->execute(plan, 0));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Changed);
    QVERIFY(m_cluster->log.first().startsWith(QStringLiteral("PATCH ")));
    QCOMPARE(m_cluster->log.filter(QStringLiteral("PATCH")).size(), 1);
}

void ArgoRolloutsBackendTest::handlesOnlyItsOwn()
{
    Release release = snapshot();
    const DeploymentsBackend plain(*m_cluster, m_clock);
    QVERIFY(m_backend->handles(release));
    QVERIFY(!plain.handles(release));
    release.key.kind = ReleaseKind::Deployment;
    QVERIFY(!m_backend->handles(release));
    QVERIFY(plain.handles(release));
    release.key.cluster = ClusterId(QStringLiteral("elsewhere"));
    QVERIFY(!plain.handles(release));
}

QTEST_GUILESS_MAIN(ArgoRolloutsBackendTest)
#include "argorolloutsbackend_test.moc"
