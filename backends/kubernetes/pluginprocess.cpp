// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/pluginprocess.h"

#include "backends/kubernetes/execcredential.h"

#include <csignal>
#include <sys/types.h>
#include <unistd.h>

namespace signalbox::kubernetes
{

PluginProcess::PluginProcess(PluginCommand command, PluginLimits limits, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
    , m_limits(limits)
{
    m_process.setProgram(m_command.binary);
    m_process.setArguments(m_command.arguments);
    m_process.setProcessEnvironment(m_command.environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    // A session of its own: no terminal to ask on, and one group to end.
    m_process.setChildProcessModifier([] { ::setsid(); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PluginProcess::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &PluginProcess::readErrors);
    connect(&m_process, &QProcess::finished, this, &PluginProcess::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, &PluginProcess::onError);
    m_budget.setSingleShot(true);
    m_grace.setSingleShot(true);
    connect(&m_budget, &QTimer::timeout, this, [this] {
        end(ErrorCode::Timeout,
            QStringLiteral("did not answer within %1 s").arg(m_limits.budget.count() / 1000));
    });
    connect(&m_grace, &QTimer::timeout, this, [this] { signalGroup(SIGKILL); });
}

PluginProcess::~PluginProcess()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.disconnect(this);
        signalGroup(SIGKILL);
        m_process.waitForFinished(1000);
    }
}

void PluginProcess::start()
{
    m_budget.start(m_limits.budget);
    m_process.start(QIODevice::ReadOnly);
}

void PluginProcess::cancel()
{
    end(ErrorCode::Cancelled, QStringLiteral("cancelled"));
}

void PluginProcess::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    if (m_output.size() > m_limits.outputBytes) {
        m_output.clear();
        end(ErrorCode::PluginFailed,
            QStringLiteral("printed more than %1 KiB").arg(m_limits.outputBytes / 1024));
    }
}

void PluginProcess::readErrors()
{
    m_errors += m_process.readAllStandardError();
    m_errors = m_errors.right(m_limits.errorBytes);
}

void PluginProcess::onFinished(int exitCode, QProcess::ExitStatus status)
{
    readErrors();
    if (!m_reported) {
        readOutput();
    }
    if (status == QProcess::CrashExit) {
        report(tl::unexpected(failed(ErrorCode::PluginFailed, QStringLiteral("was ended by a signal"))));
    } else if (exitCode != 0) {
        report(tl::unexpected(
            failed(ErrorCode::PluginFailed, QStringLiteral("ended with exit code %1").arg(exitCode))));
    } else {
        report(m_output);
    }
    deleteLater();
}

void PluginProcess::onError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart) {
        return; // finished() follows and says more
    }
    report(tl::unexpected(failed(ErrorCode::PluginFailed,
                                 QStringLiteral("could not be started: %1").arg(m_process.errorString()))));
    deleteLater();
}

void PluginProcess::end(ErrorCode code, const QString &why)
{
    report(tl::unexpected(failed(code, why)));
    if (m_process.state() != QProcess::NotRunning && !m_grace.isActive()) {
        m_grace.start(m_limits.grace);
        signalGroup(SIGTERM);
    }
}

void PluginProcess::report(const Result<QByteArray> &output)
{
    if (!m_reported) {
        m_reported = true;
        m_budget.stop();
        Q_EMIT finished(output);
    }
}

Error PluginProcess::failed(ErrorCode code, const QString &why) const
{
    Error error;
    error.code = code;
    error.layer = ErrorLayer::Credentials;
    error.subject = m_command.binary;
    error.detail = QStringLiteral("%1 %2").arg(m_command.binary, why);
    const QString words = cleanForeignText(m_errors);
    if (!words.isEmpty()) {
        error.detail += QStringLiteral("; it said: %1").arg(words);
    }
    return error;
}

void PluginProcess::signalGroup(int number) const
{
    const auto process = static_cast<pid_t>(m_process.processId());
    // Directly after the fork the group may not exist yet.
    if (process > 0 && ::kill(-process, number) != 0) {
        ::kill(process, number);
    }
}

} // namespace signalbox::kubernetes
