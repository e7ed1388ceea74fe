// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/kubeconfig.h"

namespace signalbox::kubernetes
{

/// One context as a file states it, before it is joined with its cluster and user.
struct NamedContext {
    QString name;
    QString clusterName;
    QString userName;
    QString nameSpace;
    QString file;
    int line = 0;
    QVector<ConfigProblem> problems;
};

/// What one file says. Names are unique within each list.
struct KubeconfigFile {
    QVector<NamedContext> contexts;
    QVector<KubeCluster> clusters;
    QVector<KubeUser> users;
    QString currentContext;
    int currentContextLine = 0;
    QVector<ConfigProblem> problems; ///< those of no single entry: the file, or an element without a name
};

/// True if the file as a whole, or one of its lists, could not be read: what it states is then not what its
/// author means. A missing file and mistakes in single entries are not that.
[[nodiscard]] bool isBroken(const KubeconfigFile &file);

/// Reads YAML or JSON. Never fails as a whole: what cannot be read is in `problems`.
/// @param file absolute path, for messages and as the base of relative paths
[[nodiscard]] KubeconfigFile parseKubeconfig(const QByteArray &content, const QString &file);

/// Largest file that is read. Thousands of contexts with inline certificates fit.
inline constexpr qint64 maxKubeconfigBytes = 32 * 1024 * 1024;

/// Reads and parses a file. A missing file is a problem of kind FileMissing.
[[nodiscard]] KubeconfigFile readKubeconfig(const QString &file);

} // namespace signalbox::kubernetes
