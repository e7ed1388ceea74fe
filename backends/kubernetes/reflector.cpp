// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/reflector.h"

#include <QRandomGenerator>
#include <QUrl>

#include <utility>

namespace signalbox::kubernetes
{

using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace
{

constexpr qint64 PageBytes = qint64(512) * 1024 * 1024; // a page of 500 objects near etcd's size limit
constexpr int FreeRelists = 2;

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace

Reflector::Reflector(ReflectorServices services, ServedResource resource, QString scope, RowSink &sink,
                     QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_resource(std::move(resource))
    , m_scope(std::move(scope))
    , m_sink(sink)
    , m_backoff(services.timings.firstBackoff, services.timings.longestBackoff, services.timings.healthyAfter)
    , m_canWatch(m_resource.canWatch)
{
    m_state.freshness = Freshness::Loading;
    m_wait.setSingleShot(true);
    m_silence.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] { m_version.isEmpty() ? list() : watch(); });
    connect(&m_silence, &QTimer::timeout, this, &Reflector::onSilence);
}

Reflector::~Reflector()
{
    stopStream();
}

void Reflector::start()
{
    setState(Freshness::Loading);
    list();
}

void Reflector::retryNow()
{
    if (m_phase == Phase::Listing || m_phase == Phase::Watching) {
        return;
    }
    m_backoff.reset();
    m_wait.stop();
    m_canWatch = m_resource.canWatch;
    m_version.isEmpty() ? list() : watch();
}

void Reflector::list()
{
    stopStream();
    m_phase = Phase::Listing;
    m_version.clear();
    m_continue.clear();
    m_sink.beginList(m_scope);
    listPage();
}

void Reflector::listPage()
{
    http::Request request;
    request.pathAndQuery =
        m_resource.path(m_scope) + QStringLiteral("?limit=%1").arg(m_services.timings.pageSize);
    if (!m_continue.isEmpty()) {
        request.pathAndQuery += QStringLiteral("&continue=") + encoded(m_continue);
    }
    request.expectJson = true;
    request.maxBytes = PageBytes;
    request.deadline = 60s;
    request.idle = 30s;
    m_listSplitter = std::make_unique<core::ListSplitter>(
        [this](std::string_view item) { m_sink.listItem(m_scope, item); });
    m_stream = m_services.lists.stream(request);
    connect(m_stream.get(), &http::Stream::chunk, this, &Reflector::onListChunk);
    connect(m_stream.get(), &http::Stream::ended, this, &Reflector::onListEnded);
    m_stream->start();
}

void Reflector::onListChunk(const QByteArray &bytes)
{
    m_listSplitter->feed(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size())));
    if (m_sink.hasChanges()) {
        Q_EMIT collected();
    }
}

void Reflector::onListEnded(const std::optional<Error> &error)
{
    stopStream();
    if (error) {
        fail(*error);
        return;
    }
    const core::ListSplitter &splitter = *m_listSplitter;
    if (splitter.state() != core::ListSplitter::State::Complete || !splitter.sawItems()) {
        const bool isEmptyList = splitter.state() == core::ListSplitter::State::Complete &&
                                 !splitter.metadata().empty() && splitter.kind().ends_with("List");
        if (!isEmptyList) {
            fail(Error{ErrorCode::Protocol,
                       ErrorLayer::Protocol,
                       200,
                       {},
                       QStringLiteral("not a complete list"),
                       m_resource.resource,
                       {}});
            return;
        }
    }
    const ListMeta meta = m_sink.listMeta(splitter.metadata());
    if (!meta.continueToken.isEmpty()) {
        m_continue = meta.continueToken;
        listPage();
        return;
    }
    // Not yet the end of relisting: the watch that follows may be as bad as the one before.
    m_sink.endList(m_scope);
    Q_EMIT collected();
    afterList(meta.resourceVersion);
}

void Reflector::afterList(const QString &resourceVersion)
{
    m_lastHeard = m_services.clock.nowUtc();
    if (m_canWatch && !resourceVersion.isEmpty()) {
        m_version = resourceVersion;
        watch();
        return;
    }
    m_phase = Phase::Waiting;
    m_version.clear();
    m_wait.start(m_services.timings.poll);
    setState(Freshness::Polling, {}, m_lastHeard.addMSecs(m_services.timings.poll.count()));
}

void Reflector::fail(const Error &error)
{
    const bool wasWatching = m_phase == Phase::Watching;
    const bool custom = !m_resource.group.isEmpty();
    switch (error.code) {
    case ErrorCode::Expired:
        if (++m_relists <= FreeRelists) {
            list();
        } else {
            pause(error, true);
        }
        return;
    case ErrorCode::Forbidden:
    case ErrorCode::Unsupported:
        if (wasWatching) {
            m_canWatch = false;
            afterList({});
            return;
        }
        m_phase = Phase::Stopped;
        setState(Freshness::NoPermission, error);
        return;
    case ErrorCode::NotFound:
        m_phase = Phase::Stopped;
        m_version.clear();
        setState(custom ? Freshness::NotInstalled : Freshness::Unreachable, error);
        Q_EMIT vanished();
        return;
    case ErrorCode::ConsentNeeded:
    case ErrorCode::Cancelled:
        m_phase = Phase::Stopped;
        setState(Freshness::Unreachable, error);
        return;
    default:
        // ResourceVersionTooLarge and other server trouble: the resume point is in doubt.
        pause(error, !wasWatching || error.code == ErrorCode::Server);
    }
}

void Reflector::pause(const Error &error, bool relist)
{
    m_phase = Phase::Waiting;
    if (relist) {
        m_version.clear();
    }
    const milliseconds jittered =
        m_backoff.next(QRandomGenerator::global()->generateDouble(), m_services.clock.steady());
    const milliseconds wait = std::max(jittered, error.retryAfter.value_or(0ms));
    const QDateTime now = m_services.clock.nowUtc();
    m_wait.start(wait);
    const bool stale = isKnown() && m_lastHeard.msecsTo(now) > m_services.timings.staleAfter.count();
    const Freshness freshness = !isKnown() ? Freshness::Unreachable
                                : stale    ? Freshness::Stale
                                           : Freshness::Reconnecting;
    setState(freshness, error, now.addMSecs(wait.count()));
}

void Reflector::stopStream()
{
    m_silence.stop();
    if (m_stream) {
        m_stream->abort();
        m_stream->disconnect();
        m_stream.release()->deleteLater(); // it may be the sender
    }
    if (m_client) {
        m_services.watches.release(m_client);
        m_client = nullptr;
    }
}

void Reflector::setState(Freshness freshness, std::optional<Error> error, QDateTime nextRetry)
{
    SourceState next;
    next.freshness = freshness;
    next.since = freshness == Freshness::Live || !isKnown() ? m_services.clock.nowUtc() : m_lastHeard;
    next.error = std::move(error);
    next.nextRetry = std::move(nextRetry);
    m_state = next;
    Q_EMIT stateChanged();
}

} // namespace signalbox::kubernetes
