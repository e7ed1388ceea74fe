// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/gate.h"
#include "models/domain/interlock.h"
#include "models/domain/poll.h"

namespace signalbox
{

/// Everything the ledger holds about one run, as facts. What they mean now is computed (gateState, pollState,
/// evaluateChecklist), so that two desks with the same facts and clock show the same.
struct Decisions {
    QString runId;
    qint64 version = 0;  ///< grows with every accepted command of this run
    QStringList applied; ///< ids of accepted commands; an engine may give only the one it is asked about
    QVector<Gate> gates; ///< oldest first
    QVector<Poll> polls;
    QVector<Evidence> evidence; ///< oldest first; what is older than the open decisions may be thinned out
    QVector<Waiver> waivers;
    QVector<Override> overrides;
    QVector<RoleGrant> grants;
    bool operator==(const Decisions &) const = default;
};

} // namespace signalbox
