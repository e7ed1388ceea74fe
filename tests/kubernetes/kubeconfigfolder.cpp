// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/kubernetes/kubeconfigfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace signalbox::test
{

using namespace kubernetes;

bool KubeconfigFolder::renew()
{
    m_dir = std::make_unique<QTemporaryDir>();
    return m_dir->isValid();
}

QString KubeconfigFolder::write(const QString &name, const QByteArray &content)
{
    const QString path = m_dir->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
    return path;
}

KubeconfigSources KubeconfigFolder::list(const QStringList &files) const
{
    KubeconfigSources sources;
    sources.environment.insert(QStringLiteral("KUBECONFIG"), files.join(QDir::listSeparator()));
    sources.homeDirectory = m_dir->filePath(QStringLiteral("nohome"));
    sources.serviceAccountDirectory = m_dir->filePath(QStringLiteral("noaccount"));
    return sources;
}

KubeconfigSet KubeconfigFolder::loadText(const QByteArray &content)
{
    return loadKubeconfig(list({write(QStringLiteral("config"), content)}));
}

QByteArray simpleConfig(const QByteArray &name, const QByteArray &server, const QByteArray &user)
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: " + name + "\nclusters:\n- name: " + name +
           "\n  cluster: {server: '" + server + "'}\nusers:\n- name: " + name + "\n  user: {" + user +
           "}\ncontexts:\n- name: " + name + "\n  context: {cluster: " + name + ", user: " + name + "}\n";
}

const ConfigProblem *findProblem(const QVector<ConfigProblem> &problems, ConfigProblem::Kind kind)
{
    for (const ConfigProblem &problem : problems) {
        if (problem.kind == kind) {
            return &problem;
        }
    }
    return nullptr;
}

} // namespace signalbox::test
