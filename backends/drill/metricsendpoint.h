// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QObject>
#include <QTcpServer>

#include <functional>

namespace signalbox::drill
{

/// GET /metrics on loopback, for the drill's own Prometheus.
class MetricsEndpoint final : public QObject
{
    Q_OBJECT

public:
    /// @param collect makes the text; called on this object's thread
    explicit MetricsEndpoint(std::function<QByteArray()> collect, QObject *parent = nullptr);

    [[nodiscard]] Result<Done> listen();
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    void accept();

    QTcpServer m_server;
    std::function<QByteArray()> m_collect;
};

} // namespace signalbox::drill
