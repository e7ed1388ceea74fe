// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/requestpath.h"
#include "backends/drill/servedtype.h"

namespace signalbox::drill
{

/// Answers get, update and patch of …/scale (autoscaling/v1 Scale). A stale resourceVersion in what is
/// written is a Conflict.
[[nodiscard]] Result<HttpResponse> answerScale(ObjectStore &store, const HttpRequest &request,
                                               const RequestPath &path, const ServedType &type);

} // namespace signalbox::drill
