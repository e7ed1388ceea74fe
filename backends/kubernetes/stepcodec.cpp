// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/goduration.h"
#include "backends/kubernetes/rowcodec.h"

#include <array>
#include <utility>

namespace signalbox::kubernetes
{

namespace
{

constexpr qsizetype DetailLength = 120;

StepKind kindOf(std::string_view key)
{
    constexpr std::array<std::pair<std::string_view, StepKind>, 8> kinds{{
        {"setWeight", StepKind::SetWeight},
        {"pause", StepKind::Pause},
        {"setCanaryScale", StepKind::SetCanaryScale},
        {"analysis", StepKind::Analysis},
        {"experiment", StepKind::Experiment},
        {"setHeaderRoute", StepKind::SetHeaderRoute},
        {"setMirrorRoute", StepKind::SetMirrorRoute},
        {"plugin", StepKind::Plugin},
    }};
    for (const auto &[name, kind] : kinds) {
        if (key == name) {
            return kind;
        }
    }
    return StepKind::Unknown;
}

void readCanaryScale(JsonReader &reader, JsonValue value, StepRow &step)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "weight") {
            step.weight = reader.number(field, 0);
            step.detail = QStringLiteral("setCanaryScale{weight: %1}").arg(step.weight);
        } else if (key == "replicas") {
            step.detail = QStringLiteral("setCanaryScale{replicas: %1}").arg(reader.number(field, 0));
        } else if (key == "matchTrafficWeight" && reader.boolean(field)) {
            step.detail = QStringLiteral("setCanaryScale{matchTrafficWeight: true}");
        }
    });
}

void readPause(JsonReader &reader, JsonValue value, StepRow &step)
{
    step.detail = QStringLiteral("pause");
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "duration") {
            const QString text = reader.text(field);
            step.duration = parseGoDuration(text.toStdString());
            step.detail = QStringLiteral("pause: %1").arg(text.left(DetailLength));
        }
    });
}

/// Names under templates[]: templateName of analyses, name of experiments.
void readTemplates(JsonReader &reader, JsonValue value, StepRow &step)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key != "templates") {
            return;
        }
        reader.elements(field, [&](JsonValue element) {
            reader.fields(element, [&](std::string_view name, JsonValue part) {
                if (name == "templateName" || name == "name") {
                    step.names.append(reader.text(part));
                }
            });
        });
    });
}

void readNamed(JsonReader &reader, JsonValue value, std::string_view kind, StepRow &step)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "name") {
            step.names.append(reader.text(field));
        }
    });
    step.detail =
        QStringLiteral("%1: %2").arg(QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())),
                                     step.names.join(QStringLiteral(", ")));
}

void readStep(JsonReader &reader, std::string_view key, JsonValue value, StepRow &step)
{
    step.kind = kindOf(key);
    step.detail = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())).left(DetailLength);
    switch (step.kind) {
    case StepKind::SetWeight:
        step.weight = reader.number(value, 0);
        step.detail = QStringLiteral("setWeight: %1").arg(step.weight);
        break;
    case StepKind::Pause:
        readPause(reader, value, step);
        break;
    case StepKind::SetCanaryScale:
        readCanaryScale(reader, value, step);
        break;
    case StepKind::Analysis:
    case StepKind::Experiment:
        readTemplates(reader, value, step);
        break;
    case StepKind::SetHeaderRoute:
    case StepKind::SetMirrorRoute:
    case StepKind::Plugin:
        readNamed(reader, value, key, step);
        break;
    case StepKind::Unknown:
        step.names = {step.detail};
        break;
    }
}

} // namespace

QVector<StepRow> readSteps(JsonReader &reader, JsonValue steps)
{
    QVector<StepRow> rows;
    reader.elements(steps, [&](JsonValue element) {
        StepRow step;
        bool read = false;
        reader.fields(element, [&](std::string_view key, JsonValue value) {
            // The API wants exactly one key; null keys come from templating tools.
            if (!read && !reader.isNull(value)) {
                readStep(reader, key, value, step);
                read = true;
            }
        });
        rows.append(std::move(step)); // also an empty one: positions must match currentStepIndex
    });
    return rows;
}

} // namespace signalbox::kubernetes
