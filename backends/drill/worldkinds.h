// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Keys of the resource types the simulated controllers work on (ResourceType::key()).
namespace signalbox::drill::kinds
{

inline QString namespaces()
{
    return QStringLiteral("/namespaces");
}
inline QString nodes()
{
    return QStringLiteral("/nodes");
}
inline QString pods()
{
    return QStringLiteral("/pods");
}
inline QString services()
{
    return QStringLiteral("/services");
}
inline QString events()
{
    return QStringLiteral("/events");
}
inline QString deployments()
{
    return QStringLiteral("apps/deployments");
}
inline QString replicaSets()
{
    return QStringLiteral("apps/replicasets");
}
inline QString autoscalers()
{
    return QStringLiteral("autoscaling/horizontalpodautoscalers");
}
inline QString rollouts()
{
    return QStringLiteral("argoproj.io/rollouts");
}
inline QString analysisRuns()
{
    return QStringLiteral("argoproj.io/analysisruns");
}
inline QString analysisTemplates()
{
    return QStringLiteral("argoproj.io/analysistemplates");
}
inline QString clusterAnalysisTemplates()
{
    return QStringLiteral("argoproj.io/clusteranalysistemplates");
}
inline QString virtualServices()
{
    return QStringLiteral("networking.istio.io/virtualservices");
}

} // namespace signalbox::drill::kinds
