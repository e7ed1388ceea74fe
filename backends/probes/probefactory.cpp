// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/probefactory.h"

#include "backends/probes/alertmanagerprobe.h"
#include "backends/probes/clusterprobe.h"
#include "backends/probes/commandprobe.h"
#include "backends/probes/deploymentsjudge.h"
#include "backends/probes/dnsprobe.h"
#include "backends/probes/findings.h"
#include "backends/probes/httpprobe.h"
#include "backends/probes/networkpoliciesjudge.h"
#include "backends/probes/nodesjudge.h"
#include "backends/probes/podsecurityjudge.h"
#include "backends/probes/postgresprobe.h"
#include "backends/probes/promqlprobe.h"
#include "backends/probes/rbacjudge.h"
#include "backends/probes/redisprobe.h"
#include "backends/probes/reportprobe.h"
#include "backends/probes/s3probe.h"
#include "backends/probes/tcpprobe.h"
#include "backends/probes/tlsprobe.h"

namespace signalbox::probes
{

namespace
{

class UnknownKindProbe final : public Probe
{
public:
    using Probe::Probe;

protected:
    void run() override { finish(unknown("kind-unknown")); }
};

template <typename Judge> std::unique_ptr<Probe> clusterProbe(const ProbeInput &input)
{
    return std::make_unique<ClusterProbe>(input, std::make_unique<Judge>(ProbeArguments(input.spec)));
}

} // namespace

std::unique_ptr<Probe> makeProbe(const ProbeInput &input)
{
    switch (input.spec.kind) {
    case ProbeKind::KubernetesNodes:
        return clusterProbe<NodesJudge>(input);
    case ProbeKind::KubernetesDeployments:
        return clusterProbe<DeploymentsJudge>(input);
    case ProbeKind::KubernetesNetworkPolicies:
        return clusterProbe<NetworkPoliciesJudge>(input);
    case ProbeKind::KubernetesPodSecurity:
        return clusterProbe<PodSecurityJudge>(input);
    case ProbeKind::KubernetesRbac:
        return clusterProbe<RbacJudge>(input);
    case ProbeKind::Promql:
        return std::make_unique<PromqlProbe>(input);
    case ProbeKind::Alertmanager:
        return std::make_unique<AlertmanagerProbe>(input);
    case ProbeKind::Tcp:
        return std::make_unique<TcpProbe>(input);
    case ProbeKind::Tls:
        return std::make_unique<TlsProbe>(input);
    case ProbeKind::Http:
        return std::make_unique<HttpProbe>(input);
    case ProbeKind::Dns:
        return std::make_unique<DnsProbe>(input);
    case ProbeKind::Postgresql:
        return std::make_unique<PostgresProbe>(input);
    case ProbeKind::Redis:
        return std::make_unique<RedisProbe>(input);
    case ProbeKind::S3:
        return std::make_unique<S3Probe>(input);
    case ProbeKind::Junit:
    case ProbeKind::Sarif:
        return std::make_unique<ReportProbe>(input);
    case ProbeKind::Command:
        return std::make_unique<CommandProbe>(input);
    }
    return std::make_unique<UnknownKindProbe>(input);
}

} // namespace signalbox::probes
