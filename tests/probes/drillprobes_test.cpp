// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/drillcluster.h"
#include "backends/drill/scenarioparser.h"
#include "probefixture.h"
#include "tests/deployment/httpcluster.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

static const QByteArray Scenario = R"(
scenario: probes
summary: A cluster for the tests of probes.
seed: 5
clusters:
  - name: c
    nodes: 2
    releases:
      - name: catalog
        namespace: shop
        kind: Deployment
        replicas: 2
        history: [ { version: 1.0.0, ago: 50m } ]
        traffic: { requests: 10 }
)";

/// Kubernetes kinds against an API server and controllers that were written apart from them.
class DrillProbesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto scenario = drill::parseScenario(Scenario, QStringLiteral("test"));
        QVERIFY2(scenario, qPrintable(scenario ? QString() : scenario.error().detail));
        drill::World::Setup setup;
        setup.cluster = scenario->clusters.first();
        setup.speed = 60;
        m_drill = std::make_unique<drill::DrillCluster>(m_clock, setup);
        QVERIFY(m_drill->fill());
        QVERIFY(m_drill->listen());
        m_drill->goLive();
        m_api = std::make_unique<deployment::testing::HttpCluster>(m_drill->api());
        probes::ProbeWorld world;
        world.clock = &m_clock;
        world.cluster = [this](const ClusterId &) { return m_api.get(); };
        m_engine = std::make_unique<probes::ProbeEngine>(world);
    }

    void nodes()
    {
        QTRY_COMPARE_WITH_TIMEOUT(verdict(ProbeKind::KubernetesNodes, {}), QStringLiteral("pass nodes-ready"),
                                  20'000);
        QCOMPARE(verdict(ProbeKind::KubernetesNodes, {{QStringLiteral("minimum"), {QStringLiteral("50")}}}),
                 QStringLiteral("fail nodes-too-few"));
    }

    void deployments()
    {
        Parameters parameters = m_shop;
        parameters.insert(QStringLiteral("names"), {QStringLiteral("catalog")});
        QTRY_COMPARE_WITH_TIMEOUT(verdict(ProbeKind::KubernetesDeployments, parameters),
                                  QStringLiteral("pass deployments-available"), 30'000);
        parameters[QStringLiteral("names")] << QStringLiteral("nobody");
        QCOMPARE(verdict(ProbeKind::KubernetesDeployments, parameters),
                 QStringLiteral("fail deployments-missing"));
    }

    void podsAsTheDrillMakesThem()
    {
        // They say nothing about their security, which counts as allowed; what they do not do is be
        // privileged.
        QCOMPARE(verdict(ProbeKind::KubernetesPodSecurity, m_shop),
                 QStringLiteral("fail pod-security-violated"));
        Parameters parameters = m_shop;
        parameters.insert(QStringLiteral("rules"), {QStringLiteral("no-privileged")});
        QCOMPARE(verdict(ProbeKind::KubernetesPodSecurity, parameters),
                 QStringLiteral("pass pod-security-kept"));
    }

    void networkPoliciesAndRights()
    {
        QCOMPARE(verdict(ProbeKind::KubernetesNetworkPolicies, m_shop),
                 QStringLiteral("fail network-policies-too-few"));
        QCOMPARE(verdict(ProbeKind::KubernetesRbac, m_shop), QStringLiteral("pass rbac-kept"));
        const Parameters admins{{QStringLiteral("subjects"), {QStringLiteral("Group:system:masters")}}};
        const QString found = verdict(ProbeKind::KubernetesRbac, admins);
        QVERIFY2(found.contains(QLatin1String("rbac-")), qPrintable(found));
    }

private:
    QString verdict(ProbeKind kind, const Parameters &parameters)
    {
        const auto future = m_engine->run(ProbeFixture::spec(kind, parameters), {});
        const bool ended = QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000);
        return ended && future.result() ? verdictOf(*future.result()) : QStringLiteral("never ended");
    }

    const Parameters m_shop{{QStringLiteral("namespace"), {QStringLiteral("shop")}}};
    MachineClock m_clock;
    std::unique_ptr<drill::DrillCluster> m_drill;
    std::unique_ptr<deployment::testing::HttpCluster> m_api;
    std::unique_ptr<probes::ProbeEngine> m_engine;
};

QTEST_GUILESS_MAIN(DrillProbesTest)
#include "drillprobes_test.moc"
