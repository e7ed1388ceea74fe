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
    NotConfirmed, ///< the machine passed it, nobody confirmed yet
    WaiverNotGranted,
    WaiverExpired,
};

/// One item as it counts now.
struct CheckState {
    QString item;
    CheckResult result = CheckResult::Unknown;
    CheckReason reason = CheckReason::NeverChecked;
    std::optional<Evidence> machine; ///< newest of each kind
    std::optional<Evidence> confirmed;
    std::optional<Waiver> waiver;
    QDateTime validUntil; ///< when it becomes Unknown by itself; invalid: never
    [[nodiscard]] bool satisfied() const
    {
        return result == CheckResult::Pass || result == CheckResult::Waived ||
               result == CheckResult::NotApplicable;
    }
    bool operator==(const CheckState &) const = default;
};

struct ChecklistState {
    QString checklist;
    QVector<CheckState> items; ///< in the order of the plan
    int satisfied = 0;
    int failed = 0;
    int unknown = 0;
    bool complete = false; ///< every mandatory item is satisfied
    QDateTime nextChange;  ///< earliest validUntil
    bool operator==(const ChecklistState &) const = default;
};

[[nodiscard]] ChecklistState evaluateChecklist(const Checklist &checklist, const QVector<Evidence> &evidence,
                                               const QVector<Waiver> &waivers, const Binding &current,
                                               const QDateTime &now);

} // namespace signalbox
