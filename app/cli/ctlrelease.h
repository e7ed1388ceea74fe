// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

#include <QJsonObject>

namespace signalbox
{

/// A release as signalboxctl prints it with --json.
[[nodiscard]] QJsonObject releaseJson(const Release &release);

} // namespace signalbox
