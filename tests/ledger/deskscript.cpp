// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ledger/deskscript.h"

#include "tests/ledger/decisionbuilders.h"

namespace signalbox::test
{
namespace
{

using Script = QVector<DeskStep>;

DeskStep by(const char *person, DecisionCommand command)
{
    command.actor.id = QLatin1String(person);
    return {command.actor.id, std::move(command)};
}

Script voteScript(const QString &first)
{
    const QString lead = QStringLiteral("lead");
    return {by("olga", openGate(first)),
            by("dana", vote(first, lead)),
            by("dana", command(RevokeVote{first, lead})),
            by("ken", vote(first, lead)),
            by("dana", vote(first, QStringLiteral("qa"))),
            by("olga", endGate(first, GateState::Consumed))};
}

Script pollScript(const QString &first)
{
    return {by("olga", openPoll(first)), by("dana", answer(first, QStringLiteral("qa"))),
            by("lee", answer(first, QStringLiteral("ops"))), by("mia", announce(first, PollVerdict::Go)),
            by("olga", command(EndPoll{first, PollState::Consumed, {}, someBinding(), checklists(true)}))};
}

Script checklistScript(const QString &third, const QDateTime &now)
{
    auto attested = evidence(QStringLiteral("health"), CheckResult::Pass, now);
    std::get<AddEvidence>(attested.body).evidence.byPerson = true;
    const QString disk = QStringLiteral("disk");
    return {by("dana", evidence(QStringLiteral("health"), CheckResult::Pass, now)),
            by("dana", evidence(disk, CheckResult::Fail, now)),
            by("olga", command(RequestWaiver{QStringLiteral("before"), disk, CheckResult::Waived,
                                             QStringLiteral("known"), now.addDays(1)})),
            by("mia", command(GrantWaiver{third})), by("ken", attested)};
}

} // namespace

QVector<DeskStep> deskScript(const QString &name, const QString &run, const QDateTime &now)
{
    const auto id = [&run](int number) { return QStringLiteral("%1-%2").arg(run).arg(number); };
    Script script = name == QLatin1String("vote")   ? voteScript(id(0))
                    : name == QLatin1String("poll") ? pollScript(id(0))
                                                    : checklistScript(id(2), now);
    for (int i = 0; i < script.size(); ++i) {
        script[i].command.id = id(i);
        script[i].command.run = {run, QStringLiteral("7f9c")};
    }
    return script;
}

} // namespace signalbox::test
