// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTimer>

namespace signalbox::kubernetes
{

struct PluginLimits {
    std::chrono::milliseconds budget{std::chrono::minutes(5)}; ///< signing in may need a person and a browser
    std::chrono::milliseconds grace{2000};                     ///< between asking to end and ending by force
    qsizetype outputBytes = 1024 * 1024;
    qsizetype errorBytes = 16 * 1024; ///< the last ones are kept
};

struct PluginCommand {
    QString binary; ///< absolute path
    QStringList arguments;
    QProcessEnvironment environment;
};

/// One run of an exec credential plugin: argv only, no shell, nothing on standard input, no controlling
/// terminal, its own process group so that ending it ends what it started. Deletes itself after the end of
/// the process.
class PluginProcess final : public QObject
{
    Q_OBJECT

public:
    PluginProcess(PluginCommand command, PluginLimits limits, QObject *parent);
    ~PluginProcess() override;

    void start();
    /// Ends with Cancelled, which is reported before this returns.
    void cancel();

Q_SIGNALS:
    /// Exactly once: what was printed, or why not. Errors carry the program's own words, cleaned.
    void finished(const signalbox::Result<QByteArray> &output);

private:
    void readOutput();
    void readErrors();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void onError(QProcess::ProcessError error);
    void end(ErrorCode code, const QString &why);
    void report(const Result<QByteArray> &output);
    [[nodiscard]] Error failed(ErrorCode code, const QString &why) const;
    void signalGroup(int number) const;

    PluginCommand m_command;
    PluginLimits m_limits;
    QProcess m_process;
    QTimer m_budget;
    QTimer m_grace;
    QByteArray m_output;
    QByteArray m_errors;
    bool m_reported = false;
};

} // namespace signalbox::kubernetes
