// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/validation.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/refusals.h"

#include <QRegularExpression>

#include <algorithm>

namespace signalbox::drill
{

namespace
{

/// Empty: nothing to complain about.
using Complaint = QString;

Complaint aboutName(const ResourceType &type, const QString &name)
{
    static const QRegularExpression subdomain(
        QStringLiteral("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"));
    // RBAC names are path segments: "system:masters" is one.
    if (type.group == QLatin1String("rbac.authorization.k8s.io"))
        return {};
    if (name.size() <= 253 && subdomain.match(name).hasMatch())
        return {};
    return QStringLiteral(
               "metadata.name: Invalid value: \"%1\": a lowercase RFC 1123 subdomain must consist of lower "
               "case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric "
               "character")
        .arg(name.left(300));
}

Complaint aboutReplicas(const Json &spec)
{
    const Json &replicas = member(spec, "replicas");
    if (replicas.is_null() || (replicas.is_number_integer() && number(replicas) >= 0))
        return {};
    return QStringLiteral("spec.replicas: Invalid value: %1: must be an integer greater than or equal to 0")
        .arg(QString::fromUtf8(dumped(replicas)));
}

Complaint aboutContainers(const Json &podSpec, const QString &path)
{
    const Json &containers = member(podSpec, "containers");
    if (!containers.is_array() || containers.empty())
        return path + QStringLiteral(".containers: Required value");
    for (std::size_t i = 0; i < containers.size(); ++i) {
        for (const char *field : {"name", "image"}) {
            if (text(containers[i], {field}).isEmpty())
                return QStringLiteral("%1.containers[%2].%3: Required value")
                    .arg(path)
                    .arg(i)
                    .arg(QLatin1String(field));
        }
    }
    return {};
}

/// matchLabels must select the template's own labels, or the workload would never find its pods.
Complaint aboutSelector(const Json &spec)
{
    const Json &wanted = member(spec, {"selector", "matchLabels"});
    const Json &labels = member(spec, {"template", "metadata", "labels"});
    if (!wanted.is_object() && !member(spec, {"selector", "matchExpressions"}).is_array())
        return QStringLiteral("spec.selector: Required value");
    for (const auto &[key, value] : wanted.items()) {
        if (member(labels, key.c_str()) != value)
            return QStringLiteral(
                       "spec.template.metadata.labels: Invalid value: %1: `selector` does not match template "
                       "`labels`")
                .arg(QString::fromUtf8(dumped(labels)));
    }
    return {};
}

Complaint aboutWorkload(const Json &object)
{
    const Json &spec = member(object, "spec");
    for (const Complaint &complaint :
         {aboutReplicas(spec), aboutSelector(spec),
          aboutContainers(member(spec, {"template", "spec"}), QStringLiteral("spec.template.spec"))}) {
        if (!complaint.isEmpty())
            return complaint;
    }
    return {};
}

Complaint aboutAutoscaler(const Json &object)
{
    const qint64 maximum = number(object, {"spec", "maxReplicas"});
    if (maximum < 1)
        return QStringLiteral("spec.maxReplicas: Invalid value: %1: must be greater than 0").arg(maximum);
    if (maximum < number(object, {"spec", "minReplicas"}, 1))
        return QStringLiteral(
                   "spec.maxReplicas: Invalid value: %1: must be greater than or equal to `minReplicas`")
            .arg(maximum);
    return {};
}

Complaint aboutChange(const ResourceType &type, const Json &object, const Json &previous)
{
    static const QStringList fixedSelectors{
        QStringLiteral("apps/deployments"), QStringLiteral("apps/replicasets"),
        QStringLiteral("apps/statefulsets"), QStringLiteral("apps/daemonsets")};
    const Json &selector = member(object, {"spec", "selector"});
    if (fixedSelectors.contains(type.key()) && selector != member(previous, {"spec", "selector"}))
        return QStringLiteral("spec.selector: Invalid value: %1: field is immutable")
            .arg(QString::fromUtf8(dumped(selector)));
    return {};
}

Complaint aboutContent(const ResourceType &type, const Json &object)
{
    const QString key = type.key();
    if (key == QLatin1String("apps/deployments") || key == QLatin1String("apps/replicasets") ||
        key == QLatin1String("apps/statefulsets") || key == QLatin1String("apps/daemonsets"))
        return aboutWorkload(object);
    if (key == QLatin1String("/pods"))
        return aboutContainers(member(object, "spec"), QStringLiteral("spec"));
    if (key == QLatin1String("argoproj.io/rollouts"))
        return aboutReplicas(member(object, "spec"));
    if (key == QLatin1String("autoscaling/horizontalpodautoscalers"))
        return aboutAutoscaler(object);
    return {};
}

} // namespace

Result<Done> validated(const ResourceType &type, const Json &object, const Json *previous)
{
    const QString name = text(object, {"metadata", "name"});
    Complaint complaint;
    if (!previous && !name.isEmpty())
        complaint = aboutName(type, name);
    if (complaint.isEmpty() && previous)
        complaint = aboutChange(type, object, *previous);
    if (complaint.isEmpty())
        complaint = aboutContent(type, object);
    if (!complaint.isEmpty())
        return invalid(type, name, complaint);
    return Done{};
}

} // namespace signalbox::drill
