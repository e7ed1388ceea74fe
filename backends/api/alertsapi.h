// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "models/domain/alert.h"
#include "models/domain/freshness.h"

#include <QFuture>
#include <QObject>
#include <QVector>

namespace signalbox
{

/// How an Alertmanager is, apart from its alerts.
struct AlertsStatus {
    QString version;
    QString cluster;       ///< ready, settling or disabled
    QStringList receivers; ///< names, in the order of its configuration
    bool operator==(const AlertsStatus &) const = default;
};

/// One Alertmanager (API v2), read side.
class AlertsApi : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual QString endpoint() const = 0;
    [[nodiscard]] virtual QFuture<Result<QVector<Alert>>> alerts() = 0;
    /// Unsupported by those that have none.
    [[nodiscard]] virtual QFuture<Result<AlertsStatus>> status()
    {
        return answered<AlertsStatus>(
            failure(ErrorCode::Unsupported, ErrorLayer::Protocol, QStringLiteral("no status here")));
    }

Q_SIGNALS:
    void connectionChanged(const signalbox::SourceState &state);
};

} // namespace signalbox
