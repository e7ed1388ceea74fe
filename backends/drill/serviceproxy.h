// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/exchange.h"
#include "backends/drill/requestpath.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QUrl>

namespace signalbox::drill
{

/// …/services/{name}:{port}/proxy/…: hands the request to a server on loopback, as a real API server hands it
/// to the Service's pods.
class ServiceProxy final : public QObject
{
    Q_OBJECT

public:
    explicit ServiceProxy(QObject *parent = nullptr);

    /// Every port of the service leads to `target`, whose path is put in front.
    void setTarget(const QString &namespaceName, const QString &service, const QUrl &target);
    /// Answers the exchange, now or when the target has answered: 503 without a target, 502 when it cannot be
    /// reached.
    void forward(Exchange *exchange, const RequestPath &path);

private:
    QHash<QString, QUrl> m_targets;
    QNetworkAccessManager m_network;
};

} // namespace signalbox::drill
