// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/postgresdecisions.h"

#include "backends/api/answer.h"
#include "backends/ledger/commandjson.h"
#include "backends/ledger/decisionreader.h"
#include "backends/ledger/decisionrecord.h"
#include "backends/ledger/recordrow.h"

#include <QJsonDocument>
#include <QUuid>
#include <QVariant>

#include <tuple>

namespace signalbox::ledger
{
namespace
{

/// How often a silent connection is tried, and a lost one made anew.
constexpr std::chrono::milliseconds beatEvery{1000};

} // namespace

PostgresDecisions::PostgresDecisions(PostgresPlace place, const Clock &clock, StoreEvents events)
    : m_connection(std::move(place))
    , m_clock(clock)
    , m_events(std::move(events))
{
    connect(&m_beat, &QTimer::timeout, this, &PostgresDecisions::beat);
    m_beat.start(beatEvery);
    QTimer::singleShot(0, this, &PostgresDecisions::beat);
}

template <typename T> Result<T> PostgresDecisions::noticed(Result<T> answer)
{
    const bool reachable = answer || !isOutOfReach(answer.error());
    if (reachable != m_reachable) {
        m_reachable = reachable;
        m_events.reachableChanged(reachable);
    }
    return answer;
}

Result<Done> PostgresDecisions::open()
{
    if (m_connection.isOpen()) {
        return Done();
    }
    if (auto opened = m_connection.open(); !opened) {
        return noticed(opened);
    }
    // A new connection knows nothing of the old one's subscriptions.
    QSqlDriver *driver = m_connection.database().driver();
    disconnect(driver, nullptr, this, nullptr);
    connect(driver, &QSqlDriver::notification, this, &PostgresDecisions::notified);
    if (!driver->subscribedToNotifications().contains(QStringLiteral("signalbox")) &&
        !driver->subscribeToNotification(QStringLiteral("signalbox"))) {
        m_connection.close();
        return noticed<Done>(failure(ErrorCode::Storage, ErrorLayer::Storage,
                                     QStringLiteral("the ledger's changes cannot be listened to")));
    }
    auto done = measureSkew();
    done = done ? catchUp() : done;
    return noticed(done);
}

Result<QSqlQuery> PostgresDecisions::ask(const QString &sql, const QVariantList &values)
{
    const bool wasOpen = m_connection.isOpen();
    if (auto opened = open(); !opened) {
        return tl::unexpected(opened.error());
    }
    auto answer = m_connection.run(sql, values);
    if (!answer && !m_connection.isOpen() && wasOpen) {
        // Everything asked here may be asked twice: commands by their id, the rest by its nature.
        if (auto opened = open(); opened) {
            answer = m_connection.run(sql, values);
        } else {
            answer = tl::unexpected(opened.error());
            answer.error().code = ErrorCode::OutcomeUnknown;
        }
    }
    return noticed(std::move(answer));
}

Result<Done> PostgresDecisions::measureSkew()
{
    const QDateTime before = m_clock.nowUtc();
    auto answer = m_connection.run(QStringLiteral("SELECT server_ms()"));
    if (!answer || !answer->next()) {
        return answer ? Result<Done>(Done()) : tl::unexpected(answer.error());
    }
    const qint64 ours = before.toMSecsSinceEpoch() + before.msecsTo(m_clock.nowUtc()) / 2;
    m_skew = std::chrono::milliseconds(answer->value(0).toLongLong() - ours);
    return Done();
}

Result<Done> PostgresDecisions::catchUp()
{
    const bool first = m_announced < 0;
    auto changed = m_connection.run(QStringLiteral("SELECT run_id, changed_sequence FROM releases WHERE "
                                                   "changed_sequence > ? ORDER BY changed_sequence"),
                                    {m_announced});
    if (!changed) {
        return tl::unexpected(changed.error());
    }
    m_announced = std::max<qint64>(0, m_announced);
    while (changed->next()) {
        m_announced = std::max(m_announced, changed->value(1).toLongLong());
        if (!first) {
            m_events.runChanged(changed->value(0).toString());
        }
    }
    if (!first) {
        m_events.runChanged(QString()); // roles may have changed too
    }
    return Done();
}

void PostgresDecisions::beat()
{
    if (!m_connection.isOpen()) {
        std::ignore = open(); // told about by reachableChanged
        return;
    }
    if (!noticed(measureSkew())) {
        m_connection.close();
    }
}

void PostgresDecisions::notified(const QString &channel, QSqlDriver::NotificationSource source,
                                 const QVariant &payload)
{
    Q_UNUSED(source)
    if (channel == QLatin1String("signalbox")) {
        m_events.runChanged(payload.toString());
    }
}

Result<LedgerIdentity> PostgresDecisions::identity()
{
    if (auto opened = open(); !opened) {
        return tl::unexpected(opened.error());
    }
    if (auto measured = noticed(measureSkew()); !measured) {
        return tl::unexpected(measured.error());
    }
    DecisionReader reader(m_connection.database(),
                          [this](const QSqlQuery &query) { return m_connection.errorOf(query); });
    auto grants = noticed(reader.grants());
    if (!grants) {
        return tl::unexpected(grants.error());
    }
    return LedgerIdentity{m_connection.person(), m_connection.isEnforced(), std::move(*grants), m_skew,
                          m_connection.schema()};
}

Result<Decisions> PostgresDecisions::read(const QString &runId)
{
    if (auto opened = open(); !opened) {
        return tl::unexpected(opened.error());
    }
    DecisionReader reader(m_connection.database(),
                          [this](const QSqlQuery &query) { return m_connection.errorOf(query); });
    Decisions decisions;
    auto done = m_connection.reading([&]() -> Result<Done> {
        auto facts = reader.read(runId);
        if (!facts) {
            return tl::unexpected(facts.error());
        }
        decisions = std::move(*facts);
        return Done();
    });
    if (auto known = noticed(done); !known) {
        return tl::unexpected(known.error());
    }
    return decisions;
}

Result<Decisions> PostgresDecisions::submit(const DecisionCommand &command)
{
    const QString body =
        QString::fromUtf8(QJsonDocument(toJson(command.body)).toJson(QJsonDocument::Compact));
    auto answer =
        ask(QStringLiteral("SELECT submit(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {command.id, command.run.objectUid, command.run.revisionHash, command.release.cluster.value(),
             command.release.namespaceName, command.release.name, actionOf(command.body), body,
             command.actor.session, command.actor.automation, stored(m_clock.nowUtc())});
    if (!answer) {
        Error error = answer.error();
        if (error.code == ErrorCode::Refused && isDenied(refusalOfWord(error.reason))) {
            recordDenied(command, error.reason);
        }
        return tl::unexpected(std::move(error));
    }
    auto decisions = read(command.run.id());
    if (decisions) {
        decisions->applied = {command.id};
    }
    return decisions;
}

void PostgresDecisions::recordDenied(const DecisionCommand &command, const QString &word)
{
    const LedgerRecord record =
        storable(refusedRecord(command, m_connection.person(), word, m_clock.nowUtc()));
    // The refusal stands whether or not it could be noted; what keeps it from being noted is told about by
    // reachableChanged.
    std::ignore = ask(QStringLiteral("SELECT append(?, 'observation', '', ?, ?, ?, ?, ?, ?, ?, ?)"),
                      {QUuid::createUuid().toString(QUuid::WithoutBraces), record.cluster,
                       record.namespaceName, record.object, record.objectUid, record.action, record.result,
                       record.reason, record.parameters});
}

Result<Lease> PostgresDecisions::acquire(const QString &resource, const QString &holder,
                                         std::chrono::seconds time)
{
    auto answer = ask(QStringLiteral("SELECT token, until_ms FROM lease_take(?, ?, ?)"),
                      {resource, holder, static_cast<qlonglong>(time.count())});
    if (!answer || !answer->next()) {
        return answer ? Result<Lease>(neverAnswered()) : tl::unexpected(answer.error());
    }
    return Lease{resource, holder, answer->value(0).toLongLong(), timeOf(answer->value(1))};
}

Result<Done> PostgresDecisions::release(const Lease &lease)
{
    auto answer = ask(QStringLiteral("SELECT lease_leave(?, ?, ?)"),
                      {lease.resource, lease.holder, static_cast<qlonglong>(lease.token)});
    return answer ? Result<Done>(Done()) : tl::unexpected(answer.error());
}

Result<Done> PostgresDecisions::tell(const QString &function, const RoleGrant &grant)
{
    auto answer =
        ask(QStringLiteral("SELECT %1(?, ?, ?, ?, ?)").arg(function),
            {grant.person, grant.role, filled(grant.deputyFor), stored(grant.from), stored(grant.until)});
    return answer ? Result<Done>(Done()) : tl::unexpected(answer.error());
}

Result<Done> PostgresDecisions::grant(const RoleGrant &grant)
{
    return tell(QStringLiteral("grant_role"), grant);
}

Result<Done> PostgresDecisions::revokeGrant(const RoleGrant &grant)
{
    return tell(QStringLiteral("revoke_role"), grant);
}

} // namespace signalbox::ledger
