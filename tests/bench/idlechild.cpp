// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/console.h"
#include "app/window/mainwindow.h"
#include "tests/bench/children.h"
#include "tests/bench/linechannel.h"
#include "tests/bench/processusage.h"
#include "tests/bench/statistics.h"
#include "tests/bench/waiting.h"
#include "widgets/charts/metricchart.h"
#include "widgets/panels/fleetpanel.h"
#include "widgets/panels/releasepanel.h"

#include <QApplication>

#include <algorithm>

namespace signalbox::bench
{

using namespace std::chrono_literals;

namespace
{

int chartsOnScreen(const MainWindow &window)
{
    const auto charts = window.findChildren<MetricChart *>();
    return static_cast<int>(std::count_if(charts.cbegin(), charts.cend(), [](const MetricChart *chart) {
        return !chart->visibleRegion().isEmpty() && !chart->panel().canary.isEmpty();
    }));
}

int liveClusters(const FleetStore &fleet)
{
    const auto clusters = fleet.clusters();
    return static_cast<int>(
        std::count_if(clusters.cbegin(), clusters.cend(), [](const ClusterStore *cluster) {
            return cluster->connection().isCurrent() && cluster->source(ResourceKind::Rollout).isCurrent();
        }));
}

/// A release with a canary in flight: its page has lines for both versions.
std::optional<ReleaseKey> busiestRelease(const FleetStore &fleet, const QString &context)
{
    for (const Release &release : fleet.releases()) {
        if (release.key.cluster.value() == context && release.inProgress() &&
            release.strategy == RolloutStrategy::Canary) {
            return release.key;
        }
    }
    return {};
}

void measure(Console &console, std::chrono::seconds duration, const QStringList &contexts)
{
    const FleetStore &fleet = console.workspace()->fleet();
    if (!waitUntil(
            [&] { return liveClusters(fleet) == contexts.size() && busiestRelease(fleet, contexts.first()); },
            60s)) {
        LineChannel::fail(QStringLiteral("%1 of %2 clusters are live, or no canary runs")
                              .arg(liveClusters(fleet))
                              .arg(contexts.size()));
        return;
    }
    MainWindow &window = *console.window();
    window.fleet().select(*busiestRelease(fleet, contexts.first()));
    window.run(Command::CanaryTab);
    if (!waitUntil([&] { return chartsOnScreen(window) >= 12; }, 30s)) {
        LineChannel::fail(QStringLiteral("%1 charts are on screen, not 12").arg(chartsOnScreen(window)));
        return;
    }
    settle(5s);
    const qint64 cpuBefore = cpuNs();
    const qint64 before = monotonicNs();
    QEventLoop idle;
    QTimer::singleShot(duration, &idle, &QEventLoop::quit);
    idle.exec();
    const double cpu = static_cast<double>(cpuNs() - cpuBefore) / 1e9;
    const double wall = static_cast<double>(monotonicNs() - before) / 1e9;
    LineChannel::say("idle " + QByteArray::number(cpu) + ' ' + QByteArray::number(wall) + ' ' +
                     QByteArray::number(chartsOnScreen(window)) + ' ' +
                     QByteArray::number(liveClusters(fleet)));
}

} // namespace

int idleConsole(int argc, char **argv, const QStringList &arguments)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    LineChannel channel;
    const QStringList contexts = arguments.mid(4);
    ConsoleOptions options;
    options.kubeconfig = arguments.value(0);
    options.prometheus = arguments.value(1);
    options.configDirectory = arguments.value(3);
    options.context = contexts.value(0);
    options.safeMode = true;
    Console console(application, options);
    QObject::connect(&console, &Console::opened, &console, [&] {
        console.window()->resize(1920, 2400);
        for (const QString &context : contexts.mid(1)) {
            if (const Result<Done> opened = console.workspace()->open(context); !opened) {
                LineChannel::fail(opened.error().detail);
            }
        }
        const std::chrono::seconds duration(arguments.value(2).toInt());
        QMetaObject::invokeMethod(
            &console, [&console, duration, contexts] { measure(console, duration, contexts); },
            Qt::QueuedConnection);
    });
    console.start();
    return QApplication::exec();
}

} // namespace signalbox::bench
