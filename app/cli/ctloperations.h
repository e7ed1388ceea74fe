// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/operationrecord.h"

#include <QJsonObject>

namespace signalbox
{

/// An interrupted operation as a line: id, action, object, where it stopped, by whom and when.
[[nodiscard]] QString interruptedLine(const RecordedOperation &operation);
[[nodiscard]] QJsonObject interruptedJson(const RecordedOperation &operation);

} // namespace signalbox
