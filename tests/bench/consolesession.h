// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/console.h"
#include "tests/bench/heartbeat.h"

namespace signalbox::bench
{

/// The full console, driven by the bench's commands. See runConsole().
class ConsoleSession final : public QObject
{
    Q_OBJECT

public:
    struct Setup {
        QString kubeconfig;
        QString context;
        int pods = 0;
        QString markerUid;
        QString folder; ///< for settings and ledger
    };
    ConsoleSession(QApplication &application, const Setup &setup);

    /// Opens the window and its pods, and says so when all are there.
    void load();
    void obey(const QByteArray &line);

private:
    [[nodiscard]] static ConsoleOptions optionsOf(const Setup &setup);
    [[nodiscard]] ClusterStore *cluster() const;
    [[nodiscard]] int markerRestarts() const;
    [[nodiscard]] bool showPods();
    void watchBurst(int round);
    void clickThrough(const QString &namespaceName, const QString &prefix, int count);

    Setup m_setup;
    Console m_console;
    Heartbeat m_heartbeat;
};

} // namespace signalbox::bench
