// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/sqliteledger.h"

#include "backends/api/answer.h"
#include "backends/ledger/ledgerfile.h"

#include <QThread>

namespace signalbox
{

class SqliteLedger::Private
{
public:
    explicit Private(const QString &directory)
        : m_context(new QObject)
    {
        m_thread.setObjectName(QStringLiteral("ledger"));
        m_context->moveToThread(&m_thread);
        // Built and destroyed on the thread: a QSqlDatabase belongs to the thread that made it.
        QObject::connect(&m_thread, &QThread::started, m_context,
                         [this, directory] { m_file = std::make_unique<ledger::LedgerFile>(directory); });
        QObject::connect(
            &m_thread, &QThread::finished, m_context, [this] { m_file.reset(); }, Qt::DirectConnection);
        m_thread.start();
    }

    ~Private()
    {
        // Records handed in before are written first: posted work runs in order.
        QMetaObject::invokeMethod(m_context, [this] { m_thread.quit(); });
        m_thread.wait();
        delete m_context;
    }
    Q_DISABLE_COPY_MOVE(Private)

    template <typename T, typename Work> QFuture<Result<T>> run(Work work)
    {
        Answer<T> answer;
        auto future = answer.future();
        QMetaObject::invokeMethod(
            m_context, [this, answer, work = std::move(work)]() mutable { answer.give(work(*m_file)); },
            Qt::QueuedConnection);
        return future;
    }

private:
    QThread m_thread;
    QObject *m_context;
    std::unique_ptr<ledger::LedgerFile> m_file;
};

SqliteLedger::SqliteLedger(const QString &directory)
    : d(std::make_unique<Private>(directory))
{
}

SqliteLedger::~SqliteLedger() = default;

QFuture<Result<qint64>> SqliteLedger::append(LedgerRecord record)
{
    return d->run<qint64>(
        [record = std::move(record)](ledger::LedgerFile &file) { return file.append(record); });
}

QFuture<Result<QVector<LedgerRecord>>> SqliteLedger::recent(QString cluster, QString namespaceName,
                                                            QString object, int limit)
{
    LedgerRecord like;
    like.cluster = std::move(cluster);
    like.namespaceName = std::move(namespaceName);
    like.object = std::move(object);
    return d->run<QVector<LedgerRecord>>(
        [like, limit](ledger::LedgerFile &file) { return file.recent(like, limit); });
}

QFuture<Result<QVector<LedgerRecord>>> SqliteLedger::unfinished(QString cluster)
{
    return d->run<QVector<LedgerRecord>>(
        [cluster = std::move(cluster)](ledger::LedgerFile &file) { return file.unfinished(cluster); });
}

QFuture<Result<ChainReport>> SqliteLedger::verify()
{
    return d->run<ChainReport>([](ledger::LedgerFile &file) { return file.verify(); });
}

} // namespace signalbox
