// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/drillprocess.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox
{

DrillProcess::DrillProcess(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DrillProcess::readLine);
    connect(&m_process, &QProcess::errorOccurred, this, [this] { fail(m_process.errorString()); });
    connect(&m_process, &QProcess::finished, this,
            [this] { fail(QString::fromUtf8(m_process.readAllStandardError().right(2000))); });
}

DrillProcess::~DrillProcess()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(3000)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

void DrillProcess::start(const QStringList &arguments)
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/signalbox-drill");
    m_process.start(program, arguments + QStringList{QStringLiteral("--exit-with-stdin")});
}

void DrillProcess::readLine()
{
    m_output += m_process.readAllStandardOutput();
    const qsizetype end = m_output.indexOf('\n');
    if (end < 0 || m_answered) {
        return;
    }
    const QJsonObject line = QJsonDocument::fromJson(m_output.left(end)).object();
    Ready answer;
    answer.kubeconfig = line[QLatin1String("kubeconfig")].toString();
    answer.alertmanager = line[QLatin1String("alertmanager")].toString();
    const QJsonArray clusters = line[QLatin1String("clusters")].toArray();
    for (const QJsonValue &cluster : clusters) {
        const QString context = cluster[QLatin1String("context")].toString();
        answer.contexts.append(context);
        answer.prometheus.insert(context, cluster[QLatin1String("prometheus")].toString());
    }
    if (answer.kubeconfig.isEmpty() || answer.contexts.isEmpty()) {
        fail(QString::fromUtf8(m_output.left(500)));
        return;
    }
    m_answered = true;
    Q_EMIT ready(answer);
}

void DrillProcess::fail(const QString &detail)
{
    if (!m_answered) {
        m_answered = true;
        Q_EMIT failed(Error{ErrorCode::Unreachable,
                            ErrorLayer::Configuration,
                            0,
                            {},
                            detail,
                            QStringLiteral("signalbox-drill"),
                            {}});
    }
}

} // namespace signalbox
