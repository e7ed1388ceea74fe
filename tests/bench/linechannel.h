// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace signalbox::bench
{

/// The child's end of the conversation with the bench: lines in on standard input, lines out on standard
/// output. Ends the program when the bench closes its end or is gone.
class LineChannel final : public QObject
{
    Q_OBJECT

public:
    explicit LineChannel(QObject *parent = nullptr);

    static void say(const QByteArray &line);
    /// Says "error TEXT" and ends the program.
    static void fail(const QString &text);

Q_SIGNALS:
    void received(const QByteArray &line);

private:
    void read();

    QSocketNotifier m_notifier;
    QByteArray m_buffer;
};

} // namespace signalbox::bench
