// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/accesscontrol.h"

#include <algorithm>

namespace signalbox::drill
{

namespace
{

QStringList everything()
{
    return {QStringLiteral("*")};
}

bool covers(const QStringList &granted, const QString &wanted)
{
    return granted.contains(QLatin1String("*")) || granted.contains(wanted);
}

bool coversResource(const QStringList &granted, const AccessAttributes &what)
{
    if (granted.contains(QLatin1String("*")))
        return true;
    if (what.subresource.isEmpty())
        return granted.contains(what.resource);
    return granted.contains(what.resource + QLatin1Char('/') + what.subresource) ||
           granted.contains(QLatin1String("*/") + what.subresource);
}

bool coversPath(const QStringList &granted, const QString &path)
{
    return std::any_of(granted.cbegin(), granted.cend(), [&](const QString &pattern) {
        return pattern == path || (pattern.endsWith(QLatin1Char('*')) && path.startsWith(pattern.chopped(1)));
    });
}

bool grants(const AccessRule &rule, const AccessAttributes &what)
{
    if (!covers(rule.verbs, what.verb))
        return false;
    if (!what.path.isEmpty())
        return coversPath(rule.paths, what.path);
    if (!covers(rule.groups, what.group) || !coversResource(rule.resources, what))
        return false;
    return rule.namespaces.isEmpty() || rule.namespaces.contains(what.namespaceName);
}

/// What every authenticated person may do: look around the API and ask about themselves.
QVector<AccessRule> commonRules()
{
    return {
        {{QStringLiteral("get")},
         {},
         {},
         {},
         {QStringLiteral("/api"), QStringLiteral("/api/*"), QStringLiteral("/apis"),
          QStringLiteral("/apis/*"), QStringLiteral("/healthz"), QStringLiteral("/healthz/*"),
          QStringLiteral("/livez"), QStringLiteral("/livez/*"), QStringLiteral("/readyz"),
          QStringLiteral("/readyz/*"), QStringLiteral("/openapi"), QStringLiteral("/openapi/*"),
          QStringLiteral("/version"), QStringLiteral("/version/")}},
        {{QStringLiteral("create")},
         {QStringLiteral("authorization.k8s.io")},
         {QStringLiteral("selfsubjectaccessreviews"), QStringLiteral("selfsubjectrulesreviews")},
         {},
         {}},
        {{QStringLiteral("create")},
         {QStringLiteral("authentication.k8s.io")},
         {QStringLiteral("selfsubjectreviews")},
         {},
         {}},
    };
}

QStringList readVerbs()
{
    return {QStringLiteral("get"), QStringLiteral("list"), QStringLiteral("watch")};
}

/// Everything a console shows, without Secrets: as the "view" role of a real cluster.
QVector<AccessRule> readRules(const QStringList &namespaces)
{
    return {
        {readVerbs(),
         {QString()},
         {QStringLiteral("namespaces"), QStringLiteral("nodes"), QStringLiteral("pods"),
          QStringLiteral("pods/log"), QStringLiteral("services"), QStringLiteral("services/proxy"),
          QStringLiteral("events"), QStringLiteral("configmaps"), QStringLiteral("serviceaccounts"),
          QStringLiteral("endpoints"), QStringLiteral("*/status"), QStringLiteral("*/scale")},
         namespaces,
         {}},
        {readVerbs(),
         {QStringLiteral("apps"), QStringLiteral("autoscaling"), QStringLiteral("coordination.k8s.io"),
          QStringLiteral("discovery.k8s.io"), QStringLiteral("events.k8s.io"),
          QStringLiteral("networking.k8s.io"), QStringLiteral("policy"),
          QStringLiteral("rbac.authorization.k8s.io"), QStringLiteral("apiextensions.k8s.io"),
          QStringLiteral("argoproj.io"), QStringLiteral("networking.istio.io"),
          QStringLiteral("gateway.networking.k8s.io")},
         everything(),
         namespaces,
         {}},
    };
}

/// What it takes to run a release: promote, abort, undo, pause, restart, set image, scale, end an analysis.
QVector<AccessRule> releaseRules(const QStringList &namespaces)
{
    const QStringList write{QStringLiteral("patch"), QStringLiteral("update")};
    return {
        {write,
         {QStringLiteral("apps")},
         {QStringLiteral("deployments"), QStringLiteral("deployments/scale"),
          QStringLiteral("replicasets/scale"), QStringLiteral("statefulsets/scale")},
         namespaces,
         {}},
        {write,
         {QStringLiteral("argoproj.io")},
         {QStringLiteral("rollouts"), QStringLiteral("rollouts/status"), QStringLiteral("rollouts/scale"),
          QStringLiteral("analysisruns")},
         namespaces,
         {}},
    };
}

} // namespace

QVector<AccessRule> AccessControl::rulesOf(const Identity &who) const
{
    if (who.groups.contains(QLatin1String("system:masters")))
        return {{everything(), everything(), everything(), {}, {}}, {everything(), {}, {}, {}, everything()}};
    return commonRules() + m_rules.value(who.user);
}

bool AccessControl::allows(const Identity &who, const AccessAttributes &what) const
{
    const QVector<AccessRule> rules = rulesOf(who);
    return std::any_of(rules.cbegin(), rules.cend(),
                       [&](const AccessRule &rule) { return grants(rule, what); });
}

QVector<AccessRule> AccessControl::rulesIn(const Identity &who, const QString &namespaceName) const
{
    QVector<AccessRule> rules = rulesOf(who);
    rules.removeIf([&](const AccessRule &rule) {
        return !rule.namespaces.isEmpty() && !rule.namespaces.contains(namespaceName);
    });
    return rules;
}

QString AccessControl::refusalText(const Identity &who, const AccessAttributes &what)
{
    if (!what.path.isEmpty())
        return QStringLiteral("User \"%1\" cannot %2 path \"%3\"").arg(who.user, what.verb, what.path);
    const QString resource =
        what.subresource.isEmpty() ? what.resource : what.resource + QLatin1Char('/') + what.subresource;
    const QString scope = what.namespaceName.isEmpty()
                              ? QStringLiteral("at the cluster scope")
                              : QStringLiteral("in the namespace \"%1\"").arg(what.namespaceName);
    return QStringLiteral("User \"%1\" cannot %2 resource \"%3\" in API group \"%4\" %5")
        .arg(who.user, what.verb, resource, what.group, scope);
}

void grantStandardRules(AccessControl &access)
{
    const QStringList shop{QStringLiteral("shop")};
    QVector<AccessRule> oncall = readRules({}) + releaseRules({});
    oncall.append({readVerbs(), {QString()}, {QStringLiteral("secrets")}, {}, {}});
    access.setRules(QStringLiteral("oncall"), oncall);
    access.setRules(QStringLiteral("viewer"), readRules({}));
    access.setRules(QStringLiteral("shop-only"), readRules(shop) + releaseRules(shop));
}

QVector<Identity> standardIdentities()
{
    const auto person = [](const QString &name, const QString &group) {
        return Identity{
            name, QStringLiteral("drill-") + name, {group, QStringLiteral("system:authenticated")}};
    };
    return {person(QStringLiteral("admin"), QStringLiteral("system:masters")),
            person(QStringLiteral("oncall"), QStringLiteral("on-call")),
            person(QStringLiteral("viewer"), QStringLiteral("viewers")),
            person(QStringLiteral("shop-only"), QStringLiteral("shop-team"))};
}

} // namespace signalbox::drill
