// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/kubeconfig.h"
#include "backends/kubernetes/pemidentity.h"

#include <QDateTime>

namespace signalbox::kubernetes
{

/// What an exec credential plugin handed out. Memory only.
struct PluginCredential {
    QByteArray token;
    ClientIdentity identity; ///< empty chain: none
    QDateTime expires;       ///< UTC; invalid: until refused
};

/// The request document for KUBERNETES_EXEC_INFO (client.authentication.k8s.io). We offer no terminal, so
/// spec.interactive is always false; spec.cluster is there only if the plugin asked for it.
[[nodiscard]] QByteArray execInfo(const ExecConfig &exec, const KubeCluster &cluster,
                                  const QByteArray &authorityPem);

/// Reads what the plugin printed. No part of it ever gets into an error text.
[[nodiscard]] Result<PluginCredential> parseExecCredential(const QByteArray &output,
                                                           const QString &apiVersion, const QString &binary);

/// Text of a foreign program fit for showing: no ANSI sequences, no control characters except line breaks,
/// tokens blotted out, at most `limit` characters.
[[nodiscard]] QString cleanForeignText(const QByteArray &text, qsizetype limit = 2000);

} // namespace signalbox::kubernetes
