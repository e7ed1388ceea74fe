// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/httpclient.h"

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

namespace signalbox::test
{

using Json = nlohmann::json;

/// Plain calls to an API server, apart from anything the program under test keeps: what is read here is what
/// the server says now. Waits in the event loop.
class ApiClient
{
public:
    struct Answer {
        int status = 0; ///< 0: no HTTP answer
        Json body;      ///< discarded value if it was not JSON
        Error error;
        [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
        [[nodiscard]] std::string reason() const { return body.is_object() ? body.value("reason", "") : ""; }
    };

    ApiClient();
    ~ApiClient();

    /// Empty, or why this context cannot be used. Dials nothing.
    [[nodiscard]] QString connectTo(const QString &kubeconfig, const QString &context);
    [[nodiscard]] bool isConnected() const { return m_client != nullptr; }

    Answer get(const QString &path, const QByteArray &accept = "application/json");
    Answer create(const QString &path, const Json &body);
    Answer replace(const QString &path, const Json &body);
    Answer patch(const QString &path, const QByteArray &type, const Json &body);
    Answer remove(const QString &path);
    Answer send(http::Request request);
    /// Opens a watch; lines are appended to `lines` as they arrive. `lines` outlives the stream.
    [[nodiscard]] std::unique_ptr<http::Stream> watch(const QString &path, QVector<Json> &lines);
    /// Polls until `condition` holds on the object at `path`, at most `seconds`.
    bool waitFor(const QString &path, const std::function<bool(const Json &)> &condition, int seconds = 60);

private:
    struct Credentials;
    std::unique_ptr<Credentials> m_credentials;
    std::unique_ptr<http::HttpClient> m_client;
    Json m_refusal; ///< body of the last refused call
};

} // namespace signalbox::test
