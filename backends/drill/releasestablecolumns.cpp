// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/jsontext.h"
#include "backends/drill/tablecolumns.h"

namespace signalbox::drill
{

namespace
{

// A CRD's printer columns show nothing, not zero, where the field is absent.
Json present(const Json &object, std::initializer_list<const char *> path)
{
    return member(object, path);
}

Json rolloutDesired(const Json &rollout, const QDateTime &)
{
    return present(rollout, {"spec", "replicas"});
}

Json rolloutCurrent(const Json &rollout, const QDateTime &)
{
    return present(rollout, {"status", "replicas"});
}

Json rolloutUpdated(const Json &rollout, const QDateTime &)
{
    return present(rollout, {"status", "updatedReplicas"});
}

Json rolloutAvailable(const Json &rollout, const QDateTime &)
{
    return present(rollout, {"status", "availableReplicas"});
}

Json phase(const Json &object, const QDateTime &)
{
    return present(object, {"status", "phase"});
}

Json gateways(const Json &object, const QDateTime &)
{
    return dumped(member(object, {"spec", "gateways"})).toStdString();
}

Json hosts(const Json &object, const QDateTime &)
{
    return dumped(member(object, {"spec", "hosts"})).toStdString();
}

Json destinationHost(const Json &object, const QDateTime &)
{
    return present(object, {"spec", "host"});
}

Json hostnames(const Json &object, const QDateTime &)
{
    const Json &names = member(object, {"spec", "hostnames"});
    return names.is_null() ? Json() : Json(dumped(names).toStdString());
}

} // namespace

ColumnsOfTypes releaseColumns()
{
    return {
        {QStringLiteral("argoproj.io/rollouts"),
         {{"Name", "string", 0, nameCell},
          {"Desired", "integer", 0, rolloutDesired},
          {"Current", "integer", 0, rolloutCurrent},
          {"Up-to-date", "integer", 0, rolloutUpdated},
          {"Available", "integer", 0, rolloutAvailable},
          {"Age", "string", 0, ageCell}}},
        {QStringLiteral("argoproj.io/analysisruns"),
         {{"Name", "string", 0, nameCell}, {"Status", "string", 0, phase}, {"Age", "string", 0, ageCell}}},
        {QStringLiteral("argoproj.io/experiments"),
         {{"Name", "string", 0, nameCell}, {"Status", "string", 0, phase}, {"Age", "string", 0, ageCell}}},
        {QStringLiteral("networking.istio.io/virtualservices"),
         {{"Name", "string", 0, nameCell},
          {"Gateways", "string", 0, gateways},
          {"Hosts", "string", 0, hosts},
          {"Age", "string", 0, ageCell}}},
        {QStringLiteral("networking.istio.io/destinationrules"),
         {{"Name", "string", 0, nameCell},
          {"Host", "string", 0, destinationHost},
          {"Age", "string", 0, ageCell}}},
        {QStringLiteral("gateway.networking.k8s.io/httproutes"),
         {{"Name", "string", 0, nameCell},
          {"Hostnames", "string", 0, hostnames},
          {"Age", "string", 0, ageCell}}},
    };
}

} // namespace signalbox::drill
