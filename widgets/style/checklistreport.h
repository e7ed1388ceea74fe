// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/reportdocument.h"
#include "models/operations/decisionview.h"
#include "widgets/style/format.h"

namespace signalbox
{

/// A checklist run in the language of the moment: every item with evidence and time, waivers, the gates with
/// their signatures, the polls with their answers, exceptions, and the hashes all of it rests on.
/// @param release as people call it, with the version; external text
[[nodiscard]] ReportDocument checklistReport(const DecisionView &view, const QString &checklist,
                                             const QString &release, const QDateTime &now,
                                             TimeZoneChoice zone);

/// Writes the report as PDF; plan hash and title are also in the document's own properties.
/// @return what went wrong; empty: nothing
[[nodiscard]] QString writeReportPdf(const ReportDocument &report, const QString &file);

} // namespace signalbox
