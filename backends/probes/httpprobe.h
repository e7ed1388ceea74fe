// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/httpclient.h"
#include "backends/probes/probe.h"

#include <memory>
#include <optional>

namespace signalbox::probes
{

/// One request with a status and perhaps a text in the body that have to be there. Redirects are answers and
/// never followed: a plan that wants one says so by its status. Source: requirements S1-ENV-08, S1-ENV-10.
class HttpProbe : public Probe
{
    Q_OBJECT

public:
    using Probe::Probe;

protected:
    void run() override;
    void send(const QUrl &url, http::Request request, std::unique_ptr<http::CredentialSource> credentials);
    virtual void onResponse(const http::Response &response);
    [[nodiscard]] const QString &origin() const { return m_origin; }

private:
    void onSecret(const Result<QString> &secret);
    void ask(std::unique_ptr<http::CredentialSource> credentials);
    void onAnswer(const Result<http::Response> &answer);
    [[nodiscard]] ProbeFinding failure(const Error &error) const;
    [[nodiscard]] ProbeFinding unexpectedStatus(const http::Response &response) const;

    std::unique_ptr<http::CredentialSource> m_credentials;
    std::unique_ptr<http::HttpClient> m_client;
    std::optional<http::Response> m_refused; ///< body and headers of an answer outside 200 to 299
    QString m_origin;                        ///< scheme, host and port: safe to show
};

} // namespace signalbox::probes
