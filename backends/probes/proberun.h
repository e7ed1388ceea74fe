// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/probe.h"

#include <QFutureWatcher>
#include <QTimer>

#include <memory>

namespace signalbox::probes
{

/// One probe with its time limit and the future somebody waits for. Lives on the worker and deletes itself.
class ProbeRun final : public QObject
{
    Q_OBJECT

public:
    ProbeRun(const ProbeInput &input, Answer<ProbeFinding> answer, QObject *parent);
    ~ProbeRun() override;

    void start();

private:
    void end(ProbeFinding finding);

    const Clock &m_clock;
    std::unique_ptr<Probe> m_probe;
    Answer<ProbeFinding> m_answer;
    QFutureWatcher<Result<ProbeFinding>> m_watcher;
    QTimer m_limit;
    std::chrono::milliseconds m_started{0};
    std::chrono::seconds m_timeout;
};

} // namespace signalbox::probes
