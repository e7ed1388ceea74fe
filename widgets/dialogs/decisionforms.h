// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/decisionview.h"
#include "widgets/dialogs/decisiondialog.h"
#include "widgets/panels/decisionintent.h"
#include "widgets/style/format.h"

namespace signalbox
{

/// What a decision asks for, from what is on screen. Choices: open gate: "normal" and "emergency"; approve
/// and reject: the seats this person may fill; attest: "pass" and "fail". Empty title: the thing is gone, or
/// needs no dialog.
[[nodiscard]] DecisionForm decisionForm(const DecisionIntent &intent, const DecisionView &view,
                                        const QDateTime &now, TimeZoneChoice zone);

} // namespace signalbox
