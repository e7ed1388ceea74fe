// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/interlock.h"
#include "models/domain/localtext.h"

#include <QStringList>

#include <optional>

namespace signalbox
{

/// What somebody, or something, is about to do. Going back is named apart because most rules let it pass.
enum class MoveKind {
    Forward, ///< more exposure of the new version, or the start of a release
    Back,    ///< less exposure: abort, roll back, undo, pause, step back
    Scale,
    Destroy, ///< remove the old environment
    Failover,
    Decide, ///< vote, answer a poll, grant a waiver
};

struct Move {
    MoveKind kind = MoveKind::Forward;
    bool startsRelease = false;
    bool shiftsTraffic = true;
    bool emergency = false;    ///< emergency class, signed as such
    bool automatic = false;    ///< no person asked for it
    bool drill = false;        ///< a rehearsal
    QVector<int> weightsAfter; ///< percent by side; empty: the move sets no weights
};

/// A closed calendar entry in the way.
struct Closure {
    QString entry; ///< id
    LocalText title;
    LocalText reason;
    QDateTime opens; ///< UTC; invalid: not known
    bool operator==(const Closure &) const = default;
};

/// What is known at the moment of asking. An optional without value means "not known", which never counts as
/// good. Facts that do not apply to a system are set to their harmless value by whoever gathers them.
struct InterlockFacts {
    QDateTime now;                        ///< UTC, the ledger's clock
    std::optional<bool> targetHealthy;    ///< INV-01
    bool presentSideWorse = false;        ///< lesser harm: moving away helps in any case
    QString lockedBy;                     ///< INV-03: holder of the lease, unless it is us
    std::optional<int> writablePrimaries; ///< INV-04: after the move
    bool decidesOwn = false;              ///< INV-05: actor is requester, author or deployer
    QStringList unknownEvidence;  ///< INV-06: mandatory items without fresh evidence, as packed LocalText
    bool approvalsMatch = true;   ///< INV-07: gate and poll rest on what would be released
    bool approvalExpired = false; ///< INV-08
    bool frozen = false;          ///< INV-09: somebody froze this release
    QString openIncident;         ///< INV-09: name of an open SEV1 or SEV2 of the service
    std::optional<bool> incidentsKnown; ///< false or none: alerts could not be read
    QString breachedLimit;              ///< INV-09: metric over its rollback limit
    std::optional<Closure> closed;      ///< INV-10
    QString mustComeFirst;              ///< INV-11
    bool observationOver = false;       ///< INV-12 …
    bool evidenceStored = false;
    bool targetRollbackReady = false;
    std::optional<bool> capacityEnough; ///< INV-13
    std::optional<bool> soakDone;       ///< INV-14
    std::optional<bool> samplesEnough;  ///< INV-14
    bool onSilence = false;             ///< INV-15: nothing but missing data speaks for the move
    std::optional<std::chrono::seconds> sinceOpposite; ///< INV-16: since the last opposite traffic change
    std::optional<std::chrono::seconds> sinceScaling;  ///< INV-16: since the last scaling ended
    std::chrono::seconds scalingCooldown{900};
    bool budgetDeclared = false;        ///< INV-17
    std::optional<double> budgetLeft;   ///< ratio
    std::optional<int> stableTagsAfter; ///< INV-18: none: no registry is declared
    bool irreversible = false;          ///< INV-19: a migration that cannot be taken back
    bool forwardOnlyAcknowledged = false;
    std::optional<bool> regionNotReady; ///< INV-20: of the region to fail over to
    bool touchesProduction = false;     ///< INV-21: production DNS or writers
    bool identityKnown = false;         ///< INV-22 …
    std::optional<std::chrono::milliseconds> clockSkew;
    bool ledgerReachable = false; ///< INV-23, and the head of INV-22
    bool automationActs = false;  ///< INV-24: automation credentials
};
/// Larger skews make a desk unable to decide (C1).
inline constexpr std::chrono::milliseconds largestSkew{5000};

/// A rule that stands in the way, or would if it were not set aside.
struct InterlockHold {
    Interlock rule = Interlock::TargetHealthy;
    Message reason;
    std::optional<Override> setAsideBy; ///< set: it does not hold
    bool operator==(const InterlockHold &) const = default;
};

struct InterlockVerdict {
    QVector<InterlockHold> holds;    ///< in the order of the rules
    QVector<InterlockHold> setAside; ///< shown for ever beside what was done
    [[nodiscard]] bool allowed() const { return holds.isEmpty(); }
    bool operator==(const InterlockVerdict &) const = default;
};

/// Asks every rule about one move. Pure.
[[nodiscard]] InterlockVerdict askInterlocks(const Move &move, const InterlockFacts &facts,
                                             const QVector<Override> &overrides);

} // namespace signalbox
