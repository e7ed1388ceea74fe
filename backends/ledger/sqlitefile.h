// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace signalbox::ledger
{

/// One connection to an SQLite ledger: makes the file, brings its schema forward, and refuses what it must
/// not touch. Lives on one thread and blocks it. Every failure is an Error of layer Storage; its reason is
///   ledger-newer    the file was made by a newer program; not a byte of it was changed
///   ledger-damaged  SQLite finds the file corrupt; it is left as it is
///   ledger-lost     the file was here before and is gone or empty
class SqliteFile final
{
public:
    /// @param directory made if it does not exist, for its owner only; the file in it is signalbox-ledger.db
    explicit SqliteFile(QString directory);
    ~SqliteFile();
    SqliteFile(const SqliteFile &) = delete;
    SqliteFile &operator=(const SqliteFile &) = delete;

    [[nodiscard]] Result<Done> open();
    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }
    [[nodiscard]] QSqlDatabase &database() { return m_database; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Result<Done> run(const QString &statement);
    /// Takes the right to write before reading, so that nothing read changes before it is written.
    [[nodiscard]] Result<Done> begin() { return run(QStringLiteral("BEGIN IMMEDIATE")); }
    [[nodiscard]] Result<Done> commit() { return run(QStringLiteral("COMMIT")); }
    void rollback();
    [[nodiscard]] tl::unexpected<Error> error(const QSqlQuery &query) const;
    /// Changes when another connection, in this process or another, has written. Invalid: cannot be read.
    [[nodiscard]] Result<qint64> dataVersion();

private:
    [[nodiscard]] Result<Done> createFile();
    [[nodiscard]] Result<Done> prepare();
    [[nodiscard]] Result<Done> migrate();
    [[nodiscard]] Result<Done> migrateFrom(int version);
    [[nodiscard]] Result<Done> checkWhole();
    [[nodiscard]] Result<int> userVersion();
    [[nodiscard]] tl::unexpected<Error> newer(int version) const;
    void rememberMade() const;

    QString m_directory;
    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
};

} // namespace signalbox::ledger
