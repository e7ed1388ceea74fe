// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/kubeconfigfile.h"

#include <QProcessEnvironment>

namespace signalbox::kubernetes
{

/// Where configuration is looked for. Everything is handed in, so that nothing depends on the process.
struct KubeconfigSources {
    QString explicitFile;            ///< --kubeconfig: this file alone, and it must exist
    QProcessEnvironment environment; ///< KUBECONFIG, KUBERNETES_SERVICE_HOST …
    QString homeDirectory;           ///< for .kube/config
    /// Where a pod finds its service account.
    QString serviceAccountDirectory = QStringLiteral("/var/run/secrets/kubernetes.io/serviceaccount");
};

/// What the files said when they could last be read, for those who read them again and again. A file broken
/// in the middle of an edit then still stands for its former contexts.
using KubeconfigMemory = QHash<QString, KubeconfigFile>;

/// Reads, merges and validates, the way client-go does it: an explicit file alone; else the files of
/// KUBECONFIG, missing ones skipped; else ~/.kube/config. The first file that defines a name wins with its
/// whole entry, and the first non-empty current-context wins. The service account of the pod we run in comes
/// last, as the context "in-cluster", and only without an explicit file. Blocking, small local reads only.
/// Never writes.
/// @param memory may be null; filled with what could be read
[[nodiscard]] KubeconfigSet loadKubeconfig(const KubeconfigSources &sources,
                                           KubeconfigMemory *memory = nullptr);

/// Name of the context made from the pod's service account.
inline constexpr QLatin1String inClusterContextName("in-cluster");

/// The service account of the pod we run in, or nothing outside of a pod.
[[nodiscard]] std::optional<ContextEntry> inClusterContext(const KubeconfigSources &sources);

/// Checks of one context with its cluster and user, by value only: no file is opened.
[[nodiscard]] QVector<ConfigProblem> validateCluster(const KubeCluster &cluster);
[[nodiscard]] QVector<ConfigProblem> validateUser(const KubeUser &user);

} // namespace signalbox::kubernetes
