// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/rbacjudge.h"

#include "backends/probes/findings.h"

#include <algorithm>

namespace signalbox::probes
{

namespace
{

enum List { ClusterRoles, ClusterBindings, Roles, Bindings };

constexpr const char *Group = "/apis/rbac.authorization.k8s.io/v1";

/// Groups that Kubernetes puts a subject into without anybody saying so.
QStringList groupsByNature(const QString &subject)
{
    const QString account = QStringLiteral("ServiceAccount:");
    const QString user = QStringLiteral("User:");
    const QString everybody = QStringLiteral("Group:system:authenticated");
    if (subject.startsWith(account)) {
        const QStringList parts = subject.mid(account.size()).split(QLatin1Char(':'));
        return {QStringLiteral("User:system:serviceaccount:") + parts.join(QLatin1Char(':')),
                QStringLiteral("Group:system:serviceaccounts"),
                QStringLiteral("Group:system:serviceaccounts:") + parts.value(0), everybody};
    }
    return subject.startsWith(user) ? QStringList{everybody} : QStringList{};
}

bool anyStarts(const Json &list, const char *text)
{
    return list.is_array() && std::any_of(list.begin(), list.end(), [text](const Json &item) {
               return textOf(item) == QLatin1String("*") || textOf(item).startsWith(QLatin1String(text));
           });
}

bool holdsAny(const Json &list, std::initializer_list<const char *> texts)
{
    return std::any_of(texts.begin(), texts.end(), [&list](const char *text) { return holds(list, text); });
}

bool isOwnOfKubernetes(const Json &object)
{
    return at(at(at(object, "metadata"), "labels"), "kubernetes.io/bootstrapping").is_string();
}

} // namespace

RbacJudge::RbacJudge(const ProbeArguments &arguments)
    : m_namespace(arguments.text("namespace"))
    , m_forbidden(arguments.list("forbid"))
{
    for (const QString &subject : arguments.list("subjects")) {
        m_subjects.insert(subject);
        for (const QString &group : groupsByNature(subject)) {
            m_subjects.insert(group);
        }
    }
    if (m_forbidden.isEmpty()) {
        m_forbidden = QStringList{QStringLiteral("wildcard-verbs"), QStringLiteral("wildcard-resources"),
                                  QStringLiteral("cluster-admin")};
    }
}

QVector<ObjectList> RbacJudge::lists() const
{
    const QString base = QLatin1String(Group);
    QVector<ObjectList> lists{{ClusterRoles, base + QStringLiteral("/clusterroles")}};
    if (m_namespace.isEmpty() || !m_subjects.isEmpty()) {
        lists.append({ClusterBindings, base + QStringLiteral("/clusterrolebindings")});
    }
    if (!m_namespace.isEmpty()) {
        lists.append({Roles, namespacedPath(Group, m_namespace, "roles")});
        lists.append({Bindings, namespacedPath(Group, m_namespace, "rolebindings")});
    } else if (!m_subjects.isEmpty()) {
        lists.append({Roles, base + QStringLiteral("/roles")});
        lists.append({Bindings, base + QStringLiteral("/rolebindings")});
    }
    return lists;
}

void RbacJudge::see(int list, const Json &object)
{
    const QString name = nameOf(object);
    const QString space = textOf(at(at(object, "metadata"), "namespace"));
    switch (list) {
    case ClusterRoles:
        seeRole(QStringLiteral("ClusterRole/") + name, object);
        break;
    case Roles: {
        const QString key = QStringLiteral("Role/%1/%2").arg(space, name);
        seeRole(key, object);
        if (m_subjects.isEmpty()) {
            m_ownRoles << key;
        }
        break;
    }
    default:
        seeBinding(object, list == ClusterBindings);
    }
}

void RbacJudge::seeRole(const QString &key, const Json &role)
{
    QStringList faults;
    const Json &rules = at(role, "rules");
    if (rules.is_array()) {
        for (const Json &rule : rules) {
            faults += faultsOf(rule);
        }
    }
    faults.removeDuplicates();
    m_faults.insert(key, faults);
}

QStringList RbacJudge::faultsOf(const Json &rule) const
{
    const Json &verbs = at(rule, "verbs");
    const Json &resources = at(rule, "resources");
    QStringList faults;
    const auto note = [this, &faults](const char *fault, bool found) {
        if (found && m_forbidden.contains(QLatin1String(fault))) {
            faults << QLatin1String(fault);
        }
    };
    note("wildcard-verbs", holds(verbs, "*"));
    note("wildcard-resources", anyStarts(resources, "*/"));
    note("wildcard-groups", holds(at(rule, "apiGroups"), "*"));
    note("escalation", holdsAny(verbs, {"*", "escalate", "bind", "impersonate"}));
    note("secrets", holdsAny(verbs, {"*", "get", "list", "watch"}) && holdsAny(resources, {"*", "secrets"}) &&
                        holdsAny(at(rule, "apiGroups"), {"*", ""}));
    return faults;
}

void RbacJudge::seeBinding(const Json &binding, bool ofCluster)
{
    const QString space = ofCluster ? QString() : textOf(at(at(binding, "metadata"), "namespace"));
    if (m_subjects.isEmpty() ? isOwnOfKubernetes(binding) : !concerns(binding, space)) {
        return;
    }
    const Json &role = at(binding, "roleRef");
    const QString name = textOf(at(role, "name"));
    const bool isClusterRole = textOf(at(role, "kind")) == QLatin1String("ClusterRole");
    m_bindings.append({nameOf(binding), isClusterRole ? QStringLiteral("ClusterRole/") + name
                                                      : QStringLiteral("Role/%1/%2").arg(space, name)});
}

bool RbacJudge::concerns(const Json &binding, const QString &namespaceName) const
{
    const Json &subjects = at(binding, "subjects");
    return subjects.is_array() && std::any_of(subjects.begin(), subjects.end(), [&](const Json &subject) {
               const QString kind = textOf(at(subject, "kind"));
               QString name = textOf(at(subject, "name"));
               if (kind == QLatin1String("ServiceAccount")) {
                   const QString space = textOf(at(subject, "namespace"));
                   name = (space.isEmpty() ? namespaceName : space) + QLatin1Char(':') + name;
               }
               return m_subjects.contains(kind + QLatin1Char(':') + name);
           });
}

ProbeFinding RbacJudge::verdict() const
{
    QStringList faults;
    for (const Binding &binding : m_bindings) {
        if (binding.role == QLatin1String("ClusterRole/cluster-admin") &&
            m_forbidden.contains(QLatin1String("cluster-admin"))) {
            return failed("rbac-cluster-admin", {binding.name});
        }
        // A binding to a role that is gone gives nothing.
        for (const QString &fault : m_faults.value(binding.role)) {
            faults << QStringLiteral("%1 (%2): %3").arg(binding.role, binding.name, fault);
        }
    }
    for (const QString &role : m_ownRoles) {
        for (const QString &fault : m_faults.value(role)) {
            faults << QStringLiteral("%1: %2").arg(role, fault);
        }
    }
    if (!faults.isEmpty()) {
        return failed("rbac-too-wide", {QString::number(faults.size()), shortList(faults)});
    }
    return passed("rbac-kept", {QString::number(m_bindings.size()), QString::number(m_ownRoles.size())});
}

} // namespace signalbox::probes
