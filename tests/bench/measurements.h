// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/surroundings.h"

namespace signalbox::bench
{

/// Each measures one thing and never throws: what cannot be measured becomes a row that says why.

/// Exec to first painted window, beside a bare window.
[[nodiscard]] Rows measureStart(Surroundings &around);
/// All pods listed and shown, beside kubectl on the same server: wall time and peak memory.
[[nodiscard]] Rows measureList(Surroundings &around);
/// The full console on `big`: memory, watch bursts, and clicks on confirm while bursts run.
[[nodiscard]] Rows measureConsole(Surroundings &around);
/// CPU of the console when nothing happens but the passing of time.
[[nodiscard]] Rows measureIdle(Surroundings &around);
/// Records of a ledger checked, beside sha256sum over the same bytes.
[[nodiscard]] Rows measureAudit(Surroundings &around);

/// A checklist of 81 items: recomputed from its evidence and repainted, on the thread of the interface.
[[nodiscard]] Rows measureChecklist(Surroundings &around);

} // namespace signalbox::bench
