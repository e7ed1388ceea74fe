// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/alertsapi.h"
#include "backends/http/request.h"

#include <QVector>

namespace signalbox::alertmanager
{

/// Body of a 200 of /api/v2/alerts. One alert that cannot be read spoils the answer: a list with a silent
/// hole would look like calm. Sorted by start, newest first.
[[nodiscard]] Result<QVector<Alert>> parseAlerts(const QByteArray &body);

/// Bodies of 200s of /api/v2/status and /api/v2/receivers.
[[nodiscard]] Result<AlertsStatus> parseStatus(const QByteArray &status, const QByteArray &receivers);

/// Error bodies of API v2: a bare JSON string, or {code, message}. Others are left alone.
void readError(const http::Response &response, Error &error);

} // namespace signalbox::alertmanager
