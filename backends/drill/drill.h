// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/drillcluster.h"
#include "backends/drill/prometheuschildren.h"
#include "backends/drill/scenario.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

namespace signalbox::drill
{

/// A whole drill: its clusters with their APIs, a Prometheus for each of them, one Alertmanager, and a
/// kubeconfig. Main thread only, because the children die with the thread that started them.
class Drill final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        Scenario scenario;
        double speed = 1;       ///< at least 1
        QString kubeconfigPath; ///< empty: in the drill's own temporary folder
        bool plans = true;      ///< release plans govern the shop
    };
    /// @param clock outlives the drill
    Drill(const Clock &clock, Options options, QObject *parent = nullptr);
    ~Drill() override;

    /// Fills the clusters (this takes a moment), then starts everything. Emits ready() or failed() later,
    /// once.
    void start();

    [[nodiscard]] QString kubeconfigPath() const { return m_kubeconfigPath; }
    [[nodiscard]] const std::vector<std::unique_ptr<DrillCluster>> &clusters() const { return m_clusters; }
    /// What others need to connect, as one line of JSON. Holds no secret.
    [[nodiscard]] QByteArray report() const;

Q_SIGNALS:
    void ready();
    void failed(const signalbox::Error &error);
    /// A child ended on its own.
    void childDied(const QString &program);

private:
    [[nodiscard]] Result<Done> build();
    [[nodiscard]] Result<Done> writeKubeconfig();
    [[nodiscard]] static QString contextName(const DrillCluster &cluster, const QString &user);

    const Clock &m_clock;
    Options m_options;
    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<DrillCluster>> m_clusters;
    std::unique_ptr<PrometheusChildren> m_children;
    QString m_kubeconfigPath;
};

} // namespace signalbox::drill
