// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/rolloutcodec.h"

#include "backends/kubernetes/metacodec.h"
#include "backends/kubernetes/rowcodec.h"

namespace signalbox::kubernetes
{

namespace
{

void readIstio(JsonReader &reader, JsonValue value, RolloutRow &row)
{
    const auto readService = [&](JsonValue service) {
        reader.fields(service, [&](std::string_view key, JsonValue field) {
            if (key == "name") {
                row.virtualServices.append(reader.text(field));
            }
        });
    };
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "virtualService") {
            readService(field);
        } else if (key == "virtualServices") {
            reader.elements(field, readService);
        }
    });
}

void readTrafficRouting(JsonReader &reader, JsonValue value, RolloutRow &row)
{
    QStringList routers;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "maxTrafficWeight") {
            row.maxTrafficWeight = reader.number(field, 100);
        } else if (key == "managedRoutes" || reader.isNull(field)) {
            return;
        } else if (key == "plugins") {
            reader.fields(field, [&](std::string_view name, JsonValue) {
                routers.append(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
            });
        } else {
            routers.append(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
            if (key == "istio") {
                readIstio(reader, field, row);
            }
        }
    });
    row.hasTrafficRouting = !routers.isEmpty();
    row.trafficRouter = routers.join(QStringLiteral(", "));
}

void readCanary(JsonReader &reader, std::string_view key, JsonValue field, RolloutRow &row)
{
    if (key == "canaryService") {
        row.canaryService = reader.shared(field);
    } else if (key == "stableService") {
        row.stableService = reader.shared(field);
    } else if (key == "steps") {
        row.steps = readSteps(reader, field);
    } else if (key == "trafficRouting") {
        readTrafficRouting(reader, field, row);
    } else if (key == "scaleDownDelaySeconds") {
        row.scaleDownDelay = reader.duration(field).value_or(row.scaleDownDelay);
    } else if (key == "dynamicStableScale") {
        row.dynamicStableScale = reader.boolean(field);
    }
}

void readBlueGreen(JsonReader &reader, std::string_view key, JsonValue field, RolloutRow &row)
{
    if (key == "previewService") {
        row.canaryService = reader.shared(field);
    } else if (key == "activeService") {
        row.stableService = reader.shared(field);
    } else if (key == "autoPromotionEnabled" && !reader.isNull(field)) {
        row.autoPromotionEnabled = reader.boolean(field);
    } else if (key == "autoPromotionSeconds") {
        row.autoPromotion = reader.duration(field);
    } else if (key == "scaleDownDelaySeconds") {
        row.scaleDownDelay = reader.duration(field).value_or(row.scaleDownDelay);
    }
}

void readStrategy(JsonReader &reader, JsonValue value, RolloutRow &row)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (reader.isNull(field)) {
            return;
        }
        if (key == "canary") {
            row.strategy = RolloutStrategy::Canary;
            reader.fields(
                field, [&](std::string_view name, JsonValue part) { readCanary(reader, name, part, row); });
        } else if (key == "blueGreen") {
            row.strategy = RolloutStrategy::BlueGreen;
            reader.fields(field, [&](std::string_view name, JsonValue part) {
                readBlueGreen(reader, name, part, row);
            });
        }
    });
}

void readWorkloadRef(JsonReader &reader, JsonValue value, RolloutRow &row)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "kind") {
            row.workloadRefKind = reader.shared(field);
        } else if (key == "name") {
            row.workloadRefName = reader.text(field);
        }
    });
}

} // namespace

void readRolloutSpec(JsonReader &reader, JsonValue value, RolloutRow &row)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "replicas") {
            row.specReplicas = reader.number(field, 1);
        } else if (key == "paused") {
            row.paused = reader.boolean(field);
        } else if (key == "workloadRef") {
            readWorkloadRef(reader, field, row);
        } else if (key == "selector") {
            row.selector = readMatchLabels(reader, field);
        } else if (key == "template") {
            row.images = readTemplateImages(reader, field);
        } else if (key == "strategy") {
            readStrategy(reader, field, row);
        } else if (key == "progressDeadlineSeconds") {
            row.progressDeadline = reader.duration(field).value_or(row.progressDeadline);
        } else if (key == "restartAt") {
            row.restartAt = reader.text(field);
        }
    });
}

void readRow(JsonReader &reader, JsonValue object, RolloutRow &row)
{
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Full);
        } else if (key == "spec") {
            readRolloutSpec(reader, value, row);
        } else if (key == "status") {
            readRolloutStatus(reader, value, row);
        }
    });
}

} // namespace signalbox::kubernetes
