// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <QString>

namespace signalbox::drill
{

/// A pod template without the labels controllers add to it, so that templates can be compared.
[[nodiscard]] Json bareTemplate(Json podTemplate);
/// The hash that names ReplicaSets and labels pods: equal for equal bare templates, safe in names.
/// @param collision counts up when two templates met in one name
[[nodiscard]] QString templateHash(const Json &podTemplate, int collision = 0);

} // namespace signalbox::drill
