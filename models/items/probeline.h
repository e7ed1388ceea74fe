// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/planchecklist.h"

namespace signalbox
{

/// What a probe does, on one line in the words of the plan: "tls host=shop.example port=443". The argv of a
/// command is given as it is. External text.
[[nodiscard]] QString probeLine(const ProbeSpec &probe);
/// What an item rests on: its probes in the order of the item, then its metrics. Ids nobody knows are left
/// as they are.
[[nodiscard]] QString checkLine(const CheckItem &item, const QVector<ProbeSpec> &probes);

} // namespace signalbox
