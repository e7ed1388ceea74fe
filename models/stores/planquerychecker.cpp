// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/planquerychecker.h"

#include "backends/api/whenfinished.h"

#include <QTimer>

namespace signalbox
{
namespace
{

QString expanded(const QString &promql)
{
    MetricScope scope;
    scope.namespaceName = QStringLiteral("namespace");
    scope.service = QStringLiteral("service");
    scope.hash = QStringLiteral("hash");
    scope.workload = QStringLiteral("workload");
    return expandQuery(promql, scope);
}

/// The server understood the request and refuses the query; anything else says nothing about it.
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::Invalid;
}

} // namespace

PlanQueryChecker::PlanQueryChecker(QVector<PlanQuery> queries, QString fileName, MetricsApi &metrics,
                                   QObject *parent)
    : QObject(parent)
    , m_queries(std::move(queries))
    , m_fileName(std::move(fileName))
    , m_metrics(&metrics)
{
    for (const PlanQuery &query : std::as_const(m_queries)) {
        m_open.append(query.promql);
    }
    m_open.removeDuplicates();
    m_check.total = static_cast<int>(m_open.size());
    m_check.endpoint = metrics.endpoint();
}

void PlanQueryChecker::start()
{
    QTimer::singleShot(0, this, &PlanQueryChecker::next);
}

void PlanQueryChecker::next()
{
    if (m_open.isEmpty() || m_check.stopped) {
        Q_EMIT finished(m_check);
        return;
    }
    if (!m_metrics) {
        m_check.stopped =
            Error{ErrorCode::Cancelled, ErrorLayer::Connection, 0, {}, {}, m_check.endpoint, {}};
        Q_EMIT finished(m_check);
        return;
    }
    const QString promql = m_open.takeFirst();
    whenFinished(this, m_metrics->formatQuery(expanded(promql)),
                 [this, promql](const Result<QString> &answer) { take(promql, answer); });
}

void PlanQueryChecker::take(const QString &promql, const Result<QString> &answer)
{
    if (!answer && !isRefusal(answer.error())) {
        m_check.stopped = answer.error();
        next();
        return;
    }
    ++m_check.checked;
    if (!answer) {
        for (const PlanQuery &query : std::as_const(m_queries)) {
            if (query.promql == promql) {
                m_check.problems.append({m_fileName,
                                         query.line,
                                         query.column,
                                         query.path,
                                         PlanProblemCode::QueryRefused,
                                         {answer.error().detail},
                                         {}});
            }
        }
    }
    next();
}

} // namespace signalbox
