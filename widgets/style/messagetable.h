// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"

#include <array>

namespace signalbox
{

/// How an argument of a message is put into words.
enum class Argument {
    None,
    Text,
    Seconds,
    Milliseconds,
    Percent,
    Count,
    Action,
    Step,
    Problem,
    Changes,
    Time,
    LocalText,
};

struct MessageEntry {
    MessageCode code;
    const char *name; ///< of the code, as errors and records carry it
    const char *text; ///< source text, translation context "MessageText"
    std::array<Argument, 3> arguments;
};

/// Every code has an entry; a code outside the enum gets the last one.
[[nodiscard]] const MessageEntry &messageEntry(MessageCode code);
/// Null for a name of another version.
[[nodiscard]] const MessageEntry *messageEntryByName(const QString &name);

} // namespace signalbox
