// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/httpmessage.h"
#include "backends/drill/objectstore.h"

#include <optional>

namespace signalbox::drill
{

/// Answers /openapi/v2 and /openapi/v3[/…] with as much schema as kubectl needs: which kinds can be patched
/// with which parameters, and the outline of each kind for "kubectl explain". Field by field schemas are not
/// offered, so nothing is validated on the client's side. nullopt: not one of these paths.
[[nodiscard]] std::optional<HttpResponse> answerOpenApi(const ObjectStore &store, const HttpRequest &request,
                                                        const QString &path);

} // namespace signalbox::drill
