// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/rows.h"

namespace signalbox
{

/// Tool that will put its own version of the spec back after a change made by hand: "argocd", "flux" or
/// "helm"; empty if no trace of one is seen. Source: wire facts 2.4.
[[nodiscard]] QString gitOpsOwner(const ObjectMeta &meta);

} // namespace signalbox
