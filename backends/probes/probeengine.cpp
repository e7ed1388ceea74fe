// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/probeengine.h"

#include "backends/probes/proberun.h"

namespace signalbox::probes
{

ProbeEngine::ProbeEngine(ProbeWorld world)
    : m_reach(std::move(world))
{
}

ProbeEngine::~ProbeEngine()
{
    m_worker.stop(); // before what the probes reach through
}

QFuture<Result<ProbeFinding>> ProbeEngine::run(ProbeSpec spec, ProbeContext context)
{
    Answer<ProbeFinding> answer;
    auto future = answer.future();
    ProbeInput input{std::move(spec), std::move(context), &m_reach};
    m_worker.post([answer, input = std::move(input), parent = m_worker.context()] {
        auto *run = new ProbeRun(input, answer, parent);
        run->start();
    });
    return future;
}

} // namespace signalbox::probes
