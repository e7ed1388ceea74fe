// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/checklistrun.h"

#include <chrono>

namespace signalbox
{

/// What a probe saw, as a stable word and values, so that each reader gets it in their language. The texts
/// are in widgets/style/probetext; args are external text.
struct ProbeFinding {
    CheckResult result = CheckResult::Unknown; ///< Pass, Fail or Unknown
    bool warning = false;                      ///< passes, but somebody should look (certificate < 30 d)
    QString code;                              ///< "nodes-ready", "tls-days-left", "timeout" …
    QStringList args;
    QDateTime at;
    std::chrono::milliseconds took{0};
    bool operator==(const ProbeFinding &) const = default;
};

} // namespace signalbox
