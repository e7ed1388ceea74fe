// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"
#include "models/domain/probefinding.h"
#include "models/domain/result.h"

#include <QFuture>

namespace signalbox
{

/// What probes are asked about.
struct ProbeContext {
    ReleaseKey release;
    Binding binding;
    MetricScope scope;
    QVector<ContainerImage> images; ///< of the version to be released, with digests where they are known
};

/// Runs the probes of a plan. Every probe ends within its timeout; one that cannot be run is a finding of
/// result Unknown that says why, not an error. Thread-safe; results may come from other threads.
class ProbeRunner
{
public:
    virtual ~ProbeRunner() = default;
    [[nodiscard]] virtual QFuture<Result<ProbeFinding>> run(ProbeSpec spec, ProbeContext context) = 0;
};

} // namespace signalbox
