// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"

#include <QString>
#include <QVector>

namespace signalbox
{

/// The sentence of a message in the language of the moment. Arguments that are numbers, durations or action
/// names are put in the reader's form, all others are external text and go through safeText(). Missing
/// arguments show as a dash, superfluous ones are dropped.
[[nodiscard]] QString messageText(const Message &message);

/// One sentence per line.
[[nodiscard]] QString messageLines(const QVector<Message> &messages);

} // namespace signalbox
