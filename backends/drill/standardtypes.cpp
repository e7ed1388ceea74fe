// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/standardtypes.h"

#include "backends/drill/defaults.h"

namespace signalbox::drill
{

namespace
{

enum Trait : unsigned {
    None = 0,
    Cluster = 1, ///< not namespaced
    Custom = 2,
    Status = 4,
    Scale = 8,
};

struct Row {
    const char *group;
    const char *version;
    const char *resource;
    const char *kind;
    const char *shortNames; ///< separated by commas
    unsigned traits;
};

constexpr Row rows[] = {
    {"", "v1", "namespaces", "Namespace", "ns", Cluster | Status},
    {"", "v1", "nodes", "Node", "no", Cluster | Status},
    {"", "v1", "pods", "Pod", "po", Status},
    {"", "v1", "services", "Service", "svc", Status},
    {"", "v1", "events", "Event", "ev", None},
    {"", "v1", "configmaps", "ConfigMap", "cm", None},
    {"", "v1", "secrets", "Secret", "", None},
    {"", "v1", "serviceaccounts", "ServiceAccount", "sa", None},
    {"", "v1", "endpoints", "Endpoints", "ep", None},
    {"apps", "v1", "deployments", "Deployment", "deploy", Status | Scale},
    {"apps", "v1", "replicasets", "ReplicaSet", "rs", Status | Scale},
    {"apps", "v1", "statefulsets", "StatefulSet", "sts", Status | Scale},
    {"apps", "v1", "daemonsets", "DaemonSet", "ds", Status},
    {"autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa", Status},
    {"coordination.k8s.io", "v1", "leases", "Lease", "", None},
    {"discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", "", None},
    {"networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", "netpol", None},
    {"networking.k8s.io", "v1", "ingresses", "Ingress", "ing", Status},
    {"policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", "pdb", Status},
    {"rbac.authorization.k8s.io", "v1", "roles", "Role", "", None},
    {"rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding", "", None},
    {"rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole", "", Cluster},
    {"rbac.authorization.k8s.io", "v1", "clusterrolebindings", "ClusterRoleBinding", "", Cluster},
    {"apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", "crd,crds",
     Cluster | Status},
    {"argoproj.io", "v1alpha1", "rollouts", "Rollout", "ro", Custom | Status | Scale},
    {"argoproj.io", "v1alpha1", "analysisruns", "AnalysisRun", "ar", Custom},
    {"argoproj.io", "v1alpha1", "analysistemplates", "AnalysisTemplate", "at", Custom},
    {"argoproj.io", "v1alpha1", "clusteranalysistemplates", "ClusterAnalysisTemplate", "cat",
     Custom | Cluster},
    {"argoproj.io", "v1alpha1", "experiments", "Experiment", "exp", Custom},
    {"networking.istio.io", "v1", "virtualservices", "VirtualService", "vs", Custom | Status},
    {"networking.istio.io", "v1", "destinationrules", "DestinationRule", "dr", Custom | Status},
    {"gateway.networking.k8s.io", "v1", "httproutes", "HTTPRoute", "", Custom | Status},
};

ResourceType typeOf(const Row &row)
{
    ResourceType type;
    type.group = QString::fromLatin1(row.group);
    type.version = QString::fromLatin1(row.version);
    type.resource = QString::fromLatin1(row.resource);
    type.kind = QString::fromLatin1(row.kind);
    type.singular = type.kind.toLower();
    type.shortNames = QString::fromLatin1(row.shortNames).split(QLatin1Char(','), Qt::SkipEmptyParts);
    type.namespaced = !(row.traits & Cluster);
    type.custom = row.traits & Custom;
    type.statusSubresource = row.traits & Status;
    type.scaleSubresource = row.traits & Scale;
    return type;
}

} // namespace

void registerStandardTypes(ObjectStore &store)
{
    for (const Row &row : rows)
        store.registerType(typeOf(row));
    store.setDefaulter(applyDefaults);
}

} // namespace signalbox::drill
