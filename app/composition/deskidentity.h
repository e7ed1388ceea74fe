// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace signalbox
{

/// Names this process among all that may share a ledger: boot, PID namespace, PID and its start, so that a
/// number used again later is another desk. Linux; read from /proc.
[[nodiscard]] QString thisDesk();

/// Whether the process of that name runs on this machine now. One that cannot be looked at from here (another
/// machine, another container) counts as gone: its operation is offered, and a person decides.
[[nodiscard]] bool isDeskAlive(const QString &desk);

} // namespace signalbox
