// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/metacodec.h"

#include <algorithm>
#include <array>

namespace signalbox::kubernetes
{

namespace
{

constexpr std::string_view RolloutHash = "rollouts-pod-template-hash";
constexpr std::string_view DeploymentHash = "pod-template-hash";
constexpr std::string_view OwnPrefix = "signalbox.";

constexpr std::array<std::string_view, 12> KnownAnnotations{
    "rollout.argoproj.io/revision",
    "rollout.argoproj.io/workload-generation",
    "rollout.argoproj.io/desired-replicas",
    "deployment.kubernetes.io/revision",
    "deployment.kubernetes.io/desired-replicas",
    "kubernetes.io/change-cause",
    "scale-down-deadline",
    "argo-rollouts.argoproj.io/managed-by-rollouts",
    "argocd.argoproj.io/tracking-id",
    "argocd.argoproj.io/instance",
    "meta.helm.sh/release-name",
    "kubectl.kubernetes.io/restartedAt",
};

bool isKnown(std::string_view key)
{
    return key.substr(0, OwnPrefix.size()) == OwnPrefix ||
           std::find(KnownAnnotations.begin(), KnownAnnotations.end(), key) != KnownAnnotations.end();
}

void readOwners(JsonReader &reader, JsonValue value, ObjectMeta &meta)
{
    reader.elements(value, [&](JsonValue entry) {
        QString uid;
        QString kind;
        bool controller = false;
        reader.fields(entry, [&](std::string_view key, JsonValue field) {
            if (key == "uid") {
                uid = reader.shared(field);
            } else if (key == "kind") {
                kind = reader.shared(field);
            } else if (key == "controller") {
                controller = reader.boolean(field);
            }
        });
        if (controller) {
            meta.ownerUid = uid;
            meta.ownerKind = kind;
        }
    });
}

void readAnnotations(JsonReader &reader, JsonValue value, ObjectMeta &meta)
{
    reader.fields(value, [&](std::string_view key, JsonValue entry) {
        if (isKnown(key)) {
            meta.annotations.insert(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())),
                                    reader.text(entry));
        }
    });
}

void readHash(JsonReader &reader, JsonValue labels, QString &hash)
{
    QString plain;
    reader.fields(labels, [&](std::string_view key, JsonValue value) {
        if (key == RolloutHash) {
            hash = reader.shared(value);
        } else if (key == DeploymentHash) {
            plain = reader.shared(value);
        }
    });
    if (hash.isEmpty()) {
        hash = plain;
    }
}

void readLabels(JsonReader &reader, JsonValue value, ObjectMeta &meta, QString *templateHash)
{
    meta.labels = reader.map(value);
    if (templateHash) {
        *templateHash = meta.labels.value(QString::fromLatin1(RolloutHash.data(), RolloutHash.size()));
        if (templateHash->isEmpty()) {
            *templateHash =
                meta.labels.value(QString::fromLatin1(DeploymentHash.data(), DeploymentHash.size()));
        }
    }
}

} // namespace

void readMeta(JsonReader &reader, JsonValue value, ObjectMeta &meta, MetaScope scope, QString *templateHash)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "uid") {
            meta.uid = reader.text(field);
        } else if (key == "name") {
            meta.name = reader.text(field);
        } else if (key == "namespace") {
            meta.namespaceName = reader.shared(field);
        } else if (key == "resourceVersion") {
            meta.resourceVersion = reader.text(field);
        } else if (key == "generation") {
            meta.generation = reader.integer(field).value_or(0);
        } else if (key == "creationTimestamp") {
            meta.created = reader.time(field);
        } else if (key == "deletionTimestamp") {
            meta.deleting = !reader.isNull(field);
        } else if (key == "ownerReferences") {
            readOwners(reader, field, meta);
        } else if (key == "labels" && scope == MetaScope::Full) {
            readLabels(reader, field, meta, templateHash);
        } else if (key == "labels" && templateHash) {
            readHash(reader, field, *templateHash);
        } else if (key == "annotations" && scope == MetaScope::Full) {
            readAnnotations(reader, field, meta);
        }
    });
}

QVector<ConditionRow> readConditions(JsonReader &reader, JsonValue value)
{
    QVector<ConditionRow> rows;
    reader.elements(value, [&](JsonValue element) {
        ConditionRow row;
        reader.fields(element, [&](std::string_view key, JsonValue field) {
            if (key == "type") {
                row.type = reader.shared(field);
            } else if (key == "status") {
                row.status = reader.shared(field);
            } else if (key == "reason") {
                row.reason = reader.shared(field);
            } else if (key == "message") {
                row.message = reader.text(field);
            }
        });
        rows.append(std::move(row));
    });
    return rows;
}

QVector<ContainerImage> readTemplateImages(JsonReader &reader, JsonValue value)
{
    QVector<ContainerImage> images;
    const auto readContainer = [&](JsonValue element) {
        ContainerImage image;
        reader.fields(element, [&](std::string_view key, JsonValue field) {
            if (key == "name") {
                image.container = reader.shared(field);
            } else if (key == "image") {
                image.image = reader.shared(field);
            }
        });
        images.append(std::move(image));
    };
    reader.fields(value, [&](std::string_view key, JsonValue spec) {
        if (key != "spec") {
            return;
        }
        reader.fields(spec, [&](std::string_view name, JsonValue field) {
            if (name == "containers") {
                reader.elements(field, readContainer);
            }
        });
    });
    return images;
}

QHash<QString, QString> readMatchLabels(JsonReader &reader, JsonValue value)
{
    QHash<QString, QString> labels;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "matchLabels") {
            labels = reader.map(field);
        }
    });
    return labels;
}

} // namespace signalbox::kubernetes
