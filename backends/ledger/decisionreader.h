// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisions.h"
#include "models/domain/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>

namespace signalbox::ledger
{

/// Reads the facts of a run; the same statements on both engines. To be used inside one transaction, so that
/// the tables agree.
class DecisionReader final
{
public:
    using ErrorOf = std::function<Error(const QSqlQuery &)>;
    /// @param errorOf says what a failed query means on this engine
    DecisionReader(QSqlDatabase database, ErrorOf errorOf);

    /// An unknown run reads as one nothing was decided about.
    [[nodiscard]] Result<Decisions> read(const QString &runId);
    /// Grants that were not revoked, whether in force now or not.
    [[nodiscard]] Result<QVector<RoleGrant>> grants();

private:
    using Row = std::function<void(const QSqlQuery &)>;
    [[nodiscard]] Result<Done> each(const QString &sql, const QVariantList &values, const Row &row);
    [[nodiscard]] Result<Done> readVersion(Decisions &decisions);
    [[nodiscard]] Result<Done> readGates(Decisions &decisions);
    [[nodiscard]] Result<Done> readVotes(Decisions &decisions);
    [[nodiscard]] Result<Done> readPolls(Decisions &decisions);
    [[nodiscard]] Result<Done> readAnswers(Decisions &decisions);
    [[nodiscard]] Result<Done> readEvidence(Decisions &decisions);
    [[nodiscard]] Result<Done> readWaivers(Decisions &decisions);
    [[nodiscard]] Result<Done> readOverrides(Decisions &decisions);

    QSqlDatabase m_database;
    ErrorOf m_errorOf;
};

} // namespace signalbox::ledger
