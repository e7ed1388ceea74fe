// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

namespace signalbox::drill
{

/// Registers every type the drill serves, with short names and subresources, and the server's defaults.
void registerStandardTypes(ObjectStore &store);

} // namespace signalbox::drill
