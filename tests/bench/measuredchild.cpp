// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measuredchild.h"

#include "tests/bench/statistics.h"

#include <QDeadlineTimer>
#include <QProcessEnvironment>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace signalbox::bench
{

namespace
{

std::vector<QByteArray> encoded(const QStringList &texts)
{
    std::vector<QByteArray> bytes;
    for (const QString &text : texts) {
        bytes.push_back(text.toLocal8Bit());
    }
    return bytes;
}

/// Null-terminated, pointing into `texts`.
std::vector<char *> pointersTo(std::vector<QByteArray> &texts)
{
    std::vector<char *> pointers;
    for (QByteArray &text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

void closeAndForget(int &descriptor)
{
    if (descriptor >= 0) {
        ::close(descriptor);
        descriptor = -1;
    }
}

double secondsOf(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

struct Pipes {
    std::array<int, 2> input{-1, -1};
    std::array<int, 2> output{-1, -1};
    std::array<int, 2> started{-1, -1}; ///< carries the time of exec, and errno if exec failed
};

/// Runs in the forked child: async-signal-safe calls only.
[[noreturn]] void becomeProgram(const Pipes &pipes, bool discard, char **arguments, char **environment)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(pipes.input[0], STDIN_FILENO);
    const int output = discard ? ::open("/dev/null", O_WRONLY | O_CLOEXEC) : pipes.output[1];
    ::dup2(output, STDOUT_FILENO);
    const qint64 now = monotonicNs();
    bool told = ::write(pipes.started[1], &now, sizeof now) == sizeof now;
    ::execvpe(arguments[0], arguments, environment);
    const qint64 problem = errno;
    told = told && ::write(pipes.started[1], &problem, sizeof problem) == sizeof problem;
    ::_exit(told ? 127 : 126);
}

} // namespace

MeasuredChild::MeasuredChild(const Command &command)
    : m_patience(command.patience)
{
    // A child that is gone is seen by read(); it must not end us.
    std::signal(SIGPIPE, SIG_IGN);
    start(command);
}

MeasuredChild::~MeasuredChild()
{
    closeAndForget(m_input);
    ChildUsage usage;
    QDeadlineTimer deadline(m_patience);
    bool asked = false;
    while (m_pid > 0 && !reap(usage, false)) {
        if (deadline.hasExpired()) {
            ::kill(m_pid, SIGKILL);
            (void)reap(usage, true);
            break;
        }
        if (!asked && deadline.remainingTime() < m_patience.count() / 2) {
            ::kill(m_pid, SIGTERM);
            asked = true;
        }
        ::poll(nullptr, 0, 10);
    }
    closeAndForget(m_output);
}

void MeasuredChild::start(const Command &command)
{
    Pipes pipes;
    if (::pipe2(pipes.input.data(), O_CLOEXEC) != 0 || ::pipe2(pipes.output.data(), O_CLOEXEC) != 0 ||
        ::pipe2(pipes.started.data(), O_CLOEXEC) != 0) {
        m_failure = QStringLiteral("pipe: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
        return;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = command.environment.cbegin(); it != command.environment.cend(); ++it) {
        environment.insert(it.key(), it.value());
    }
    // Everything is allocated before fork(): between it and exec nothing may allocate.
    std::vector<QByteArray> argumentTexts = encoded(QStringList{command.program} + command.arguments);
    std::vector<QByteArray> environmentTexts = encoded(environment.toStringList());
    const std::vector<char *> arguments = pointersTo(argumentTexts);
    const std::vector<char *> variables = pointersTo(environmentTexts);
    m_pid = ::fork();
    if (m_pid == 0) {
        becomeProgram(pipes, command.output == Output::Discard, const_cast<char **>(arguments.data()),
                      const_cast<char **>(variables.data()));
    }
    m_input = pipes.input[1];
    m_output = pipes.output[0];
    ::close(pipes.input[0]);
    ::close(pipes.output[1]);
    ::close(pipes.started[1]);
    readStart(pipes.started[0]);
    ::close(pipes.started[0]);
    if (!m_failure.isEmpty()) {
        m_failure = command.program + QStringLiteral(": ") + m_failure;
    }
}

void MeasuredChild::readStart(int pipe)
{
    qint64 problem = 0;
    if (m_pid < 0 || ::read(pipe, &m_execNs, sizeof m_execNs) != sizeof m_execNs) {
        m_failure = QStringLiteral("it could not be started");
    } else if (::read(pipe, &problem, sizeof problem) == sizeof problem) {
        m_failure = QString::fromLocal8Bit(std::strerror(static_cast<int>(problem)));
    }
}

bool MeasuredChild::write(const QByteArray &line)
{
    const QByteArray bytes = line + '\n';
    return ::write(m_input, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size();
}

std::optional<QByteArray> MeasuredChild::readLine(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (true) {
        const qsizetype end = m_buffer.indexOf('\n');
        if (end >= 0) {
            QByteArray line = m_buffer.left(end);
            m_buffer.remove(0, end + 1);
            return line;
        }
        pollfd wanted{m_output, POLLIN, 0};
        if (::poll(&wanted, 1, static_cast<int>(deadline.remainingTime())) <= 0) {
            if (errno == EINTR && !deadline.hasExpired()) {
                continue;
            }
            return {};
        }
        std::array<char, 65536> chunk{};
        const ssize_t got = ::read(m_output, chunk.data(), chunk.size());
        if (got <= 0) {
            return {};
        }
        m_buffer.append(chunk.data(), got);
    }
}

std::optional<QByteArray> MeasuredChild::expect(const QByteArray &prefix, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        const std::optional<QByteArray> line = readLine(std::chrono::milliseconds(deadline.remainingTime()));
        if (!line) {
            break;
        }
        if (line->startsWith(prefix)) {
            return line->mid(prefix.size()).trimmed();
        }
        if (line->startsWith("error ")) {
            m_failure = QString::fromUtf8(line->mid(6));
            return {};
        }
        m_skipped.append(*line);
    }
    m_failure = QStringLiteral("no \"%1\" from it in %2 s")
                    .arg(QString::fromUtf8(prefix.trimmed()))
                    .arg(static_cast<double>(patience.count()) / 1000);
    return {};
}

QList<QByteArray> MeasuredChild::takeSkipped()
{
    return std::exchange(m_skipped, {});
}

bool MeasuredChild::reap(ChildUsage &usage, bool block)
{
    int status = 0;
    rusage resources{};
    const pid_t ended = ::wait4(m_pid, &status, block ? 0 : WNOHANG, &resources);
    if (ended == 0 || (ended < 0 && errno == EINTR)) {
        return false;
    }
    usage.wallSeconds = static_cast<double>(monotonicNs() - m_execNs) / 1e9;
    usage.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    usage.cpuSeconds = secondsOf(resources.ru_utime) + secondsOf(resources.ru_stime);
    usage.peakMegabytes = static_cast<double>(resources.ru_maxrss) * 1024 / 1e6;
    m_pid = -1;
    return true;
}

ChildUsage MeasuredChild::wait(std::chrono::milliseconds patience)
{
    ChildUsage usage;
    const QDeadlineTimer deadline(patience);
    while (m_pid > 0 && !reap(usage, false)) {
        if (deadline.hasExpired()) {
            usage.timedOut = true;
            ::kill(m_pid, SIGKILL);
            while (!reap(usage, true)) {
            }
            break;
        }
        ::poll(nullptr, 0, 1);
    }
    return usage;
}

} // namespace signalbox::bench
