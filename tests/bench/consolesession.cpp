// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/consolesession.h"

#include "app/window/mainwindow.h"
#include "tests/bench/linechannel.h"
#include "tests/bench/processusage.h"
#include "tests/bench/rollbackclicker.h"
#include "tests/bench/statistics.h"
#include "tests/bench/waiting.h"
#include "widgets/panels/fleetpanel.h"

#include <QCheckBox>
#include <QTableView>

#include <algorithm>

namespace signalbox::bench
{

using namespace std::chrono_literals;

ConsoleSession::ConsoleSession(QApplication &application, const Setup &setup)
    : m_setup(setup)
    , m_console(application, optionsOf(setup))
{
}

ConsoleOptions ConsoleSession::optionsOf(const Setup &setup)
{
    ConsoleOptions options;
    options.kubeconfig = setup.kubeconfig;
    options.context = setup.context;
    options.configDirectory = setup.folder;
    options.safeMode = true;
    return options;
}

ClusterStore *ConsoleSession::cluster() const
{
    return m_console.workspace() ? m_console.workspace()->fleet().cluster(ClusterId(m_setup.context))
                                 : nullptr;
}

/// All pods of the cluster, not those of one release.
bool ConsoleSession::showPods()
{
    m_console.window()->run(Command::PodsTab);
    auto *table = m_console.window()->findChild<QTableView *>(QStringLiteral("pods"));
    if (!table || !table->isVisible()) {
        return false;
    }
    for (QCheckBox *box : table->window()->findChildren<QCheckBox *>()) {
        if (box->isVisible() && box->isChecked()) {
            box->click();
        }
    }
    return waitUntil([&] { return table->model() && table->model()->rowCount() >= m_setup.pods; }, 60s);
}

void ConsoleSession::load()
{
    m_console.start();
    if (!waitUntil([this] { return cluster() && m_console.window()->fleet().selected(); }, 60s)) {
        LineChannel::fail(QStringLiteral("the console showed no release"));
        return;
    }
    if (!showPods()) {
        LineChannel::fail(QStringLiteral("the console did not show %1 pods").arg(m_setup.pods));
        return;
    }
    settle(2s);
    LineChannel::say("loaded " + QByteArray::number(cluster()->rows<PodRow>().size()));
}

void ConsoleSession::obey(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.first() == "memory") {
        LineChannel::say("memory " + QByteArray::number(residentBytes()));
    } else if (words.first() == "burst") {
        watchBurst(words.value(2).toInt());
    } else if (words.first() == "clicks") {
        clickThrough(QString::fromUtf8(words.value(1)), QString::fromUtf8(words.value(2)),
                     words.value(3).toInt());
    } else {
        LineChannel::fail(QStringLiteral("unknown command: ") + QString::fromUtf8(line));
    }
}

int ConsoleSession::markerRestarts() const
{
    const auto &pods = cluster()->rows<PodRow>();
    const auto marker = pods.constFind(m_setup.markerUid);
    return marker == pods.cend() ? -1 : marker->restarts;
}

void ConsoleSession::watchBurst(int round)
{
    const qint64 cpuBefore = cpuNs();
    const qint64 startedNs = monotonicNs();
    m_heartbeat.start();
    LineChannel::say("armed");
    const bool seen = waitUntil([&] { return markerRestarts() >= round; }, 60s);
    const qint64 seenNs = monotonicNs();
    settle(300ms); // the last paint belongs to it
    const qint64 stall = m_heartbeat.stop();
    const qint64 cpu = cpuNs() - cpuBefore;
    if (!seen) {
        LineChannel::fail(QStringLiteral("the end of the burst was not seen within 60 s"));
        return;
    }
    const auto &pods = cluster()->rows<PodRow>();
    const auto updated = std::count_if(pods.cbegin(), pods.cend(),
                                       [round](const PodRow &pod) { return pod.restarts >= round; });
    LineChannel::say("seen " + QByteArray::number(cpu) + ' ' + QByteArray::number(stall) + ' ' +
                     QByteArray::number(seenNs - startedNs) + ' ' + QByteArray::number(updated) + ' ' +
                     QByteArray::number(m_heartbeat.longestWork()));
}

void ConsoleSession::clickThrough(const QString &namespaceName, const QString &prefix, int count)
{
    RollbackClicker clicker(m_console);
    m_heartbeat.start();
    for (int number = 0; number < count; ++number) {
        const QString name = prefix + QString::number(number);
        const Result<RollbackClicker::Click> clicked =
            clicker.click({ClusterId(m_setup.context), namespaceName, name, ReleaseKind::Rollout});
        if (!clicked) {
            LineChannel::fail(name + QStringLiteral(": ") + clicked.error().detail);
            return;
        }
        LineChannel::say("click " + name.toUtf8() + ' ' + QByteArray::number(clicked->pressedNs) + ' ' +
                         QByteArray::number(clicked->confirmedNs) + ' ' +
                         QByteArray::number(clicked->sentNs));
    }
    m_heartbeat.stop();
    LineChannel::say("clicked " + QByteArray::number(m_heartbeat.longestWork()));
}

} // namespace signalbox::bench
