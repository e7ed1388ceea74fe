// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/drill.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/kubeconfig.h"

#include <QDir>
#include <QFile>
#include <QTimer>

namespace signalbox::drill
{

namespace
{

constexpr int readyTimeoutMs = 30'000;

} // namespace

Drill::Drill(const Clock &clock, Options options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_folder(QDir::tempPath() + QStringLiteral("/signalbox-drill-XXXXXX")) // created with mode 0700
{
}

Drill::~Drill() = default;

void Drill::start()
{
    QTimer::singleShot(0, this, [this] {
        const auto built = build();
        if (!built) {
            Q_EMIT failed(built.error());
            return;
        }
        m_children->whenReady(readyTimeoutMs, [this](const Result<Done> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            for (const auto &cluster : m_clusters)
                cluster->goLive();
            Q_EMIT ready();
        });
    });
}

Result<Done> Drill::build()
{
    if (!m_folder.isValid())
        return failure(ErrorCode::Storage, ErrorLayer::Storage, m_folder.errorString());
    m_children = std::make_unique<PrometheusChildren>(m_folder.path());
    connect(m_children.get(), &PrometheusChildren::died, this, &Drill::childDied);
    const auto alertmanager = m_children->startAlertmanager();
    if (!alertmanager)
        return alertmanager;
    for (qsizetype i = 0; i < m_options.scenario.clusters.size(); ++i) {
        m_clusters.push_back(std::make_unique<DrillCluster>(
            m_clock,
            World::Setup{m_options.scenario.clusters.at(i),
                         m_options.scenario.seed + static_cast<quint64>(i) * 1000, m_options.speed, 300, m_options.plans}));
        DrillCluster &cluster = *m_clusters.back();
        const auto filled = cluster.fill();
        if (!filled)
            return filled;
        const auto listening = cluster.listen();
        if (!listening)
            return listening;
        const auto prometheus =
            m_children->startPrometheus({cluster.name(), cluster.metricsPort(), cluster.takeHistory(),
                                         m_options.scenario.alerts, m_options.speed});
        if (!prometheus)
            return tl::unexpected(prometheus.error());
        cluster.setPrometheus(*prometheus);
    }
    return writeKubeconfig();
}

QString Drill::contextName(const DrillCluster &cluster, const QString &user)
{
    return user == QLatin1String("admin") ? cluster.name() : cluster.name() + QLatin1Char('-') + user;
}

Result<Done> Drill::writeKubeconfig()
{
    QVector<ContextEntry> entries;
    for (const auto &cluster : m_clusters) {
        for (const DrillUser &user : cluster->api().users()) {
            ContextEntry entry;
            entry.context = contextName(*cluster, user.name);
            entry.cluster = cluster->name();
            entry.server = cluster->api().url();
            entry.caCertificatePem = cluster->api().caCertificatePem();
            entry.user = user;
            if (user.name == QLatin1String("shop-only"))
                entry.namespaceName = QStringLiteral("shop");
            entries.append(entry);
        }
    }
    m_kubeconfigPath = m_options.kubeconfigPath.isEmpty() ? m_folder.filePath(QStringLiteral("kubeconfig"))
                                                          : m_options.kubeconfigPath;
    // Never readable by others, not even for a moment: an old file may have other rights.
    QFile::remove(m_kubeconfigPath);
    QFile file(m_kubeconfigPath);
    const QByteArray content = kubeconfigFor(entries);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(content) != content.size())
        return failure(ErrorCode::Storage, ErrorLayer::Storage, file.errorString(), m_kubeconfigPath);
    return Done{};
}

QByteArray Drill::report() const
{
    nlohmann::json clusters = nlohmann::json::array();
    nlohmann::json users = nlohmann::json::array();
    for (const auto &cluster : m_clusters) {
        clusters.push_back({{"name", jsonText(cluster->name())},
                            {"context", jsonText(contextName(*cluster, QStringLiteral("admin")))},
                            {"server", jsonText(cluster->api().url().toString())},
                            {"prometheus", jsonText(cluster->prometheus().toString())}});
        for (const DrillUser &user : cluster->api().users())
            users.push_back(
                {{"name", jsonText(user.name)}, {"context", jsonText(contextName(*cluster, user.name))}});
    }
    const QUrl prometheus = m_clusters.empty() ? QUrl() : m_clusters.front()->prometheus();
    const nlohmann::json report = {
        {"scenario", jsonText(m_options.scenario.name)},
        {"kubeconfig", jsonText(m_kubeconfigPath)},
        {"prometheus", jsonText(prometheus.toString())},
        {"alertmanager", jsonText(m_children ? m_children->alertmanagerUrl().toString() : QString())},
        {"clusters", std::move(clusters)},
        {"users", std::move(users)}};
    return dumped(report);
}

} // namespace signalbox::drill
