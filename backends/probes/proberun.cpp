// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/proberun.h"

#include "backends/probes/findings.h"
#include "backends/probes/probefactory.h"

namespace signalbox::probes
{

namespace
{

constexpr std::chrono::seconds DefaultTimeout{10};
constexpr std::chrono::seconds LongestTimeout{std::chrono::minutes(30)};

} // namespace

ProbeRun::ProbeRun(const ProbeInput &input, Answer<ProbeFinding> answer, QObject *parent)
    : QObject(parent)
    , m_clock(input.reach->clock())
    , m_probe(makeProbe(input))
    , m_answer(std::move(answer))
    , m_timeout(input.spec.timeout.count() > 0 ? std::min(input.spec.timeout, LongestTimeout)
                                               : DefaultTimeout)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this,
            [this] { end(unknown("timeout", {QString::number(m_timeout.count())})); });
    connect(m_probe.get(), &Probe::finished, this, &ProbeRun::end);
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, &QObject::deleteLater);
}

ProbeRun::~ProbeRun()
{
    m_probe->disconnect(this);
}

void ProbeRun::start()
{
    m_started = m_clock.steady();
    m_limit.start(m_timeout);
    m_watcher.setFuture(m_answer.future());
    m_probe->start();
}

void ProbeRun::end(ProbeFinding finding)
{
    m_limit.stop();
    m_probe->disconnect(this);
    finding.at = m_clock.nowUtc();
    finding.took = m_clock.steady() - m_started;
    m_answer.give(std::move(finding));
    deleteLater();
}

} // namespace signalbox::probes
