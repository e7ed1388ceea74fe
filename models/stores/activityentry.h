// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"
#include "models/domain/operation.h"

namespace signalbox
{

enum class ActivityKind {
    Event,     ///< told by the cluster
    Record,    ///< written to the ledger, by this desk or another
    Operation, ///< run by this desk, and not in the ledger yet
};

enum class ActivityTone { Neutral, Good, Warning, Bad };

/// One thing that happened. Codes and external text only: widgets make sentences of it.
struct ActivityEntry {
    QString id; ///< the same thing always has the same id
    ActivityKind kind = ActivityKind::Event;
    ActivityTone tone = ActivityTone::Neutral;
    QDateTime time; ///< UTC
    QString cluster;
    QString namespaceName;
    QString objectKind; ///< events: Pod, Rollout …; empty otherwise
    QString object;
    QString reason;  ///< events: the reason; others: the action by name
    QString text;    ///< events: the message; others: the reason a person gave. External: plain text
    QString actor;   ///< events: the component; others: the person
    QString subject; ///< decisions: seat, station, item, rule or role. External: plain text
    QString word;    ///< decisions: what was said of it, as stored (approve, no-go, consumed …)
    QString result;  ///< records: as written; operations: OperationPhase by name
    RecordKind recordKind = RecordKind::Observation; ///< records only
    int count = 1;                                   ///< how often the cluster has said it
    bool operator==(const ActivityEntry &) const = default;
};

/// A repeated event is a new occurrence: its id holds the count.
[[nodiscard]] ActivityEntry activityOf(const QString &cluster, const EventRow &event);
[[nodiscard]] ActivityEntry activityOf(const LedgerRecord &record);
[[nodiscard]] ActivityEntry activityOf(const OperationStatus &status);

} // namespace signalbox
