// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/prometheuschildren.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpServer>

#include <utility>

namespace signalbox::drill
{

namespace
{

constexpr int pollMs = 50;
constexpr int importTimeoutMs = 60'000;

/// Free at this moment; nobody else on loopback is expected to take it in the next one.
quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, 0) ? server.serverPort() : quint16(0);
}

QUrl localUrl(quint16 port)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(port);
    return url;
}

Result<QString> program(const QString &name)
{
    const QString path = QStandardPaths::findExecutable(name);
    if (path.isEmpty())
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                       QStringLiteral("%1 is not installed").arg(name), name);
    return path;
}

Result<Done> writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return failure(ErrorCode::Storage, ErrorLayer::Storage, file.errorString(), path);
    return Done{};
}

Result<Done> importHistory(const QString &folder, const QByteArray &history)
{
    if (history.isEmpty())
        return Done{};
    const auto promtool = program(QStringLiteral("promtool"));
    if (!promtool)
        return tl::unexpected(promtool.error());
    const QString input = folder + QStringLiteral("/history.txt");
    const auto written = writeFile(input, history + "# EOF\n");
    if (!written)
        return written;
    const auto imported =
        runToEnd(*promtool,
                 {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"), QStringLiteral("openmetrics"),
                  QStringLiteral("--quiet"), input, folder + QStringLiteral("/data")},
                 folder, importTimeoutMs);
    QFile::remove(input);
    return imported;
}

} // namespace

PrometheusChildren::PrometheusChildren(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &PrometheusChildren::poll);
}

PrometheusChildren::~PrometheusChildren() = default;

QUrl PrometheusChildren::alertmanagerUrl() const
{
    return m_alertmanagerPort == 0 ? QUrl() : localUrl(m_alertmanagerPort);
}

Result<Done> PrometheusChildren::launch(const QString &programPath, const QStringList &arguments,
                                        const QString &folder, const QUrl &url)
{
    auto child = std::make_unique<ChildProcess>();
    const auto started = child->start(programPath, arguments, folder);
    if (!started)
        return started;
    connect(child.get(), &ChildProcess::died, this, &PrometheusChildren::died);
    m_children.push_back(std::move(child));
    m_waiting.append(url);
    return Done{};
}

Result<Done> PrometheusChildren::startAlertmanager()
{
    const auto path = program(QStringLiteral("prometheus-alertmanager"));
    if (!path)
        return tl::unexpected(path.error());
    const QString folder = m_folder + QStringLiteral("/alertmanager");
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::Storage, ErrorLayer::Storage, QStringLiteral("cannot create folder"),
                       folder);
    const QString config = folder + QStringLiteral("/config.yml");
    const auto written = writeFile(config, alertmanagerConfig());
    if (!written)
        return written;
    m_alertmanagerPort = freePort();
    return launch(*path,
                  {QStringLiteral("--config.file=") + config, QStringLiteral("--storage.path=") + folder,
                   QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(m_alertmanagerPort),
                   QStringLiteral("--web.external-url=") + localUrl(m_alertmanagerPort).toString(),
                   QStringLiteral("--cluster.listen-address=")},
                  folder, localUrl(m_alertmanagerPort));
}

Result<QUrl> PrometheusChildren::startPrometheus(const ClusterMetrics &metrics)
{
    const auto path = program(QStringLiteral("prometheus"));
    if (!path)
        return tl::unexpected(path.error());
    const QString folder = QStringLiteral("%1/prometheus-%2").arg(m_folder).arg(m_children.size());
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::Storage, ErrorLayer::Storage, QStringLiteral("cannot create folder"),
                       folder);
    const QString config = folder + QStringLiteral("/prometheus.yml");
    const QString rules = folder + QStringLiteral("/rules.yml");
    for (const auto &step :
         {importHistory(folder, metrics.history), writeFile(rules, alertRules(metrics.alerts, metrics.speed)),
          writeFile(config,
                    prometheusConfig({metrics.cluster, metrics.metricsPort, m_alertmanagerPort, rules}))}) {
        if (!step)
            return tl::unexpected(step.error());
    }
    const quint16 port = freePort();
    const auto started =
        launch(*path,
               {QStringLiteral("--config.file=") + config,
                QStringLiteral("--storage.tsdb.path=") + folder + QStringLiteral("/data"),
                QStringLiteral("--storage.tsdb.retention.time=2d"),
                QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port),
                QStringLiteral("--web.external-url=") + localUrl(port).toString(),
                QStringLiteral("--rules.alert.resend-delay=1s"), QStringLiteral("--log.level=warn")},
               folder, localUrl(port));
    if (!started)
        return tl::unexpected(started.error());
    return localUrl(port);
}

void PrometheusChildren::whenReady(int timeoutMs, std::function<void(Result<Done>)> then)
{
    m_then = std::move(then);
    m_pollsLeft = timeoutMs / pollMs;
    m_poll.start();
}

void PrometheusChildren::poll()
{
    if (m_waiting.isEmpty() || m_pollsLeft-- <= 0) {
        m_poll.stop();
        const auto then = std::exchange(m_then, nullptr);
        if (then)
            then(m_waiting.isEmpty()
                     ? Result<Done>(Done{})
                     : Result<Done>(failure(
                           ErrorCode::Timeout, ErrorLayer::Connection,
                           QStringLiteral("%1 did not get ready").arg(m_waiting.first().toString()))));
        return;
    }
    if (m_asking)
        return;
    m_asking = true;
    QUrl url = m_waiting.first();
    url.setPath(QStringLiteral("/-/ready"));
    QNetworkReply *reply = m_manager.get(QNetworkRequest(url));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        m_asking = false;
        if (reply->error() == QNetworkReply::NoError && !m_waiting.isEmpty())
            m_waiting.removeFirst();
    });
}

} // namespace signalbox::drill
