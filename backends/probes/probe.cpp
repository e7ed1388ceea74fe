// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/probe.h"

#include "backends/probes/findings.h"

namespace signalbox::probes
{

Probe::Probe(ProbeInput input)
    : m_input(std::move(input))
    , m_arguments(m_input.spec)
{
}

void Probe::finish(const ProbeFinding &finding)
{
    if (!m_finished) {
        m_finished = true;
        Q_EMIT finished(finding);
    }
}

void Probe::start()
{
    if (m_arguments.problem().isEmpty()) {
        run();
    } else {
        finish(unknown("parameter-invalid", {m_arguments.problem()}));
    }
}

} // namespace signalbox::probes
