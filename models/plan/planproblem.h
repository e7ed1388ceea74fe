// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace signalbox
{

/// What can be wrong with a plan. The comment names the args.
enum class PlanProblemCode {
    TooLarge, ///< size, limit in bytes
    NotUtf8,
    Empty,
    Syntax, ///< text of the YAML reader
    SeveralDocuments,
    AnchorRefused,
    TagRefused,           ///< tag
    ControlCharacter,     ///< code point: U+001F
    TooDeep,              ///< limit
    TooManyValues,        ///< limit
    TooManyProblems,      ///< limit; the rest is left out
    UnknownFormat,        ///< version found
    DuplicateKey,         ///< key
    UnknownKey,           ///< key
    MissingKey,           ///< key
    MissingOneOf,         ///< keys, joined with ", "
    OnlyOneOf,            ///< keys, joined with ", "
    WrongType,            ///< type found
    NoValue,              ///< key
    IncompleteText,       ///< languages missing, joined with ", "
    BadId,                ///< text
    DuplicateId,          ///< id, line of the other
    ReservedId,           ///< id
    UnknownReference,     ///< id, sort of thing
    DuplicateReference,   ///< id
    CyclicReference,      ///< the circle, joined with " → "
    BadRequirement,       ///< text
    BadDuration,          ///< text
    EmptyDuration,        ///< key
    BadThreshold,         ///< text
    ThresholdWithoutUnit, ///< text, unit
    UnitMismatch,         ///< text, unit
    BadNumber,            ///< text
    OutOfRange,           ///< text
    UnknownWord,          ///< text
    UnknownProbeKind,     ///< text
    UnknownParameter,     ///< name, kind
    MissingParameter,     ///< name, kind
    BadParameter,         ///< value, name
    UnknownPlaceholder,   ///< placeholder
    LadderOrder,          ///< the two texts in the order written
    StepOrder,            ///< weight, weight of the step before
    EmptyList,            ///< key
    NothingLooks,         ///< mode
    NotForKind,           ///< key, kind
    NeedsForKind,         ///< key, kind
    QuorumTooLarge,       ///< quorum, seats
    BadTimeZone,          ///< text
    BadTime,              ///< text
    EndsBeforeStart,      ///< the two texts
    BadRecurrence,        ///< part that is wrong
    QueryRefused,         ///< what the metrics server says
    DuplicatePlan,        ///< plan id, origin of the one that counts
};

/// Stable word for logs and JSON: "threshold-without-unit".
[[nodiscard]] QString planProblemName(PlanProblemCode code);

/// One thing that is wrong, where, and what was expected instead. External text in args, path and expected.
struct PlanProblem {
    QString file;
    int line = 0;   ///< from 1; 0: the file as a whole
    int column = 0; ///< from 1, in characters
    QString path;   ///< gates[2].timeout
    PlanProblemCode code = PlanProblemCode::Syntax;
    QStringList args;
    QString expected; ///< in words of the format, the same in every language: "15m, 24h", "manual, automatic"
    bool operator==(const PlanProblem &) const = default;
};

} // namespace signalbox
