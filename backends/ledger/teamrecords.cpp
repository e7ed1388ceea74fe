// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/teamrecords.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <tuple>

namespace signalbox::ledger
{
namespace
{

/// How often a silent connection is tried, and a lost one made anew.
constexpr std::chrono::milliseconds beatEvery{1000};

/// What the team's ledger takes at most, with room for what merging adds. A larger record would wait for
/// ever, and everything after it.
constexpr qsizetype longestReason = 16 * 1024;
constexpr qsizetype longestParameters = 512 * 1024;

} // namespace

bool mayWait(const LedgerRecord &record)
{
    static const QStringList back{QStringLiteral("RollBack"), QStringLiteral("Abort"), QStringLiteral("Undo"),
                                  QStringLiteral("FailOver")};
    return record.kind != RecordKind::Intent || back.contains(record.action);
}

LedgerRecord mergedRecord(const Pending &pending)
{
    LedgerRecord record = pending.record;
    const QJsonDocument written = QJsonDocument::fromJson(record.parameters);
    QJsonObject parameters = written.object();
    if (!written.isObject() && !record.parameters.isEmpty()) {
        parameters.insert(QStringLiteral("parameters"), QString::fromUtf8(record.parameters));
    }
    parameters.insert(QStringLiteral("merged"),
                      QJsonObject{{QStringLiteral("journal"), pending.key},
                                  {QStringLiteral("sequence"), record.sequence},
                                  {QStringLiteral("time"), record.time.toMSecsSinceEpoch()},
                                  {QStringLiteral("actor"), record.actor},
                                  {QStringLiteral("hash"), QString::fromLatin1(record.hash.toHex())}});
    record.parameters = QJsonDocument(parameters).toJson(QJsonDocument::Compact);
    return record;
}

TeamRecords::TeamRecords(PostgresPlace place, const QString &journal, Events events)
    : m_team(std::move(place))
    , m_journal(journal)
    , m_events(std::move(events))
{
    connect(&m_beat, &QTimer::timeout, this, &TeamRecords::beat);
    m_beat.start(beatEvery);
    QTimer::singleShot(0, this, &TeamRecords::beat);
}

template <typename T> Result<T> TeamRecords::noticed(Result<T> answer)
{
    const bool reachable = answer || !isOutOfReach(answer.error());
    if (reachable != m_reachable) {
        m_reachable = reachable;
        m_events.reachableChanged(reachable);
    }
    return answer;
}

void TeamRecords::setWaiting(int waiting)
{
    if (waiting != m_waiting) {
        m_waiting = waiting;
        m_events.waitingChanged(waiting);
    }
}

Result<Done> TeamRecords::listen()
{
    QSqlDriver *driver = m_team.connection().database().driver();
    disconnect(driver, nullptr, this, nullptr);
    connect(driver, &QSqlDriver::notification, this, [this] { m_events.recordsChanged(); });
    const QString channel = QStringLiteral("signalbox_records");
    if (driver->subscribedToNotifications().contains(channel) || driver->subscribeToNotification(channel)) {
        return Done();
    }
    m_team.connection().close();
    return failure(ErrorCode::Storage, ErrorLayer::Storage,
                   QStringLiteral("the ledger's records cannot be listened to"));
}

/// Connected, and everything that waited is there.
Result<Done> TeamRecords::reach()
{
    if (!m_team.connection().isOpen()) {
        auto opened = m_team.connection().open();
        opened = opened ? listen() : opened;
        if (!opened) {
            return noticed(opened);
        }
        m_events.recordsChanged(); // others may have written meanwhile
    }
    return m_waiting == 0 ? Result<Done>(Done()) : merge();
}

Result<Done> TeamRecords::merge()
{
    const auto waiting = m_journal.pending();
    if (!waiting) {
        return tl::unexpected(waiting.error());
    }
    setWaiting(static_cast<int>(waiting->size()));
    for (const Pending &pending : *waiting) {
        // In order and exactly once: the key answers with the first time if this was cut off before it was
        // marked.
        const auto sequence = noticed(mergeOne(pending));
        if (!sequence) {
            return tl::unexpected(sequence.error());
        }
        if (auto marked = m_journal.markMerged(pending.key, *sequence); !marked) {
            return marked;
        }
        setWaiting(m_waiting - 1);
    }
    return Done();
}

Result<qint64> TeamRecords::mergeOne(const Pending &pending)
{
    auto sequence = m_team.appendOnce(pending.key, mergedRecord(pending));
    if (sequence || isOutOfReach(sequence.error())) {
        return sequence;
    }
    // Another desk finished the operation meanwhile. What happened here is kept all the same, and must not
    // keep what came after it waiting.
    Pending noted = pending;
    noted.record.kind = RecordKind::Observation;
    return m_team.appendOnce(pending.key, mergedRecord(noted));
}

Result<qint64> TeamRecords::keep(const QString &key, const LedgerRecord &record)
{
    auto sequence = m_journal.appendOnce(key, record);
    if (sequence) {
        setWaiting(std::max(0, m_waiting) + 1);
    }
    return sequence;
}

Result<qint64> TeamRecords::append(const LedgerRecord &record)
{
    if (record.reason.size() > longestReason || record.parameters.size() > longestParameters) {
        return failure(ErrorCode::TooLarge, ErrorLayer::Rule, QStringLiteral("the record is too long"));
    }
    const QString key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!m_reachable && mayWait(record)) {
        return keep(key, record); // going back does not wait for another try to connect
    }
    const auto reached = reach();
    auto sequence =
        reached ? noticed(m_team.appendOnce(key, record)) : Result<qint64>(tl::unexpected(reached.error()));
    if (!sequence && isOutOfReach(sequence.error()) && mayWait(record)) {
        return keep(key, record);
    }
    return sequence;
}

Result<QVector<LedgerRecord>> TeamRecords::recent(const LedgerRecord &like, int limit)
{
    if (auto reached = reach(); !reached) {
        return tl::unexpected(reached.error());
    }
    return noticed(m_team.recent(like, limit));
}

Result<QVector<LedgerRecord>> TeamRecords::unfinished(const QString &cluster)
{
    if (auto reached = reach(); !reached) {
        return tl::unexpected(reached.error());
    }
    return noticed(m_team.unfinished(cluster));
}

Result<ChainReport> TeamRecords::verify()
{
    if (auto reached = reach(); !reached) {
        return tl::unexpected(reached.error());
    }
    return noticed(m_team.verify());
}

void TeamRecords::beat()
{
    if (!m_team.connection().isOpen() || m_waiting != 0) {
        std::ignore = reach(); // told about by reachableChanged
        return;
    }
    auto alive = m_team.connection().run(QStringLiteral("SELECT 1"));
    if (!noticed(alive ? Result<Done>(Done()) : tl::unexpected(alive.error()))) {
        m_team.connection().close();
    }
}

} // namespace signalbox::ledger
