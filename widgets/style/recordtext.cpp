// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/recordtext.h"

#include "models/domain/actionname.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace signalbox
{
namespace
{

struct Word {
    const char *stored;
    const char *text;
};

constexpr std::array decisions{
    Word{"OpenGate", QT_TRANSLATE_NOOP("RecordText", "Open gate")},
    Word{"CastVote", QT_TRANSLATE_NOOP("RecordText", "Vote")},
    Word{"RevokeVote", QT_TRANSLATE_NOOP("RecordText", "Revoke vote")},
    Word{"EndGate", QT_TRANSLATE_NOOP("RecordText", "End gate")},
    Word{"OpenPoll", QT_TRANSLATE_NOOP("RecordText", "Open poll")},
    Word{"AnswerPoll", QT_TRANSLATE_NOOP("RecordText", "Poll answer")},
    Word{"AnnounceVerdict", QT_TRANSLATE_NOOP("RecordText", "Announce verdict")},
    Word{"EndPoll", QT_TRANSLATE_NOOP("RecordText", "End poll")},
    Word{"AddEvidence", QT_TRANSLATE_NOOP("RecordText", "Evidence")},
    Word{"RequestWaiver", QT_TRANSLATE_NOOP("RecordText", "Ask for waiver")},
    Word{"GrantWaiver", QT_TRANSLATE_NOOP("RecordText", "Grant waiver")},
    Word{"RequestOverride", QT_TRANSLATE_NOOP("RecordText", "Ask for override")},
    Word{"GrantOverride", QT_TRANSLATE_NOOP("RecordText", "Grant override")},
    Word{"GrantRole", QT_TRANSLATE_NOOP("RecordText", "Give role")},
    Word{"RevokeRole", QT_TRANSLATE_NOOP("RecordText", "Take role away")},
};

constexpr std::array values{
    Word{"approve", QT_TRANSLATE_NOOP("RecordText", "approved")},
    Word{"reject", QT_TRANSLATE_NOOP("RecordText", "rejected")},
    Word{"go", QT_TRANSLATE_NOOP("RecordText", "GO")},
    Word{"no-go", QT_TRANSLATE_NOOP("RecordText", "NO-GO")},
    Word{"hold", QT_TRANSLATE_NOOP("RecordText", "HOLD")},
    Word{"consumed", QT_TRANSLATE_NOOP("RecordText", "used")},
    Word{"withdrawn", QT_TRANSLATE_NOOP("RecordText", "withdrawn")},
    Word{"superseded", QT_TRANSLATE_NOOP("RecordText", "superseded")},
    Word{"invalidated", QT_TRANSLATE_NOOP("RecordText", "void")},
    Word{"revoked", QT_TRANSLATE_NOOP("RecordText", "revoked")},
    Word{"pass", QT_TRANSLATE_NOOP("RecordText", "passes")},
    Word{"fail", QT_TRANSLATE_NOOP("RecordText", "does not pass")},
    Word{"unknown", QT_TRANSLATE_NOOP("RecordText", "cannot be told")},
    Word{"waived", QT_TRANSLATE_NOOP("RecordText", "to be waived")},
    Word{"not-applicable", QT_TRANSLATE_NOOP("RecordText", "not applicable")},
};

constexpr std::array results{
    Word{"refused", QT_TRANSLATE_NOOP("RecordText", "refused by a rule")},
    Word{"denied", QT_TRANSLATE_NOOP("RecordText", "permission denied")},
};

template <size_t N> QString textOf(const std::array<Word, N> &table, const QString &stored)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Word &word) { return stored == QLatin1String(word.stored); });
    return found == table.end() ? QString() : QCoreApplication::translate("RecordText", found->text);
}

QString phaseText(const QString &result)
{
    if (result == QLatin1String("succeeded")) {
        return operationPhaseText(OperationPhase::Succeeded);
    }
    if (result == QLatin1String("failed")) {
        return operationPhaseText(OperationPhase::Failed);
    }
    if (result == QLatin1String("stopped")) {
        return operationPhaseText(OperationPhase::StoppedByHand);
    }
    return result == QLatin1String("running") ? operationPhaseText(OperationPhase::Running) : QString();
}

} // namespace

QString recordActionText(const ActivityEntry &entry)
{
    if (const auto action = actionFromName(entry.reason)) {
        return actionText(*action);
    }
    const QString decision = textOf(decisions, entry.reason);
    return decision.isEmpty() ? safeText(entry.reason, 80) : decision;
}

QString recordResultText(const ActivityEntry &entry)
{
    const bool isDecision = !textOf(decisions, entry.reason).isEmpty();
    QStringList parts;
    if (isDecision && !entry.subject.isEmpty()) {
        parts.append(safeText(entry.subject, 80));
    }
    if (isDecision && !entry.word.isEmpty()) {
        const QString value = textOf(values, entry.word);
        parts.append(value.isEmpty() ? safeText(entry.word, 40) : value);
    }
    const QString ended = textOf(results, entry.result);
    if (!ended.isEmpty()) {
        parts.append(ended);
    } else if (!isDecision) { // a decision that stands needs no word for it
        parts.append(phaseText(entry.result.toLower()));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace signalbox
