// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/clusterundertest.h"

#include "backends/kubernetes/endpointbuilder.h"
#include "backends/kubernetes/execpluginpool.h"
#include "backends/kubernetes/kubeconfigloader.h"
#include "backends/kubernetes/pluginconsents.h"
#include "backends/kubernetes/usercredentialsource.h"
#include "tests/support/wallclock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

namespace signalbox
{

namespace
{

constexpr int answerTimeout = 60000;

/// Owner of what credentials need; exec plugins of the given kubeconfig may run: who sets the variable asked
/// for it.
struct CredentialParts final : QObject {
    WallClock clock;
    kubernetes::MemoryPluginConsents consents;
    kubernetes::ExecPluginPool plugins{consents, clock};
};

} // namespace

ClusterUnderTest::~ClusterUnderTest()
{
    m_client.reset();
    m_credentials.reset();
    if (m_drill) {
        m_drill->closeWriteChannel();
        if (!m_drill->waitForFinished(5000)) {
            m_drill->kill();
            m_drill->waitForFinished(1000);
        }
    }
}

QString ClusterUnderTest::startDrill(QString &kubeconfig, QString &context)
{
    m_drill = std::make_unique<QProcess>();
    m_drill->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_drill->start(qEnvironmentVariable("SIGNALBOX_DRILL"),
                   {QStringLiteral("steady"), QStringLiteral("--speed"), QStringLiteral("60"),
                    QStringLiteral("--exit-with-stdin")});
    QByteArray line;
    QElapsedTimer timer;
    timer.start();
    while (!line.contains('\n') && timer.elapsed() < answerTimeout) {
        if (!m_drill->waitForReadyRead(1000) && m_drill->state() == QProcess::NotRunning) {
            return QStringLiteral("the drill did not start: ") + m_drill->errorString();
        }
        line += m_drill->readAllStandardOutput();
    }
    const QJsonObject ready = QJsonDocument::fromJson(line).object();
    kubeconfig = ready[QLatin1String("kubeconfig")].toString();
    context = ready[QLatin1String("clusters")][0][QLatin1String("context")].toString();
    return kubeconfig.isEmpty() ? QStringLiteral("the drill said: ") + QString::fromUtf8(line) : QString();
}

QString ClusterUnderTest::connectTo(const QString &kubeconfig, const QString &context)
{
    kubernetes::KubeconfigSources sources;
    sources.explicitFile = kubeconfig;
    sources.environment = QProcessEnvironment::systemEnvironment();
    const kubernetes::KubeconfigSet set = kubernetes::loadKubeconfig(sources);
    const kubernetes::ContextEntry *entry = set.find(context.isEmpty() ? set.currentContext : context);
    if (!entry || entry->error) {
        return QStringLiteral("no usable context: ") + (entry ? entry->error->detail : kubeconfig);
    }
    const Result<http::Endpoint> endpoint = kubernetes::makeEndpoint(*entry);
    if (!endpoint) {
        return endpoint.error().detail;
    }
    auto parts = std::make_unique<CredentialParts>();
    m_credentials = std::make_unique<kubernetes::UserCredentialSource>(*entry, parts->plugins, parts->clock);
    m_credentialsOwner = std::move(parts);
    QObject::connect(m_credentials.get(), &http::CredentialSource::consentNeeded, m_credentials.get(),
                     [this](const QString &binary) { m_credentials->approve(binary, true); });
    m_client = std::make_unique<http::HttpClient>(*endpoint, m_credentials.get());
    return {};
}

QString ClusterUnderTest::prepare()
{
    QString kubeconfig = qEnvironmentVariable("SIGNALBOX_CONTRACT_KUBECONFIG");
    QString context;
    if (kubeconfig.isEmpty()) {
        // The drill's first context is its administrator's: the contract creates namespaces.
        if (const QString problem = startDrill(kubeconfig, context); !problem.isEmpty()) {
            return problem;
        }
        context = QStringLiteral("admin@") + context.section(QLatin1Char('@'), 1);
    }
    if (const QString problem = connectTo(kubeconfig, context); !problem.isEmpty()) {
        return problem;
    }
    m_namespace =
        QStringLiteral("signalbox-contract-%1").arg(QRandomGenerator::global()->bounded(100000, 999999));
    const Answer made = create(
        QStringLiteral("/api/v1/namespaces"),
        {{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", m_namespace.toStdString()}}}});
    return made.ok() ? QString()
                     : QStringLiteral("no namespace: %1 %2").arg(made.status).arg(made.error.detail);
}

void ClusterUnderTest::cleanUp()
{
    if (m_client && !m_namespace.isEmpty()) {
        remove(QStringLiteral("/api/v1/namespaces/") + m_namespace);
    }
}

QString ClusterUnderTest::core(const QString &rest) const
{
    return QStringLiteral("/api/v1/namespaces/%1/%2").arg(m_namespace, rest);
}

QString ClusterUnderTest::apps(const QString &rest) const
{
    return QStringLiteral("/apis/apps/v1/namespaces/%1/%2").arg(m_namespace, rest);
}

QString ClusterUnderTest::argo(const QString &rest) const
{
    return QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/%1/%2").arg(m_namespace, rest);
}

ClusterUnderTest::Answer ClusterUnderTest::send(http::Request request)
{
    const QFuture<Result<http::Response>> future = m_client->send(std::move(request));
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), answerTimeout); }();
    Answer answer;
    if (!future.isFinished() || future.resultCount() == 0) {
        answer.error.detail = QStringLiteral("no answer");
        return answer;
    }
    const Result<http::Response> result = future.result();
    if (result) {
        answer.status = result->status;
        answer.body = Json::parse(result->body.constData(), result->body.constData() + result->body.size(),
                                  nullptr, false);
    } else {
        answer.error = result.error();
        answer.status = result.error().httpStatus;
        answer.body = Json{{"reason", result.error().reason.toStdString()},
                           {"message", result.error().detail.toStdString()}};
    }
    return answer;
}

ClusterUnderTest::Answer ClusterUnderTest::get(const QString &path, const QByteArray &accept)
{
    http::Request request;
    request.pathAndQuery = path;
    request.accept = accept;
    return send(std::move(request));
}

ClusterUnderTest::Answer ClusterUnderTest::create(const QString &path, const Json &body)
{
    http::Request request;
    request.method = "POST";
    request.pathAndQuery = path;
    request.body = QByteArray::fromStdString(body.dump());
    request.contentType = "application/json";
    request.idempotent = false;
    return send(std::move(request));
}

ClusterUnderTest::Answer ClusterUnderTest::replace(const QString &path, const Json &body)
{
    http::Request request;
    request.method = "PUT";
    request.pathAndQuery = path;
    request.body = QByteArray::fromStdString(body.dump());
    request.contentType = "application/json";
    request.idempotent = false;
    return send(std::move(request));
}

ClusterUnderTest::Answer ClusterUnderTest::patch(const QString &path, const QByteArray &type,
                                                 const Json &body)
{
    http::Request request;
    request.method = "PATCH";
    request.pathAndQuery = path;
    request.body = QByteArray::fromStdString(body.dump());
    request.contentType = type;
    request.idempotent = false;
    return send(std::move(request));
}

ClusterUnderTest::Answer ClusterUnderTest::remove(const QString &path)
{
    http::Request request;
    request.method = "DELETE";
    request.pathAndQuery = path;
    request.idempotent = false;
    return send(std::move(request));
}

std::unique_ptr<http::Stream> ClusterUnderTest::watch(const QString &path, QVector<Json> &lines)
{
    http::Request request;
    request.pathAndQuery = path;
    request.identityEncoding = true;
    request.idle = std::chrono::milliseconds(-1);
    std::unique_ptr<http::Stream> stream = m_client->stream(request);
    auto rest = std::make_shared<QByteArray>();
    QObject::connect(
        stream.get(), &http::Stream::chunk, stream.get(), [rest, &lines](const QByteArray &bytes) {
            *rest += bytes;
            for (qsizetype end = rest->indexOf('\n'); end >= 0; end = rest->indexOf('\n')) {
                lines.append(Json::parse(rest->constData(), rest->constData() + end, nullptr, false));
                rest->remove(0, end + 1);
            }
        });
    stream->start();
    return stream;
}

bool ClusterUnderTest::waitFor(const QString &path, const std::function<bool(const Json &)> &condition,
                               int seconds)
{
    return QTest::qWaitFor(
        [&] {
            const Answer answer = get(path);
            return answer.ok() && condition(answer.body);
        },
        seconds * 1000);
}

} // namespace signalbox
