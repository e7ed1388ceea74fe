// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/requestpath.h"

namespace signalbox::drill
{

/// True for the resources that answer questions about the asker instead of being stored.
[[nodiscard]] bool isReview(const RequestPath &path);

/// Answers SelfSubjectAccessReview, SelfSubjectRulesReview and SelfSubjectReview from the same rules that are
/// enforced.
[[nodiscard]] Result<HttpResponse> answerReview(const AccessControl &access, const Identity &who,
                                                const HttpRequest &request, const RequestPath &path);

} // namespace signalbox::drill
