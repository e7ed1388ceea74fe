// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/metricsapi.h"
#include "models/plan/planparser.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace signalbox
{

/// What a metrics server says about the queries of a plan.
struct PlanQueryCheck {
    QVector<PlanProblem> problems; ///< queries it refuses, one for each place
    int checked = 0;               ///< different queries it was asked about and answered
    int total = 0;                 ///< different queries of the plan
    QString endpoint;              ///< who was asked
    std::optional<Error> stopped;  ///< why the rest was not checked; none: all was
    [[nodiscard]] bool isComplete() const { return checked == total; }
    bool operator==(const PlanQueryCheck &) const = default;
};

/// Asks a server about each query of a plan, one after the other: the server's own parser knows which
/// functions exist there. Placeholders are filled with plain words. Start it once; it ends with finished().
class PlanQueryChecker final : public QObject
{
    Q_OBJECT

public:
    /// @param metrics may go away; the check then ends as stopped
    PlanQueryChecker(QVector<PlanQuery> queries, QString fileName, MetricsApi &metrics,
                     QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void finished(const signalbox::PlanQueryCheck &check);

private:
    void next();
    void take(const QString &promql, const Result<QString> &answer);

    QVector<PlanQuery> m_queries;
    QString m_fileName;
    QPointer<MetricsApi> m_metrics;
    QStringList m_open;
    PlanQueryCheck m_check;
};

} // namespace signalbox
