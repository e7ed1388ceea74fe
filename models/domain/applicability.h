// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"
#include "models/domain/release.h"

namespace signalbox
{

/// Why an action makes no sense in the state the release is in; empty: it does. Knows nothing of
/// connections, rights or other operations: decide() adds those.
/// Source: peers-release traps 3, 5 and 7; wire facts 2.4 and 3.5.
[[nodiscard]] QVector<Message> notApplicable(ActionKind kind, const Release &release);

} // namespace signalbox
