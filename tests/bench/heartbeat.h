// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace signalbox::bench
{

/// Beats on the GUI thread and remembers the longest time between two beats: how long the thread was not
/// there for anybody.
class Heartbeat final : public QObject
{
    Q_OBJECT

public:
    explicit Heartbeat(QObject *parent = nullptr);

    void start();
    /// Longest stall since start(): the gap beyond the beat itself, in nanoseconds.
    qint64 stop();
    /// The most processor time the thread used between two beats: a stall that is its own doing.
    [[nodiscard]] qint64 longestWork() const { return m_longestWork; }

private:
    void beat();

    QTimer m_timer;
    qint64 m_last = 0;
    qint64 m_longest = 0;
    qint64 m_lastWork = 0;
    qint64 m_longestWork = 0;
};

} // namespace signalbox::bench
