// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/childprocess.h"
#include "backends/drill/prometheusfiles.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace signalbox::drill
{

/// The drill's Alertmanager and one Prometheus for each cluster, as child processes on free loopback ports.
/// Main thread only.
class PrometheusChildren final : public QObject
{
    Q_OBJECT

public:
    /// @param folder private, exists, outlives this
    explicit PrometheusChildren(QString folder, QObject *parent = nullptr);
    ~PrometheusChildren() override;

    /// To be started before any Prometheus: otherwise the first alert may take a minute to arrive.
    [[nodiscard]] Result<Done> startAlertmanager();
    struct ClusterMetrics {
        QString cluster;
        quint16 metricsPort = 0;
        QByteArray history; ///< OpenMetrics lines without the end mark
        QVector<ScenarioAlert> alerts;
        double speed = 1;
    };
    /// Imports the history and starts a Prometheus over it. @return its URL
    [[nodiscard]] Result<QUrl> startPrometheus(const ClusterMetrics &metrics);
    [[nodiscard]] QUrl alertmanagerUrl() const;
    /// Calls once when all of them say they are ready, or with the first that is not within `timeoutMs`.
    void whenReady(int timeoutMs, std::function<void(Result<Done>)> then);

Q_SIGNALS:
    void died(const QString &program);

private:
    void poll();
    [[nodiscard]] Result<Done> launch(const QString &program, const QStringList &arguments,
                                      const QString &folder, const QUrl &url);

    QString m_folder;
    QNetworkAccessManager m_manager;
    std::vector<std::unique_ptr<ChildProcess>> m_children;
    QVector<QUrl> m_waiting; // not ready yet
    quint16 m_alertmanagerPort = 0;
    QTimer m_poll;
    int m_pollsLeft = 0;
    bool m_asking = false;
    std::function<void(Result<Done>)> m_then;
};

} // namespace signalbox::drill
