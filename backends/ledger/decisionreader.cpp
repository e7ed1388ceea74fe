// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/decisionreader.h"

#include "backends/ledger/decisionwords.h"
#include "backends/ledger/postgresconnection.h"
#include "backends/ledger/recordrow.h"
#include "backends/ledger/rulejson.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDriver>
#include <QVariant>

#include <algorithm>
#include <array>

namespace signalbox::ledger
{
namespace
{

/// Older evidence of one item and kind than this many is only kept while a decision that is not over may
/// rest on it.
constexpr int evidenceKept = 20;

QJsonObject objectOf(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

Binding bindingOf(const QSqlQuery &row, int first)
{
    return {row.value(first).toString(), row.value(first + 1).toByteArray(),
            row.value(first + 2).toByteArray()};
}

template <typename State, typename End> std::optional<End> endOf(const QSqlQuery &row, int first)
{
    if (row.value(first).isNull()) {
        return std::nullopt;
    }
    return End{valueOf<State>(row.value(first).toString()), row.value(first + 1).toString(),
               row.value(first + 2).toString(), timeOf(row.value(first + 3))};
}

Evidence evidenceOf(const QSqlQuery &row)
{
    Evidence seen;
    seen.id = row.value(0).toString();
    seen.runId = row.value(1).toString();
    seen.checklist = row.value(2).toString();
    seen.item = row.value(3).toString();
    seen.result = valueOf<CheckResult>(row.value(4).toString());
    seen.byPerson = row.value(5).toBool();
    seen.person = row.value(6).toString();
    seen.code = row.value(7).toString();
    for (const auto &arg : QJsonDocument::fromJson(row.value(8).toString().toUtf8()).array()) {
        seen.args.push_back(arg.toString());
    }
    seen.comment = row.value(9).toString();
    seen.link = row.value(10).toString();
    seen.binding = bindingOf(row, 11);
    seen.at = timeOf(row.value(14));
    return seen;
}

} // namespace

DecisionReader::DecisionReader(QSqlDatabase database, ErrorOf errorOf)
    : m_database(std::move(database))
    , m_errorOf(std::move(errorOf))
{
}

Result<Done> DecisionReader::each(const QString &sql, const QVariantList &values, const Row &row)
{
    QSqlQuery query(m_database);
    bool ran = false;
    if (m_database.driver()->dbmsType() == QSqlDriver::PostgreSQL) {
        // Preparing would cost two more round trips.
        ran = query.exec(inlined(m_database, sql, values));
    } else {
        ran = query.prepare(sql);
        for (const QVariant &value : values) {
            query.addBindValue(value);
        }
        ran = ran && query.exec();
    }
    if (!ran) {
        return tl::unexpected(m_errorOf(query));
    }
    while (query.next()) {
        row(query);
    }
    return Done();
}

Result<Decisions> DecisionReader::read(const QString &runId)
{
    Decisions decisions;
    decisions.runId = runId;
    using Part = Result<Done> (DecisionReader::*)(Decisions &);
    constexpr std::array<Part, 8> parts{&DecisionReader::readVersion, &DecisionReader::readGates,
                                        &DecisionReader::readVotes,   &DecisionReader::readPolls,
                                        &DecisionReader::readAnswers, &DecisionReader::readEvidence,
                                        &DecisionReader::readWaivers, &DecisionReader::readOverrides};
    for (const Part part : parts) {
        if (auto done = (this->*part)(decisions); !done) {
            return tl::unexpected(done.error());
        }
    }
    auto held = grants();
    if (!held) {
        return tl::unexpected(held.error());
    }
    decisions.grants = std::move(*held);
    return decisions;
}

Result<QVector<RoleGrant>> DecisionReader::grants()
{
    QVector<RoleGrant> held;
    auto done =
        each(QStringLiteral("SELECT person, role, deputy_for, from_ms, until_ms FROM role_grants WHERE "
                            "revoked_ms IS NULL ORDER BY ordinal"),
             {}, [&held](const QSqlQuery &row) {
                 held.push_back({row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                 timeOf(row.value(3)), timeOf(row.value(4))});
             });
    return done ? Result<QVector<RoleGrant>>(held) : tl::unexpected(done.error());
}

Result<Done> DecisionReader::readVersion(Decisions &decisions)
{
    return each(QStringLiteral("SELECT version FROM releases WHERE run_id = ?"), {decisions.runId},
                [&decisions](const QSqlQuery &row) { decisions.version = row.value(0).toLongLong(); });
}

Result<Done> DecisionReader::readGates(Decisions &decisions)
{
    return each(
        QStringLiteral(
            "SELECT id, CAST(rule AS TEXT), urgency, plan_id, plan_hash, artefact_hash, requester, "
            "author, deployer, reason, previous_gate, opened_ms, end_state, end_by, end_reason, end_ms "
            "FROM gates WHERE run_id = ? ORDER BY ordinal"),
        {decisions.runId}, [&decisions](const QSqlQuery &row) {
            Gate gate;
            gate.id = row.value(0).toString();
            gate.runId = decisions.runId;
            gate.rule = gateRuleOf(objectOf(row.value(1)));
            gate.urgency = valueOf<GateClass>(row.value(2).toString());
            gate.binding = bindingOf(row, 3);
            gate.requester = row.value(6).toString();
            gate.author = row.value(7).toString();
            gate.deployer = row.value(8).toString();
            gate.reason = row.value(9).toString();
            gate.previousGate = row.value(10).toString();
            gate.opened = timeOf(row.value(11));
            gate.end = endOf<GateState, GateEnd>(row, 12);
            decisions.gates.push_back(std::move(gate));
        });
}

Result<Done> DecisionReader::readVotes(Decisions &decisions)
{
    QHash<QString, Gate *> gates;
    for (Gate &gate : decisions.gates) {
        gates.insert(gate.id, &gate);
    }
    return each(
        QStringLiteral("SELECT gate_votes.gate_id, gate_votes.id, seat, gate_votes.person, deputy_for, "
                       "choice, comment, gate_votes.at_ms, gate_vote_revocations.at_ms, late FROM "
                       "gate_votes JOIN gates ON gates.id = gate_id LEFT JOIN gate_vote_revocations ON "
                       "vote_id = gate_votes.id WHERE run_id = ? ORDER BY gate_votes.ordinal"),
        {decisions.runId}, [&gates](const QSqlQuery &row) {
            GateVote vote;
            vote.id = row.value(1).toString();
            vote.seat = row.value(2).toString();
            vote.person = row.value(3).toString();
            vote.deputyFor = row.value(4).toString();
            vote.choice = valueOf<VoteChoice>(row.value(5).toString());
            vote.comment = row.value(6).toString();
            vote.at = timeOf(row.value(7));
            if (!row.value(8).isNull()) {
                vote.revokedAt = timeOf(row.value(8));
            }
            vote.late = row.value(9).toBool();
            if (Gate *gate = gates.value(row.value(0).toString())) {
                gate->votes.push_back(std::move(vote));
            }
        });
}

Result<Done> DecisionReader::readPolls(Decisions &decisions)
{
    return each(
        QStringLiteral("SELECT id, CAST(rule AS TEXT), plan_id, plan_hash, artefact_hash, requester, author, "
                       "previous_poll, opened_ms, verdict, verdict_by, verdict_deputy_for, verdict_reason, "
                       "verdict_ms, window_closes_ms, end_state, end_by, end_reason, end_ms FROM polls WHERE "
                       "run_id = ? ORDER BY ordinal"),
        {decisions.runId}, [&decisions](const QSqlQuery &row) {
            Poll poll;
            poll.id = row.value(0).toString();
            poll.runId = decisions.runId;
            poll.rule = pollRuleOf(objectOf(row.value(1)));
            poll.binding = bindingOf(row, 2);
            poll.requester = row.value(5).toString();
            poll.author = row.value(6).toString();
            poll.previousPoll = row.value(7).toString();
            poll.opened = timeOf(row.value(8));
            poll.verdict = valueOf<PollVerdict>(row.value(9).toString());
            poll.verdictBy = row.value(10).toString();
            poll.verdictDeputyFor = row.value(11).toString();
            poll.verdictReason = row.value(12).toString();
            poll.verdictAt = timeOf(row.value(13));
            poll.windowCloses = timeOf(row.value(14));
            poll.end = endOf<PollState, PollEnd>(row, 15);
            decisions.polls.push_back(std::move(poll));
        });
}

Result<Done> DecisionReader::readAnswers(Decisions &decisions)
{
    QHash<QString, Poll *> polls;
    for (Poll &poll : decisions.polls) {
        polls.insert(poll.id, &poll);
    }
    return each(QStringLiteral("SELECT poll_id, poll_answers.id, station, person, deputy_for, answer, "
                               "poll_answers.reason, hold_until_ms, at_ms FROM poll_answers JOIN polls ON "
                               "polls.id = poll_id WHERE run_id = ? ORDER BY poll_answers.ordinal"),
                {decisions.runId}, [&polls](const QSqlQuery &row) {
                    PollAnswer answer;
                    answer.id = row.value(1).toString();
                    answer.station = row.value(2).toString();
                    answer.person = row.value(3).toString();
                    answer.deputyFor = row.value(4).toString();
                    answer.answer = valueOf<StationAnswer>(row.value(5).toString());
                    answer.reason = row.value(6).toString();
                    answer.holdUntil = timeOf(row.value(7));
                    answer.at = timeOf(row.value(8));
                    if (Poll *poll = polls.value(row.value(0).toString())) {
                        poll->answers.push_back(std::move(answer));
                    }
                });
}

Result<Done> DecisionReader::readEvidence(Decisions &decisions)
{
    // What is older than the oldest open decision cannot void it any more.
    qint64 since = std::numeric_limits<qint64>::max();
    for (const Gate &gate : decisions.gates) {
        since = gate.end ? since : std::min(since, gate.opened.toMSecsSinceEpoch());
    }
    for (const Poll &poll : decisions.polls) {
        since = poll.end ? since : std::min(since, poll.opened.toMSecsSinceEpoch());
    }
    return each(
        QStringLiteral(
            "SELECT id, run_id, checklist, item, result, by_person, person, code, args, comment, link, "
            "plan_id, plan_hash, artefact_hash, at_ms FROM (SELECT evidence.*, row_number() OVER "
            "(PARTITION BY checklist, item, by_person ORDER BY ordinal DESC) AS age FROM evidence "
            "WHERE run_id = ?) AS aged WHERE age <= %1 OR at_ms >= ? ORDER BY ordinal")
            .arg(evidenceKept),
        {decisions.runId, since},
        [&decisions](const QSqlQuery &row) { decisions.evidence.push_back(evidenceOf(row)); });
}

Result<Done> DecisionReader::readWaivers(Decisions &decisions)
{
    return each(
        QStringLiteral("SELECT id, checklist, item, kind, reason, requester, granted_by, requested_ms, "
                       "granted_ms, until_ms FROM waivers WHERE run_id = ? ORDER BY ordinal"),
        {decisions.runId}, [&decisions](const QSqlQuery &row) {
            decisions.waivers.push_back(
                {row.value(0).toString(), decisions.runId, row.value(1).toString(), row.value(2).toString(),
                 valueOf<CheckResult>(row.value(3).toString()), row.value(4).toString(),
                 row.value(5).toString(), row.value(6).toString(), timeOf(row.value(7)), timeOf(row.value(8)),
                 timeOf(row.value(9))});
        });
}

Result<Done> DecisionReader::readOverrides(Decisions &decisions)
{
    return each(QStringLiteral("SELECT id, rule, reason, requester, second_person, requested_ms, granted_ms, "
                               "until_ms FROM overrides WHERE run_id = ? ORDER BY ordinal"),
                {decisions.runId}, [&decisions](const QSqlQuery &row) {
                    decisions.overrides.push_back(
                        {row.value(0).toString(), decisions.runId, row.value(1).toString(),
                         row.value(2).toString(), row.value(3).toString(), row.value(4).toString(),
                         timeOf(row.value(5)), timeOf(row.value(6)), timeOf(row.value(7))});
                });
}

} // namespace signalbox::ledger
