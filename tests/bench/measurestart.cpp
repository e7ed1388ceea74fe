// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measurements.h"
#include "tests/bench/statistics.h"

namespace signalbox::bench
{

using namespace std::chrono_literals;

namespace
{

constexpr int warmUps = 2;
constexpr int runs = 15;

/// Milliseconds from exec to the painted window; none, and `problem`, if that did not happen.
/// @param badEnds counts programs that painted and then ended badly: it is said, but the time stands
std::optional<double> startOnce(const MeasuredChild::Command &command, QString &problem, int &badEnds)
{
    MeasuredChild child(command);
    if (!child.failure().isEmpty()) {
        problem = child.failure();
        return {};
    }
    const std::optional<QByteArray> line = child.readLine(20s);
    const ChildUsage usage = child.wait(20s);
    bool fine = false;
    const qint64 paintedNs = line.value_or(QByteArray()).toLongLong(&fine);
    if (!fine) {
        problem = QStringLiteral("%1 printed no time of its first paint (exit code %2)")
                      .arg(command.program)
                      .arg(usage.exitCode);
        return {};
    }
    badEnds += usage.exitCode != 0 ? 1 : 0;
    return static_cast<double>(paintedNs - child.execNs()) / 1e6;
}

} // namespace

Rows measureStart(Surroundings &around)
{
    const QString name = QStringLiteral("exec to first painted window");
    Surroundings::Server *server = around.server();
    if (!server) {
        return {Row::failed(name, QStringLiteral("ms"), around.serverProblem())};
    }
    MeasuredChild::Command ours;
    ours.program = around.program(QStringLiteral("app/signalbox"));
    ours.arguments = {QStringLiteral("--kubeconfig"), server->kubeconfig};
    ours.environment = around.windowEnvironment();
    ours.environment.insert(QStringLiteral("SIGNALBOX_EXIT_AFTER_FIRST_PAINT"), QStringLiteral("1"));
    MeasuredChild::Command bare;
    bare.program = around.program(QStringLiteral("tests/bench/signalbox-barewindow"));
    bare.environment = around.windowEnvironment();
    int badEnds = 0;
    std::vector<double> ourTimes;
    std::vector<double> bareTimes;
    // Interleaved, so that a busy moment of the machine meets both.
    for (int run = 0; run < warmUps + runs; ++run) {
        QString problem;
        const std::optional<double> reference = startOnce(bare, problem, badEnds);
        const std::optional<double> value = reference ? startOnce(ours, problem, badEnds) : reference;
        if (!value) {
            return {Row::failed(name, QStringLiteral("ms"), problem)};
        }
        if (run >= warmUps) {
            ourTimes.push_back(*value);
            bareTimes.push_back(*reference);
        }
    }
    Row row = ratioRow(name, QStringLiteral("ms"), median(ourTimes), median(bareTimes), 3.5);
    row.note =
        QStringLiteral("medians of %1 interleaved runs, warm cache; reference: a QMainWindow with one label")
            .arg(runs);
    if (badEnds > 0) {
        row.note += QStringLiteral("; %1 of %2 programs did not end cleanly after it")
                        .arg(badEnds)
                        .arg(2 * (warmUps + runs));
    }
    return {row};
}

} // namespace signalbox::bench
