// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/httpclient.h"

#include <QProcess>

#include <memory>
#include <nlohmann/json.hpp>

namespace signalbox
{

using Json = nlohmann::json;

/// The API server the contract is checked against: the drill, started as a child, or the cluster of
/// SIGNALBOX_CONTRACT_KUBECONFIG. Works in a namespace of its own and removes it at the end.
class ClusterUnderTest
{
public:
    struct Answer {
        int status = 0; ///< 0: no HTTP answer
        Json body;      ///< discarded value if it was not JSON
        Error error;
        [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
        [[nodiscard]] std::string reason() const { return body.is_object() ? body.value("reason", "") : ""; }
    };

    ~ClusterUnderTest();
    /// Empty if ready, else why not.
    [[nodiscard]] QString prepare();
    void cleanUp();

    [[nodiscard]] bool isDrill() const { return m_drill != nullptr; }
    [[nodiscard]] const QString &namespaceName() const { return m_namespace; }
    /// "/api/v1/namespaces/<own>/…" and so on.
    [[nodiscard]] QString core(const QString &rest) const;
    [[nodiscard]] QString apps(const QString &rest) const;
    [[nodiscard]] QString argo(const QString &rest) const;

    Answer get(const QString &path, const QByteArray &accept = "application/json");
    Answer create(const QString &path, const Json &body);
    Answer replace(const QString &path, const Json &body);
    Answer patch(const QString &path, const QByteArray &type, const Json &body);
    Answer remove(const QString &path);
    Answer send(http::Request request);
    /// Opens a watch; lines are appended to `lines` as they arrive.
    [[nodiscard]] std::unique_ptr<http::Stream> watch(const QString &path, QVector<Json> &lines);
    /// Polls until `condition` holds on the object at `path`, at most `seconds`.
    bool waitFor(const QString &path, const std::function<bool(const Json &)> &condition, int seconds = 30);

private:
    QString startDrill(QString &kubeconfig, QString &context);
    QString connectTo(const QString &kubeconfig, const QString &context);

    std::unique_ptr<QProcess> m_drill;
    std::unique_ptr<QObject> m_credentialsOwner;
    std::unique_ptr<http::CredentialSource> m_credentials;
    std::unique_ptr<http::HttpClient> m_client;
    QString m_namespace;
};

} // namespace signalbox
