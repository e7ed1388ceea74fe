// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/networkpoliciesjudge.h"

#include "backends/probes/findings.h"

#include <algorithm>

namespace signalbox::probes
{

NetworkPoliciesJudge::NetworkPoliciesJudge(const ProbeArguments &arguments)
    : m_namespace(arguments.text("namespace"))
    , m_wanted(arguments.list("names"))
    , m_minimum(arguments.number("minimum", 1))
{
}

QVector<ObjectList> NetworkPoliciesJudge::lists() const
{
    return {{0, namespacedPath("/apis/networking.k8s.io/v1", m_namespace, "networkpolicies")}};
}

void NetworkPoliciesJudge::see(int, const Json &object)
{
    m_seen << nameOf(object);
}

ProbeFinding NetworkPoliciesJudge::verdict() const
{
    QStringList missing;
    std::copy_if(m_wanted.begin(), m_wanted.end(), std::back_inserter(missing),
                 [this](const QString &name) { return !m_seen.contains(name); });
    if (!missing.isEmpty()) {
        return failed("network-policies-missing", {m_namespace, shortList(missing)});
    }
    const QString count = QString::number(m_seen.size());
    if (m_seen.size() < m_minimum) {
        return failed("network-policies-too-few", {m_namespace, count, QString::number(m_minimum)});
    }
    return passed("network-policies-present", {count, m_namespace});
}

} // namespace signalbox::probes
