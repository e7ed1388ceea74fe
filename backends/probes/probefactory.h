// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/probe.h"

#include <memory>

namespace signalbox::probes
{

/// Never null: a kind of another version makes a probe that finds Unknown.
[[nodiscard]] std::unique_ptr<Probe> makeProbe(const ProbeInput &input);

} // namespace signalbox::probes
