// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/postgresplace.h"
#include "models/domain/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>

namespace signalbox::ledger
{

/// One connection to a team's ledger. Lives on one thread and blocks it; no statement for longer than some
/// seconds. Errors of rules carry the refusalWord as reason; others are
///   layer Connection   the server cannot be reached, or went away
///   layer Credentials  it does not let us in
///   layer Tls          it is not who it should be
///   layer Storage      its schema is not ours (reasons ledger-missing, ledger-older, ledger-newer), or it
///                      has a problem of its own
class PostgresConnection final
{
public:
    explicit PostgresConnection(PostgresPlace place);
    ~PostgresConnection();
    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    [[nodiscard]] Result<Done> open();
    /// Connects without looking at the schema.
    [[nodiscard]] Result<Done> connectOnly();
    void close();
    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }
    [[nodiscard]] QSqlDatabase &database() { return m_database; }

    /// One statement, in one round trip. @param values for the question marks in it, in order
    [[nodiscard]] Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Error errorOf(const QSqlQuery &query) const;
    /// Runs what reads several tables in one snapshot.
    [[nodiscard]] Result<Done> reading(const std::function<Result<Done>()> &work);

    /// Who the server takes us for.
    [[nodiscard]] const QString &person() const { return m_person; }
    /// False when this login could write past the rules: a superuser, or a member of signalbox_owner.
    [[nodiscard]] bool isEnforced() const { return m_enforced; }
    [[nodiscard]] int schema() const { return m_schema; }

private:
    [[nodiscard]] QString options() const;
    [[nodiscard]] Result<Done> prepareSession();
    [[nodiscard]] Result<Done> checkSchema();
    [[nodiscard]] Error connectError(const QString &text) const;

    PostgresPlace m_place;
    QString m_name;
    QSqlDatabase m_database;
    QString m_person;
    bool m_enforced = false;
    int m_schema = 0;
};

/// The statement with its values in place of the question marks, written as the driver writes them.
[[nodiscard]] QString inlined(const QSqlDatabase &database, const QString &sql, const QVariantList &values);
/// True for errors after which another try, later, may go better: the ledger is out of reach.
[[nodiscard]] bool isOutOfReach(const Error &error);

} // namespace signalbox::ledger
