// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <sys/types.h>

namespace signalbox::bench
{

/// What the kernel says about a child that has ended.
struct ChildUsage {
    int exitCode = -1; ///< negative: ended by that signal
    bool timedOut = false;
    double wallSeconds = 0;   ///< exec to exit
    double cpuSeconds = 0;    ///< user and system
    double peakMegabytes = 0; ///< 10^6 bytes; of the child itself, not of its children
};

/// A process started to be measured or talked to line by line. Dies with this process, whatever happens to
/// it. Not a QProcess: that one has no wait4() accounting and needs an event loop.
class MeasuredChild
{
public:
    enum class Output { Lines, Discard };
    struct Command {
        QString program;
        QStringList arguments{};
        QMap<QString, QString> environment{}; ///< added to that of this process
        Output output = Output::Lines;
        std::chrono::milliseconds patience{5000}; ///< between asking it to end and killing it
    };

    explicit MeasuredChild(const Command &command);
    /// Closes its input, asks it to end, and kills it when that does not help.
    ~MeasuredChild();
    MeasuredChild(const MeasuredChild &) = delete;
    MeasuredChild &operator=(const MeasuredChild &) = delete;

    /// Why it did not start; empty if it did.
    [[nodiscard]] const QString &failure() const { return m_failure; }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// CLOCK_MONOTONIC right before exec.
    [[nodiscard]] qint64 execNs() const { return m_execNs; }

    bool write(const QByteArray &line);
    /// The next whole line without its end. None: the child closed its output, or time is up.
    [[nodiscard]] std::optional<QByteArray> readLine(std::chrono::milliseconds patience);
    /// Reads lines until one starts with `prefix`, whose rest it returns. A line that starts with "error "
    /// ends the wait: none, and failure() has its text. Other lines are kept for takeSkipped().
    [[nodiscard]] std::optional<QByteArray> expect(const QByteArray &prefix,
                                                   std::chrono::milliseconds patience);
    [[nodiscard]] QList<QByteArray> takeSkipped();
    /// Waits for the end, kills when time is up.
    ChildUsage wait(std::chrono::milliseconds patience);

private:
    void start(const Command &command);
    void readStart(int pipe);
    [[nodiscard]] bool reap(ChildUsage &usage, bool block);

    QString m_failure;
    std::chrono::milliseconds m_patience;
    pid_t m_pid = -1;
    int m_input = -1;
    int m_output = -1;
    qint64 m_execNs = 0;
    QByteArray m_buffer;
    QList<QByteArray> m_skipped;
};

} // namespace signalbox::bench
