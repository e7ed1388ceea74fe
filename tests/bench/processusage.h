// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace signalbox::bench
{

/// User and system time of this process so far, in nanoseconds.
[[nodiscard]] qint64 cpuNs();
/// The same of the calling thread alone.
[[nodiscard]] qint64 threadCpuNs();
/// Resident memory of this process now, in bytes; 0 if the kernel does not say.
[[nodiscard]] qint64 residentBytes();

} // namespace signalbox::bench
