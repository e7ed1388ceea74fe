// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/commandprobe.h"

#include "backends/api/whenfinished.h"
#include "backends/probes/findings.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <csignal>
#include <sys/types.h>
#include <unistd.h>

namespace signalbox::probes
{

namespace
{

constexpr qint64 MostOutput = qint64(1024) * 1024;
constexpr int EndWaitMs = 1000;

QProcessEnvironment bareEnvironment()
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment bare;
    for (const char *name : {"PATH", "HOME"}) {
        bare.insert(QLatin1String(name), own.value(QLatin1String(name)));
    }
    bare.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    return bare;
}

} // namespace

QString programPath(const QString &name, const QString &path)
{
    if (name.contains(QLatin1Char('/'))) {
        const QFileInfo file(name);
        return file.isAbsolute() && file.isFile() && file.isExecutable() ? QDir::cleanPath(name) : QString();
    }
    QStringList folders;
    for (const QString &folder : path.split(QLatin1Char(':'), Qt::SkipEmptyParts)) {
        if (QDir::isAbsolutePath(folder)) {
            folders << folder;
        }
    }
    // With an empty list Qt would search the PATH of the process.
    return folders.isEmpty() || name.isEmpty() ? QString() : QStandardPaths::findExecutable(name, folders);
}

CommandProbe::CommandProbe(ProbeInput input)
    : Probe(std::move(input))
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setProcessEnvironment(bareEnvironment());
    m_process.setWorkingDirectory(QDir::rootPath());
    m_process.setChildProcessModifier([] { ::setsid(); });
    connect(&m_process, &QProcess::started, this, [this] { m_group = m_process.processId(); });
    connect(&m_process, &QIODevice::readyRead, this, &CommandProbe::drain);
    connect(&m_process, &QProcess::finished, this, &CommandProbe::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            finish(unknown("command-not-started", {m_argv.first(), m_process.errorString()}));
        }
    });
}

CommandProbe::~CommandProbe()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_group = m_process.processId();
        killGroup();
        m_process.waitForFinished(EndWaitMs);
    }
}

void CommandProbe::run()
{
    m_argv = arguments().list("argv");
    const QString program =
        programPath(m_argv.first(), QProcessEnvironment::systemEnvironment().value(QStringLiteral("PATH")));
    if (program.isEmpty()) {
        finish(unknown("command-not-found", {m_argv.first()}));
        return;
    }
    m_argv.first() = program;
    whenFinished(this, reach().isAllowed(context().binding.planHash, m_argv),
                 [this](const Result<bool> &allowed) { onConsent(allowed); });
}

void CommandProbe::onConsent(const Result<bool> &allowed)
{
    if (!allowed.value_or(false)) {
        finish(unknown("consent-needed", m_argv));
        return;
    }
    m_process.start(m_argv.first(), m_argv.mid(1), QIODevice::ReadOnly);
}

void CommandProbe::drain()
{
    m_printed += m_process.readAll().size();
    if (m_printed > MostOutput && !isFinished()) {
        finish(unknown("command-too-much-output", {m_argv.first()}));
        killGroup();
    }
}

void CommandProbe::onFinished(int exitCode, QProcess::ExitStatus status)
{
    killGroup(); // whatever it left running
    if (status == QProcess::CrashExit) {
        finish(failed("command-crashed", {m_argv.first()}));
    } else if (exitCode != 0) {
        finish(failed("command-failed", {m_argv.first(), QString::number(exitCode)}));
    } else {
        finish(passed("command-succeeded", {m_argv.first()}));
    }
}

void CommandProbe::killGroup()
{
    const auto group = static_cast<pid_t>(m_group);
    // Directly after the fork the group may not exist yet.
    if (group > 0 && ::kill(-group, SIGKILL) != 0 && m_process.state() != QProcess::NotRunning) {
        ::kill(group, SIGKILL);
    }
}

} // namespace signalbox::probes
