// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace signalbox
{

/// Entry of the system keychain that holds the key checkpoints are signed with, as PEM.
[[nodiscard]] inline QString auditKeyName()
{
    return QStringLiteral("audit-signing-key");
}

} // namespace signalbox
