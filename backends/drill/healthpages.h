// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/httpmessage.h"

#include <optional>

namespace signalbox::drill
{

/// Answers /version, /livez, /readyz and /healthz with their single checks and "?verbose". nullopt: none of
/// these.
[[nodiscard]] std::optional<HttpResponse> answerHealth(const HttpRequest &request, const QString &path);

/// True for the pages a server shows to anybody: health and version.
[[nodiscard]] bool isPublicPage(const QString &path);

} // namespace signalbox::drill
