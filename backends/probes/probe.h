// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/proberunner.h"
#include "backends/probes/probearguments.h"
#include "backends/probes/probereach.h"

#include <QObject>

namespace signalbox::probes
{

struct ProbeInput {
    ProbeSpec spec;
    ProbeContext context;
    const ProbeReach *reach = nullptr; ///< outlives the probe
};

/// One run of one probe on the probes' worker. Its owner limits the time and deletes it, at any moment; that
/// has to let go of everything.
class Probe : public QObject
{
    Q_OBJECT

public:
    explicit Probe(ProbeInput input);

    /// Runs, unless the parameters are not as they have to be.
    void start();

Q_SIGNALS:
    /// Exactly once.
    void finished(const signalbox::ProbeFinding &finding);

protected:
    virtual void run() = 0;
    void finish(const ProbeFinding &finding);
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] const ProbeSpec &spec() const { return m_input.spec; }
    [[nodiscard]] const ProbeContext &context() const { return m_input.context; }
    [[nodiscard]] const ProbeReach &reach() const { return *m_input.reach; }
    [[nodiscard]] const ProbeArguments &arguments() const { return m_arguments; }

private:
    ProbeInput m_input;
    ProbeArguments m_arguments;
    bool m_finished = false;
};

} // namespace signalbox::probes
