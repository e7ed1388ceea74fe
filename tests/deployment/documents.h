// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/deployment/calls.h"
#include "backends/deployment/rolloutplan.h"

/// Objects as a server would answer them, small but complete enough to plan with.
namespace signalbox::deployment::testing
{

inline Json parse(const char *text)
{
    return Json::parse(text, nullptr, false);
}

/// A canary at step 2 of 5, stable "aaa", new "bbb".
inline Json canary()
{
    return parse(R"({
        "apiVersion":"argoproj.io/v1alpha1","kind":"Rollout",
        "metadata":{"name":"cart","namespace":"shop","uid":"u-1","resourceVersion":"100","generation":7},
        "spec":{"replicas":4,
            "template":{"metadata":{"labels":{"app":"cart"}},
                "spec":{"containers":[{"name":"web","image":"r/web:2"},{"name":"side","image":"r/side:1"}],
                        "initContainers":[{"name":"init","image":"r/init:1"}]}},
            "strategy":{"canary":{"canaryService":"cart-canary","stableService":"cart",
                "trafficRouting":{"istio":{"virtualService":{"name":"cart"}}},
                "steps":[{"setWeight":10},{"pause":{}},{"setWeight":50},{"pause":{"duration":"60s"}},{"analysis":{}}]}}},
        "status":{"observedGeneration":"7","currentPodHash":"bbb","stableRS":"aaa","currentStepIndex":1,
            "pauseConditions":[{"reason":"CanaryPauseStep","startTime":"2026-08-21T10:00:00Z"}],
            "controllerPause":true,"phase":"Paused"}})");
}

inline Json blueGreen()
{
    return parse(R"({
        "kind":"Rollout",
        "metadata":{"name":"cart","namespace":"shop","uid":"u-1","resourceVersion":"100"},
        "spec":{"replicas":3,"template":{"metadata":{"labels":{"app":"cart"}},
                    "spec":{"containers":[{"name":"web","image":"r/web:2"}]}},
            "strategy":{"blueGreen":{"activeService":"cart","previewService":"cart-p","autoPromotionEnabled":false}}},
        "status":{"currentPodHash":"bbb","stableRS":"aaa",
            "pauseConditions":[{"reason":"BlueGreenPause","startTime":"2026-08-21T10:00:00Z"}],
            "controllerPause":true,"blueGreen":{"activeSelector":"aaa","previewSelector":"bbb"}}})");
}

/// The ReplicaSet of one hash, as the controller leaves it behind.
inline Json replicaSet(const char *hash, const char *image)
{
    Json document = parse(R"({
        "kind":"ReplicaSet",
        "metadata":{"name":"","namespace":"shop","uid":"rs","labels":{"app":"cart"},"annotations":{},
            "ownerReferences":[{"kind":"Rollout","name":"cart","uid":"u-1","controller":true}]},
        "spec":{"template":{"metadata":{"labels":{"app":"cart"}},"spec":{"containers":[{"name":"web"}]}}}})");
    document["metadata"]["name"] = std::string("cart-") + hash;
    document["metadata"]["labels"]["rollouts-pod-template-hash"] = hash;
    document["spec"]["template"]["metadata"]["labels"]["rollouts-pod-template-hash"] = hash;
    document["spec"]["template"]["spec"]["containers"][0]["image"] = image;
    return document;
}

inline Revision revision(const QString &hash, qint64 number, const QString &image)
{
    Revision revision;
    revision.hash = hash;
    revision.replicaSet = QStringLiteral("cart-") + hash;
    revision.number = number;
    revision.available = 4;
    revision.images = {{QStringLiteral("web"), image}};
    revision.created = QDateTime::fromSecsSinceEpoch(1000 * number, Qt::UTC);
    return revision;
}

inline Release snapshot()
{
    Release release;
    release.key = {ClusterId(QStringLiteral("c")), QStringLiteral("shop"), QStringLiteral("cart"),
                   ReleaseKind::Rollout};
    release.uid = QStringLiteral("u-1");
    release.revisions = {revision(QStringLiteral("bbb"), 3, QStringLiteral("r/web:2")),
                         revision(QStringLiteral("aaa"), 2, QStringLiteral("r/web:1")),
                         revision(QStringLiteral("old"), 1, QStringLiteral("r/web:0"))};
    release.currentHash = QStringLiteral("bbb");
    release.stableHash = QStringLiteral("aaa");
    release.desiredReplicas = 4;
    release.weights.reported = 10;
    return release;
}

inline ActionRequest request(ActionKind kind)
{
    ActionRequest request;
    request.kind = kind;
    request.release = snapshot().key;
    request.uid = QStringLiteral("u-1");
    return request;
}

inline const QDateTime Now = QDateTime::fromString(QStringLiteral("2026-08-21T10:00:00Z"), Qt::ISODate);

inline const QByteArray RolloutPath =
    QByteArrayLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/cart");

} // namespace signalbox::deployment::testing
