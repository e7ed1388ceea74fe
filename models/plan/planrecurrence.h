// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace signalbox
{

/// Whether a text is a recurrence rule as RFC 5545 section 3.3.10 writes it (without "RRULE:"), as far as its
/// shape tells. Rules that repeat more often than hourly are refused: no window needs them, and expanding one
/// over years takes millions of steps.
/// @return the part that is wrong; empty: fine
[[nodiscard]] QString wrongRecurrencePart(const QString &rule);

} // namespace signalbox
