// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/row.h"

#include <QByteArray>

namespace signalbox::bench
{

/// One aligned table, notes below it.
[[nodiscard]] QByteArray tableText(const Rows &rows);
/// An array with one object a row: name, value, unit, reference, ratio, goal, met, and note where there is
/// one. What was not measured is null.
[[nodiscard]] QByteArray jsonText(const Rows &rows);

} // namespace signalbox::bench
