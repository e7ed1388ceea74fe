// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace signalbox
{

/// signalboxctl ledger init: makes a team's ledger in a PostgreSQL database, or brings an older one forward.
/// Blocks, writes what it did to stdout and what went wrong to stderr.
/// @param arguments the program's, with its name first
/// @return exit code: 0 done, 1 failed, 2 bad use
[[nodiscard]] int initLedger(const QStringList &arguments);

} // namespace signalbox
