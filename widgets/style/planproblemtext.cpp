// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/planproblemtext.h"

#include "widgets/style/safetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace signalbox
{
namespace
{

struct ProblemWords {
    PlanProblemCode code;
    const char *text; ///< places as the comments of PlanProblemCode say
};

constexpr std::array<ProblemWords, 53> problemWords = {{
    {PlanProblemCode::TooLarge,
     QT_TRANSLATE_NOOP("PlanProblemText", "The file has %1 bytes; a plan may have %2.")},
    {PlanProblemCode::NotUtf8, QT_TRANSLATE_NOOP("PlanProblemText", "The file is not UTF-8 text.")},
    {PlanProblemCode::Empty, QT_TRANSLATE_NOOP("PlanProblemText", "The file is empty.")},
    {PlanProblemCode::Syntax, QT_TRANSLATE_NOOP("PlanProblemText", "This is not YAML: %1.")},
    {PlanProblemCode::SeveralDocuments,
     QT_TRANSLATE_NOOP("PlanProblemText", "A file holds one plan; a second document begins here.")},
    {PlanProblemCode::AnchorRefused,
     QT_TRANSLATE_NOOP("PlanProblemText", "Anchors and aliases are not allowed; write the value out.")},
    {PlanProblemCode::TagRefused, QT_TRANSLATE_NOOP("PlanProblemText", "The tag %1 is not allowed.")},
    {PlanProblemCode::ControlCharacter,
     QT_TRANSLATE_NOOP("PlanProblemText", "The text holds a control character: %1.")},
    {PlanProblemCode::TooDeep,
     QT_TRANSLATE_NOOP("PlanProblemText", "This is nested more than %1 levels deep.")},
    {PlanProblemCode::TooManyValues,
     QT_TRANSLATE_NOOP("PlanProblemText", "The file holds more than %1 values.")},
    {PlanProblemCode::TooManyProblems,
     QT_TRANSLATE_NOOP("PlanProblemText", "There are more than %1 problems; the rest is not listed.")},
    {PlanProblemCode::UnknownFormat,
     QT_TRANSLATE_NOOP("PlanProblemText", "Format version %1 is not known here.")},
    {PlanProblemCode::DuplicateKey, QT_TRANSLATE_NOOP("PlanProblemText", "The key %1 is there twice.")},
    {PlanProblemCode::UnknownKey, QT_TRANSLATE_NOOP("PlanProblemText", "There is no key %1 here.")},
    {PlanProblemCode::MissingKey, QT_TRANSLATE_NOOP("PlanProblemText", "The key %1 is missing.")},
    {PlanProblemCode::MissingOneOf,
     QT_TRANSLATE_NOOP("PlanProblemText", "One of these keys is missing: %1.")},
    {PlanProblemCode::OnlyOneOf,
     QT_TRANSLATE_NOOP("PlanProblemText", "Only one of these keys may be there: %1.")},
    {PlanProblemCode::WrongType,
     QT_TRANSLATE_NOOP("PlanProblemText", "A value of another type belongs here; found: %1.")},
    {PlanProblemCode::NoValue, QT_TRANSLATE_NOOP("PlanProblemText", "%1 has no value.")},
    {PlanProblemCode::IncompleteText, QT_TRANSLATE_NOOP("PlanProblemText", "The text is missing in: %1.")},
    {PlanProblemCode::BadId, QT_TRANSLATE_NOOP("PlanProblemText", "“%1” cannot be an id.")},
    {PlanProblemCode::DuplicateId,
     QT_TRANSLATE_NOOP("PlanProblemText", "The id %1 is taken already, in line %2.")},
    {PlanProblemCode::ReservedId,
     QT_TRANSLATE_NOOP("PlanProblemText", "The id %1 has a meaning of its own.")},
    {PlanProblemCode::UnknownReference, QT_TRANSLATE_NOOP("PlanProblemText", "There is no “%1” among: %2.")},
    {PlanProblemCode::DuplicateReference, QT_TRANSLATE_NOOP("PlanProblemText", "%1 is named twice.")},
    {PlanProblemCode::CyclicReference,
     QT_TRANSLATE_NOOP("PlanProblemText", "These steps wait for each other: %1.")},
    {PlanProblemCode::BadRequirement,
     QT_TRANSLATE_NOOP("PlanProblemText", "“%1” is not the id of a requirement.")},
    {PlanProblemCode::BadDuration, QT_TRANSLATE_NOOP("PlanProblemText", "“%1” is not a duration.")},
    {PlanProblemCode::EmptyDuration, QT_TRANSLATE_NOOP("PlanProblemText", "%1 must be longer than nothing.")},
    {PlanProblemCode::BadThreshold,
     QT_TRANSLATE_NOOP("PlanProblemText", "“%1” is not a number with a unit.")},
    {PlanProblemCode::ThresholdWithoutUnit,
     QT_TRANSLATE_NOOP("PlanProblemText", "“%1” has no unit; it is measured as: %2.")},
    {PlanProblemCode::UnitMismatch,
     QT_TRANSLATE_NOOP("PlanProblemText", "The unit of “%1” does not fit; it is measured as: %2.")},
    {PlanProblemCode::BadNumber, QT_TRANSLATE_NOOP("PlanProblemText", "“%1” is not a whole number.")},
    {PlanProblemCode::OutOfRange, QT_TRANSLATE_NOOP("PlanProblemText", "%1 is out of range.")},
    {PlanProblemCode::UnknownWord,
     QT_TRANSLATE_NOOP("PlanProblemText", "“%1” is none of the words allowed here.")},
    {PlanProblemCode::UnknownProbeKind,
     QT_TRANSLATE_NOOP("PlanProblemText", "There is no probe of kind “%1”.")},
    {PlanProblemCode::UnknownParameter,
     QT_TRANSLATE_NOOP("PlanProblemText", "A probe of kind %2 has no parameter %1.")},
    {PlanProblemCode::MissingParameter,
     QT_TRANSLATE_NOOP("PlanProblemText", "A probe of kind %2 needs the parameter %1.")},
    {PlanProblemCode::BadParameter,
     QT_TRANSLATE_NOOP("PlanProblemText", "“%1” does not fit the parameter %2.")},
    {PlanProblemCode::UnknownPlaceholder,
     QT_TRANSLATE_NOOP("PlanProblemText", "The placeholder %1 is not known.")},
    {PlanProblemCode::LadderOrder,
     QT_TRANSLATE_NOOP("PlanProblemText", "%2 after %1: the limits do not get worse step by step.")},
    {PlanProblemCode::StepOrder,
     QT_TRANSLATE_NOOP("PlanProblemText", "The weight %1 is not more than the %2 before it.")},
    {PlanProblemCode::EmptyList, QT_TRANSLATE_NOOP("PlanProblemText", "The list %1 is empty.")},
    {PlanProblemCode::NothingLooks,
     QT_TRANSLATE_NOOP("PlanProblemText", "The mode is %1, but nothing is looked at.")},
    {PlanProblemCode::NotForKind, QT_TRANSLATE_NOOP("PlanProblemText", "%1 does not belong to: %2.")},
    {PlanProblemCode::NeedsForKind, QT_TRANSLATE_NOOP("PlanProblemText", "%1 is needed for: %2.")},
    {PlanProblemCode::QuorumTooLarge,
     QT_TRANSLATE_NOOP("PlanProblemText", "%1 have to approve, but there are only %2 seats.")},
    {PlanProblemCode::BadTimeZone, QT_TRANSLATE_NOOP("PlanProblemText", "The time zone “%1” is not known.")},
    {PlanProblemCode::BadTime, QT_TRANSLATE_NOOP("PlanProblemText", "“%1” is not a time.")},
    {PlanProblemCode::EndsBeforeStart,
     QT_TRANSLATE_NOOP("PlanProblemText", "The end %2 is before the start %1.")},
    {PlanProblemCode::BadRecurrence,
     QT_TRANSLATE_NOOP("PlanProblemText", "“%1” cannot be part of a recurrence rule.")},
    {PlanProblemCode::QueryRefused,
     QT_TRANSLATE_NOOP("PlanProblemText", "The metrics server refuses the query: %1")},
    {PlanProblemCode::DuplicatePlan,
     QT_TRANSLATE_NOOP("PlanProblemText", "The plan %1 is there twice; the one that counts: %2.")},
}};

} // namespace

QString planProblemText(const PlanProblem &problem)
{
    const auto found =
        std::find_if(problemWords.cbegin(), problemWords.cend(),
                     [&problem](const ProblemWords &words) { return words.code == problem.code; });
    if (found == problemWords.cend()) {
        return safeText(planProblemName(problem.code));
    }
    const QString text = QCoreApplication::translate("PlanProblemText", found->text);
    // Both at once, so that a %2 inside the first one stays what it is.
    const QString first = safeText(problem.args.value(0));
    const QString second = safeText(problem.args.value(1));
    const QString sentence = text.contains(QLatin1String("%2"))   ? text.arg(first, second)
                             : text.contains(QLatin1String("%1")) ? text.arg(first)
                                                                  : text;
    if (problem.expected.isEmpty()) {
        return sentence;
    }
    return QCoreApplication::translate("PlanProblemText", "%1 Expected: %2", "a sentence; examples or words")
        .arg(sentence, safeText(problem.expected, 600));
}

} // namespace signalbox
