// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "backends/api/clusterapi.h"
#include "backends/drill/apiserver.h"
#include "backends/drill/drilluser.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace signalbox::deployment::testing
{

/// Just enough of a client to send the calls of plans to a drill, as its user "admin".
class HttpCluster final : public ClusterApi
{
public:
    explicit HttpCluster(drill::ApiServer &server)
        : m_server(server)
    {
        m_description.id = ClusterId(QStringLiteral("c"));
    }
    [[nodiscard]] const ClusterDescription &description() const override { return m_description; }
    void open(const QVector<ResourceKind> &) override {}
    void close() override {}
    void watch(ResourceKind) override {}
    void unwatch(ResourceKind) override {}
    void setNamespaces(const QStringList &) override {}
    void retryNow() override {}
    void approvePlugin(const QString &, bool) override {}
    [[nodiscard]] QFuture<Result<Access>> review(AccessQuery) override
    {
        Answer<Access> answer;
        answer.give(Access::Allowed);
        return answer.future();
    }

    [[nodiscard]] QFuture<Result<CallAnswer>> call(ApiCall call, bool dryRun) override
    {
        Answer<CallAnswer> answer;
        const QString query = dryRun ? QStringLiteral("?dryRun=All") : QString();
        QNetworkRequest outgoing = request(call.path + query);
        outgoing.setRawHeader("Content-Type", call.contentType);
        QNetworkReply *reply = m_network.sendCustomRequest(outgoing, call.method, call.body);
        connect(reply, &QNetworkReply::finished, this, [reply, answer] {
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            const QByteArray body = reply->readAll();
            answer.give(status / 100 == 2 ? Result<CallAnswer>(CallAnswer{status, body, {}, {}})
                                          : Result<CallAnswer>(tl::unexpected(errorOf(status, body))));
            reply->deleteLater();
        });
        return answer.future();
    }

    [[nodiscard]] QFuture<Result<QByteArray>> get(QString path) override
    {
        Answer<QByteArray> answer;
        QNetworkReply *reply = m_network.get(request(path));
        connect(reply, &QNetworkReply::finished, this, [reply, answer] {
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            const QByteArray body = reply->readAll();
            answer.give(status == 200 ? Result<QByteArray>(body)
                                      : Result<QByteArray>(tl::unexpected(errorOf(status, body))));
            reply->deleteLater();
        });
        return answer.future();
    }

private:
    QNetworkRequest request(const QString &target) const
    {
        QNetworkRequest request(QUrl::fromEncoded(m_server.url().toEncoded() + target.toLatin1()));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(m_server.caCertificatePem()));
        request.setSslConfiguration(tls);
        request.setRawHeader("User-Agent", "signalbox-test");
        const auto users = m_server.users();
        for (const drill::DrillUser &user : users) {
            if (user.name == QLatin1String("admin")) {
                request.setRawHeader("Authorization", "Bearer " + user.token);
            }
        }
        return request;
    }
    static Error errorOf(int status, const QByteArray &body)
    {
        const ErrorCode code = status == 404                    ? ErrorCode::NotFound
                               : status == 409                  ? ErrorCode::Conflict
                               : status == 400 || status == 422 ? ErrorCode::Invalid
                                                                : ErrorCode::Server;
        return {code, ErrorLayer::Http, status, {}, QString::fromUtf8(body), {}, {}};
    }

    drill::ApiServer &m_server;
    QNetworkAccessManager m_network;
    ClusterDescription m_description;
};

} // namespace signalbox::deployment::testing
