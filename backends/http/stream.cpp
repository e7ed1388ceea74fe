// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/stream.h"

#include "backends/http/errormapping.h"
#include "backends/http/logging.h"
#include "backends/http/oncedevice.h"
#include "backends/http/requestbuilder.h"
#include "backends/http/streamcontext.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace signalbox::http
{

namespace
{

constexpr qint64 PassBytes = 256 * 1024;   // so that other work of the thread gets its turn
constexpr qint64 RefusalBytes = 64 * 1024; // of a refused call's body, for its Error

struct ReplyDeleter {
    QObject *receiver = nullptr;
    void operator()(QNetworkReply *reply) const
    {
        // Only ours: a reply tells its network thread of the abort by a signal of its own.
        reply->disconnect(receiver);
        reply->abort();
        reply->deleteLater();
    }
};

} // namespace

class Stream::Private
{
public:
    Private(Stream *stream, std::shared_ptr<StreamContext> shared, Request wanted)
        : q(stream)
        , context(std::move(shared))
        , request(std::move(wanted))
    {
    }

    void askCredentials(bool renew);
    void send(const Credentials &credentials);
    void wire();
    void onHead();
    void read();
    void onFinished();
    void conclude();
    [[nodiscard]] std::optional<Error> outcome() const;
    [[nodiscard]] bool isProxyFailure(QNetworkReply::NetworkError code) const;
    [[nodiscard]] bool sentCompletelyOrInPart() const;
    void fail(Error error);
    void end(std::optional<Error> error);
    [[nodiscard]] bool accepted() const { return head.status >= 200 && head.status < 300; }
    [[nodiscard]] qint64 byteLimit() const
    {
        return request.maxBytes > 0 ? request.maxBytes : context->limits.maxBytes;
    }
    [[nodiscard]] Error tooLarge() const
    {
        return localError(ErrorCode::TooLarge, ErrorLayer::Protocol,
                          QStringLiteral("the answer is larger than %1 bytes").arg(byteLimit()));
    }
    [[nodiscard]] Error localError(ErrorCode code, ErrorLayer layer, const QString &detail) const
    {
        return Error{code, layer, 0, {}, detail, subjectOf(context->endpoint), {}};
    }

    Stream *q;
    std::shared_ptr<StreamContext> context;
    Request request;
    std::shared_ptr<QNetworkAccessManager> manager;
    std::unique_ptr<QFutureWatcher<Result<Credentials>>> waiting;
    std::unique_ptr<QNetworkReply, ReplyDeleter> reply{nullptr, ReplyDeleter{q}};
    QList<QSslError> tlsErrors;
    std::optional<Error> forced; ///< why we ended it ourselves
    Response head;
    qint64 received = 0;
    QTimer headTimer;
    QTimer idleTimer;
    bool renewed = false;
    bool connecting = false;
    bool sent = false;
    bool attempted = false; ///< an earlier attempt of this exchange was on the wire
    bool finished = false;
    bool readQueued = false;
    bool over = false;
};

void Stream::Private::askCredentials(bool renew)
{
    if (!context->credentials) {
        send({});
        return;
    }
    auto future = context->credentials->credentials(renew);
    waiting = std::make_unique<QFutureWatcher<Result<Credentials>>>();
    QObject::connect(waiting.get(), &QFutureWatcherBase::finished, q, [this] {
        const auto answer = waiting->future();
        waiting.release()->deleteLater();
        if (answer.isCanceled() || answer.resultCount() == 0) {
            end(localError(ErrorCode::Cancelled, ErrorLayer::Credentials, QStringLiteral("no credentials")));
        } else if (!answer.result()) {
            end(answer.result().error());
        } else {
            send(*answer.result());
        }
    });
    waiting->setFuture(future);
}

void Stream::Private::send(const Credentials &credentials)
{
    auto built = buildRequest(context->endpoint, credentials, request);
    if (!built) {
        end(built.error());
        return;
    }
    manager = context->managerFor(credentials);
    tlsErrors.clear();
    head = {};
    received = 0;
    connecting = sent = finished = false;
    const bool isRead = request.method == "GET";
    if (request.method == "HEAD") {
        reply.reset(manager->head(*built)); // as a custom verb, Qt would wait for the body that is announced
    } else if (request.idempotent && (isRead || request.body.isEmpty())) {
        reply.reset(manager->sendCustomRequest(*built, request.method));
    } else if (request.idempotent) {
        reply.reset(manager->sendCustomRequest(*built, request.method, request.body));
    } else {
        built->setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        built->setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        auto *body = new OnceDevice(request.body);
        reply.reset(manager->sendCustomRequest(*built, request.method, body));
        body->setParent(reply.get());
    }
    wire();
    headTimer.start(request.deadline.count() > 0 ? request.deadline : context->limits.deadline);
}

void Stream::Private::wire()
{
    QNetworkReply *r = reply.get();
    QObject::connect(r, &QNetworkReply::socketStartedConnecting, q, [this] { connecting = true; });
    QObject::connect(r, &QNetworkReply::requestSent, q, [this] { sent = true; });
    QObject::connect(r, &QNetworkReply::uploadProgress, q,
                     [this](qint64 done, qint64) { sent = sent || done > 0; });
    QObject::connect(r, &QNetworkReply::sslErrors, q,
                     [this](const QList<QSslError> &errors) { tlsErrors += errors; });
    QObject::connect(r, &QNetworkReply::metaDataChanged, q, [this] { onHead(); });
    QObject::connect(r, &QNetworkReply::readyRead, q, [this] { read(); });
    QObject::connect(r, &QNetworkReply::finished, q, [this] { onFinished(); });
}

void Stream::Private::onHead()
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200 || head.status != 0) {
        return;
    }
    sent = true;
    headTimer.stop();
    if (request.idle.count() >= 0) {
        idleTimer.start(request.idle.count() > 0 ? request.idle : context->limits.idle);
    }
    head.status = status;
    head.http2 = reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    for (const auto &[name, value] : reply->rawHeaderPairs()) {
        head.headers.append({name, value});
    }
    if (!accepted()) {
        return;
    }
    if (head.header("Content-Length").toLongLong() > byteLimit()) {
        fail(tooLarge());
        return;
    }
    if (request.expectJson && !head.isJson()) {
        fail(localError(ErrorCode::Protocol, ErrorLayer::Protocol,
                        QStringLiteral("expected JSON, the server sent %1")
                            .arg(QString::fromLatin1(head.header("Content-Type").left(80)))));
        return;
    }
    Q_EMIT q->started(head);
}

void Stream::Private::read()
{
    readQueued = false;
    if (over || !reply || forced) {
        return;
    }
    const QPointer<Stream> alive(q);
    onHead();
    if (!alive || over || !reply || forced) {
        return;
    }
    if (idleTimer.isActive()) {
        idleTimer.start();
    }
    const QByteArray bytes = reply->read(PassBytes);
    received += bytes.size();
    if (!accepted()) {
        head.body += bytes.left(std::max<qint64>(0, RefusalBytes - head.body.size()));
    } else if (received > byteLimit()) {
        fail(tooLarge());
        return;
    }
    if (accepted() && !bytes.isEmpty()) {
        Q_EMIT q->chunk(bytes);
    }
    if (!alive || over || !reply) {
        return;
    }
    if (reply->bytesAvailable() > 0 && !readQueued) {
        readQueued = true;
        QMetaObject::invokeMethod(
            q, [this] { read(); }, Qt::QueuedConnection);
    } else if (finished && reply->bytesAvailable() == 0) {
        conclude();
    }
}

void Stream::Private::onFinished()
{
    finished = true;
    idleTimer.stop();
    headTimer.stop();
    if (forced) {
        conclude();
        return;
    }
    read();
}

std::optional<Error> Stream::Private::outcome() const
{
    const QString subject = subjectOf(context->endpoint);
    if (forced) {
        return forced;
    }
    const auto code = reply->error();
    // Qt gives every status from 400 on a code of its own; with any other status a code is a broken body.
    if (head.status == 0 || (code != QNetworkReply::NoError && accepted())) {
        if (code == QNetworkReply::NoError) {
            return localError(ErrorCode::Protocol, ErrorLayer::Protocol, QStringLiteral("no HTTP answer"));
        }
        Error error = networkError(code, reply->errorString(), tlsErrors, subject);
        if (!sent && isProxyFailure(code)) {
            error.code = ErrorCode::ProxyFailed;
            error.subject = QStringLiteral("%1:%2")
                                .arg(context->endpoint.proxy.hostName())
                                .arg(context->endpoint.proxy.port());
        }
        return error;
    }
    if (!accepted()) {
        return statusError(head, subject, context->errorReader);
    }
    return std::nullopt;
}

/// Qt has codes for proxies, and reports a refused one as an unknown error, or, where the proxy takes plain
/// HTTP requests as they are, as a refused connection.
bool Stream::Private::isProxyFailure(QNetworkReply::NetworkError code) const
{
    const auto type = context->endpoint.proxy.type();
    const bool isHttp = type == QNetworkProxy::HttpProxy || type == QNetworkProxy::HttpCachingProxy;
    return (isHttp && code == QNetworkReply::ConnectionRefusedError) ||
           ((isHttp || type == QNetworkProxy::Socks5Proxy) && tlsErrors.isEmpty() &&
            code == QNetworkReply::UnknownNetworkError);
}

bool Stream::Private::sentCompletelyOrInPart() const
{
    if (attempted || sent) {
        return true;
    }
    // A pooled connection is reused without a signal, so only a connection seen opening proves "not yet".
    return reply && !connecting && !neverSent(reply->error());
}

void Stream::Private::conclude()
{
    if (over) {
        return;
    }
    std::optional<Error> error = outcome();
    if (error && error->code == ErrorCode::Unauthorised && !renewed && context->credentials) {
        renewed = true;
        reply.reset();
        askCredentials(true);
        return;
    }
    const bool refused =
        error && error->httpStatus >= 300 && error->httpStatus != 502 && error->httpStatus != 504;
    if (error && !request.idempotent && !refused && sentCompletelyOrInPart()) {
        error->detail = QStringLiteral("sent, and then: ") + error->detail;
        error->code = ErrorCode::OutcomeUnknown;
    }
    end(error);
}

/// Ends from our side. Qt calls finished() from within abort(), so the reason comes first.
void Stream::Private::fail(Error error)
{
    if (over || forced) {
        return;
    }
    forced = std::move(error);
    if (reply && !finished) {
        reply->abort();
    } else {
        conclude();
    }
}

void Stream::Private::end(std::optional<Error> error)
{
    if (over) {
        return;
    }
    over = true;
    headTimer.stop();
    idleTimer.stop();
    if (error) {
        qCDebug(logHttp) << request.method << "to" << error->subject
                         << "failed:" << static_cast<int>(error->code) << error->httpStatus;
    }
    Q_EMIT q->ended(error);
}

Stream::Stream(std::shared_ptr<StreamContext> context, Request request)
    : d(std::make_unique<Private>(this, std::move(context), std::move(request)))
{
    d->headTimer.setSingleShot(true);
    d->idleTimer.setSingleShot(true);
    connect(&d->headTimer, &QTimer::timeout, this, [this] {
        d->fail(
            d->localError(ErrorCode::Timeout, ErrorLayer::Connection, QStringLiteral("no answer in time")));
    });
    connect(&d->idleTimer, &QTimer::timeout, this, [this] {
        d->fail(
            d->localError(ErrorCode::Timeout, ErrorLayer::Connection, QStringLiteral("the answer stalled")));
    });
}

Stream::~Stream()
{
    d->over = true;
}

void Stream::start()
{
    d->askCredentials(false);
}

void Stream::abort()
{
    d->over = true;
    d->headTimer.stop();
    d->idleTimer.stop();
    d->waiting.reset();
    d->reply.reset();
}

bool Stream::maybeSent() const
{
    return d->sentCompletelyOrInPart();
}

} // namespace signalbox::http
