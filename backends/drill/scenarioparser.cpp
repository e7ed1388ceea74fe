// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/scenarioparser.h"

#include "backends/drill/yamlreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace signalbox::drill
{

namespace
{

constexpr qint64 mostBytes = 4 * 1024 * 1024;

QString builtInFolder()
{
    return QStringLiteral(":/signalbox/scenarios");
}

tl::unexpected<Error> bad(const QString &detail, const QString &file)
{
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration, detail, file);
}

VersionBehaviour behaviourFrom(YamlReader &reader)
{
    reader.allow({QStringLiteral("errors"), QStringLiteral("p50"), QStringLiteral("p99"),
                  QStringLiteral("cpu"), QStringLiteral("memory"), QStringLiteral("memoryLimit"),
                  QStringLiteral("leak"), QStringLiteral("crashes"), QStringLiteral("missing"),
                  QStringLiteral("worse")});
    VersionBehaviour behaviour;
    const auto seconds = [&](const char *key, double fallback) {
        const Milliseconds value = reader.time(key, Milliseconds(static_cast<qint64>(fallback * 1000)));
        return static_cast<double>(value.count()) / 1000.0;
    };
    behaviour.errors = reader.real("errors", behaviour.errors);
    behaviour.p50 = seconds("p50", behaviour.p50);
    behaviour.p99 = seconds("p99", behaviour.p99);
    behaviour.cpuPerRequest = reader.real("cpu", behaviour.cpuPerRequest);
    behaviour.memoryMegabytes = reader.real("memory", behaviour.memoryMegabytes);
    behaviour.memoryLimitMegabytes = reader.real("memoryLimit", behaviour.memoryLimitMegabytes);
    behaviour.leakMegabytesPerMinute = reader.real("leak", 0);
    behaviour.crashes = reader.truth("crashes", false);
    behaviour.cannotBePulled = reader.truth("missing", false);
    if (behaviour.p99 <= behaviour.p50)
        reader.expected("p99", QStringLiteral("a duration above p50"));
    if (auto worse = reader.child("worse")) {
        worse->allow({QStringLiteral("fromWeight"), QStringLiteral("errors"), QStringLiteral("latency"),
                      QStringLiteral("after")});
        behaviour.worseFromWeight = worse->integer("fromWeight", 0, 0, 100);
        behaviour.worseErrors = worse->real("errors", 0);
        behaviour.worseLatency = worse->real("latency", 1);
        behaviour.worseAfterSeconds =
            static_cast<double>(worse->time("after", Milliseconds(30000)).count()) / 1000.0;
    }
    return behaviour;
}

TrafficShape shapeFrom(YamlReader &reader)
{
    reader.allow({QStringLiteral("requests"), QStringLiteral("logins"), QStringLiteral("loginFailures"),
                  QStringLiteral("queue"), QStringLiteral("perPod")});
    TrafficShape shape;
    shape.requestsPerSecond = reader.real("requests", 0);
    shape.loginsPerSecond = reader.real("logins", 0);
    shape.loginFailures = reader.real("loginFailures", shape.loginFailures);
    shape.queue = reader.real("queue", 0);
    shape.requestsPerPod = reader.real("perPod", shape.requestsPerPod);
    return shape;
}

ScenarioStep historyFrom(YamlReader &reader)
{
    reader.allow({QStringLiteral("version"), QStringLiteral("ago"), QStringLiteral("promote")});
    ScenarioStep step;
    step.version = reader.requiredText("version");
    step.ago = reader.time("ago", Milliseconds(3300 * 1000));
    const QString promote = reader.text("promote", QStringLiteral("full"));
    if (promote != QLatin1String("full") && promote != QLatin1String("steps"))
        reader.expected("promote", QStringLiteral("full or steps"));
    step.throughSteps = promote == QLatin1String("steps");
    return step;
}

void readStrategy(YamlReader &reader, ScenarioRelease &release)
{
    const QString kind = reader.text("kind", QStringLiteral("Rollout"));
    if (kind != QLatin1String("Rollout") && kind != QLatin1String("Deployment"))
        reader.expected("kind", QStringLiteral("Rollout or Deployment"));
    release.rollout = kind == QLatin1String("Rollout");
    const QString strategy = reader.text("type", QStringLiteral("canary"));
    if (strategy != QLatin1String("canary") && strategy != QLatin1String("blueGreen"))
        reader.expected("type", QStringLiteral("canary or blueGreen"));
    release.blueGreen = strategy == QLatin1String("blueGreen");
    const QString routing = reader.text("routing", QStringLiteral("pods"));
    if (routing != QLatin1String("pods") && routing != QLatin1String("istio"))
        reader.expected("routing", QStringLiteral("pods or istio"));
    release.istio = routing == QLatin1String("istio");
    release.steps = reader.json("steps");
    if (!release.steps.is_null() && !release.steps.is_array())
        reader.expected("steps", QStringLiteral("a list of canary steps"));
    release.strategy = reader.json("strategy");
    release.spec = reader.json("spec");
}

ScenarioRelease releaseFrom(YamlReader &reader)
{
    reader.allow({QStringLiteral("name"), QStringLiteral("namespace"), QStringLiteral("kind"),
                  QStringLiteral("type"), QStringLiteral("routing"), QStringLiteral("replicas"),
                  QStringLiteral("copies"), QStringLiteral("image"), QStringLiteral("history"),
                  QStringLiteral("versions"), QStringLiteral("steps"), QStringLiteral("strategy"),
                  QStringLiteral("spec"), QStringLiteral("traffic"), QStringLiteral("scaling")});
    ScenarioRelease release;
    release.name = reader.requiredText("name");
    release.namespaceName = reader.requiredText("namespace");
    release.replicas = reader.integer("replicas", 3, 0, 20000);
    release.copies = reader.integer("copies", 1, 1, 2000);
    release.image = reader.text(
        "image", QStringLiteral("registry.drill.example/%1/%2").arg(release.namespaceName, release.name));
    readStrategy(reader, release);
    reader.each("history", [&](YamlReader &entry) { release.history.append(historyFrom(entry)); });
    if (release.history.isEmpty())
        reader.expected("history", QStringLiteral("at least one version"));
    for (qsizetype i = 1; i < release.history.size(); ++i) {
        if (release.history.at(i).ago > release.history.at(i - 1).ago)
            reader.expected("history", QStringLiteral("versions from the oldest to the newest"));
    }
    reader.eachNamed("versions", [&](const QString &version, YamlReader &entry) {
        release.versions.insert(version, behaviourFrom(entry));
    });
    if (auto traffic = reader.child("traffic"))
        release.traffic = shapeFrom(*traffic);
    if (auto scaling = reader.child("scaling")) {
        scaling->allow({QStringLiteral("min"), QStringLiteral("max"), QStringLiteral("cpu")});
        release.scaling =
            ScenarioScaling{scaling->integer("min", 1, 1, 20000), scaling->integer("max", 10, 1, 20000),
                            scaling->integer("cpu", 60, 1, 1000)};
    }
    return release;
}

ScenarioCluster clusterFrom(YamlReader &reader)
{
    reader.allow({QStringLiteral("name"), QStringLiteral("nodes"), QStringLiteral("releases"),
                  QStringLiteral("manifests")});
    ScenarioCluster cluster;
    cluster.name = reader.requiredText("name");
    cluster.nodes = reader.integer("nodes", 3, 1, 1000);
    reader.each("releases", [&](YamlReader &entry) { cluster.releases.append(releaseFrom(entry)); });
    const Json manifests = reader.json("manifests");
    for (const Json &manifest : manifests.is_array() ? manifests : Json::array()) {
        if (!manifest.is_object() || !manifest.contains("kind") || !manifest.contains("metadata"))
            reader.expected("manifests",
                            QStringLiteral("Kubernetes objects with apiVersion, kind and metadata"));
        cluster.manifests.append(manifest);
    }
    return cluster;
}

ScenarioAlert alertFrom(YamlReader &reader)
{
    reader.allow({QStringLiteral("name"), QStringLiteral("expr"), QStringLiteral("for"),
                  QStringLiteral("severity"), QStringLiteral("summary")});
    return {reader.requiredText("name"), reader.requiredText("expr"), reader.time("for", Milliseconds(0)),
            reader.text("severity", QStringLiteral("warning")), reader.text("summary")};
}

Scenario scenarioFrom(YamlReader &reader)
{
    reader.allow({QStringLiteral("scenario"), QStringLiteral("summary"), QStringLiteral("seed"),
                  QStringLiteral("clusters"), QStringLiteral("alerts")});
    Scenario scenario;
    scenario.name = reader.requiredText("scenario");
    scenario.summary = reader.text("summary");
    scenario.seed = static_cast<quint64>(reader.integer("seed", 1, 0, 2147483647));
    reader.each("clusters", [&](YamlReader &entry) { scenario.clusters.append(clusterFrom(entry)); });
    if (scenario.clusters.isEmpty())
        reader.expected("clusters", QStringLiteral("at least one cluster"));
    reader.each("alerts", [&](YamlReader &entry) { scenario.alerts.append(alertFrom(entry)); });
    return scenario;
}

} // namespace

Result<Scenario> parseScenario(const QByteArray &yaml, const QString &file)
{
    YamlProblems problems(file);
    Scenario scenario;
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        YamlReader reader(root, QStringLiteral("scenario"), problems);
        scenario = scenarioFrom(reader);
    } catch (const YAML::Exception &problem) {
        problems.note(problem.mark,
                      QStringLiteral("expected YAML: %1").arg(QString::fromStdString(problem.msg)));
    }
    if (problems.any())
        return bad(problems.first(), file);
    return scenario;
}

Result<Scenario> loadScenario(const QString &nameOrPath)
{
    const QString builtIn = QStringLiteral("%1/%2.yaml").arg(builtInFolder(), nameOrPath);
    const bool known = !nameOrPath.contains(QLatin1Char('/')) && QFileInfo::exists(builtIn);
    QFile file(known ? builtIn : nameOrPath);
    if (!file.open(QIODevice::ReadOnly))
        return bad(QStringLiteral("%1: no built-in scenario has this name and no such file can be read")
                       .arg(nameOrPath),
                   nameOrPath);
    if (file.size() > mostBytes)
        return bad(QStringLiteral("%1: larger than %2 bytes").arg(nameOrPath).arg(mostBytes), nameOrPath);
    return parseScenario(file.readAll(), known ? nameOrPath + QStringLiteral(".yaml") : nameOrPath);
}

QVector<QPair<QString, QString>> builtInScenarios()
{
    QVector<QPair<QString, QString>> found;
    const QDir folder(builtInFolder());
    for (const QString &file : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
        const auto scenario = loadScenario(file.chopped(5));
        found.append({file.chopped(5), scenario ? scenario->summary : scenario.error().detail});
    }
    return found;
}

} // namespace signalbox::drill
