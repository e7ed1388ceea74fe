// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/messagetable.h"

#include <span>

namespace signalbox
{

/// Sentences of the interlocking, the last block of MessageCode, in its order.
[[nodiscard]] std::span<const MessageEntry> interlockMessages();

} // namespace signalbox
