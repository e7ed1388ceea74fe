// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/querybatch.h"

#include "backends/api/whenfinished.h"

#include <QTimer>

namespace signalbox
{
namespace
{

constexpr int mostAtOnce = 6;

/// The server understood the question and will never answer it, or not like this: that is news of the metric,
/// not of the connection.
Result<Reading> readingOf(const Result<QueryAnswer> &answer, const QDateTime &now,
                          std::chrono::seconds staleAfter)
{
    if (answer) {
        return readSingle(*answer, now, staleAfter);
    }
    if (answer.error().code != ErrorCode::Invalid) {
        return tl::unexpected(answer.error());
    }
    Reading refused;
    refused.problem = ValueProblem::QueryFailed;
    refused.detail = answer.error().detail;
    return refused;
}

} // namespace

QueryBatch::QueryBatch(MetricsApi &api, QStringList queries, QDateTime at, const Clock &clock,
                       QObject *parent)
    : QObject(parent)
    , m_api(&api)
    , m_queries(std::move(queries))
    , m_at(std::move(at))
    , m_clock(clock)
{
    m_queries.removeAll(QString());
    m_queries.removeDuplicates();
}

QueryBatch::~QueryBatch()
{
    for (const auto &cancel : m_cancels) {
        cancel();
    }
}

void QueryBatch::start(std::chrono::seconds staleAfter)
{
    m_staleAfter = staleAfter;
    QTimer::singleShot(0, this, &QueryBatch::askNext);
}

void QueryBatch::askNext()
{
    while (m_api && m_open < mostAtOnce && !m_queries.isEmpty()) {
        const QString promql = m_queries.takeFirst();
        ++m_open;
        auto answer = m_api->query(promql, m_at);
        whenFinished(this, answer, [this, promql](const Result<QueryAnswer> &known) { take(promql, known); });
        m_cancels.push_back([answer]() mutable {
            if (!answer.isFinished()) {
                answer.cancel();
            }
        });
    }
    if (!m_api) {
        for (const QString &promql : std::as_const(m_queries)) {
            m_readings.insert(promql, Result<Reading>(neverAnswered()));
        }
        m_queries.clear();
    }
    if (m_open == 0) {
        Q_EMIT finished(m_readings);
    }
}

void QueryBatch::take(const QString &promql, const Result<QueryAnswer> &answer)
{
    --m_open;
    m_readings.insert(promql, readingOf(answer, m_clock.nowUtc(), m_staleAfter));
    askNext();
}

} // namespace signalbox
