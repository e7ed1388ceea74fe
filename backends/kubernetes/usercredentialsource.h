// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/http/credentialsource.h"
#include "backends/http/endpoint.h"
#include "backends/http/proxyenvironment.h"
#include "backends/kubernetes/execpluginpool.h"
#include "backends/kubernetes/watchedfile.h"

#include <memory>

namespace signalbox::kubernetes
{

/// Credentials of one user entry: bearer token, token file, basic, client certificate, exec plugin; with the
/// impersonation headers. A plugin is asked only if nothing static is configured.
/// Lives on the worker thread of the cluster; reads small local files there, everything else is asynchronous.
class UserCredentialSource final : public http::CredentialSource
{
    Q_OBJECT

public:
    /// @param plugins must outlive this object
    UserCredentialSource(ContextEntry entry, ExecPluginPool &plugins, const Clock &clock,
                         QObject *parent = nullptr);
    ~UserCredentialSource() override;

    [[nodiscard]] QFuture<Result<http::Credentials>> credentials(bool renew) override;
    void approve(const QString &binary, bool approved) override;
    void retryNow() override;
    void cancel() override;

private:
    [[nodiscard]] Result<http::Credentials> fixedCredentials(bool renew);
    [[nodiscard]] Result<QByteArray> bearerToken(bool renew);
    [[nodiscard]] Result<ClientIdentity> clientIdentity(bool renew);
    [[nodiscard]] Result<PluginRequest> pluginRequest() const;
    [[nodiscard]] QFuture<Result<http::Credentials>> fromPlugin(http::Credentials base, bool renew);

    ContextEntry m_entry;
    ExecPluginPool &m_plugins;
    const Clock &m_clock;
    quint64 m_client;
    WatchedFile m_tokenFile;
    WatchedFile m_certificateFile;
    WatchedFile m_keyFile;
    QByteArray m_lastToken;
    std::optional<ClientIdentity> m_identity;
    quint64 m_generation = 0; ///< of the plugin's credential handed out last
    QByteArray m_pluginKey;
};

/// All that is needed to talk to the server of a context. Dials nothing and starts nothing yet.
struct ClusterAccess {
    http::Endpoint endpoint;
    std::unique_ptr<http::CredentialSource> credentials; ///< on the calling thread
};

[[nodiscard]] Result<ClusterAccess> makeClusterAccess(const ContextEntry &entry, ExecPluginPool &plugins,
                                                      const Clock &clock,
                                                      const http::ProxyEnvironment &environment = {});

} // namespace signalbox::kubernetes
