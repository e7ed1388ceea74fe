// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace signalbox
{

enum class LineBreaks { Fold, Keep };

/// External text made safe to show as plain text: control characters and characters that steer the direction
/// of writing appear as [U+XXXX], invisible ones likewise, line breaks become spaces unless kept, piles of
/// combining marks are cut, text that contains right-to-left letters is isolated so that it cannot reorder
/// what stands beside it, and everything past `maximumLength` UTF-16 units becomes an ellipsis.
[[nodiscard]] QString safeText(const QString &external, qsizetype maximumLength = 256,
                               LineBreaks lineBreaks = LineBreaks::Fold);

/// Plain text for setToolTip(), which would otherwise guess at rich text. Wraps long lines.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace signalbox
