// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/freshness.h"

#include <QDateTime>

namespace signalbox::prometheus
{

/// Turns outcomes of calls into the state of a connection. A refusal that is about one query leaves the
/// server live; an answer that is not JSON does not.
class HealthTracker
{
public:
    /// @param error none: the call worked @return the new state if it differs from the one before
    [[nodiscard]] std::optional<SourceState> observe(const std::optional<Error> &error, const QDateTime &now);

private:
    SourceState m_state;
};

} // namespace signalbox::prometheus
