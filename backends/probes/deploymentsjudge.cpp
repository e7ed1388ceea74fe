// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/deploymentsjudge.h"

#include "backends/probes/findings.h"

#include <algorithm>

namespace signalbox::probes
{

DeploymentsJudge::DeploymentsJudge(const ProbeArguments &arguments)
    : m_namespace(arguments.text("namespace"))
    , m_wanted(arguments.list("names"))
{
}

QVector<ObjectList> DeploymentsJudge::lists() const
{
    return {{0, namespacedPath("/apis/apps/v1", m_namespace, "deployments")}};
}

void DeploymentsJudge::see(int, const Json &object)
{
    const QString name = nameOf(object);
    if (!m_wanted.isEmpty() && !m_wanted.contains(name)) {
        return;
    }
    m_seen << name;
    const Json &status = at(object, "status");
    // Counts below an old generation describe the version before.
    if (integerOf(at(status, "observedGeneration"), -1) <
        integerOf(at(at(object, "metadata"), "generation"), 0)) {
        m_unobserved << name;
        return;
    }
    const qint64 wanted = integerOf(at(at(object, "spec"), "replicas"), 1); // the API's default
    const qint64 running =
        std::min(integerOf(at(status, "availableReplicas"), 0), integerOf(at(status, "updatedReplicas"), 0));
    if (running < std::max<qint64>(wanted, 1)) {
        m_bad << QStringLiteral("%1 %2/%3").arg(name).arg(running).arg(wanted);
    }
}

ProbeFinding DeploymentsJudge::verdict() const
{
    QStringList missing;
    std::copy_if(m_wanted.begin(), m_wanted.end(), std::back_inserter(missing),
                 [this](const QString &name) { return !m_seen.contains(name); });
    if (!missing.isEmpty()) {
        return failed("deployments-missing", {m_namespace, shortList(missing)});
    }
    if (m_seen.isEmpty()) {
        return unknown("deployments-none", {m_namespace});
    }
    if (!m_bad.isEmpty()) {
        return failed("deployments-unavailable", {m_namespace, shortList(m_bad)});
    }
    if (!m_unobserved.isEmpty()) {
        return unknown("deployments-unobserved", {m_namespace, shortList(m_unobserved)});
    }
    return passed("deployments-available", {QString::number(m_seen.size()), m_namespace});
}

} // namespace signalbox::probes
