// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace signalbox::drill
{

/// A program that cannot outlive us: the kernel kills it when the thread that started it ends, however it
/// ends. Start it from the main thread.
class ChildProcess final : public QObject
{
    Q_OBJECT

public:
    explicit ChildProcess(QObject *parent = nullptr);
    /// Ends the program, forcibly if it does not listen within two seconds.
    ~ChildProcess() override;

    /// @param folder working folder; output goes to NAME.log in it
    [[nodiscard]] Result<Done> start(const QString &program, const QStringList &arguments,
                                     const QString &folder);
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    /// The program ended although nobody asked it to.
    void died(const QString &program);

private:
    QProcess m_process;
    bool m_ending = false;
};

/// Runs a program to its end. @param timeout in ms
[[nodiscard]] Result<Done> runToEnd(const QString &program, const QStringList &arguments,
                                    const QString &folder, int timeout);

} // namespace signalbox::drill
