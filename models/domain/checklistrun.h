// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisionbinding.h"
#include "models/domain/planchecklist.h"

#include <QHash>

#include <optional>

namespace signalbox
{

/// Source: requirements A, universal pass rule. Only Pass, and Waived or NotApplicable with a second
/// person's word, satisfy an item; Unknown never does.
enum class CheckResult { Pass, Fail, Unknown, Waived, NotApplicable };

/// What was seen or attested, when, by whom.
struct Evidence {
    QString id;
    QString runId;
    QString checklist;
    QString item;
    CheckResult result = CheckResult::Unknown; ///< Pass, Fail or Unknown
    bool byPerson = false;                     ///< attested or confirmed, not measured
    QString person;                            ///< who attested, or under whose identity the machine looked
    QString code;                              ///< word of a ProbeFinding; empty for attestations
    QStringList args;                          ///< of the finding
    QString comment;                           ///< as given by the person
    QString link;
    Binding binding;
    QDateTime at; ///< UTC, when it was seen
    bool operator==(const Evidence &) const = default;
};

/// An exception for one item: asked by one person, granted by another, until a date.
struct Waiver {
    QString id;
    QString runId;
    QString checklist;
    QString item;
    CheckResult kind = CheckResult::Waived; ///< Waived or NotApplicable
    QString reason;
    QString requester;
    QString grantedBy; ///< empty: not granted yet
    QDateTime requested;
    QDateTime granted;
    QDateTime until;
    bool operator==(const Waiver &) const = default;
};

/// Why an item counts as it does.
enum class CheckReason {
    None,
    NeverChecked,
    EvidenceStale,
    EvidenceForOtherArtefact,
    EvidenceForOtherPlan,
    NotConfirmed, ///< the machine passed it, nobody confirmed yet, or only before its result changed
    NoProof,      ///< attested without a link or a comment
    WaiverNotGranted,
    WaiverExpired,
};

/// One item as it counts now.
struct CheckState {
    QString item;
    CheckResult result = CheckResult::Unknown;
    CheckReason reason = CheckReason::NeverChecked;
    CheckMode mode = CheckMode::Machine;
    bool mandatory = true;
    std::optional<Evidence> machine; ///< newest of each kind
    std::optional<Evidence> confirmed;
    std::optional<Waiver> waiver; ///< newest, also when it no longer counts: it is displayed for ever
    QDateTime validUntil;         ///< last moment before it changes by itself; invalid: never
    /// Last moment at which what rests on this item was void, as far as the kept evidence shows: it failed,
    /// or had been Unknown for longer than one freshness period. While that goes on, the moment it began, so
    /// that the value does not change with every look. Nothing is void while a waiver is in force.
    QDateTime voidedAt;
    [[nodiscard]] bool satisfied() const
    {
        return result == CheckResult::Pass || result == CheckResult::Waived ||
               result == CheckResult::NotApplicable;
    }
    bool operator==(const CheckState &) const = default;
};

/// How long a person's confirmation of what the machine saw counts at least, however short-lived the
/// machine's evidence is. Source: requirements A, universal pass rule.
inline constexpr std::chrono::hours attestationLimit{24};

struct ChecklistState {
    QString checklist;
    QVector<CheckState> items; ///< in the order of the plan
    int satisfied = 0;
    int failed = 0;
    int unknown = 0;
    bool complete = false; ///< every mandatory item is satisfied
    QDateTime nextChange;  ///< earliest validUntil
    QDateTime voidedAt;    ///< latest of the mandatory items
    bool operator==(const ChecklistState &) const = default;
};

/// Evidence counts up to and including `at + freshness`, and a confirmation (mode S) for attestationLimit if
/// that is longer; a waiver no longer at `until`. A confirmation must be newer than the last change of the
/// machine's result or word. Evidence made under another plan never counts.
/// @param evidence in any order; per item and kind everything since the newest confirmation and since the
/// decision that asks, and the last one before, may not be left out
[[nodiscard]] ChecklistState evaluateChecklist(const Checklist &checklist, const QVector<Evidence> &evidence,
                                               const QVector<Waiver> &waivers, const Binding &current,
                                               const QDateTime &now);

} // namespace signalbox
