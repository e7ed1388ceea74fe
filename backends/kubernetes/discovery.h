// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/httpclient.h"
#include "backends/kubernetes/resourcetypes.h"

#include <QObject>

namespace signalbox::kubernetes
{

/// Asks a server which of our kinds it has: aggregated discovery, else group by group. Worker thread.
class Discovery final : public QObject
{
    Q_OBJECT

public:
    /// @param client outlives this
    explicit Discovery(http::HttpClient &client, QObject *parent = nullptr);

    /// Asks again; a question under way is joined. Ends in finished().
    void start();
    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] bool usesHttp2() const { return m_http2; }
    [[nodiscard]] std::optional<ServedResource> served(ResourceKind kind) const;

Q_SIGNALS:
    /// Without an error the answers of served() are fresh.
    void finished(const std::optional<signalbox::Error> &error);

private:
    void onGroups(const Result<http::Response> &answer);
    void askGroup(const QString &groupVersion);
    void onResources(const Result<http::Response> &answer);
    void conclude(const std::optional<Error> &error);

    http::HttpClient &m_client;
    ServedVerbs m_verbs;
    ServedVerbs m_collected;
    std::optional<Error> m_failure;
    int m_pending = 0;
    bool m_running = false;
    bool m_known = false;
    bool m_http2 = false;
};

} // namespace signalbox::kubernetes
