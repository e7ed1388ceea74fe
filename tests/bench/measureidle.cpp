// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measurements.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox::bench
{

using namespace std::chrono_literals;

namespace
{

constexpr int charts = 12;
constexpr int seconds = 20;

/// The shipped profile, its rules repeated until there are twelve.
QByteArray twelveRules()
{
    QFile source(QStringLiteral(":/signalbox/metrics/profiles.json"));
    if (!source.open(QIODevice::ReadOnly)) {
        return {};
    }
    QJsonObject profile = QJsonDocument::fromJson(source.readAll()).array().first().toObject();
    QJsonArray shipped = profile.value(QStringLiteral("rules")).toArray();
    for (qsizetype index = shipped.size() - 1; index >= 0; --index) {
        // Only workers behind a queue have it; a chart without lines costs nothing.
        if (shipped.at(index)[QLatin1String("id")] == QLatin1String("queue")) {
            shipped.removeAt(index);
        }
    }
    QJsonArray rules;
    for (int index = 0; index < charts && !shipped.isEmpty(); ++index) {
        QJsonObject rule = shipped.at(index % shipped.size()).toObject();
        if (index >= shipped.size()) {
            rule[QStringLiteral("id")] =
                rule.value(QStringLiteral("id")).toString() + QStringLiteral("-again");
        }
        rules.append(rule);
    }
    profile.insert(QStringLiteral("rules"), rules);
    return QJsonDocument(QJsonArray{profile}).toJson();
}

bool writeProfile(const QString &file)
{
    QDir().mkpath(QFileInfo(file).path());
    QFile target(file);
    const QByteArray rules = twelveRules();
    return !rules.isEmpty() && target.open(QIODevice::WriteOnly) && target.write(rules) == rules.size();
}

} // namespace

Rows measureIdle(Surroundings &around)
{
    const QString name = QStringLiteral("idle: two clusters, 12 charts");
    const QString unit = QStringLiteral("% of a core");
    const QString folder = around.scratch(QStringLiteral("idle"));
    if (!writeProfile(folder + QStringLiteral("/metrics.json"))) {
        return {Row::failed(name, unit, QStringLiteral("the metric profile could not be written"))};
    }
    MeasuredChild::Command drillCommand;
    drillCommand.program = around.program(QStringLiteral("app/signalbox-drill"));
    drillCommand.arguments = {QStringLiteral("two-clusters"), QStringLiteral("--exit-with-stdin")};
    MeasuredChild drill(drillCommand);
    const auto report = drill.failure().isEmpty() ? drill.readLine(90s) : std::optional<QByteArray>();
    const QJsonObject ready = QJsonDocument::fromJson(report.value_or(QByteArray())).object();
    if (ready.isEmpty()) {
        const QString why =
            drill.failure().isEmpty() ? QStringLiteral("it did not get ready") : drill.failure();
        return {Row::failed(name, unit, QStringLiteral("signalbox-drill: ") + why)};
    }
    QStringList arguments{ready.value(QStringLiteral("kubeconfig")).toString(),
                          ready.value(QStringLiteral("prometheus")).toString(), QString::number(seconds),
                          folder};
    const QJsonArray clusters = ready.value(QStringLiteral("clusters")).toArray();
    for (const QJsonValue &cluster : clusters) {
        arguments.append(cluster[QLatin1String("context")].toString());
    }
    MeasuredChild::Command command = Surroundings::child(QStringLiteral("idle"), arguments);
    command.environment = around.windowEnvironment();
    MeasuredChild console(command);
    const auto answer =
        console.failure().isEmpty() ? console.expect("idle ", 180s) : std::optional<QByteArray>();
    if (!answer) {
        return {Row::failed(name, unit, QStringLiteral("console: ") + console.failure())};
    }
    const QList<QByteArray> words = answer->split(' ');
    Row row = limitRow(name, unit, 100 * words.value(0).toDouble() / words.value(1).toDouble(), 1);
    row.note =
        QStringLiteral("%1 s of CPU in %2 s, %3 charts on screen, %4 live clusters of the drill two-clusters")
            .arg(words.value(0).toDouble(), 0, 'f', 3)
            .arg(words.value(1).toDouble(), 0, 'f', 1)
            .arg(words.value(2).toInt())
            .arg(words.value(3).toInt());
    return {row};
}

} // namespace signalbox::bench
