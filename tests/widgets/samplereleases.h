// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

namespace signalbox::samples
{

/// The moment all samples are seen at.
[[nodiscard]] QDateTime now();
[[nodiscard]] StepRow weightStep(int weight);
/// A pause; no duration means until promoted.
[[nodiscard]] StepRow pauseStep(std::optional<std::chrono::seconds> duration = std::nullopt);

/// 5 % for 15 m, 25 % for 30 m and a gate, 50 % and a gate, 100 %; waiting at the gate of 25 %.
[[nodiscard]] Release canaryAtGate();
/// The same, 11 minutes into the bake of 25 %.
[[nodiscard]] Release canaryBaking();
[[nodiscard]] Release canaryAborted();
[[nodiscard]] Release steady();
[[nodiscard]] Release blueGreenWaiting();
[[nodiscard]] Release blueGreenSwitched();
[[nodiscard]] Release rollingDeployment();
/// A canary of so many steps (weights and pauses in turn), with step `at` under way.
[[nodiscard]] Release longCanary(int steps, int at);

} // namespace signalbox::samples
