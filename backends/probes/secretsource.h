// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QString>

namespace signalbox::probes
{

/// Secrets by the names a plan uses: passwords, presigned addresses. A plan never holds one itself, and no
/// finding ever shows one. Called on the thread of the ProbeEngine's owner.
class SecretSource
{
public:
    virtual ~SecretSource() = default;
    /// NotFound if there is none of that name.
    [[nodiscard]] virtual QFuture<Result<QString>> secret(QString name) = 0;
};

} // namespace signalbox::probes
