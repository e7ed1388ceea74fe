// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/podtemplate.h"

#include <QTest>

using namespace signalbox::deployment;

/// What a ReplicaSet holds beyond the template it stands for.
class PodTemplateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleans_data();
    void cleans();
    void deploymentsKeepEverythingElse();
    void missingTemplate();
};

void PodTemplateTest::cleans_data()
{
    QTest::addColumn<QByteArray>("annotations");
    QTest::addColumn<QByteArray>("podTemplate");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("hash label")
        << QByteArray("{}")
        << QByteArray(R"({"metadata":{"labels":{"app":"a","rollouts-pod-template-hash":"x"}},"spec":{}})")
        << QByteArray(R"({"metadata":{"labels":{"app":"a"}},"spec":{}})");
    QTest::newRow("ephemeral metadata")
        << QByteArray(
               R"({"rollout.argoproj.io/ephemeral-metadata":"{\"labels\":{\"role\":\"canary\"},\"annotations\":{\"note\":\"n\"}}"})")
        << QByteArray(
               R"({"metadata":{"annotations":{"note":"n"},"labels":{"app":"a","role":"canary"}},"spec":{}})")
        << QByteArray(R"({"metadata":{"labels":{"app":"a"}},"spec":{}})");
    QTest::newRow("broken ephemeral annotation is ignored")
        << QByteArray(R"({"rollout.argoproj.io/ephemeral-metadata":"{nonsense"})")
        << QByteArray(R"({"metadata":{"labels":{"app":"a"}},"spec":{}})")
        << QByteArray(R"({"metadata":{"labels":{"app":"a"}},"spec":{}})");
    QTest::newRow("injected required term, nothing left")
        << QByteArray("{}")
        << QByteArray(
               R"({"spec":{"affinity":{"podAntiAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":
            [{"labelSelector":{"matchExpressions":[{"key":"rollouts-pod-template-hash","operator":"NotIn","values":["s"]}]},"topologyKey":"kubernetes.io/hostname"}]}},"x":1}})")
        << QByteArray(R"({"spec":{"x":1}})");
    QTest::newRow("injected weighted term beside the user's own")
        << QByteArray("{}")
        << QByteArray(
               R"({"spec":{"affinity":{"nodeAffinity":{},"podAntiAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":
            [{"weight":1,"podAffinityTerm":{"labelSelector":{"matchExpressions":[{"key":"rollouts-pod-template-hash"}]}}},
             {"weight":5,"podAffinityTerm":{"labelSelector":{"matchLabels":{"app":"a"}}}}]}}}})")
        << QByteArray(
               R"({"spec":{"affinity":{"nodeAffinity":{},"podAntiAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":[{"podAffinityTerm":{"labelSelector":{"matchLabels":{"app":"a"}}},"weight":5}]}}}})");
    QTest::newRow("the user's empty affinity stays")
        << QByteArray("{}") << QByteArray(R"({"spec":{"affinity":{"podAntiAffinity":{}}}})")
        << QByteArray(R"({"spec":{"affinity":{"podAntiAffinity":{}}}})");
}

static Json set(const QByteArray &annotations, const QByteArray &podTemplate)
{
    Json document;
    document["metadata"]["annotations"] = Json::parse(annotations.constData(), nullptr, false);
    document["spec"]["template"] = Json::parse(podTemplate.constData(), nullptr, false);
    return document;
}

void PodTemplateTest::cleans()
{
    QFETCH(QByteArray, annotations);
    QFETCH(QByteArray, podTemplate);
    QFETCH(QByteArray, expected);
    QCOMPARE(toText(templateForUndo(set(annotations, podTemplate), "rollouts-pod-template-hash")), expected);
}

void PodTemplateTest::deploymentsKeepEverythingElse()
{
    const QByteArray text(
        R"({"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"t"},"creationTimestamp":null,)"
        R"("labels":{"app":"a","pod-template-hash":"x"}},"spec":{}})");
    const QByteArray annotations(
        R"({"rollout.argoproj.io/ephemeral-metadata":"{\"labels\":{\"app\":\"a\"}}"})");
    QCOMPARE(
        toText(templateForUndo(set(annotations, text), "pod-template-hash")),
        QByteArray(
            R"({"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"t"},"creationTimestamp":null,)"
            R"("labels":{"app":"a"}},"spec":{}})"));
}

void PodTemplateTest::missingTemplate()
{
    QVERIFY(templateForUndo(Json::object(), "pod-template-hash").is_null());
}

QTEST_GUILESS_MAIN(PodTemplateTest)
#include "podtemplate_test.moc"
