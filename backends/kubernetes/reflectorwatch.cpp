// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/reflector.h"

#include <QRandomGenerator>
#include <QUrl>

#include <limits>
#include <utility>

/// The watching half of the reflector.
namespace signalbox::kubernetes
{

using namespace std::chrono_literals;

void Reflector::watch()
{
    stopStream();
    m_phase = Phase::Watching;
    m_client = m_services.watches.acquire();
    const auto least = static_cast<int>(m_services.timings.shortestWatch.count());
    const auto most = static_cast<int>(m_services.timings.longestWatch.count());
    const int seconds = QRandomGenerator::global()->bounded(least, most + 1);
    http::Request request;
    request.pathAndQuery =
        m_resource.path(m_scope) +
        QStringLiteral("?watch=true&allowWatchBookmarks=true&resourceVersion=%1&timeoutSeconds=%2")
            .arg(QString::fromLatin1(QUrl::toPercentEncoding(m_version)), QString::number(seconds));
    request.identityEncoding = true;
    request.expectJson = true;
    request.deadline = std::chrono::seconds(seconds + 30); // quiet servers may send their headers late
    request.idle = -1ms;
    request.maxBytes = std::numeric_limits<qint64>::max();
    m_lineSplitter =
        std::make_unique<core::LineSplitter>([this](std::string_view line) { onWatchLine(line); });
    m_lineError.reset();
    m_sawEvent = false;
    m_watchStarted = m_services.clock.steady();
    m_stream = m_client->http().stream(request);
    connect(m_client, &WatchClient::probed, m_stream.get(), [this](bool alive) { onProbed(alive); });
    connect(m_stream.get(), &http::Stream::started, this, [this] { heard(); });
    connect(m_stream.get(), &http::Stream::chunk, this, [this](const QByteArray &bytes) {
        heard();
        m_lineSplitter->feed(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size())));
        if (m_sink.hasChanges()) {
            Q_EMIT collected();
        }
        if (m_lineSplitter->oversized() > 0 && !m_lineError) {
            // Waiting for the end of the watch would leave the lost event unnoticed for minutes.
            m_lineError = Error{ErrorCode::Expired,
                                ErrorLayer::Protocol,
                                0,
                                {},
                                QStringLiteral("overlong line in a watch"),
                                {},
                                {}};
        }
        if (m_lineError) {
            onWatchEnded(std::exchange(m_lineError, std::nullopt));
        }
    });
    connect(m_stream.get(), &http::Stream::ended, this, &Reflector::onWatchEnded);
    m_silence.start(m_services.timings.silence);
    m_stream->start();
}

void Reflector::heard()
{
    m_lastHeard = m_services.clock.nowUtc();
    m_silence.start(m_services.timings.silence);
    if (m_state.freshness != Freshness::Live) {
        setState(Freshness::Live);
    }
}

void Reflector::onWatchLine(std::string_view line)
{
    if (m_lineError) {
        return; // what follows an ERROR does not count
    }
    const LineOutcome outcome = m_sink.watchLine(m_scope, line);
    if (outcome.broken) {
        // An event may be lost, and nobody knows which: only a list tells the truth again.
        m_lineError = Error{ErrorCode::Expired,
                            ErrorLayer::Protocol,
                            0,
                            {},
                            QStringLiteral("unreadable line in a watch"),
                            {},
                            {}};
        return;
    }
    if (outcome.error) {
        m_lineError = outcome.error;
        return;
    }
    m_sawEvent = true;
    if (!outcome.resourceVersion.isEmpty()) {
        m_version = outcome.resourceVersion;
        m_relists = 0;
    }
}

void Reflector::onWatchEnded(const std::optional<Error> &error)
{
    // A half line at the end is an event that comes again: the resume point lies before it.
    stopStream();
    if (m_services.clock.steady() - m_watchStarted > m_services.timings.healthyAfter) {
        m_relists = 0;
    }
    if (error) {
        fail(*error);
    } else if (!m_sawEvent && m_services.clock.steady() - m_watchStarted < 1s) {
        pause(Error{ErrorCode::Unreachable,
                    ErrorLayer::Protocol,
                    0,
                    {},
                    QStringLiteral("the watch ended at once"),
                    {},
                    {}},
              false);
    } else {
        watch();
    }
}

void Reflector::onSilence()
{
    if (m_phase == Phase::Watching && m_client) {
        m_client->probe();
    }
}

void Reflector::onProbed(bool alive)
{
    if (m_phase != Phase::Watching || m_silence.isActive()) {
        return; // others asked; this one was heard of in the meantime
    }
    if (alive) {
        heard();
        return;
    }
    const Error dead{ErrorCode::Timeout,
                     ErrorLayer::Connection,
                     0,
                     {},
                     QStringLiteral("the watch fell silent and the server does not answer"),
                     {},
                     {}};
    onWatchEnded(dead);
}

} // namespace signalbox::kubernetes
