// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/decisiontext.h"

#include <QCoreApplication>

#include <array>

namespace signalbox
{

namespace
{

/// In the order of the enumeration.
constexpr std::array<const char *, 39> refusals = {
    "",
    QT_TRANSLATE_NOOP("DecisionText", "This gate is not known to the ledger."),
    QT_TRANSLATE_NOOP("DecisionText", "This poll is not known to the ledger."),
    QT_TRANSLATE_NOOP("DecisionText", "This waiver is not known to the ledger."),
    QT_TRANSLATE_NOOP("DecisionText", "This exception is not known to the ledger."),
    QT_TRANSLATE_NOOP("DecisionText", "The gate has no such seat."),
    QT_TRANSLATE_NOOP("DecisionText", "The poll has no such station."),
    QT_TRANSLATE_NOOP("DecisionText", "The gate is not open."),
    QT_TRANSLATE_NOOP("DecisionText", "The gate is not approved."),
    QT_TRANSLATE_NOOP("DecisionText", "This gate is already open."),
    QT_TRANSLATE_NOOP("DecisionText", "Somebody already filled this seat."),
    QT_TRANSLATE_NOOP("DecisionText", "You already fill another seat; one person, one seat."),
    QT_TRANSLATE_NOOP("DecisionText", "You do not hold the role this takes."),
    QT_TRANSLATE_NOOP("DecisionText", "You asked for it, so you cannot approve it."),
    QT_TRANSLATE_NOOP("DecisionText", "You wrote the change, so you cannot approve it."),
    QT_TRANSLATE_NOOP("DecisionText", "You carry out the deployment, so you cannot approve it."),
    QT_TRANSLATE_NOOP("DecisionText", "Automation cannot decide; a person has to."),
    QT_TRANSLATE_NOOP("DecisionText", "A reason is required."),
    QT_TRANSLATE_NOOP("DecisionText", "There is no vote to revoke."),
    QT_TRANSLATE_NOOP("DecisionText", "Only the person who gave it can take it back."),
    QT_TRANSLATE_NOOP("DecisionText", "The plan or the artefact changed; look at it again."),
    QT_TRANSLATE_NOOP("DecisionText", "The poll is not open."),
    QT_TRANSLATE_NOOP("DecisionText", "Another station has to answer first."),
    QT_TRANSLATE_NOOP("DecisionText", "You already speak for another station."),
    QT_TRANSLATE_NOOP("DecisionText", "You wrote the change, so you cannot direct the poll."),
    QT_TRANSLATE_NOOP("DecisionText", "Not every mandatory criterion is met."),
    QT_TRANSLATE_NOOP("DecisionText", "The answers do not allow this verdict."),
    QT_TRANSLATE_NOOP("DecisionText", "There is no GO that could be used."),
    QT_TRANSLATE_NOOP("DecisionText", "It asks for more time than is allowed."),
    QT_TRANSLATE_NOOP("DecisionText", "It is already granted."),
    QT_TRANSLATE_NOOP("DecisionText", "This rule is absolute; nobody can set it aside."),
    QT_TRANSLATE_NOOP("DecisionText", "The plan lacks a time this needs."),
    QT_TRANSLATE_NOOP("DecisionText", "The clocks of this desk and the ledger differ by more than 5 s."),
    QT_TRANSLATE_NOOP("DecisionText", "The command is incomplete."),
    QT_TRANSLATE_NOOP("DecisionText", "This gate opens by itself; nobody votes on it."),
    QT_TRANSLATE_NOOP("DecisionText", "This poll is already open."),
    QT_TRANSLATE_NOOP("DecisionText", "Nothing changed that would void it."),
    QT_TRANSLATE_NOOP("DecisionText", "The time for it is over."),
    QT_TRANSLATE_NOOP("DecisionText", "There is no such rule."),
};
static_assert(refusals.size() == static_cast<std::size_t>(Refusal::UnknownRule) + 1);

} // namespace

QString refusalText(Refusal refusal)
{
    const auto index = static_cast<std::size_t>(refusal);
    const char *text = index < refusals.size() ? refusals.at(index) : "";
    return *text == '\0' ? QString() : QCoreApplication::translate("DecisionText", text);
}

} // namespace signalbox
