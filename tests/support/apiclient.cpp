// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/apiclient.h"

#include "backends/kubernetes/execpluginpool.h"
#include "backends/kubernetes/kubeconfigloader.h"
#include "backends/kubernetes/usercredentialsource.h"
#include "tests/support/memorypluginconsents.h"
#include "tests/support/wallclock.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

namespace signalbox::test
{

namespace
{

constexpr int answerWithin = 60000;

Json parsed(const QByteArray &text)
{
    return Json::parse(text.constData(), text.constData() + text.size(), nullptr, false);
}

http::Request request(const QByteArray &method, const QString &path, const QByteArray &type = {},
                      const Json &body = {})
{
    http::Request made;
    made.method = method;
    made.pathAndQuery = path;
    made.contentType = type;
    if (!type.isEmpty()) {
        made.body = QByteArray::fromStdString(body.dump());
    }
    made.idempotent = false;
    return made;
}

} // namespace

/// Exec plugins of the given kubeconfig may run: who names the file to a test asked for it.
struct ApiClient::Credentials {
    WallClock clock;
    test::MemoryPluginConsents consents;
    kubernetes::ExecPluginPool plugins{consents, clock, QProcessEnvironment::systemEnvironment()};
    std::unique_ptr<http::CredentialSource> source;
};

ApiClient::ApiClient() = default;

ApiClient::~ApiClient()
{
    m_client.reset();
}

QString ApiClient::connectTo(const QString &kubeconfig, const QString &context)
{
    kubernetes::KubeconfigSources sources;
    sources.explicitFile = kubeconfig;
    sources.environment = QProcessEnvironment::systemEnvironment();
    sources.homeDirectory = QDir::homePath();
    const kubernetes::KubeconfigSet set = kubernetes::loadKubeconfig(sources);
    const kubernetes::ContextEntry *entry = set.find(context.isEmpty() ? set.currentContext : context);
    if (!entry) {
        return QStringLiteral("no such context in %1: %2").arg(kubeconfig, context);
    }
    m_client.reset();
    m_credentials = std::make_unique<Credentials>();
    Result<kubernetes::ClusterAccess> access =
        kubernetes::makeClusterAccess(*entry, m_credentials->plugins, m_credentials->clock);
    if (!access) {
        return QStringLiteral("%1 cannot be used: %2").arg(entry->name, access.error().detail);
    }
    m_credentials->source = std::move(access->credentials);
    http::CredentialSource *source = m_credentials->source.get();
    QObject::connect(source, &http::CredentialSource::consentNeeded, source,
                     [source](const QString &binary) { source->approve(binary, true); });
    m_client = std::make_unique<http::HttpClient>(access->endpoint, source);
    m_client->setErrorReader(
        [this](const http::Response &response, Error &) { m_refusal = parsed(response.body); });
    return {};
}

ApiClient::Answer ApiClient::send(http::Request request)
{
    m_refusal = Json();
    const QFuture<Result<http::Response>> future = m_client->send(std::move(request));
    Answer answer;
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, answerWithin) ||
        future.resultCount() == 0) {
        answer.error.detail = QStringLiteral("no answer");
        return answer;
    }
    const Result<http::Response> result = future.result();
    if (result) {
        answer.status = result->status;
        answer.body = parsed(result->body);
        return answer;
    }
    answer.error = result.error();
    answer.status = result.error().httpStatus;
    answer.body = m_refusal;
    return answer;
}

ApiClient::Answer ApiClient::get(const QString &path, const QByteArray &accept)
{
    http::Request made = request("GET", path);
    made.accept = accept;
    made.idempotent = true;
    return send(std::move(made));
}

ApiClient::Answer ApiClient::create(const QString &path, const Json &body)
{
    return send(request("POST", path, "application/json", body));
}

ApiClient::Answer ApiClient::replace(const QString &path, const Json &body)
{
    return send(request("PUT", path, "application/json", body));
}

ApiClient::Answer ApiClient::patch(const QString &path, const QByteArray &type, const Json &body)
{
    return send(request("PATCH", path, type, body));
}

ApiClient::Answer ApiClient::remove(const QString &path)
{
    return send(request("DELETE", path));
}

std::unique_ptr<http::Stream> ApiClient::watch(const QString &path, QVector<Json> &lines)
{
    http::Request made = request("GET", path);
    made.identityEncoding = true;
    made.idle = std::chrono::milliseconds(-1);
    std::unique_ptr<http::Stream> stream = m_client->stream(made);
    auto rest = std::make_shared<QByteArray>();
    QObject::connect(stream.get(), &http::Stream::chunk, stream.get(),
                     [rest, &lines](const QByteArray &bytes) {
                         *rest += bytes;
                         for (qsizetype end = rest->indexOf('\n'); end >= 0; end = rest->indexOf('\n')) {
                             lines.append(parsed(rest->left(end)));
                             rest->remove(0, end + 1);
                         }
                     });
    stream->start();
    return stream;
}

bool ApiClient::waitFor(const QString &path, const std::function<bool(const Json &)> &condition, int seconds)
{
    QElapsedTimer timer;
    timer.start();
    do {
        const Answer answer = get(path);
        if (answer.ok() && condition(answer.body)) {
            return true;
        }
        QTest::qWait(100); // between two questions, so that the server can work
    } while (timer.elapsed() < seconds * 1000);
    return false;
}

} // namespace signalbox::test
