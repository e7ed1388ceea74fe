// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/probe.h"

#include <QProcess>

namespace signalbox::probes
{

/// A local program, if the user allowed exactly these arguments under exactly this plan. No shell, nothing on
/// standard input, a bare environment, limited time and output; its whole process group ends with the probe.
/// What it prints is counted and dropped: it may hold anything.
class CommandProbe final : public Probe
{
    Q_OBJECT

public:
    explicit CommandProbe(ProbeInput input);
    ~CommandProbe() override;

protected:
    void run() override;

private:
    void onConsent(const Result<bool> &allowed);
    void drain();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void killGroup();

    QProcess m_process;
    QStringList m_argv;
    qint64 m_printed = 0;
    qint64 m_group = 0; ///< id of the process, which leads its group
};

/// Absolute path of a program: as given, or searched for in the absolute folders of `path` if it is a bare
/// name. Empty if there is none.
[[nodiscard]] QString programPath(const QString &name, const QString &path);

} // namespace signalbox::probes
