// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace signalbox
{

/// What changed of an object, for people: the part of a sentence after "the object changed meanwhile".
/// @param fields as Error::detail of a Changed error has them: "field: planned -> now" or the field alone,
/// the
///   field with dots or as a JSON pointer, joined with "; ". Fields without words of their own are named.
[[nodiscard]] QString changesText(const QString &fields);

} // namespace signalbox
