// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/jsontext.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>
#include <QUrlQuery>

#include <nlohmann/json.hpp>

namespace signalbox::drill
{

/// signalbox-drill as a child process, and a plain HTTPS client for it. Knows nothing of its insides.
class DrillProcess
{
public:
    DrillProcess() = default;
    DrillProcess(const DrillProcess &) = delete;
    DrillProcess &operator=(const DrillProcess &) = delete;
    ~DrillProcess()
    {
        if (process.state() == QProcess::NotRunning)
            return;
        process.terminate(); // in order, so that its folder goes too
        process.waitForFinished(15'000);
    }

    /// @return false if no line of JSON came
    bool start(const QStringList &arguments)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(SIGNALBOX_DRILL_BINARY), arguments);
        if (!QTest::qWaitFor(
                [this] { return process.canReadLine() || process.state() == QProcess::NotRunning; }, 60'000))
            return false;
        report = parsed(process.readLine());
        if (!report.is_object())
            return false;
        QFile file(text(report, {"kubeconfig"}));
        kubeconfigRights = file.permissions();
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const auto kubeconfig = parsed(file.readAll());
        if (!kubeconfig.is_object())
            return false;
        server = QUrl(text(kubeconfig["clusters"][0]["cluster"], {"server"}));
        token = text(kubeconfig["users"][0]["user"], {"token"}).toUtf8();
        const QByteArray ca = QByteArray::fromBase64(
            text(kubeconfig["clusters"][0]["cluster"], {"certificate-authority-data"}).toLatin1());
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(ca));
        request.setSslConfiguration(tls);
        request.setRawHeader("Authorization", "Bearer " + token);
        request.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("signalbox-test"));
        return true;
    }

    struct Answer {
        int status = 0;
        nlohmann::json body;
    };
    Answer call(const QByteArray &verb, const QString &path, const QByteArray &body = {},
                const QByteArray &type = {})
    {
        QNetworkRequest one = request;
        one.setUrl(server.resolved(QUrl(path)));
        if (!type.isEmpty())
            one.setHeader(QNetworkRequest::ContentTypeHeader, type);
        return wait(manager.sendCustomRequest(one, verb, body));
    }
    Answer patch(const QString &path, const QByteArray &body)
    {
        return call("PATCH", path, body,
                    body.startsWith('[') ? QByteArray("application/json-patch+json")
                                         : QByteArray("application/merge-patch+json"));
    }
    /// The only value of an instant query; NaN when there is none.
    double measure(const QString &expression)
    {
        QUrl url(text(report, {"prometheus"}) + QStringLiteral("/api/v1/query"));
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("query"), QString::fromLatin1(QUrl::toPercentEncoding(expression)));
        url.setQuery(query);
        const Answer answer = wait(manager.get(QNetworkRequest(url)));
        const auto &result = member(answer.body, {"data", "result"});
        return result.is_array() && result.size() == 1 ? text(result[0]["value"][1]).toDouble() : qQNaN();
    }

    QVector<qint64> children() const
    {
        QVector<qint64> found;
        QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(process.processId()));
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray &id : file.readAll().split(' ')) {
                if (id.toLongLong() > 0)
                    found.append(id.toLongLong());
            }
        }
        return found;
    }
    /// Gone, or dead and only not yet collected.
    static bool isGone(qint64 id)
    {
        QFile file(QStringLiteral("/proc/%1/stat").arg(id));
        if (!file.open(QIODevice::ReadOnly))
            return true;
        const QByteArray state = file.readAll();
        return state.mid(state.lastIndexOf(')') + 2, 1) == "Z";
    }

    QProcess process;
    nlohmann::json report;
    QFileDevice::Permissions kubeconfigRights;
    QUrl server;
    QByteArray token;

private:
    static Answer wait(QNetworkReply *reply)
    {
        if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 15'000))
            reply->abort();
        const Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                            parsed(reply->readAll())};
        reply->deleteLater();
        return answer;
    }

    QNetworkAccessManager manager;
    QNetworkRequest request;
};

} // namespace signalbox::drill
