// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <QHash>

namespace signalbox::drill
{

/// One grant. "*" stands for everything; a resource may name a subresource: "rollouts/status", "*/scale".
struct AccessRule {
    QStringList verbs;
    QStringList groups;
    QStringList resources;
    QStringList namespaces; ///< empty: everywhere, cluster-scoped resources too
    QStringList paths;      ///< non-resource URLs; then groups, resources and namespaces are empty
};

/// What somebody wants to do. `path` is set for URLs that are no resource, and only then.
struct AccessAttributes {
    QString verb;
    QString group;
    QString resource;
    QString subresource;
    QString namespaceName; ///< empty: cluster scope or all namespaces
    QString name;
    QString path;
};

/// Who is asking.
struct Identity {
    QString user;
    QString uid;
    QStringList groups;
};

/// The one rule model behind both the access reviews and what the server enforces, so that they cannot
/// disagree.
class AccessControl
{
public:
    void setRules(const QString &user, const QVector<AccessRule> &rules) { m_rules.insert(user, rules); }

    [[nodiscard]] bool allows(const Identity &who, const AccessAttributes &what) const;
    /// The grants that count in a namespace, for SelfSubjectRulesReview.
    [[nodiscard]] QVector<AccessRule> rulesIn(const Identity &who, const QString &namespaceName) const;
    /// A person's sentence for a refusal, worded as a Kubernetes API server's.
    [[nodiscard]] static QString refusalText(const Identity &who, const AccessAttributes &what);

private:
    [[nodiscard]] QVector<AccessRule> rulesOf(const Identity &who) const;

    QHash<QString, QVector<AccessRule>> m_rules;
};

/// The rules of the drill's four people: admin, oncall, viewer, shop-only.
void grantStandardRules(AccessControl &access);
/// Their names, in that order, with their groups.
[[nodiscard]] QVector<Identity> standardIdentities();

} // namespace signalbox::drill
