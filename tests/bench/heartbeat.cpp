// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/heartbeat.h"

#include "tests/bench/processusage.h"
#include "tests/bench/statistics.h"

#include <algorithm>

namespace signalbox::bench
{

namespace
{

constexpr int beatMs = 2; // often enough to see 33 ms, rare enough to cost nothing

} // namespace

Heartbeat::Heartbeat(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(beatMs);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
}

void Heartbeat::start()
{
    m_last = monotonicNs();
    m_longest = 0;
    m_lastWork = threadCpuNs();
    m_longestWork = 0;
    m_timer.start();
}

qint64 Heartbeat::stop()
{
    beat();
    m_timer.stop();
    return std::max<qint64>(0, m_longest - beatMs * 1'000'000);
}

void Heartbeat::beat()
{
    const qint64 now = monotonicNs();
    m_longest = std::max(m_longest, now - m_last);
    m_last = now;
    const qint64 work = threadCpuNs();
    m_longestWork = std::max(m_longestWork, work - m_lastWork);
    m_lastWork = work;
}

} // namespace signalbox::bench
