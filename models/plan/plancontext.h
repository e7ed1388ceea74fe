// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/releaseplan.h"
#include "models/plan/plannode.h"
#include "models/plan/planproblem.h"

#include <QHash>

namespace signalbox
{

/// Where a thing with an id stands in the file.
struct PlanPlace {
    QString sort; ///< name of its definition in the schema: gate, checkItem, metric …
    QString id;
    QString path;
    int line = 0;
    int column = 0;
    QStringList requirements;
    bool operator==(const PlanPlace &) const = default;
};

/// A query of a plan with its placeholders, to be checked by a metrics server.
struct PlanQuery {
    QString path;
    int line = 0;
    int column = 0;
    QString promql;
    bool operator==(const PlanQuery &) const = default;
};

/// A value and the path that leads to it.
struct PlanSpot {
    const PlanNode *node = nullptr;
    QString path;
};

/// What is collected while one file is read.
class PlanContext
{
public:
    /// A mention of another thing; `needs` is the limit a metric has to have to be mentioned there.
    struct Reference {
        PlanSpot spot;
        QString id;
        QStringList sorts;
        QString needs;
    };

    void complain(const PlanSpot &spot, PlanProblemCode code, const QStringList &args = {},
                  const QString &expected = {});
    void complain(const PlanProblem &problem);
    /// @param scope things of one scope have different ids
    void declare(const PlanPlace &place, const QString &scope);
    /// A place without an id.
    void note(const PlanPlace &place) { m_places.append(place); }
    void refer(Reference reference);
    void addQuery(const PlanSpot &spot, const QString &promql);
    /// Complains about mentions of things that are not there; after everything was read.
    void resolve(const ReleasePlan &plan);
    [[nodiscard]] QVector<PlanProblem> problems() const; ///< in the order of the file
    [[nodiscard]] const QVector<PlanPlace> &places() const { return m_places; }
    [[nodiscard]] const QVector<PlanQuery> &queries() const { return m_queries; }

private:
    [[nodiscard]] bool isKnown(const QString &id, const QStringList &sorts) const;
    [[nodiscard]] QStringList known(const QStringList &sorts) const;

    QVector<PlanProblem> m_problems;
    QVector<PlanPlace> m_places;
    QVector<PlanQuery> m_queries;
    QVector<Reference> m_references;
    QHash<QString, QHash<QString, int>> m_lines;   ///< scope -> id -> line
    QHash<QString, QHash<QString, bool>> m_sorted; ///< sort -> id
};

} // namespace signalbox
