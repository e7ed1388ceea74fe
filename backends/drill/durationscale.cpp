// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/durationscale.h"

#include "backends/drill/jsontext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace signalbox::drill
{

namespace
{

/// Fields that hold whole seconds, with the least useful value.
struct SecondsField {
    const char *name;
    int least;
};
constexpr SecondsField secondsFields[] = {
    {"scaleDownDelaySeconds", 1}, {"abortScaleDownDelaySeconds", 1}, {"autoPromotionSeconds", 1},
    {"minReadySeconds", 0},       {"progressDeadlineSeconds", 20},   {"stabilizationWindowSeconds", 60},
    {"periodSeconds", 1},
};

Milliseconds scaledPause(Milliseconds value, double speed)
{
    return scaledDuration(value, speed, Milliseconds(500));
}

void scaleSeconds(const std::string &name, Json &value, double speed)
{
    for (const SecondsField &field : secondsFields) {
        if (name != field.name || !value.is_number_integer())
            continue;
        const auto now = number(value);
        if (now > 0)
            value = std::max<qint64>(std::min<qint64>(field.least, now),
                                     std::llround(static_cast<double>(now) / speed));
    }
}

void scaleText(const std::string &name, Json &value, double speed)
{
    const bool pause = name == "duration" || name == "interval" || name == "initialDelay";
    if (pause) {
        if (const auto length = duration(value))
            value = durationText(scaledPause(*length, speed));
    } else if (name == "query" && value.is_string()) {
        value = jsonText(scaledQuery(text(value), speed));
    }
}

/// Container probes keep their periods: they are not what the scenario's time is about.
bool leftAlone(const std::string &name)
{
    return name == "template" || name == "containers" || name == "metadata" || name == "status";
}

void walk(Json &value, double speed, int depth)
{
    if (depth > 40)
        return;
    if (value.is_array()) {
        for (Json &item : value)
            walk(item, speed, depth + 1);
        return;
    }
    if (!value.is_object())
        return;
    for (auto &[name, item] : value.items()) {
        if (leftAlone(name))
            continue;
        scaleSeconds(name, item, speed);
        scaleText(name, item, speed);
        walk(item, speed, depth + 1);
    }
}

} // namespace

Milliseconds scaledDuration(Milliseconds value, double speed, Milliseconds floor)
{
    const Milliseconds divided(std::llround(static_cast<double>(value.count()) / std::max(1.0, speed)));
    return std::min(value, std::max(divided, floor));
}

QString scaledQuery(const QString &query, double speed)
{
    static const QRegularExpression window(QStringLiteral("\\[((?:\\d+(?:ms|s|m|h|d))+)(?=[\\]:])"));
    QString out;
    qsizetype from = 0;
    auto matches = window.globalMatch(query);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out += query.mid(from, match.capturedStart(1) - from);
        const auto length = duration(match.captured(1));
        out += length ? QString::fromStdString(durationText(scaledDuration(*length, speed, shortestWindow)))
                      : match.captured(1);
        from = match.capturedEnd(1);
    }
    return out + query.mid(from);
}

void scaleDurations(Json &object, double speed)
{
    if (speed > 1)
        walk(object, speed, 0);
}

} // namespace signalbox::drill
