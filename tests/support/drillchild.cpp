// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/drillchild.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox::test
{

namespace
{

constexpr int readyWithin = 90000;

}

DrillChild::~DrillChild()
{
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000)) {
        kill();
    }
}

void DrillChild::kill()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

QString DrillChild::start(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(qEnvironmentVariable("SIGNALBOX_DRILL"),
                    arguments + QStringList{QStringLiteral("--exit-with-stdin")});
    QByteArray line;
    QElapsedTimer timer;
    timer.start();
    while (!line.contains('\n') && timer.elapsed() < readyWithin) {
        if (!m_process.waitForReadyRead(1000) && m_process.state() == QProcess::NotRunning) {
            return QStringLiteral("the drill did not start: ") + m_process.errorString();
        }
        line += m_process.readAllStandardOutput();
    }
    const QJsonObject ready = QJsonDocument::fromJson(line).object();
    m_kubeconfig = ready[QLatin1String("kubeconfig")].toString();
    m_prometheus = ready[QLatin1String("prometheus")].toString();
    m_alertmanager = ready[QLatin1String("alertmanager")].toString();
    m_context = ready[QLatin1String("clusters")][0][QLatin1String("context")].toString();
    const QJsonArray users = ready[QLatin1String("users")].toArray();
    for (const QJsonValue &user : users) {
        const QString name = user[QLatin1String("name")].toString();
        if (!m_contexts.contains(name)) {
            m_contexts.insert(name, user[QLatin1String("context")].toString());
        }
    }
    return m_kubeconfig.isEmpty() || m_context.isEmpty()
               ? QStringLiteral("the drill said: ") + QString::fromUtf8(line)
               : QString();
}

QString DrillChild::contextOf(const QString &user) const
{
    return m_contexts.value(user);
}

} // namespace signalbox::test
