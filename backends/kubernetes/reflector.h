// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/http/httpclient.h"
#include "backends/kubernetes/resourcetypes.h"
#include "backends/kubernetes/rowsink.h"
#include "backends/kubernetes/timings.h"
#include "backends/kubernetes/watchpool.h"
#include "models/core/backoff.h"
#include "models/core/linesplitter.h"
#include "models/core/listsplitter.h"
#include "models/domain/freshness.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace signalbox::kubernetes
{

/// What every reflector of a connection shares. Outlives them.
struct ReflectorServices {
    http::HttpClient &lists;
    WatchPool &watches;
    const Clock &clock;
    Timings timings;
};

/// Keeps one kind in one scope true: lists it in pages, then watches from there, and finds its way back after
/// every interruption. The state machine of wire facts 1.3. Worker thread.
class Reflector final : public QObject
{
    Q_OBJECT

public:
    Reflector(ReflectorServices services, ServedResource resource, QString scope, RowSink &sink,
              QObject *parent);
    ~Reflector() override;

    void start();
    /// Ends any waiting and forgets refusals.
    void retryNow();
    [[nodiscard]] const SourceState &state() const { return m_state; }
    [[nodiscard]] const QString &scope() const { return m_scope; }

Q_SIGNALS:
    void stateChanged();
    /// The sink has something to hand on.
    void collected();
    /// 404: the type itself is gone.
    void vanished();

private:
    enum class Phase { Idle, Listing, Watching, Waiting, Stopped };

    void list();
    void listPage();
    void onListChunk(const QByteArray &bytes);
    void onListEnded(const std::optional<Error> &error);
    void afterList(const QString &resourceVersion);
    void watch();
    void onWatchLine(std::string_view line);
    void onWatchEnded(const std::optional<Error> &error);
    void onSilence();
    void onProbed(bool alive);
    void heard();

    void fail(const Error &error);
    void pause(const Error &error, bool relist);
    void stopStream();
    void setState(Freshness freshness, std::optional<Error> error = {}, QDateTime nextRetry = {});
    [[nodiscard]] bool isKnown() const { return m_lastHeard.isValid(); }

    ReflectorServices m_services;
    ServedResource m_resource;
    QString m_scope;
    RowSink &m_sink;
    SourceState m_state;
    Phase m_phase = Phase::Idle;
    std::unique_ptr<http::Stream> m_stream;
    QPointer<WatchClient> m_client;
    std::unique_ptr<core::ListSplitter> m_listSplitter;
    std::unique_ptr<core::LineSplitter> m_lineSplitter;
    core::Backoff m_backoff;
    QTimer m_wait{this};
    QTimer m_silence{this};
    QString m_continue;
    QString m_version; ///< resume point; empty: list first
    QDateTime m_lastHeard;
    std::chrono::milliseconds m_watchStarted{0};
    std::optional<Error> m_lineError;
    int m_relists = 0; ///< 410 answers in a row
    bool m_canWatch = true;
    bool m_sawEvent = false;
};

} // namespace signalbox::kubernetes
