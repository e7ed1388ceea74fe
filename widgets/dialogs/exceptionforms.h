// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/decisionview.h"
#include "widgets/dialogs/decisiondialog.h"
#include "widgets/panels/decisionintent.h"
#include "widgets/style/format.h"

namespace signalbox
{

/// The part of decisionForm() about a person's word on an item, waivers and exceptions from a rule.
[[nodiscard]] DecisionForm exceptionForm(const DecisionIntent &intent, const DecisionView &view,
                                         const QDateTime &now, TimeZoneChoice zone);

} // namespace signalbox
