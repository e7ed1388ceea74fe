// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

namespace signalbox::drill
{

/// The checks of a real server that people meet when they write manifests by hand: names, selectors,
/// containers, replica counts, fields that may not change. @param previous null for a new object
[[nodiscard]] Result<Done> validated(const ResourceType &type, const Json &object, const Json *previous);

} // namespace signalbox::drill
