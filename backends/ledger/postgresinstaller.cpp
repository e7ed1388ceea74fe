// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/postgresinstaller.h"

#include "backends/ledger/migrations.h"
#include "backends/ledger/postgresconnection.h"

#include <QSqlDriver>
#include <QVariant>

#include <tuple>

namespace signalbox
{
namespace
{

using ledger::PostgresConnection;

Result<Done> run(PostgresConnection &connection, const QString &sql, const QVariantList &values = {})
{
    auto answer = connection.run(sql, values);
    return answer ? Result<Done>(Done()) : tl::unexpected(answer.error());
}

Result<int> versionOf(PostgresConnection &connection)
{
    auto there =
        connection.run(QStringLiteral("SELECT to_regclass('signalbox.schema_migrations') IS NOT NULL"));
    if (!there || !there->next()) {
        return there ? Result<int>(0) : tl::unexpected(there.error());
    }
    if (!there->value(0).toBool()) {
        return 0;
    }
    auto version = connection.run(QStringLiteral("SELECT max(version) FROM signalbox.schema_migrations"));
    if (!version || !version->next()) {
        return version ? Result<int>(0) : tl::unexpected(version.error());
    }
    return version->value(0).toInt();
}

/// Roles belong to the whole server and may be there already.
Result<Done> makeRoles(PostgresConnection &connection)
{
    return run(connection,
               QStringLiteral("DO $$ BEGIN "
                              "IF to_regrole('signalbox_owner') IS NULL THEN CREATE ROLE signalbox_owner "
                              "NOLOGIN; END IF; "
                              "IF to_regrole('signalbox_user') IS NULL THEN CREATE ROLE signalbox_user "
                              "NOLOGIN; END IF; "
                              "IF NOT pg_has_role(session_user, 'signalbox_owner', 'MEMBER') THEN EXECUTE "
                              "format('GRANT signalbox_owner TO %I', session_user); END IF; END $$; "
                              "CREATE SCHEMA IF NOT EXISTS signalbox AUTHORIZATION signalbox_owner"));
}

Result<Done> migrate(PostgresConnection &connection, int from)
{
    auto done = run(connection, QStringLiteral("SET LOCAL ROLE signalbox_owner; "
                                               "SET LOCAL search_path = signalbox, pg_temp"));
    for (const ledger::Migration &step : ledger::migrationsOf(ledger::Engine::Postgres)) {
        if (!done) {
            return done;
        }
        if (step.version > from) {
            done = run(connection, step.sql);
            done = done ? run(connection,
                              QStringLiteral("INSERT INTO schema_migrations VALUES (?, server_ms())"),
                              {step.version})
                        : done;
        }
    }
    return done ? run(connection, QStringLiteral("RESET ROLE")) : done;
}

Result<Done> admit(PostgresConnection &connection, const QStringList &admins, const QStringList &members)
{
    Result<Done> done = Done();
    for (const QString &person : members + admins) {
        const QString role = connection.database().driver()->escapeIdentifier(person, QSqlDriver::FieldName);
        done = done ? run(connection, QStringLiteral("GRANT signalbox_user TO %1").arg(role)) : done;
    }
    for (const QString &person : admins) {
        done = done
                   ? run(connection,
                         QStringLiteral("SELECT signalbox.grant_role(?, 'admin', '', NULL, NULL) WHERE NOT "
                                        "EXISTS (SELECT FROM signalbox.role_grants WHERE person = ? AND role "
                                        "= 'admin' AND deputy_for = '' AND revoked_ms IS NULL)"),
                         {person, person})
                   : done;
    }
    return done;
}

Result<Done> install(PostgresConnection &connection, int from, const QStringList &admins,
                     const QStringList &members)
{
    auto done = run(connection, QStringLiteral("BEGIN; SET LOCAL client_min_messages = 'warning'"));
    done = done && from == 0 ? makeRoles(connection) : done;
    done = done ? migrate(connection, from) : done;
    done = done ? admit(connection, admins, members) : done;
    if (done) {
        return run(connection, QStringLiteral("COMMIT"));
    }
    std::ignore = run(connection, QStringLiteral("ROLLBACK")); // the first error is the one to report
    return done;
}

} // namespace

Result<PostgresInstallation> installPostgresLedger(const PostgresPlace &place, const QStringList &admins,
                                                   const QStringList &members)
{
    PostgresConnection connection(place);
    if (auto opened = connection.connectOnly(); !opened) {
        return tl::unexpected(opened.error());
    }
    const auto before = versionOf(connection);
    if (!before) {
        return tl::unexpected(before.error());
    }
    const int known = ledger::schemaVersion(ledger::Engine::Postgres);
    if (*before > known) {
        return tl::unexpected(Error{ErrorCode::Storage,
                                    ErrorLayer::Storage,
                                    0,
                                    QStringLiteral("ledger-newer"),
                                    QStringLiteral("The ledger has schema %1, this program knows up to %2. "
                                                   "Nothing was changed. Use the newer program.")
                                        .arg(*before)
                                        .arg(known),
                                    place.database,
                                    {}});
    }
    if (auto done = install(connection, *before, admins, members); !done) {
        return tl::unexpected(done.error());
    }
    return PostgresInstallation{*before, known};
}

} // namespace signalbox
