// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/decisionwriter.h"

#include "backends/ledger/commandjson.h"
#include "backends/ledger/decisionwords.h"
#include "backends/ledger/recordrow.h"
#include "backends/ledger/rulejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

#include <algorithm>

namespace signalbox::ledger
{
namespace
{

template <typename Container> QString text(const Container &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

template <typename T> const T *find(const QVector<T> &all, const QString &id)
{
    const auto found = std::find_if(all.cbegin(), all.cend(), [&id](const T &each) { return each.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

QString marks(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
}

} // namespace

DecisionWriter::DecisionWriter(SqliteFile &file)
    : m_file(file)
{
}

Result<Done> DecisionWriter::put(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_file.database());
    const bool prepared =
        query.prepare(sql.contains(QLatin1String("%1")) ? sql.arg(marks(values.size())) : sql);
    for (const QVariant &value : values) {
        query.addBindValue(value.typeId() == QMetaType::QString      ? QVariant(filled(value.toString()))
                           : value.typeId() == QMetaType::QByteArray ? QVariant(filled(value.toByteArray()))
                                                                     : value);
    }
    if (!prepared || !query.exec()) {
        return m_file.error(query);
    }
    return Done();
}

Result<Done> DecisionWriter::note(const Accepted &accepted)
{
    const DecisionCommand &command = accepted.command;
    const qint64 now = accepted.now.toMSecsSinceEpoch();
    auto run = put(
        QStringLiteral("INSERT INTO releases (run_id, object_uid, revision_hash, cluster, namespace, "
                       "name, version, changed_sequence, created_ms, changed_ms) VALUES (%1) ON "
                       "CONFLICT (run_id) DO UPDATE SET version = excluded.version, "
                       "changed_sequence = excluded.changed_sequence, changed_ms = "
                       "excluded.changed_ms"),
        {command.run.id(), command.run.objectUid, command.run.revisionHash, command.release.cluster.value(),
         command.release.namespaceName, command.release.name, accepted.version, accepted.sequence, now, now});
    if (!run) {
        return run;
    }
    return put(QStringLiteral("INSERT INTO commands (id, run_id, person, kind, digest, version, sequence, "
                              "at_ms) VALUES (%1)"),
               {command.id, command.run.id(), accepted.person, actionOf(command.body),
                digestOf(command, accepted.person), accepted.version, accepted.sequence, now});
}

Result<Done> DecisionWriter::write(const Decisions &before, const Decisions &after)
{
    Result<Done> done = writeGates(before.gates, after.gates);
    done = done ? writePolls(before.polls, after.polls) : done;
    done = done ? writeEvidence(before, after) : done;
    done = done ? writeWaivers(before.waivers, after.waivers) : done;
    return done ? writeOverrides(before.overrides, after.overrides) : done;
}

Result<Done> DecisionWriter::writeGates(const QVector<Gate> &before, const QVector<Gate> &after)
{
    for (const Gate &gate : after) {
        const Gate *known = find(before, gate.id);
        Result<Done> done = known == nullptr ? addGate(gate) : Result<Done>(Done());
        done = done ? writeVotes(known == nullptr ? Gate() : *known, gate) : done;
        if (done && gate.end && (known == nullptr || !known->end)) {
            done =
                put(QStringLiteral("UPDATE gates SET end_state = ?, end_by = ?, end_reason = ?, end_ms = ? "
                                   "WHERE id = ?"),
                    {wordOf(gate.end->state), gate.end->by, gate.end->reason, stored(gate.end->at), gate.id});
        }
        if (!done) {
            return done;
        }
    }
    return Done();
}

Result<Done> DecisionWriter::addGate(const Gate &gate)
{
    auto done = put(
        QStringLiteral("INSERT INTO gates (id, run_id, rule_id, rule, urgency, plan_id, plan_hash, "
                       "artefact_hash, requester, author, deployer, reason, previous_gate, "
                       "opened_ms) VALUES (%1)"),
        {gate.id, gate.runId, gate.rule.id, text(storable(toJson(gate.rule)).toObject()),
         wordOf(gate.urgency), gate.binding.planId, gate.binding.planHash, gate.binding.artefactHash,
         gate.requester, gate.author, gate.deployer, gate.reason, gate.previousGate, stored(gate.opened)});
    int position = 0;
    for (const GateSeat &seat : seatsOf(gate)) {
        if (!done) {
            break;
        }
        done = put(QStringLiteral("INSERT INTO gate_seats (gate_id, position, seat, role) VALUES (%1)"),
                   {gate.id, ++position, seat.id, seat.role});
    }
    return done;
}

Result<Done> DecisionWriter::writeVotes(const Gate &before, const Gate &after)
{
    // A vote that is taken back leaves its seat before another one takes it.
    for (const GateVote &vote : after.votes) {
        const GateVote *known = find(before.votes, vote.id);
        if (known == nullptr || known->revokedAt || !vote.revokedAt) {
            continue;
        }
        if (auto done =
                put(QStringLiteral("INSERT INTO gate_vote_revocations (vote_id, person, at_ms) VALUES (%1)"),
                    {vote.id, vote.person, stored(*vote.revokedAt)});
            !done) {
            return done;
        }
    }
    for (const GateVote &vote : after.votes) {
        if (find(before.votes, vote.id) != nullptr) {
            continue;
        }
        if (auto done = put(QStringLiteral("INSERT INTO gate_votes (id, gate_id, seat, person, deputy_for, "
                                           "choice, comment, at_ms, late) VALUES (%1)"),
                            {vote.id, after.id, vote.seat, vote.person, vote.deputyFor, wordOf(vote.choice),
                             vote.comment, stored(vote.at), vote.late ? 1 : 0});
            !done) {
            return done;
        }
    }
    return Done();
}

Result<Done> DecisionWriter::writePolls(const QVector<Poll> &before, const QVector<Poll> &after)
{
    for (const Poll &poll : after) {
        const Poll *known = find(before, poll.id);
        auto done = known == nullptr ? addPoll(poll) : Result<Done>(Done());
        done = done ? changePoll(known == nullptr ? Poll() : *known, poll) : done;
        if (!done) {
            return done;
        }
    }
    return Done();
}

Result<Done> DecisionWriter::addPoll(const Poll &poll)
{
    return put(
        QStringLiteral("INSERT INTO polls (id, run_id, rule_id, rule, plan_id, plan_hash, artefact_hash, "
                       "requester, author, previous_poll, opened_ms) VALUES (%1)"),
        {poll.id, poll.runId, poll.rule.id, text(storable(toJson(poll.rule)).toObject()), poll.binding.planId,
         poll.binding.planHash, poll.binding.artefactHash, poll.requester, poll.author, poll.previousPoll,
         stored(poll.opened)});
}

Result<Done> DecisionWriter::changePoll(const Poll &before, const Poll &after)
{
    Result<Done> done = Done();
    for (const PollAnswer &answer : after.answers) {
        if (done && find(before.answers, answer.id) == nullptr) {
            done = put(QStringLiteral("INSERT INTO poll_answers (id, poll_id, station, person, deputy_for, "
                                      "answer, reason, hold_until_ms, at_ms) VALUES (%1)"),
                       {answer.id, after.id, answer.station, answer.person, answer.deputyFor,
                        wordOf(answer.answer), answer.reason, stored(answer.holdUntil), stored(answer.at)});
        }
    }
    if (done && (after.verdictAt != before.verdictAt || after.verdict != before.verdict)) {
        done = put(QStringLiteral("UPDATE polls SET verdict = ?, verdict_by = ?, verdict_deputy_for = ?, "
                                  "verdict_reason = ?, verdict_ms = ?, window_closes_ms = ? WHERE id = ?"),
                   {wordOf(after.verdict), after.verdictBy, after.verdictDeputyFor, after.verdictReason,
                    stored(after.verdictAt), stored(after.windowCloses), after.id});
    }
    if (done && after.end && !before.end) {
        done = put(
            QStringLiteral("UPDATE polls SET end_state = ?, end_by = ?, end_reason = ?, end_ms = ? "
                           "WHERE id = ?"),
            {wordOf(after.end->state), after.end->by, after.end->reason, stored(after.end->at), after.id});
    }
    return done;
}

Result<Done> DecisionWriter::writeEvidence(const Decisions &before, const Decisions &after)
{
    for (const Evidence &seen : after.evidence) {
        if (find(before.evidence, seen.id) != nullptr) {
            continue;
        }
        if (auto done = put(
                QStringLiteral("INSERT INTO evidence (id, run_id, checklist, item, result, "
                               "by_person, person, code, args, comment, link, plan_id, plan_hash, "
                               "artefact_hash, at_ms, recorded_ms) VALUES (%1)"),
                {seen.id, after.runId, seen.checklist, seen.item, wordOf(seen.result), seen.byPerson ? 1 : 0,
                 seen.person, seen.code, text(storable(QJsonArray::fromStringList(seen.args)).toArray()),
                 seen.comment, seen.link, seen.binding.planId, seen.binding.planHash,
                 seen.binding.artefactHash, stored(seen.at), stored(seen.at)});
            !done) {
            return done;
        }
    }
    return Done();
}

Result<Done> DecisionWriter::writeWaivers(const QVector<Waiver> &before, const QVector<Waiver> &after)
{
    for (const Waiver &waiver : after) {
        const Waiver *known = find(before, waiver.id);
        Result<Done> done = Done();
        if (known == nullptr) {
            done =
                put(QStringLiteral("INSERT INTO waivers (id, run_id, checklist, item, kind, reason, "
                                   "requester, granted_by, requested_ms, granted_ms, until_ms) VALUES (%1)"),
                    {waiver.id, waiver.runId, waiver.checklist, waiver.item, wordOf(waiver.kind),
                     waiver.reason, waiver.requester, waiver.grantedBy, stored(waiver.requested),
                     stored(waiver.granted), stored(waiver.until)});
        } else if (*known != waiver) {
            done = put(QStringLiteral("UPDATE waivers SET granted_by = ?, granted_ms = ?, until_ms = ? WHERE "
                                      "id = ?"),
                       {waiver.grantedBy, stored(waiver.granted), stored(waiver.until), waiver.id});
        }
        if (!done) {
            return done;
        }
    }
    return Done();
}

Result<Done> DecisionWriter::writeOverrides(const QVector<Override> &before, const QVector<Override> &after)
{
    for (const Override &each : after) {
        const Override *known = find(before, each.id);
        Result<Done> done = Done();
        if (known == nullptr) {
            done = put(QStringLiteral("INSERT INTO overrides (id, run_id, rule, reason, requester, "
                                      "second_person, requested_ms, granted_ms, until_ms) VALUES (%1)"),
                       {each.id, each.runId, each.rule, each.reason, each.requester, each.secondPerson,
                        stored(each.requested), stored(each.granted), stored(each.until)});
        } else if (*known != each) {
            done = put(QStringLiteral("UPDATE overrides SET second_person = ?, granted_ms = ?, until_ms = ? "
                                      "WHERE id = ?"),
                       {each.secondPerson, stored(each.granted), stored(each.until), each.id});
        }
        if (!done) {
            return done;
        }
    }
    return Done();
}

} // namespace signalbox::ledger
