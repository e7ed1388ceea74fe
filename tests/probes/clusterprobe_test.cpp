// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probefixture.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

QByteArray listOf(const QVector<QByteArray> &items, const QByteArray &next = {})
{
    return R"({"kind":"List","metadata":{"continue":")" + next + R"("},"items":[)" + items.join(',') + "]}";
}

QByteArray node(const QByteArray &name, const QByteArray &ready, bool cordoned = false)
{
    return R"({"metadata":{"name":")" + name + R"("},"spec":{"unschedulable":)" +
           (cordoned ? "true" : "false") +
           R"(},"status":{"conditions":[{"type":"DiskPressure","status":"False"},{"type":"Ready","status":")" +
           ready + R"("}]}})";
}

QByteArray deployment(const QByteArray &name, int wanted, int updated, int available, int seen = 2)
{
    return R"({"metadata":{"name":")" + name + R"(","generation":2},"spec":{"replicas":)" +
           QByteArray::number(wanted) + R"(},"status":{"observedGeneration":)" + QByteArray::number(seen) +
           R"(,"updatedReplicas":)" + QByteArray::number(updated) + R"(,"availableReplicas":)" +
           QByteArray::number(available) + "}}";
}

const QByteArray Tight =
    R"({"allowPrivilegeEscalation":false,"runAsNonRoot":true,"readOnlyRootFilesystem":true,
    "capabilities":{"drop":["ALL"]},"seccompProfile":{"type":"RuntimeDefault"}})";

QByteArray pod(const QByteArray &containerContext, const QByteArray &spec = {},
               const QByteArray &phase = "Running")
{
    return R"({"metadata":{"name":"cart-1"},"status":{"phase":")" + phase + R"("},"spec":{)" + spec +
           R"("containers":[{"name":"app","securityContext":)" + containerContext + "}]}}";
}

QByteArray named(const QByteArray &name, const QByteArray &rest = {})
{
    return R"({"metadata":{"name":")" + name + R"(","namespace":"shop"})" + rest + "}";
}

const Parameters Shop{{QStringLiteral("namespace"), {QStringLiteral("shop")}}};

} // namespace

/// Kubernetes kinds against scripted answers.
class ClusterProbeTest : public QObject
{
    Q_OBJECT

private:
    static void answer(ProbeFixture &fixture, const QHash<QString, QByteArray> &byResource)
    {
        fixture.cluster.onGet = [byResource](const QString &path) -> Result<QByteArray> {
            const QString resource = path.section(QLatin1Char('?'), 0, 0).section(QLatin1Char('/'), -1);
            return byResource.value(resource, listOf({}));
        };
    }
    void checkList(ProbeKind kind, const Parameters &parameters, const QString &resource,
                   const QVector<QByteArray> &items, const QString &verdict)
    {
        ProbeFixture fixture;
        answer(fixture, {{resource, listOf(items)}});
        const auto finding = fixture.run(kind, parameters);
        QVERIFY2(verdictOf(finding) == verdict, qPrintable(inWords(finding)));
    }

private Q_SLOTS:
    void nodes_data()
    {
        QTest::addColumn<QVector<QByteArray>>("items");
        QTest::addColumn<QString>("verdict");
        const QByteArray good = node("a", "True");
        QTest::newRow("ready") << QVector<QByteArray>{good, node("b", "True")}
                               << QStringLiteral("pass nodes-ready");
        QTest::newRow("one not") << QVector<QByteArray>{good, good, node("b", "False")}
                                 << QStringLiteral("fail nodes-not-ready");
        QTest::newRow("one unknown") << QVector<QByteArray>{good, good, node("b", "Unknown")}
                                     << QStringLiteral("fail nodes-not-ready");
        QTest::newRow("too few") << QVector<QByteArray>{good} << QStringLiteral("fail nodes-too-few");
        QTest::newRow("none") << QVector<QByteArray>{} << QStringLiteral("fail nodes-too-few");
        QTest::newRow("cordoned") << QVector<QByteArray>{good, good, node("b", "True", true)}
                                  << QStringLiteral("pass! nodes-cordoned");
        QTest::newRow("cordoned and too few")
            << QVector<QByteArray>{good, node("b", "True", true)} << QStringLiteral("fail nodes-too-few");
        QTest::newRow("no status") << QVector<QByteArray>{good, good, named("c")}
                                   << QStringLiteral("fail nodes-not-ready");
        QTest::newRow("conditions are text")
            << QVector<QByteArray>{good, good, named("c", R"(,"status":{"conditions":"Ready"})")}
            << QStringLiteral("fail nodes-not-ready");
    }
    void nodes()
    {
        QFETCH(QVector<QByteArray>, items);
        QFETCH(QString, verdict);
        checkList(ProbeKind::KubernetesNodes, {{QStringLiteral("minimum"), {QStringLiteral("2")}}},
                  QStringLiteral("nodes"), items, verdict);
    }

    void deployments_data()
    {
        QTest::addColumn<QVector<QByteArray>>("items");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("available") << QVector<QByteArray>{deployment("cart", 3, 3, 3)}
                                   << QStringLiteral("pass deployments-available");
        QTest::newRow("one short") << QVector<QByteArray>{deployment("cart", 3, 3, 2)}
                                   << QStringLiteral("fail deployments-unavailable");
        QTest::newRow("old pods") << QVector<QByteArray>{deployment("cart", 3, 1, 3)}
                                  << QStringLiteral("fail deployments-unavailable");
        QTest::newRow("scaled to nothing") << QVector<QByteArray>{deployment("cart", 0, 0, 0)}
                                           << QStringLiteral("fail deployments-unavailable");
        QTest::newRow("not seen yet") << QVector<QByteArray>{deployment("cart", 3, 3, 3, 1)}
                                      << QStringLiteral("unknown deployments-unobserved");
        QTest::newRow("another one") << QVector<QByteArray>{deployment("web", 3, 3, 3)}
                                     << QStringLiteral("fail deployments-missing");
        QTest::newRow("others do not matter")
            << QVector<QByteArray>{deployment("cart", 1, 1, 1), deployment("web", 3, 0, 0)}
            << QStringLiteral("pass deployments-available");
    }
    void deployments()
    {
        QFETCH(QVector<QByteArray>, items);
        QFETCH(QString, verdict);
        Parameters parameters = Shop;
        parameters.insert(QStringLiteral("names"), {QStringLiteral("cart")});
        checkList(ProbeKind::KubernetesDeployments, parameters, QStringLiteral("deployments"), items,
                  verdict);
    }

    void networkPolicies()
    {
        const auto kind = ProbeKind::KubernetesNetworkPolicies;
        const QString resource = QStringLiteral("networkpolicies");
        Parameters names = Shop;
        names.insert(QStringLiteral("names"), {QStringLiteral("deny"), QStringLiteral("dns")});
        checkList(kind, names, resource, {named("deny"), named("dns")},
                  QStringLiteral("pass network-policies-present"));
        checkList(kind, names, resource, {named("deny")}, QStringLiteral("fail network-policies-missing"));
        checkList(kind, Shop, resource, {}, QStringLiteral("fail network-policies-too-few"));
    }

    void podSecurity_data()
    {
        QTest::addColumn<QByteArray>("pod");
        QTest::addColumn<QString>("verdict");
        const QString kept = QStringLiteral("pass pod-security-kept");
        const QString broken = QStringLiteral("fail pod-security-violated");
        const auto with = [](const char *from, const char *to) {
            return QByteArray(Tight).replace(from, to);
        };
        QTest::newRow("tight") << pod(Tight) << kept;
        QTest::newRow("nothing said") << pod("{}") << broken;
        QTest::newRow("no context") << pod("null") << broken;
        QTest::newRow("privileged") << pod(with("{\"allow", "{\"privileged\":true,\"allow")) << broken;
        QTest::newRow("root by number") << pod(with("{\"allow", "{\"runAsUser\":0,\"allow")) << broken;
        QTest::newRow("may escalate") << pod(with("Escalation\":false", "Escalation\":true")) << broken;
        QTest::newRow("some capabilities") << pod(with("ALL", "NET_RAW")) << broken;
        QTest::newRow("writable root") << pod(with("Filesystem\":true", "Filesystem\":false")) << broken;
        QTest::newRow("unconfined") << pod(with("RuntimeDefault", "Unconfined")) << broken;
        QTest::newRow("host network") << pod(Tight, R"("hostNetwork":true,)") << broken;
        QTest::newRow("pod says non-root")
            << pod(with("\"runAsNonRoot\":true,", ""), R"("securityContext":{"runAsNonRoot":true},)") << kept;
        QTest::newRow("container overrides pod")
            << pod(with("NonRoot\":true", "NonRoot\":false"), R"("securityContext":{"runAsNonRoot":true},)")
            << broken;
        QTest::newRow("init container") << pod(Tight, R"("initContainers":[{"name":"init"}],)") << broken;
        QTest::newRow("texts for booleans") << pod(with("NonRoot\":true", "NonRoot\":\"true\"")) << broken;
        QTest::newRow("ended") << pod("{}", {}, "Succeeded") << QStringLiteral("unknown pods-none");
    }
    void podSecurity()
    {
        QFETCH(QByteArray, pod);
        QFETCH(QString, verdict);
        Parameters parameters = Shop;
        parameters.insert(QStringLiteral("rules"),
                          {QStringLiteral("run-as-non-root"), QStringLiteral("no-privilege-escalation"),
                           QStringLiteral("no-privileged"), QStringLiteral("read-only-root"),
                           QStringLiteral("drop-all-capabilities"), QStringLiteral("seccomp"),
                           QStringLiteral("no-host-namespaces")});
        checkList(ProbeKind::KubernetesPodSecurity, parameters, QStringLiteral("pods"), {pod}, verdict);
    }

    void rbac_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<QString>("verdict");
        const QByteArray narrow = R"({"apiGroups":["apps"],"resources":["deployments"],"verbs":["get"]})";
        const QByteArray verbs = R"({"apiGroups":["apps"],"resources":["deployments"],"verbs":["*"]})";
        const QByteArray resources = R"({"apiGroups":["apps"],"resources":["*"],"verbs":["get"]})";
        const QByteArray account = R"({"kind":"ServiceAccount","name":"ci","namespace":"shop"})";
        const QByteArray group = R"({"kind":"Group","name":"system:serviceaccounts:shop"})";
        const QByteArray other = R"({"kind":"User","name":"root"})";
        const QString kept = QStringLiteral("pass rbac-kept");
        const QString wide = QStringLiteral("fail rbac-too-wide");
        QTest::newRow("narrow") << narrow << account << QByteArray("deployer") << kept;
        QTest::newRow("all verbs") << verbs << account << QByteArray("deployer") << wide;
        QTest::newRow("all resources") << resources << account << QByteArray("deployer") << wide;
        QTest::newRow("by group") << verbs << group << QByteArray("deployer") << wide;
        QTest::newRow("somebody else's") << verbs << other << QByteArray("deployer") << kept;
        QTest::newRow("cluster-admin")
            << narrow << account << QByteArray("cluster-admin") << QStringLiteral("fail rbac-cluster-admin");
        QTest::newRow("rule is text") << QByteArray("\"*\"") << account << QByteArray("deployer") << kept;
    }
    void rbac()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, subject);
        QFETCH(QByteArray, role);
        QFETCH(QString, verdict);
        ProbeFixture fixture;
        const QByteArray binding = named("b", R"(,"roleRef":{"kind":"ClusterRole","name":")" + role +
                                                  R"("},"subjects":[)" + subject + "]");
        answer(fixture,
               {{QStringLiteral("clusterroles"), listOf({named(role, R"(,"rules":[)" + rule + "]")})},
                {QStringLiteral("clusterrolebindings"), listOf({binding})}});
        const auto finding =
            fixture.run(ProbeKind::KubernetesRbac,
                        {{QStringLiteral("subjects"), {QStringLiteral("ServiceAccount:shop:ci")}}});
        QVERIFY2(verdictOf(finding) == verdict, qPrintable(inWords(finding)));
    }

    void rbacOfANamespace()
    {
        ProbeFixture fixture;
        const QByteArray wide = R"(,"rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["*"]}])";
        answer(fixture, {{QStringLiteral("roles"), listOf({named("maintainer", wide)})}});
        const auto finding = fixture.run(ProbeKind::KubernetesRbac, Shop);
        QCOMPARE(inWords(finding),
                 QStringLiteral("fail rbac-too-wide 1 | Role/shop/maintainer: wildcard-verbs"));
    }

    void readsEveryPage()
    {
        ProbeFixture fixture;
        fixture.cluster.onGet = [](const QString &path) -> Result<QByteArray> {
            return path.contains(QLatin1String("continue=a%2Bb")) ? listOf({node("bad", "False")})
                                                                  : listOf({node("good", "True")}, "a+b");
        };
        QCOMPARE(inWords(fixture.run(ProbeKind::KubernetesNodes, {})),
                 QStringLiteral("fail nodes-not-ready 1 | 2 | bad"));
        QCOMPARE(fixture.cluster.gets.size(), 2);
    }

    void givesUpOnAnEndlessList()
    {
        ProbeFixture fixture;
        fixture.cluster.onGet = [](const QString &) -> Result<QByteArray> {
            return listOf({node("good", "True")}, "again");
        };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::KubernetesNodes, {})),
                 QStringLiteral("unknown too-many-objects"));
    }

    void survivesAnswersThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("items are text") << QByteArray(R"({"items":"nodes"})");
        QTest::newRow("no items") << QByteArray(R"({"kind":"Status"})");
        QTest::newRow("item without name") << QByteArray(R"({"items":[{}]})");
        QTest::newRow("item is a number") << QByteArray(R"({"items":[7]})");
        QTest::newRow("deep") << R"({"items":)" + QByteArray(1'000'000, '[');
    }
    void survivesAnswersThatAreNone()
    {
        QFETCH(QByteArray, body);
        ProbeFixture fixture;
        fixture.cluster.onGet = [body](const QString &) -> Result<QByteArray> { return body; };
        QCOMPARE(inWords(fixture.run(ProbeKind::KubernetesNodes, {})),
                 QStringLiteral("unknown answer-unreadable /api/v1/nodes"));
    }

    void learnsNothingFromRefusals()
    {
        ProbeFixture fixture;
        fixture.cluster.onGet = [](const QString &) -> Result<QByteArray> {
            return failure(ErrorCode::Forbidden, ErrorLayer::Http, QStringLiteral("nodes is forbidden"));
        };
        QCOMPARE(inWords(fixture.run(ProbeKind::KubernetesNodes, {})),
                 QStringLiteral("unknown no-permission nodes is forbidden"));
        fixture.context.release.cluster = ClusterId(QStringLiteral("elsewhere"));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::KubernetesNodes, {})), QStringLiteral("unknown no-source"));
    }

    void keepsNamesInsideThePath()
    {
        ProbeFixture fixture;
        answer(fixture, {});
        QCOMPARE(verdictOf(fixture.run(ProbeKind::KubernetesPodSecurity,
                                       {{QStringLiteral("namespace"), {QStringLiteral("../../nodes?x=")}}})),
                 QStringLiteral("unknown pods-none"));
        QCOMPARE(fixture.cluster.gets.first(),
                 QStringLiteral("/api/v1/namespaces/..%2F..%2Fnodes%3Fx%3D/pods?limit=500"));
    }
};

QTEST_GUILESS_MAIN(ClusterProbeTest)
#include "clusterprobe_test.moc"
