// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditkeeper.h"

#include "backends/api/whenfinished.h"
#include "backends/ledger/auditexport.h"
#include "backends/ledger/workerthread.h"

#include <QJsonDocument>

namespace signalbox
{
namespace
{

constexpr std::chrono::hours usualSchedule{1};

/// Lives on the keeper's thread.
class Sealer final
{
public:
    Sealer(std::unique_ptr<AuditSource> source, QString elsewhere)
        : m_source(std::move(source))
        , m_elsewhere(std::move(elsewhere))
    {
    }

    /// @return size of the newest checkpoint, new or not
    Result<qint64> seal(const AuditKey &key, const Clock &clock, bool always)
    {
        const auto due = always ? anythingNew() : anythingDecided();
        if (!due || !*due) {
            return due ? Result<qint64>(m_sealed) : tl::unexpected(due.error());
        }
        const auto kept = m_elsewhere.isEmpty() ? QVector<AuditCheckpoint>() : readCheckpoints(m_elsewhere);
        if (!kept) {
            return tl::unexpected(kept.error());
        }
        const auto checkpoint = sealed(*m_source, *kept, key, clock.nowUtc());
        if (!checkpoint) {
            return tl::unexpected(checkpoint.error());
        }
        auto written = m_source->keep(*checkpoint);
        if (written && !m_elsewhere.isEmpty()) {
            written = appendCheckpoint(m_elsewhere, *checkpoint);
        }
        if (!written) {
            return tl::unexpected(written.error());
        }
        m_sealed = checkpoint->size;
        m_looked = checkpoint->size;
        return m_sealed;
    }

private:
    Result<bool> anythingNew()
    {
        const auto head = m_source->head();
        if (!head) {
            return tl::unexpected(head.error());
        }
        if (m_sealed == 0) {
            const auto before = m_source->checkpoints();
            if (!before) {
                return tl::unexpected(before.error());
            }
            for (const AuditCheckpoint &checkpoint : *before) {
                m_sealed = std::max(m_sealed, checkpoint.size);
            }
        }
        // Shorter than what is sealed: sealing will say so.
        return head->sequence != m_sealed;
    }

    Result<bool> anythingDecided()
    {
        bool decided = false;
        qint64 looked = m_looked;
        const auto read = m_source->read(m_looked + 1, 0, [&](const AuditRow &row) {
            decided = decided || asksForSeal(row.record);
            looked = row.record.sequence;
        });
        if (!read) {
            return tl::unexpected(read.error());
        }
        m_looked = decided ? m_looked : looked; // until it is sealed, it is looked at again
        return decided ? anythingNew() : Result<bool>(false);
    }

    std::unique_ptr<AuditSource> m_source;
    QString m_elsewhere;
    qint64 m_sealed = 0;
    qint64 m_looked = 0;
};

} // namespace

class AuditKeeper::Private final
{
public:
    Private(Open open, const QString &elsewhere, const Clock &clock_)
        : clock(clock_)
        , worker(QStringLiteral("audit"),
                 [open = std::move(open), elsewhere] { return std::make_unique<Sealer>(open(), elsewhere); })
    {
    }

    const Clock &clock;
    std::optional<AuditKey> key;
    QTimer schedule;
    qint64 announced = 0;
    ledger::WorkerThread<Sealer> worker;
};

AuditKeeper::AuditKeeper(Open open, const QString &elsewhere, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(open), elsewhere, clock))
{
    connect(&d->schedule, &QTimer::timeout, this, &AuditKeeper::seal);
    d->schedule.start(usualSchedule);
}

AuditKeeper::~AuditKeeper() = default;

void AuditKeeper::setKey(const AuditKey &key)
{
    d->key = key;
    seal();
}

void AuditKeeper::setSchedule(std::chrono::milliseconds every)
{
    d->schedule.start(every);
}

void AuditKeeper::look()
{
    run(false);
}

void AuditKeeper::seal()
{
    run(true);
}

void AuditKeeper::run(bool always)
{
    if (!d->key) {
        return;
    }
    const auto answer = d->worker.run<qint64>([key = *d->key, clock = &d->clock, always](Sealer &sealer) {
        return sealer.seal(key, *clock, always);
    });
    whenFinished(this, answer, [this](const Result<qint64> &size) {
        if (!size) {
            Q_EMIT failed(size.error());
        } else if (*size != d->announced) {
            d->announced = *size;
            Q_EMIT wasSealed(*size);
        }
    });
}

bool asksForSeal(const LedgerRecord &record)
{
    if (record.result != QLatin1String("succeeded")) {
        return false;
    }
    if (record.action == QLatin1String("AnnounceVerdict")) {
        return true;
    }
    const bool ends = record.action == QLatin1String("EndGate") || record.action == QLatin1String("EndPoll");
    return ends &&
           QJsonDocument::fromJson(record.parameters)[QLatin1String("body")][QLatin1String("state")] ==
               QLatin1String("consumed");
}

} // namespace signalbox
