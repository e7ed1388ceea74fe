// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"
#include "widgets/charts/chartcontext.h"

namespace signalbox
{

/// Time axis of the charts of a release: the last `range`, the bake in force shaded, revisions marked where
/// they were created. The end moves in steps of about one pixel, at least five seconds, so that a tick of
/// the clock does not lay out every chart anew.
[[nodiscard]] ChartContext chartContextOf(const Release &release, const QDateTime &now,
                                          std::chrono::seconds range, TimeZoneChoice zone);

} // namespace signalbox
