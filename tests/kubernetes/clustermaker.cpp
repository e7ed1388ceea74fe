// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/kubernetes/clustermaker.h"

#include "tests/http/testcertificates.h"

using namespace std::chrono_literals;

namespace signalbox::test
{

kubernetes::Timings quickTimings()
{
    kubernetes::Timings timings;
    timings.firstBackoff = 20ms;
    timings.longestBackoff = 80ms;
    timings.silence = 10s;
    timings.probeLimit = 300ms;
    timings.poll = 60ms;
    timings.latency = 50ms;
    timings.coalesce = 20ms;
    timings.pageSize = 2;
    return timings;
}

http::Endpoint ClusterMaker::endpointOf(const ApiScript &api)
{
    http::Endpoint endpoint;
    endpoint.base = api.server.url();
    endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    endpoint.caCertificates = QSslCertificate::fromData(QByteArray(AuthorityPem));
    return endpoint;
}

ClusterDescription ClusterMaker::description()
{
    ClusterDescription text;
    text.id = ClusterId(QStringLiteral("test"));
    text.defaultNamespace = QStringLiteral("shop");
    return text;
}

std::unique_ptr<kubernetes::KubernetesCluster>
ClusterMaker::clusterOf(const ApiScript &api, kubernetes::Timings timings,
                        std::unique_ptr<http::CredentialSource> credentials)
{
    return std::make_unique<kubernetes::KubernetesCluster>(
        description(), endpointOf(api), std::move(credentials), m_clock, std::move(timings));
}

} // namespace signalbox::test
