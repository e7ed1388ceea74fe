// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/alertsapi.h"
#include "backends/api/clock.h"
#include "backends/http/credentialsource.h"
#include "backends/http/endpoint.h"

#include <chrono>
#include <memory>

namespace signalbox::alertmanager
{

/// Where one Alertmanager is. Credentials come separately.
struct AlertmanagerConfig {
    http::Endpoint endpoint;                        ///< base without /api/v2, may have a path
    QString title;                                  ///< shown to people; empty: the base URL
    QVector<QPair<QByteArray, QByteArray>> headers; ///< sent with every request
    std::chrono::milliseconds timeout{10000};
};

/// Alerts of one Alertmanager, API v2, read side. Sockets and parsing live on a worker thread of its own.
class AlertmanagerClient final : public AlertsApi
{
    Q_OBJECT

public:
    /// Nothing is dialled before alerts().
    /// @param credentials moved to the worker; null: none @param clock outlives the client
    AlertmanagerClient(AlertmanagerConfig config, std::unique_ptr<http::CredentialSource> credentials,
                       const Clock &clock, QObject *parent = nullptr);
    ~AlertmanagerClient() override;

    [[nodiscard]] QString endpoint() const override;
    /// Active, suppressed and unprocessed ones.
    [[nodiscard]] QFuture<Result<QVector<Alert>>> alerts() override;
    [[nodiscard]] QFuture<Result<AlertsStatus>> status() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::alertmanager
