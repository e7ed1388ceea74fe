// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/childprocess.h"

#include <QFileInfo>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace signalbox::drill
{

namespace
{

/// Runs in the child between fork and exec: only async-signal-safe calls.
void dieWithParent(QProcess &process)
{
    const pid_t parent = ::getpid();
    process.setChildProcessModifier([parent] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) // it died before the kernel knew
            ::_exit(1);
    });
}

tl::unexpected<Error> didNotStart(const QString &program, const QString &why)
{
    return failure(ErrorCode::PluginFailed, ErrorLayer::Configuration,
                   QStringLiteral("%1 could not be run: %2").arg(program, why), program);
}

} // namespace

ChildProcess::ChildProcess(QObject *parent)
    : QObject(parent)
{
    connect(&m_process, &QProcess::finished, this, [this] {
        if (!m_ending)
            Q_EMIT died(m_process.program());
    });
}

ChildProcess::~ChildProcess()
{
    m_ending = true;
    if (!isRunning())
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(2000)) {
        m_process.kill();
        m_process.waitForFinished(2000);
    }
}

Result<Done> ChildProcess::start(const QString &program, const QStringList &arguments, const QString &folder)
{
    dieWithParent(m_process);
    m_process.setWorkingDirectory(folder);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(folder + QLatin1Char('/') + QFileInfo(program).fileName() +
                                    QStringLiteral(".log"));
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(5000))
        return didNotStart(program, m_process.errorString());
    return Done{};
}

Result<Done> runToEnd(const QString &program, const QStringList &arguments, const QString &folder,
                      int timeout)
{
    QProcess process;
    dieWithParent(process);
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(timeout)) {
        process.kill();
        process.waitForFinished(2000);
        return didNotStart(program, process.errorString());
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return didNotStart(program, QString::fromUtf8(process.readAll().right(500)));
    return Done{};
}

} // namespace signalbox::drill
