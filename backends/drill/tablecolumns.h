// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/tableformat.h"

#include <utility>

namespace signalbox::drill
{

/// The columns of types, by the store's type key. Each function covers one family and has its own source
/// file.
using ColumnsOfTypes = std::vector<std::pair<QString, std::vector<TableColumn>>>;

[[nodiscard]] ColumnsOfTypes workloadColumns(); ///< pods, deployments, replica sets …
[[nodiscard]] ColumnsOfTypes clusterColumns();  ///< services, events, nodes, namespaces, autoscalers …
[[nodiscard]] ColumnsOfTypes releaseColumns();  ///< rollouts, analysis runs, traffic routing
[[nodiscard]] std::vector<TableColumn> genericColumns(); ///< Name and Age

// Cells that many types share.
[[nodiscard]] Json nameCell(const Json &object, const QDateTime &now);
[[nodiscard]] Json ageCell(const Json &object, const QDateTime &now);
/// The names, or images, of the containers under `podSpec`, joined by commas.
[[nodiscard]] Json containerList(const Json &podSpec, const char *field);
/// A LabelSelector object as "a=b,c in (d,e)"; "<none>" when empty.
[[nodiscard]] Json selectorText(const Json &selector);
/// A map of labels as "a=b,c=d"; "<none>" when empty.
[[nodiscard]] Json labelsText(const Json &labels);
/// The strings of an array joined by commas, "<none>" when there is none.
[[nodiscard]] Json joined(const Json &strings);

} // namespace signalbox::drill
