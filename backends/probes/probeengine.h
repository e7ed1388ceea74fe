// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/proberunner.h"
#include "backends/http/worker.h"
#include "backends/probes/probereach.h"

namespace signalbox::probes
{

/// Runs every kind of probe on one worker thread of its own, many at a time. Made and destroyed on the thread
/// that the lookups of `world` belong to; run() may be called from any thread. Cancelling a future ends its
/// probe; futures under way end with Cancelled when the engine is destroyed.
class ProbeEngine final : public ProbeRunner
{
public:
    explicit ProbeEngine(ProbeWorld world);
    ~ProbeEngine() override;

    [[nodiscard]] QFuture<Result<ProbeFinding>> run(ProbeSpec spec, ProbeContext context) override;

private:
    ProbeReach m_reach;
    http::Worker m_worker{QStringLiteral("probes")};
};

} // namespace signalbox::probes
