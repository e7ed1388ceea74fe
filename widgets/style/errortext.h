// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QString>

namespace signalbox
{

/// What failed and at which part of the way: one sentence.
[[nodiscard]] QString errorHeadline(const Error &error);
/// What to do about it: one sentence.
[[nodiscard]] QString errorRemedy(const Error &error);
/// Both, for one-paragraph places.
[[nodiscard]] QString errorText(const Error &error);
/// The same, and for a mistake in the configuration the place: file, line and field. Two lines then.
[[nodiscard]] QString errorTextWithPlace(const Error &error);
/// The technical facts for the details box, English, one per line: code, layer, HTTP status, reason, detail.
[[nodiscard]] QString errorDetails(const Error &error);
[[nodiscard]] QString layerText(ErrorLayer layer);

} // namespace signalbox
