// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/auditreport.h"

#include <QString>
#include <QStringList>

namespace signalbox
{

/// A report as lines for a terminal: the verdict, what was compared, then what was found and where.
[[nodiscard]] QStringList auditLines(const AuditReport &report);

} // namespace signalbox
