// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/linechannel.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>
#include <unistd.h>

namespace signalbox::bench
{

LineChannel::LineChannel(QObject *parent)
    : QObject(parent)
    , m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &LineChannel::read);
}

void LineChannel::say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void LineChannel::fail(const QString &text)
{
    QByteArray line = text.toUtf8();
    line.replace('\n', ' ');
    say("error " + line);
    QCoreApplication::exit(1);
}

void LineChannel::read()
{
    std::array<char, 4096> chunk{};
    const ssize_t got = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (got <= 0) {
        m_notifier.setEnabled(false);
        QCoreApplication::quit();
        return;
    }
    m_buffer.append(chunk.data(), got);
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
        const QByteArray line = m_buffer.left(end);
        m_buffer.remove(0, end + 1);
        Q_EMIT received(line);
    }
}

} // namespace signalbox::bench
