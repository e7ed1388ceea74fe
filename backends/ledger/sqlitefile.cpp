// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/sqlitefile.h"

#include "backends/ledger/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>
#include <QVariant>
#include <QtEndian>

#include <tuple>

namespace signalbox::ledger
{
namespace
{

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Error> storage(const QString &reason, const QString &detail, const QString &path)
{
    return tl::unexpected(Error{ErrorCode::Storage, ErrorLayer::Storage, 0, reason, detail, path, {}});
}

bool saysDamaged(const QSqlError &error)
{
    // Primary result codes SQLITE_CORRUPT and SQLITE_NOTADB; extended ones carry them in the low byte.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == 11 || code == 26;
}

/// The version in the file's header, without opening it as a database. 0: no header. The write-ahead log may
/// hold a later one.
int versionInHeader(const QString &path)
{
    QFile file(path);
    constexpr qint64 userVersionAt = 60; // SQLite file format, section 1.3
    if (!file.open(QIODevice::ReadOnly) || !file.read(16).startsWith("SQLite format 3") ||
        !file.seek(userVersionAt)) {
        return 0;
    }
    const QByteArray bytes = file.read(4);
    return bytes.size() == 4 ? qFromBigEndian<qint32>(bytes.constData()) : 0;
}

} // namespace

SqliteFile::SqliteFile(QString directory)
    : m_directory(std::move(directory))
    , m_path(m_directory + QStringLiteral("/signalbox-ledger.db"))
    , m_connection(QStringLiteral("signalbox-ledger-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

SqliteFile::~SqliteFile()
{
    if (m_database.isValid()) {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

tl::unexpected<Error> SqliteFile::error(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    if (saysDamaged(error)) {
        return storage(
            QStringLiteral("ledger-damaged"),
            QStringLiteral("The ledger file is damaged (%1). Nothing in it was changed. Keep a copy "
                           "of it and of the files next to it, read what is left with \"sqlite3 "
                           "-readonly FILE .recover\", or put back a backup.")
                .arg(error.text()),
            m_path);
    }
    return storage({}, error.text(), m_path);
}

tl::unexpected<Error> SqliteFile::newer(int version) const
{
    return storage(QStringLiteral("ledger-newer"),
                   QStringLiteral("The ledger has schema %1, this program knows up to %2. Nothing was "
                                  "changed. Use the newer program.")
                       .arg(version)
                       .arg(schemaVersion(Engine::Sqlite)),
                   m_path);
}

Result<Done> SqliteFile::createFile()
{
    if (!QDir(m_directory).exists()) {
        if (!QDir().mkpath(m_directory)) {
            return storage({}, QStringLiteral("the folder cannot be made"), m_directory);
        }
        QFile::setPermissions(m_directory, ownerOnly | QFileDevice::ExeOwner);
    }
    QFile file(m_path);
    if (file.size() == 0 && QFile::exists(m_path + QStringLiteral(".made"))) {
        return storage(
            QStringLiteral("ledger-lost"),
            QStringLiteral("The ledger was here before and is now gone or empty. Put back a backup, "
                           "or remove the file %1.made to begin a new one.")
                .arg(m_path),
            m_path);
    }
    // SQLite gives its side files the permissions of the main file, so that one has to be right from the
    // start.
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) &&
        !file.exists()) {
        return storage({}, file.errorString(), m_path);
    }
    return Done();
}

void SqliteFile::rememberMade() const
{
    QFile mark(m_path + QStringLiteral(".made"));
    if (!mark.exists()) {
        std::ignore = mark.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly); // best effort
    }
}

Result<Done> SqliteFile::run(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement)) {
        return error(query);
    }
    return Done();
}

void SqliteFile::rollback()
{
    // A full disk makes SQLite roll back by itself; a second rollback then fails, and that is fine.
    std::ignore = run(QStringLiteral("ROLLBACK"));
}

Result<qint64> SqliteFile::dataVersion()
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA data_version")) || !query.next()) {
        return error(query);
    }
    return query.value(0).toLongLong();
}

Result<int> SqliteFile::userVersion()
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next()) {
        return error(query);
    }
    return query.value(0).toInt();
}

Result<Done> SqliteFile::open()
{
    if (m_database.isOpen()) {
        return Done();
    }
    if (const int version = versionInHeader(m_path); version > schemaVersion(Engine::Sqlite)) {
        return newer(version);
    }
    if (auto made = createFile(); !made) {
        return made;
    }
    if (!m_database.isValid()) {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        m_database.setDatabaseName(m_path);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    }
    if (!m_database.open()) {
        return storage({}, m_database.lastError().text(), m_path);
    }
    auto prepared = prepare();
    if (!prepared) {
        m_database.close();
        return prepared;
    }
    rememberMade();
    return Done();
}

Result<Done> SqliteFile::prepare()
{
    const auto version = userVersion();
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (*version > schemaVersion(Engine::Sqlite)) {
        return newer(*version);
    }
    for (const auto &statement :
         {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL"),
          QStringLiteral("PRAGMA foreign_keys = ON")}) {
        if (auto done = run(statement); !done) {
            return done;
        }
    }
    return *version == schemaVersion(Engine::Sqlite) ? Result<Done>(Done()) : migrate();
}

Result<Done> SqliteFile::migrate()
{
    if (auto whole = checkWhole(); !whole) {
        return whole;
    }
    if (auto begun = begin(); !begun) {
        return begun;
    }
    // Another desk may have been faster.
    const auto version = userVersion();
    auto done = version ? migrateFrom(*version) : Result<Done>(tl::unexpected(version.error()));
    if (done) {
        done = commit();
    }
    if (!done) {
        rollback();
    }
    return done;
}

Result<Done> SqliteFile::migrateFrom(int version)
{
    if (version > schemaVersion(Engine::Sqlite)) {
        return newer(version);
    }
    for (const Migration &step : migrationsOf(Engine::Sqlite)) {
        if (step.version <= version) {
            continue;
        }
        for (const QString &statement : statementsOf(step.sql)) {
            if (auto done = run(statement); !done) {
                return done;
            }
        }
        if (auto done = run(QStringLiteral("PRAGMA user_version = %1").arg(step.version)); !done) {
            return done;
        }
    }
    return run(QStringLiteral("INSERT INTO schema_migrations SELECT %1, CAST(strftime('%s', 'now') AS "
                              "INTEGER) * 1000 WHERE NOT EXISTS (SELECT 1 FROM schema_migrations WHERE "
                              "version = %1)")
                   .arg(schemaVersion(Engine::Sqlite)));
}

Result<Done> SqliteFile::checkWhole()
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA quick_check(1)")) || !query.next()) {
        return error(query);
    }
    if (const QString found = query.value(0).toString(); found != QLatin1String("ok")) {
        return storage(QStringLiteral("ledger-damaged"),
                       QStringLiteral("The ledger file is damaged (%1) and was not brought forward to this "
                                      "program's schema. Nothing in it was changed.")
                           .arg(found),
                       m_path);
    }
    return Done();
}

} // namespace signalbox::ledger
