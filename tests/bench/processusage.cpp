// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/processusage.h"

#include <QByteArray>
#include <QFile>

#include <ctime>
#include <unistd.h>

namespace signalbox::bench
{

namespace
{

qint64 readClock(clockid_t clock)
{
    timespec used{};
    ::clock_gettime(clock, &used);
    return static_cast<qint64>(used.tv_sec) * 1'000'000'000 + used.tv_nsec;
}

} // namespace

qint64 cpuNs()
{
    return readClock(CLOCK_PROCESS_CPUTIME_ID);
}

qint64 threadCpuNs()
{
    return readClock(CLOCK_THREAD_CPUTIME_ID);
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace signalbox::bench
