// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/drill/apiserver.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/standardtypes.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTest>

#include <memory>

namespace signalbox::drill
{

/// The real time (certificates are checked against it), with a monotonic part that tests can push.
class TestClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override
    {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return QDateTime::fromMSecsSinceEpoch(
            std::chrono::duration_cast<std::chrono::milliseconds>(now).count(), Qt::UTC);
    }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_steady; }
    void advance(std::chrono::milliseconds by) { m_steady += by; }

private:
    std::chrono::milliseconds m_steady{1};
};

struct ApiAnswer {
    int status = 0;
    QByteArray contentType;
    QByteArray bytes;
    Json body; ///< discarded if the bytes are not JSON
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
};

/// A store with the standard types and an API server over it, and a client with verified TLS.
class ApiFixture
{
public:
    ApiFixture()
        : store(clock)
        , server(store, clock)
    {
        registerStandardTypes(store);
        listening = server.listen();
    }

    DrillUser user(const QString &name) const
    {
        const auto users = server.users();
        for (const DrillUser &candidate : users) {
            if (candidate.name == name)
                return candidate;
        }
        return {};
    }

    QNetworkRequest request(const QString &userName, const QByteArray &target) const
    {
        QNetworkRequest request(QUrl::fromEncoded(server.url().toEncoded() + target));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(server.caCertificatePem()));
        request.setSslConfiguration(tls);
        request.setRawHeader("User-Agent", "signalbox-test");
        if (!userName.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + user(userName).token);
        return request;
    }

    ApiAnswer call(const QByteArray &method, const QByteArray &target, const Json &body = Json(),
                   const QByteArray &contentType = "application/json",
                   const QString &userName = QStringLiteral("admin"))
    {
        QNetworkRequest outgoing = request(userName, target);
        if (!body.is_null())
            outgoing.setRawHeader("Content-Type", contentType);
        return finish(
            network.sendCustomRequest(outgoing, method, body.is_null() ? QByteArray() : dumped(body)));
    }

    ApiAnswer get(const QByteArray &target, const QString &userName = QStringLiteral("admin"),
                  const QByteArray &accept = {})
    {
        QNetworkRequest outgoing = request(userName, target);
        if (!accept.isEmpty())
            outgoing.setRawHeader("Accept", accept);
        return finish(network.get(outgoing));
    }

    static ApiAnswer finish(QNetworkReply *reply)
    {
        const std::unique_ptr<QNetworkReply> owned(reply);
        ApiAnswer answer;
        // A signal, not qWaitFor(): that sleeps 10 ms between looks, and client and server share this thread.
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(10000))
            return answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.contentType = reply->rawHeader("Content-Type");
        answer.bytes = reply->readAll();
        answer.body = parsed(answer.bytes);
        answer.error = reply->error();
        return answer;
    }

    void addNamespace(const char *name)
    {
        const auto made = store.create(QStringLiteral("/namespaces"), {{"metadata", {{"name", name}}}});
        QVERIFY(made.has_value());
    }

    static Json deployment(const std::string &name, int replicas = 2,
                           const std::string &namespaceName = "shop")
    {
        return {{"apiVersion", "apps/v1"},
                {"kind", "Deployment"},
                {"metadata", {{"name", name}, {"namespace", namespaceName}, {"labels", {{"app", name}}}}},
                {"spec",
                 {{"replicas", replicas},
                  {"selector", {{"matchLabels", {{"app", name}}}}},
                  {"template",
                   {{"metadata", {{"labels", {{"app", name}}}}},
                    {"spec", {{"containers", Json::array({{{"name", "web"}, {"image", "r/web:1"}}})}}}}}}}};
    }

    static Json pod(const std::string &name, const Json &labels = Json::object(),
                    const std::string &namespaceName = "shop")
    {
        return {
            {"metadata", {{"name", name}, {"namespace", namespaceName}, {"labels", labels}}},
            {"spec",
             {{"nodeName", "n1"}, {"containers", Json::array({{{"name", "web"}, {"image", "r/web:1"}}})}}},
            {"status", {{"phase", "Running"}}}};
    }

    static Json rollout(const std::string &name, const std::string &namespaceName = "shop")
    {
        Json object = deployment(name, 3, namespaceName);
        object["apiVersion"] = "argoproj.io/v1alpha1";
        object["kind"] = "Rollout";
        object["status"] = {{"phase", "Healthy"}, {"replicas", 3}};
        return object;
    }

    TestClock clock;
    ObjectStore store;
    ApiServer server;
    QNetworkAccessManager network;
    Result<Done> listening;
};

} // namespace signalbox::drill
