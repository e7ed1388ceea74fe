// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measurements.h"
#include "tests/bench/statistics.h"

namespace signalbox::bench
{

using namespace std::chrono_literals;

namespace
{

constexpr int runs = 5;
const QString wallName = QStringLiteral("list and show all pods of big: wall");
const QString memoryName = QStringLiteral("list and show all pods of big: peak memory");

struct Series {
    std::vector<double> wall;
    std::vector<double> peak;
    std::vector<double> cpu;
};

QString addRun(Series &series, MeasuredChild &child)
{
    if (!child.failure().isEmpty()) {
        return child.failure();
    }
    const ChildUsage usage = child.wait(120s);
    if (usage.exitCode != 0) {
        return usage.timedOut ? QStringLiteral("it did not end in 120 s")
                              : QStringLiteral("it ended with code %1").arg(usage.exitCode);
    }
    series.wall.push_back(usage.wallSeconds);
    series.peak.push_back(usage.peakMegabytes);
    series.cpu.push_back(usage.cpuSeconds);
    return {};
}

QString listOurs(const Surroundings &around, const Surroundings::Server &server, Series &series)
{
    MeasuredChild::Command command = Surroundings::child(
        QStringLiteral("list"), {server.kubeconfig, server.context, QString::number(server.pods)});
    command.environment = around.windowEnvironment();
    MeasuredChild child(command);
    if (child.failure().isEmpty() && !child.expect("rows ", 120s)) {
        return QStringLiteral("our list: ") + child.failure();
    }
    const QString problem = addRun(series, child);
    return problem.isEmpty() ? problem : QStringLiteral("our list: ") + problem;
}

QString listTheirs(const Surroundings &around, const Surroundings::Server &server, Series &series)
{
    MeasuredChild::Command command;
    command.program = QStringLiteral("kubectl");
    command.arguments = {QStringLiteral("get"), QStringLiteral("pods"), QStringLiteral("-A")};
    command.environment = {{QStringLiteral("KUBECONFIG"), server.kubeconfig},
                           {QStringLiteral("HOME"), around.scratch(QStringLiteral("kubectl-home"))}};
    command.output = MeasuredChild::Output::Discard;
    MeasuredChild child(command);
    const QString problem = addRun(series, child);
    return problem.isEmpty() ? problem : QStringLiteral("kubectl: ") + problem;
}

} // namespace

Rows measureList(Surroundings &around)
{
    QString problem;
    Surroundings::Server *server = around.server();
    if (!server) {
        problem = around.serverProblem();
    }
    Series ours;
    Series theirs;
    for (int run = 0; run < runs && problem.isEmpty(); ++run) {
        problem = listTheirs(around, *server, theirs);
        if (problem.isEmpty()) {
            problem = listOurs(around, *server, ours);
        }
    }
    if (!problem.isEmpty()) {
        return {Row::failed(wallName, QStringLiteral("s"), problem),
                Row::failed(memoryName, QStringLiteral("MB"), problem)};
    }
    Row wall = ratioRow(wallName, QStringLiteral("s"), median(ours.wall), median(theirs.wall), 0.3);
    wall.note = QStringLiteral(
                    "%1 pods, whole processes, medians of %2 interleaved runs; reference: kubectl get pods "
                    "-A to /dev/null; CPU %3 s against %4 s")
                    .arg(server->pods)
                    .arg(runs)
                    .arg(median(ours.cpu), 0, 'f', 2)
                    .arg(median(theirs.cpu), 0, 'f', 2);
    Row memory = ratioRow(memoryName, QStringLiteral("MB"), median(ours.peak), median(theirs.peak), 0.3);
    return {wall, memory};
}

} // namespace signalbox::bench
