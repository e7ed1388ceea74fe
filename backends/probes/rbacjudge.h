// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/objectjudge.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace signalbox::probes
{

/// What the rules of RBAC hand out. With subjects: whatever any binding gives to one of them, also by the
/// groups they are in by nature. With a namespace alone: its Roles, and what its RoleBindings hand out.
/// Without either: everything that ClusterRoleBindings hand out, apart from Kubernetes' own.
/// Source: requirements S1-SEC-B2; Kubernetes, "Using RBAC Authorization".
class RbacJudge final : public ObjectJudge
{
public:
    explicit RbacJudge(const ProbeArguments &arguments);
    [[nodiscard]] QVector<ObjectList> lists() const override;
    void see(int list, const Json &object) override;
    [[nodiscard]] ProbeFinding verdict() const override;

private:
    struct Binding {
        QString name;
        QString role; ///< "ClusterRole/name" or "Role/namespace/name"
    };
    void seeRole(const QString &key, const Json &role);
    void seeBinding(const Json &binding, bool ofCluster);
    [[nodiscard]] bool concerns(const Json &binding, const QString &namespaceName) const;
    [[nodiscard]] QStringList faultsOf(const Json &rule) const;

    QString m_namespace;
    QSet<QString> m_subjects; ///< "User:…", "Group:…", "ServiceAccount:namespace:name"
    QStringList m_forbidden;
    QHash<QString, QStringList> m_faults; ///< by role; empty lists too, to know it was seen
    QVector<Binding> m_bindings;
    QStringList m_ownRoles; ///< of the namespace
};

} // namespace signalbox::probes
