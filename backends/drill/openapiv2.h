// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/discovery.h"

namespace signalbox::drill
{

/// The OpenAPI v2 document as the protocol buffer that kubectl asks for (message openapi.v2.Document of
/// gnostic): only which kinds can be patched, and with which query parameters. It describes no fields on
/// purpose: kubectl then validates nothing itself and merges by its built-in types.
[[nodiscard]] QByteArray openApiV2Message(const QVector<AnnouncedResource> &resources);

} // namespace signalbox::drill
