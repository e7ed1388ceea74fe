// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/probe.h"

namespace signalbox::probes
{

/// A report of tests (JUnit) or of a scan (SARIF) in a file, about an image of the release. Source:
/// requirements A.S1 tests and scans; results are bound to the exact image digest.
class ReportProbe final : public Probe
{
    Q_OBJECT

public:
    using Probe::Probe;

protected:
    void run() override;
};

} // namespace signalbox::probes
