// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <optional>

namespace signalbox::drill
{

enum class PatchKind { JsonPatch, MergePatch, StrategicMergePatch };

/// The kind a Content-Type names; UnsupportedMediaType for server-side apply, unknown types, and for
/// strategic merge on a custom resource.
[[nodiscard]] Result<PatchKind> patchKindOf(const QByteArray &contentType, const ResourceType &type);

/// `document` with `patch` applied. BadRequest (400) for a malformed patch, Invalid (422) for one that does
/// not apply: a failing "test", a missing path.
[[nodiscard]] Result<Json> patched(PatchKind kind, const ResourceType &type, const Json &document,
                                   const Json &patch);

} // namespace signalbox::drill
