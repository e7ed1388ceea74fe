// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/nodesjudge.h"

#include "backends/probes/findings.h"

namespace signalbox::probes
{

namespace
{

bool isReady(const Json &node)
{
    const Json &conditions = at(at(node, "status"), "conditions");
    if (conditions.is_array()) {
        for (const Json &condition : conditions) {
            if (textOf(at(condition, "type")) == QLatin1String("Ready")) {
                return textOf(at(condition, "status")) == QLatin1String("True");
            }
        }
    }
    return false;
}

} // namespace

NodesJudge::NodesJudge(const ProbeArguments &arguments)
    : m_minimum(arguments.number("minimum", 1))
{
}

QVector<ObjectList> NodesJudge::lists() const
{
    return {{0, QStringLiteral("/api/v1/nodes")}};
}

void NodesJudge::see(int, const Json &object)
{
    ++m_total;
    if (!isReady(object)) {
        m_notReady << nameOf(object);
    } else if (isTrue(at(at(object, "spec"), "unschedulable"))) {
        m_cordoned << nameOf(object);
    } else {
        ++m_usable;
    }
}

ProbeFinding NodesJudge::verdict() const
{
    const QString total = QString::number(m_total);
    const QString ready = QString::number(m_total - m_notReady.size());
    if (!m_notReady.isEmpty()) {
        return failed("nodes-not-ready", {ready, total, shortList(m_notReady)});
    }
    if (m_usable < m_minimum) {
        return failed("nodes-too-few", {QString::number(m_usable), QString::number(m_minimum)});
    }
    if (!m_cordoned.isEmpty()) {
        return warned("nodes-cordoned", {ready, total, shortList(m_cordoned)});
    }
    return passed("nodes-ready", {ready, total});
}

} // namespace signalbox::probes
