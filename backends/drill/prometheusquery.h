// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/metricsource.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace signalbox::drill
{

/// Asks a Prometheus over HTTP, as the analysis controller of a cluster does.
class PrometheusQuery final : public QObject, public MetricSource
{
    Q_OBJECT

public:
    explicit PrometheusQuery(QUrl base, QObject *parent = nullptr);

    void query(const QString &expression, const QDateTime &at, Answer answer) override;

private:
    QUrl m_base;
    QNetworkAccessManager m_manager;
};

/// The answer of /api/v1/query. Invalid answers are Protocol errors, refused queries Invalid.
[[nodiscard]] Result<MetricAnswer> metricAnswer(const QByteArray &body);

} // namespace signalbox::drill
