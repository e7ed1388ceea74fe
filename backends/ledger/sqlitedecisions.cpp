// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/sqlitedecisions.h"

#include "backends/ledger/commandjson.h"
#include "backends/ledger/decisionreader.h"
#include "backends/ledger/decisionrecord.h"
#include "backends/ledger/decisionwriter.h"
#include "backends/ledger/migrations.h"
#include "backends/ledger/recordrow.h"

#include <QVariant>

namespace signalbox::ledger
{
namespace
{

/// How often another process's changes are looked for. Reading PRAGMA data_version costs some microseconds.
constexpr std::chrono::milliseconds lookEvery{100};

} // namespace

SqliteDecisions::SqliteDecisions(const QString &directory, QString person, const Clock &clock,
                                 StoreEvents events)
    : m_records(directory)
    , m_person(std::move(person))
    , m_clock(clock)
    , m_events(std::move(events))
{
    connect(&m_timer, &QTimer::timeout, this, &SqliteDecisions::look);
    m_timer.setInterval(lookEvery);
}

QDateTime SqliteDecisions::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.nowUtc().toMSecsSinceEpoch(), Qt::UTC);
}

Result<Done> SqliteDecisions::open()
{
    if (m_records.file().isOpen()) {
        return Done();
    }
    auto opened = m_records.file().open();
    if (opened) {
        const auto version = m_records.file().dataVersion();
        m_dataVersion = version ? *version : 0;
        announce();
        m_timer.start();
    }
    return opened;
}

/// Says when the file cannot be used any more, or can again.
template <typename T> Result<T> SqliteDecisions::noticed(Result<T> answer)
{
    const bool reachable = answer || answer.error().layer != ErrorLayer::Storage;
    if (reachable != m_reachable) {
        m_reachable = reachable;
        m_events.reachableChanged(reachable);
    }
    return answer;
}

template <typename T, typename Work> Result<T> SqliteDecisions::inTransaction(Work work)
{
    if (auto opened = open(); !opened) {
        return noticed<T>(tl::unexpected(opened.error()));
    }
    SqliteFile &file = m_records.file();
    if (auto begun = file.begin(); !begun) {
        return noticed<T>(tl::unexpected(begun.error()));
    }
    Result<T> answer = work();
    if (answer) {
        if (auto done = file.commit(); !done) {
            answer = tl::unexpected(done.error());
        }
    }
    if (!answer) {
        file.rollback();
    }
    announce();
    return noticed(std::move(answer));
}

Result<qint64> SqliteDecisions::put(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_records.file().database());
    const bool prepared = query.prepare(sql);
    for (const QVariant &value : values) {
        query.addBindValue(value.typeId() == QMetaType::QString ? QVariant(filled(value.toString())) : value);
    }
    if (!prepared || !query.exec()) {
        return m_records.file().error(query);
    }
    return query.numRowsAffected();
}

Result<Decisions> SqliteDecisions::facts(const QString &runId)
{
    SqliteFile &file = m_records.file();
    DecisionReader reader(file.database(),
                          [&file](const QSqlQuery &query) { return file.error(query).value(); });
    return reader.read(runId);
}

Result<Decisions> SqliteDecisions::read(const QString &runId)
{
    if (auto opened = open(); !opened) {
        return noticed<Decisions>(tl::unexpected(opened.error()));
    }
    SqliteFile &file = m_records.file();
    if (auto begun = file.run(QStringLiteral("BEGIN")); !begun) {
        return noticed<Decisions>(tl::unexpected(begun.error()));
    }
    auto decisions = facts(runId);
    file.rollback();
    return noticed(std::move(decisions));
}

/// How far the newest decision lies ahead of our clock: then the clock was set back, or is not to be trusted.
Result<std::chrono::milliseconds> SqliteDecisions::aheadOfUs()
{
    QSqlQuery query(m_records.file().database());
    if (!query.exec(QStringLiteral("SELECT COALESCE(max(changed_ms), 0) FROM releases")) || !query.next()) {
        return m_records.file().error(query);
    }
    const qint64 ahead = query.value(0).toLongLong() - now().toMSecsSinceEpoch();
    return std::chrono::milliseconds(std::max<qint64>(0, ahead));
}

Result<LedgerIdentity> SqliteDecisions::identity()
{
    if (auto opened = open(); !opened) {
        return noticed<LedgerIdentity>(tl::unexpected(opened.error()));
    }
    SqliteFile &file = m_records.file();
    DecisionReader reader(file.database(),
                          [&file](const QSqlQuery &query) { return file.error(query).value(); });
    auto grants = reader.grants();
    const auto skew = aheadOfUs();
    if (!grants || !skew) {
        return noticed<LedgerIdentity>(tl::unexpected(grants ? skew.error() : grants.error()));
    }
    return noticed<LedgerIdentity>(
        LedgerIdentity{m_person, false, *grants, *skew, schemaVersion(Engine::Sqlite)});
}

Result<bool> SqliteDecisions::wasApplied(const DecisionCommand &command, const QString &person)
{
    QSqlQuery query(m_records.file().database());
    query.prepare(QStringLiteral("SELECT digest FROM commands WHERE id = ?"));
    query.addBindValue(filled(command.id));
    if (!query.exec()) {
        return m_records.file().error(query);
    }
    if (!query.next()) {
        return false;
    }
    if (query.value(0).toByteArray() != digestOf(command, person)) {
        return failure(ErrorCode::Conflict, ErrorLayer::Rule,
                       QStringLiteral("another command was accepted under this id"), command.id);
    }
    return true;
}

Result<Decisions> SqliteDecisions::decide(const DecisionCommand &command, const QString &person)
{
    const auto applied = wasApplied(command, person);
    auto before = applied ? facts(command.run.id()) : Result<Decisions>(tl::unexpected(applied.error()));
    if (!before) {
        return before;
    }
    if (*applied) {
        before->applied = {command.id};
        return before;
    }
    const auto ahead = aheadOfUs();
    if (!ahead) {
        return tl::unexpected(ahead.error());
    }
    const QDateTime time = now();
    Refusal skew = isSomebodysWord(command.body) ? clockRefusal(*ahead) : Refusal::None;
    auto after = skew == Refusal::None ? applyDecision(*before, command, time)
                                       : tl::expected<Decisions, Refusal>(tl::unexpected(skew));
    if (!after) {
        return refused(refusalWord(after.error()), person);
    }
    after->version = std::max(after->version, before->version + 1);
    const auto record = m_records.add(acceptedRecord(command, person, time));
    if (!record) {
        return tl::unexpected(record.error());
    }
    DecisionWriter writer(m_records.file());
    auto done = writer.note({command, person, after->version, record->sequence, time});
    done = done ? writer.write(*before, *after) : done;
    return done ? Result<Decisions>(std::move(*after)) : tl::unexpected(done.error());
}

Result<Decisions> SqliteDecisions::submit(const DecisionCommand &command)
{
    DecisionCommand signedCommand = command;
    if (signedCommand.actor.id.isEmpty()) {
        signedCommand.actor.id = m_person;
    }
    const QString person = signedCommand.actor.id;
    auto answer =
        inTransaction<Decisions>([this, &signedCommand, &person] { return decide(signedCommand, person); });
    if (!answer && answer.error().code == ErrorCode::Refused &&
        isDenied(refusalOfWord(answer.error().reason))) {
        if (auto noted = m_records.append(refusedRecord(signedCommand, person, answer.error().reason, now()));
            !noted) {
            return noticed<Decisions>(tl::unexpected(noted.error()));
        }
    }
    return answer;
}

Result<Lease> SqliteDecisions::take(const QString &resource, const QString &holder, std::chrono::seconds time)
{
    QSqlQuery query(m_records.file().database());
    query.prepare(QStringLiteral("SELECT holder, token, until_ms FROM leases WHERE resource = ?"));
    query.addBindValue(filled(resource));
    if (!query.exec()) {
        return m_records.file().error(query);
    }
    const QDateTime start = now();
    Lease lease{resource, holder, 1,
                start.addSecs(std::clamp(time, std::chrono::seconds(1), longestLease).count())};
    if (query.next()) {
        const bool inForce = query.value(2).toLongLong() > start.toMSecsSinceEpoch();
        const QString other = query.value(0).toString();
        if (inForce && other != holder) {
            return refused(QStringLiteral("lease-held"), other);
        }
        lease.token = query.value(1).toLongLong() + (inForce ? 0 : 1);
    }
    query.finish();
    auto done = put(QStringLiteral("INSERT INTO leases (resource, holder, person, token, until_ms) VALUES "
                                   "(?, ?, ?, ?, ?) ON CONFLICT (resource) DO UPDATE SET holder = "
                                   "excluded.holder, person = excluded.person, token = excluded.token, "
                                   "until_ms = excluded.until_ms"),
                    {resource, holder, m_person, lease.token, stored(lease.until)});
    return done ? Result<Lease>(lease) : tl::unexpected(done.error());
}

Result<Lease> SqliteDecisions::acquire(const QString &resource, const QString &holder,
                                       std::chrono::seconds time)
{
    return inTransaction<Lease>([&] { return take(resource, holder, time); });
}

Result<Done> SqliteDecisions::release(const Lease &lease)
{
    return inTransaction<Done>([&]() -> Result<Done> {
        const auto rows =
            put(QStringLiteral("UPDATE leases SET until_ms = 0 WHERE resource = ? AND holder = ? "
                               "AND token = ?"),
                {lease.resource, lease.holder, lease.token});
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        return *rows > 0 ? Result<Done>(Done()) : refused(QStringLiteral("lease-lost"), lease.resource);
    });
}

Result<Done> SqliteDecisions::grant(const RoleGrant &grant)
{
    return inTransaction<Done>([&]() -> Result<Done> {
        const auto held = facts(QString());
        if (!held) {
            return tl::unexpected(held.error());
        }
        if (held->grants.contains(grant)) {
            return refused(QStringLiteral("already-granted"), grant.person);
        }
        const auto record = m_records.add(grantRecord(grant, true, m_person, now()));
        if (!record) {
            return tl::unexpected(record.error());
        }
        const auto rows =
            put(QStringLiteral("INSERT INTO role_grants (person, role, deputy_for, from_ms, "
                               "until_ms, granted_by, granted_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                {grant.person, grant.role, grant.deputyFor, stored(grant.from), stored(grant.until), m_person,
                 stored(now())});
        return rows ? Result<Done>(Done()) : tl::unexpected(rows.error());
    });
}

Result<Done> SqliteDecisions::revokeGrant(const RoleGrant &grant)
{
    return inTransaction<Done>([&]() -> Result<Done> {
        const auto rows =
            put(QStringLiteral("UPDATE role_grants SET revoked_by = ?, revoked_ms = ? WHERE "
                               "person = ? AND role = ? AND deputy_for = ? AND from_ms IS ? AND "
                               "until_ms IS ? AND revoked_ms IS NULL"),
                {m_person, stored(now()), grant.person, grant.role, grant.deputyFor, stored(grant.from),
                 stored(grant.until)});
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        if (*rows == 0) {
            return failure(ErrorCode::NotFound, ErrorLayer::Rule, QStringLiteral("no such grant"),
                           grant.person);
        }
        const auto record = m_records.add(grantRecord(grant, false, m_person, now()));
        return record ? Result<Done>(Done()) : tl::unexpected(record.error());
    });
}

void SqliteDecisions::look()
{
    const auto version = m_records.file().dataVersion();
    if (version && *version != m_dataVersion) {
        m_dataVersion = *version;
        announce();
    }
}

void SqliteDecisions::announce()
{
    QSqlQuery query(m_records.file().database());
    if (!query.exec(QStringLiteral("SELECT count(*) || '/' || count(revoked_ms) FROM role_grants")) ||
        !query.next()) {
        return; // the next command meets the same error and reports it
    }
    const QString grants = query.value(0).toString();
    const bool first = m_announced < 0;
    if (!first && grants != m_grantsSeen) {
        m_events.runChanged(QString());
    }
    m_grantsSeen = grants;
    query.prepare(
        QStringLiteral("SELECT run_id, changed_sequence FROM releases WHERE changed_sequence > ? ORDER "
                       "BY changed_sequence"));
    query.addBindValue(m_announced);
    if (!query.exec()) {
        return;
    }
    m_announced = std::max<qint64>(0, m_announced);
    while (query.next()) {
        m_announced = std::max(m_announced, query.value(1).toLongLong());
        if (!first) {
            m_events.runChanged(query.value(0).toString());
        }
    }
}

} // namespace signalbox::ledger
