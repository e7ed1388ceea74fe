// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/clusterundertest.h"

#include <QRandomGenerator>

namespace signalbox::test
{

QString ClusterUnderTest::prepare()
{
    QString kubeconfig = qEnvironmentVariable("SIGNALBOX_CONTRACT_KUBECONFIG");
    if (kubeconfig.isEmpty()) {
        const QString problem =
            m_drill.start({QStringLiteral("steady"), QStringLiteral("--speed"), QStringLiteral("60")});
        if (!problem.isEmpty()) {
            return problem;
        }
        kubeconfig = m_drill.kubeconfig();
    }
    // Of the drill that is the administrator's context; of a real cluster the current one. The contract
    // creates namespaces.
    if (const QString problem = connectTo(kubeconfig, m_drill.context()); !problem.isEmpty()) {
        return problem;
    }
    const QString name =
        QStringLiteral("signalbox-contract-%1").arg(QRandomGenerator::global()->bounded(100000, 999999));
    const Answer made =
        create(QStringLiteral("/api/v1/namespaces"),
               {{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", name.toStdString()}}}});
    if (!made.ok()) {
        return QStringLiteral("no namespace: %1 %2").arg(made.status).arg(made.error.detail);
    }
    m_namespace = name;
    return {};
}

void ClusterUnderTest::cleanUp()
{
    if (isConnected() && !m_namespace.isEmpty()) {
        remove(QStringLiteral("/api/v1/namespaces/") + m_namespace);
    }
}

QString ClusterUnderTest::core(const QString &rest) const
{
    return QStringLiteral("/api/v1/namespaces/%1/%2").arg(m_namespace, rest);
}

QString ClusterUnderTest::apps(const QString &rest) const
{
    return QStringLiteral("/apis/apps/v1/namespaces/%1/%2").arg(m_namespace, rest);
}

QString ClusterUnderTest::argo(const QString &rest) const
{
    return QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/%1/%2").arg(m_namespace, rest);
}

} // namespace signalbox::test
