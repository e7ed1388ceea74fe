// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/freshness.h"

#include <QFuture>
#include <QObject>
#include <QVector>

namespace signalbox
{

/// One Alertmanager (API v2), read side.
class AlertsApi : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual QString endpoint() const = 0;
    [[nodiscard]] virtual QFuture<Result<QVector<Alert>>> alerts() = 0;

Q_SIGNALS:
    void connectionChanged(const signalbox::SourceState &state);
};

} // namespace signalbox
