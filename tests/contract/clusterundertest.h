// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/apiclient.h"
#include "tests/support/drillchild.h"

namespace signalbox::test
{

/// The API server the contract is checked against: the drill, started as a child, or the cluster of
/// SIGNALBOX_CONTRACT_KUBECONFIG. Works in a namespace of its own and removes it at the end.
class ClusterUnderTest final : public ApiClient
{
public:
    /// Empty if ready, else why not.
    [[nodiscard]] QString prepare();
    void cleanUp();

    [[nodiscard]] const QString &namespaceName() const { return m_namespace; }
    /// "/api/v1/namespaces/<own>/…" and so on.
    [[nodiscard]] QString core(const QString &rest) const;
    [[nodiscard]] QString apps(const QString &rest) const;
    [[nodiscard]] QString argo(const QString &rest) const;

private:
    DrillChild m_drill;
    QString m_namespace;
};

} // namespace signalbox::test
