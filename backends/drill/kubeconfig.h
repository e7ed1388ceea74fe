// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/drilluser.h"

#include <QUrl>
#include <QVector>

namespace signalbox::drill
{

/// One context of a kubeconfig: a user on a cluster.
struct ContextEntry {
    enum class Credential { Token, ClientCertificate };
    QString context;
    QString cluster;
    QUrl server;
    QByteArray caCertificatePem;
    DrillUser user;
    QString namespaceName; ///< empty: kubectl's "default"
    Credential credential = Credential::Token;
};

/// A kubeconfig with everything inline. JSON, which is YAML; the first entry is the current context. Clusters
/// of the same name are written once, users once per cluster.
[[nodiscard]] QByteArray kubeconfigFor(const QVector<ContextEntry> &entries);

} // namespace signalbox::drill
