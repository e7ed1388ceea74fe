// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/systemclock.h"
#include "backends/drill/kubeconfig.h"
#include "backends/drill/scenarioparser.h"
#include "tests/bench/children.h"
#include "tests/bench/linechannel.h"
#include "tests/bench/shakencluster.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace signalbox::bench
{

namespace
{

/// @return why not, or empty
QString writeKubeconfig(drill::DrillCluster &cluster, const QString &path)
{
    for (const drill::DrillUser &user : cluster.api().users()) {
        if (user.name != QLatin1String("admin")) {
            continue;
        }
        drill::ContextEntry entry;
        entry.context = cluster.name();
        entry.cluster = cluster.name();
        entry.server = cluster.api().url();
        entry.caCertificatePem = cluster.api().caCertificatePem();
        entry.user = user;
        QFile file(path);
        const QByteArray content = drill::kubeconfigFor({entry});
        const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                                       QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                             file.write(content) == content.size();
        return written ? QString() : file.errorString();
    }
    return QStringLiteral("the drill has no user admin");
}

void obey(ShakenCluster &shaken, const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const int first = words.value(1).toInt();
    const int second = words.value(2).toInt();
    if (words.first() == "burst") {
        shaken.burst(first, second);
    } else if (words.first() == "storm") {
        shaken.storm(first, second);
    } else if (words.first() == "calm") {
        shaken.calm();
    } else if (words.first() == "copies") {
        const QString problem = shaken.copyCanary(first);
        problem.isEmpty() ? LineChannel::say("copies shop checkout-") : LineChannel::fail(problem);
    } else {
        LineChannel::fail(QStringLiteral("unknown command: ") + QString::fromUtf8(line));
    }
}

} // namespace

int serveCluster(int argc, char **argv, const QStringList &arguments)
{
    QCoreApplication application(argc, argv);
    const auto scenario = drill::loadScenario(QStringLiteral("big"));
    if (!scenario || scenario->clusters.isEmpty() || arguments.isEmpty()) {
        LineChannel::fail(scenario ? QStringLiteral("no cluster, or no FILE") : scenario.error().detail);
        return 1;
    }
    const SystemClock clock;
    drill::DrillCluster cluster(clock,
                                drill::World::Setup{scenario->clusters.first(), scenario->seed, 1, 300});
    Result<Done> ready = cluster.fill();
    if (ready) {
        ready = cluster.listen();
    }
    if (!ready) {
        LineChannel::fail(ready.error().detail);
        return 1;
    }
    (void)cluster.takeHistory();
    ShakenCluster shaken(cluster);
    if (const QString problem = writeKubeconfig(cluster, arguments.first()); !problem.isEmpty()) {
        LineChannel::fail(problem);
        return 1;
    }
    QObject::connect(&shaken, &ShakenCluster::burstDone, &application,
                     [](qint64 ns) { LineChannel::say("burst-done " + QByteArray::number(ns)); });
    QObject::connect(&shaken, &ShakenCluster::calmed, &application, [](qint64 events, qint64 ns) {
        LineChannel::say("calm " + QByteArray::number(events) + ' ' + QByteArray::number(ns));
    });
    QObject::connect(&cluster.api(), &drill::ApiServer::requestTimed, &application,
                     [](const QByteArray &method, const QByteArray &target, qint64 firstByteNs) {
                         if (method == "PATCH" && !target.contains("dryRun")) {
                             LineChannel::say("call " + target + ' ' + QByteArray::number(firstByteNs));
                         }
                     });
    LineChannel channel;
    QObject::connect(&channel, &LineChannel::received, &application,
                     [&shaken](const QByteArray &line) { obey(shaken, line); });
    LineChannel::say("ready " + cluster.name().toUtf8() + ' ' + QByteArray::number(shaken.pods()) + ' ' +
                     shaken.markerUid().toUtf8());
    return QCoreApplication::exec();
}

} // namespace signalbox::bench
