// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/probefinding.h"

#include <QString>

namespace signalbox
{

/// What a probe saw as one sentence in the language of the moment. Arguments are external text and go through
/// safeText(); missing ones show as a dash. The arguments of a command that waits for consent are shown in
/// full, each within quotation marks.
[[nodiscard]] QString probeFindingText(const ProbeFinding &finding);
/// The same for evidence, which keeps code and arguments.
[[nodiscard]] QString probeFindingText(const QString &code, const QStringList &args);

} // namespace signalbox
