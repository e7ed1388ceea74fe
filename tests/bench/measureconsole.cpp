// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measurements.h"
#include "tests/bench/statistics.h"

#include <algorithm>

namespace signalbox::bench
{

using namespace std::chrono_literals;

namespace
{

constexpr int burstSize = 5000;
constexpr int bursts = 5;
constexpr int clicks = 200;

const QString memoryName = QStringLiteral("resident memory of the console with big loaded");
const QString cpuName = QStringLiteral("5,000 watch updates: CPU per event");
const QString stallName = QStringLiteral("5,000 watch updates: longest GUI stall");
const QString clickName = QStringLiteral("confirm to first byte of rollback, p99");

using Server = Surroundings::Server;

double field(const QByteArray &line, int index)
{
    return line.split(' ').value(index).toDouble();
}

Rows loadFailed(const QString &why)
{
    return {
        Row::failed(memoryName, QStringLiteral("MB"), why), Row::failed(cpuName, QStringLiteral("us"), why),
        Row::failed(stallName, QStringLiteral("ms"), why), Row::failed(clickName, QStringLiteral("ms"), why)};
}

Row memoryRow(MeasuredChild &console)
{
    console.write("memory");
    const auto answer = console.expect("memory ", 10s);
    if (!answer) {
        return Row::failed(memoryName, QStringLiteral("MB"), console.failure());
    }
    Row row = limitRow(memoryName, QStringLiteral("MB"), field(*answer, 0) / 1e6, 150);
    row.note = QStringLiteral("VmRSS after loading, pods on screen; 1 MB = 10^6 bytes");
    return row;
}

/// @return why not, or empty
QString oneBurst(MeasuredChild &console, Server &server, QByteArray &seen, double &servedSeconds)
{
    const QByteArray order =
        "burst " + QByteArray::number(burstSize) + ' ' + QByteArray::number(++server.round);
    console.write(order);
    if (!console.expect("armed", 10s)) {
        return console.failure();
    }
    server.process.write(order);
    const auto done = server.process.expect("burst-done ", 60s);
    if (!done) {
        return server.process.failure();
    }
    servedSeconds = field(*done, 0) / 1e9;
    const auto answer = console.expect("seen ", 90s);
    if (!answer) {
        return console.failure();
    }
    seen = *answer;
    const int updated = static_cast<int>(field(seen, 3));
    return updated == burstSize ? QString()
                                : QStringLiteral("%1 of %2 pods were updated").arg(updated).arg(burstSize);
}

Rows burstRows(MeasuredChild &console, Server &server)
{
    std::vector<double> cpu;
    std::vector<double> stall;
    std::vector<double> own;
    std::vector<double> served;
    for (int burst = 0; burst < bursts; ++burst) {
        QByteArray seen;
        double seconds = 0;
        const QString problem = oneBurst(console, server, seen, seconds);
        if (!problem.isEmpty()) {
            return {Row::failed(cpuName, QStringLiteral("us"), problem),
                    Row::failed(stallName, QStringLiteral("ms"), problem)};
        }
        cpu.push_back(field(seen, 0) / burstSize / 1e3);
        stall.push_back(field(seen, 1) / 1e6);
        own.push_back(field(seen, 4) / 1e6);
        served.push_back(seconds);
    }
    Row perEvent;
    perEvent.name = cpuName;
    perEvent.value = median(cpu);
    perEvent.unit = QStringLiteral("us");
    perEvent.note =
        QStringLiteral("all threads of the console, painting included; median of %1 bursts that the server "
                       "sent at %2 events/s")
            .arg(bursts)
            .arg(burstSize / median(served), 0, 'f', 0);
    Row longest =
        limitRow(stallName, QStringLiteral("ms"), *std::max_element(stall.cbegin(), stall.cend()), 33);
    longest.note =
        QStringLiteral("worst of %1 bursts; median of their worst %2 ms; the most that the GUI thread itself "
                       "worked in one go is %3 ms, the rest it waited for a processor")
            .arg(bursts)
            .arg(median(stall), 0, 'f', 1)
            .arg(*std::max_element(own.cbegin(), own.cend()), 0, 'f', 1);
    return {perEvent, longest};
}

/// Milliseconds of each click: key to button, button to backend, backend to wire, and all of it.
struct Latencies {
    std::vector<double> noticed;
    std::vector<double> decided;
    std::vector<double> travelled;
    std::vector<double> all;
};

/// The call of a click is the first PATCH for its release that came after it. @return why not, or empty
QString readLatencies(const QList<QByteArray> &clicked, const QList<QByteArray> &called, Latencies &latencies)
{
    for (const QByteArray &click : clicked) {
        const QList<QByteArray> words = click.split(' ');
        const QByteArray path = "/rollouts/" + words.value(1);
        const qint64 pressedNs = words.value(2).toLongLong();
        qint64 firstNs = 0;
        for (const QByteArray &call : called) {
            const QList<QByteArray> parts = call.split(' ');
            const QByteArray target = parts.value(1).split('?').first();
            const qint64 atNs = parts.value(2).toLongLong();
            const bool itsOwn = target.endsWith(path) || target.contains(path + '/');
            if (itsOwn && atNs >= pressedNs && (firstNs == 0 || atNs < firstNs)) {
                firstNs = atNs;
            }
        }
        if (firstNs == 0) {
            return QStringLiteral("the server saw no call for ") + QString::fromUtf8(words.value(1));
        }
        const qint64 confirmedNs = words.value(3).toLongLong();
        const qint64 sentNs = words.value(4).toLongLong();
        latencies.noticed.push_back(static_cast<double>(confirmedNs - pressedNs) / 1e6);
        latencies.decided.push_back(static_cast<double>(sentNs - confirmedNs) / 1e6);
        latencies.travelled.push_back(static_cast<double>(firstNs - sentNs) / 1e6);
        latencies.all.push_back(static_cast<double>(firstNs - pressedNs) / 1e6);
    }
    return {};
}

QList<QByteArray> linesOf(const QList<QByteArray> &lines, const QByteArray &prefix)
{
    QList<QByteArray> wanted;
    std::copy_if(lines.cbegin(), lines.cend(), std::back_inserter(wanted),
                 [&prefix](const QByteArray &line) { return line.startsWith(prefix); });
    return wanted;
}

Row clickRow(MeasuredChild &console, Server &server)
{
    const auto failed = [](const QString &why) { return Row::failed(clickName, QStringLiteral("ms"), why); };
    server.process.write("copies " + QByteArray::number(clicks));
    const auto copies = server.process.expect("copies ", 60s);
    if (!copies) {
        return failed(server.process.failure());
    }
    server.process.write("storm " + QByteArray::number(burstSize) + ' ' +
                         QByteArray::number(server.round + 1));
    console.write("clicks " + *copies + ' ' + QByteArray::number(clicks));
    const auto finished = console.expect("clicked ", 400s);
    server.process.write("calm");
    const auto calm = server.process.expect("calm ", 30s);
    if (!finished || !calm) {
        return failed(finished ? server.process.failure() : console.failure());
    }
    const QList<QByteArray> clicked = linesOf(console.takeSkipped(), "click ");
    Latencies latencies;
    const QString problem = readLatencies(clicked, linesOf(server.process.takeSkipped(), "call "), latencies);
    const std::vector<double> &all = latencies.all;
    if (!problem.isEmpty() || static_cast<int>(all.size()) != clicks) {
        return failed(problem.isEmpty() ? QStringLiteral("only %1 clicks").arg(all.size()) : problem);
    }
    Row row = limitRow(clickName, QStringLiteral("ms"), percentile(all, 99), 20);
    const auto part = [](const std::vector<double> &values) {
        return QStringLiteral("%1 (p99 %2)")
            .arg(median(values), 0, 'f', 1)
            .arg(percentile(values, 99), 0, 'f', 1);
    };
    row.note = QStringLiteral(
                   "%1 rollbacks while bursts ran at %2 events/s; in ms: median %3, worst %4; parts: GUI "
                   "thread %5, desk and ledger %6, worker to the server's read %7; the GUI thread's longest "
                   "work in one go %8")
                   .arg(clicks)
                   .arg(field(*calm, 0) / (field(*calm, 1) / 1e9), 0, 'f', 0)
                   .arg(median(all), 0, 'f', 1)
                   .arg(percentile(all, 100), 0, 'f', 1)
                   .arg(part(latencies.noticed), part(latencies.decided), part(latencies.travelled))
                   .arg(field(*finished, 0) / 1e6, 0, 'f', 1);
    return row;
}

} // namespace

Rows measureConsole(Surroundings &around)
{
    Server *server = around.server();
    if (!server) {
        return loadFailed(around.serverProblem());
    }
    MeasuredChild::Command command = Surroundings::child(
        QStringLiteral("console"), {server->kubeconfig, server->context, QString::number(server->pods),
                                    server->markerUid, around.scratch(QStringLiteral("console"))});
    command.environment = around.windowEnvironment();
    MeasuredChild console(command);
    if (!console.failure().isEmpty() || !console.expect("loaded ", 120s)) {
        return loadFailed(QStringLiteral("console: ") + console.failure());
    }
    const Row memory = memoryRow(console);
    Rows rows = burstRows(console, *server);
    rows.append(clickRow(console, *server));
    rows.append(memory);
    return rows;
}

} // namespace signalbox::bench
