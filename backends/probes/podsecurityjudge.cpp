// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/podsecurityjudge.h"

#include "backends/probes/findings.h"

namespace signalbox::probes
{

namespace
{

constexpr qsizetype MostExamples = 5;

bool hasEnded(const Json &pod)
{
    const QString phase = textOf(at(at(pod, "status"), "phase"));
    return phase == QLatin1String("Succeeded") || phase == QLatin1String("Failed");
}

bool sharesHost(const Json &spec)
{
    return isTrue(at(spec, "hostNetwork")) || isTrue(at(spec, "hostPID")) || isTrue(at(spec, "hostIPC"));
}

/// A field of the container, else of its pod.
const Json &effective(const Json &own, const Json &podContext, const char *key)
{
    const Json &value = at(own, key);
    return value.is_null() ? at(podContext, key) : value;
}

bool hasSeccomp(const Json &profile)
{
    const QString type = textOf(at(profile, "type"));
    return type == QLatin1String("RuntimeDefault") || type == QLatin1String("Localhost");
}

} // namespace

PodSecurityJudge::PodSecurityJudge(const ProbeArguments &arguments)
    : m_namespace(arguments.text("namespace"))
    , m_rules(arguments.list("rules"))
{
    if (m_rules.isEmpty()) {
        m_rules = QStringList{QStringLiteral("run-as-non-root"), QStringLiteral("no-privilege-escalation"),
                              QStringLiteral("no-privileged"), QStringLiteral("drop-all-capabilities"),
                              QStringLiteral("no-host-namespaces")};
    }
}

QVector<ObjectList> PodSecurityJudge::lists() const
{
    return {{0, namespacedPath("/api/v1", m_namespace, "pods")}};
}

void PodSecurityJudge::see(int, const Json &object)
{
    if (hasEnded(object)) {
        return;
    }
    ++m_pods;
    const Json &spec = at(object, "spec");
    const QString pod = nameOf(object);
    check("no-host-namespaces", !sharesHost(spec), pod);
    for (const char *sort : {"containers", "initContainers", "ephemeralContainers"}) {
        const Json &containers = at(spec, sort);
        if (containers.is_array()) {
            for (const Json &container : containers) {
                seeContainer(pod, at(spec, "securityContext"), container);
            }
        }
    }
}

void PodSecurityJudge::seeContainer(const QString &pod, const Json &podContext, const Json &container)
{
    const Json &own = at(container, "securityContext");
    const QString where = pod + QLatin1Char('/') + textOf(at(container, "name"));
    const Json &user = effective(own, podContext, "runAsUser");
    const bool notRoot = isTrue(effective(own, podContext, "runAsNonRoot")) && integerOf(user, 1) != 0;
    check("run-as-non-root", notRoot, where);
    check("no-privilege-escalation", isFalse(at(own, "allowPrivilegeEscalation")), where);
    check("no-privileged", !isTrue(at(own, "privileged")), where);
    check("read-only-root", isTrue(at(own, "readOnlyRootFilesystem")), where);
    check("drop-all-capabilities", holds(at(at(own, "capabilities"), "drop"), "ALL"), where);
    check("seccomp", hasSeccomp(effective(own, podContext, "seccompProfile")), where);
}

void PodSecurityJudge::check(const char *rule, bool holds, const QString &where)
{
    if (holds || !m_rules.contains(QLatin1String(rule))) {
        return;
    }
    ++m_violations;
    if (m_examples.size() < MostExamples) {
        m_examples << where + QLatin1Char(' ') + QLatin1String(rule);
    }
}

ProbeFinding PodSecurityJudge::verdict() const
{
    if (m_pods == 0) {
        return unknown("pods-none", {m_namespace});
    }
    if (m_violations > 0) {
        return failed("pod-security-violated", {QString::number(m_violations), QString::number(m_pods),
                                                m_examples.join(QStringLiteral(", "))});
    }
    return passed("pod-security-kept", {QString::number(m_pods), m_namespace});
}

} // namespace signalbox::probes
