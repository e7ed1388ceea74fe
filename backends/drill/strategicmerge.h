// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <nlohmann/json.hpp>

namespace signalbox::drill
{

/// A strategic merge patch of a built-in type: objects merge, null deletes, the lists Kubernetes declares
/// with a merge key (containers by name, conditions by type …) merge item by item, every other list is
/// replaced. Understands the directives $patch (merge, replace, delete), $deleteFromPrimitiveList,
/// $setElementOrder and $retainKeys. BadRequest when an item of such a list lacks its key or a directive is
/// malformed.
[[nodiscard]] Result<nlohmann::json> strategicMerged(const nlohmann::json &document,
                                                     const nlohmann::json &patch);

} // namespace signalbox::drill
