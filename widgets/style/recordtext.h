// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/activityentry.h"

namespace signalbox
{

/// What somebody did, for entries of operations and of the ledger: actions and decisions alike. One this
/// version does not know stays as it was written.
[[nodiscard]] QString recordActionText(const ActivityEntry &entry);
/// How it ended and what was said: seat or station, the choice, refused or denied. Empty: nothing to say.
[[nodiscard]] QString recordResultText(const ActivityEntry &entry);

} // namespace signalbox
