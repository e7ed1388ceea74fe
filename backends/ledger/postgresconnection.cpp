// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/postgresconnection.h"

#include "backends/ledger/migrations.h"
#include "backends/ledger/recordrow.h"

#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QUuid>
#include <QVariant>

#include <tuple>

namespace signalbox::ledger
{
namespace
{

Error make(ErrorCode code, ErrorLayer layer, const QString &reason, const QString &detail,
           const QString &subject)
{
    return {code, layer, 0, reason, detail, subject, {}};
}

/// A value inside libpq's connection string. Qt puts spaces where it finds semicolons, so none may be in it.
QString option(const QString &name, QString value)
{
    value.remove(QLatin1Char(';'));
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return name + QStringLiteral("='") + value + QLatin1Char('\'');
}

Error refusalIn(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("signalbox refuses: ([a-z0-9-]+) \\(([^\\n]*)\\)"));
    const auto match = pattern.match(text);
    return make(ErrorCode::Refused, ErrorLayer::Rule, match.captured(1),
                QStringLiteral("the ledger refuses: %1").arg(match.captured(1)), match.captured(2));
}

} // namespace

QString inlined(const QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    QString text;
    qsizetype from = 0;
    for (const QVariant &value : values) {
        const qsizetype mark = sql.indexOf(QLatin1Char('?'), from);
        QSqlField field(QString(), value.metaType());
        field.setValue(value.typeId() == QMetaType::QString && !value.isNull()
                           ? QVariant(filled(value.toString()))
                           : value);
        text += sql.mid(from, mark - from);
        text += database.driver()->formatValue(field);
        from = mark + 1;
    }
    return text + sql.mid(from);
}

bool isOutOfReach(const Error &error)
{
    switch (error.layer) {
    case ErrorLayer::Connection:
    case ErrorLayer::Credentials:
    case ErrorLayer::NameLookup:
    case ErrorLayer::Tls:
    case ErrorLayer::Configuration:
        return true;
    case ErrorLayer::Storage:
        return error.code != ErrorCode::Conflict;
    case ErrorLayer::Http:
    case ErrorLayer::Protocol:
    case ErrorLayer::Rule:
        break;
    }
    return false;
}

PostgresConnection::PostgresConnection(PostgresPlace place)
    : m_place(std::move(place))
    , m_name(QStringLiteral("signalbox-team-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

PostgresConnection::~PostgresConnection()
{
    close();
    m_database = QSqlDatabase();
    if (QSqlDatabase::contains(m_name)) {
        QSqlDatabase::removeDatabase(m_name);
    }
}

void PostgresConnection::close()
{
    if (m_database.isValid()) {
        m_database.close();
    }
}

QString PostgresConnection::options() const
{
    QStringList all{QStringLiteral("connect_timeout=3"),
                    QStringLiteral("tcp_user_timeout=5000"),
                    QStringLiteral("keepalives_idle=5"),
                    QStringLiteral("keepalives_interval=2"),
                    QStringLiteral("keepalives_count=2"),
                    QStringLiteral("client_encoding=UTF8"),
                    QStringLiteral("target_session_attrs=read-write"),
                    QStringLiteral("application_name=signalbox")};
    if (!m_place.host.startsWith(QLatin1Char('/'))) {
        all.push_back(option(QStringLiteral("sslmode"), m_place.sslMode));
        if (m_place.sslMode.startsWith(QLatin1String("verify")) && !m_place.rootCertificate.isEmpty()) {
            all.push_back(option(QStringLiteral("sslrootcert"), m_place.rootCertificate));
        }
        if (!m_place.clientCertificate.isEmpty()) {
            all.push_back(option(QStringLiteral("sslcert"), m_place.clientCertificate));
            all.push_back(option(QStringLiteral("sslkey"), m_place.clientKey));
        }
    }
    return all.join(QLatin1Char(';'));
}

Error PostgresConnection::connectError(const QString &text) const
{
    const QString server = m_place.host;
    const auto says = [&text](const char *words) {
        return text.contains(QLatin1String(words), Qt::CaseInsensitive);
    };
    if (says("authentication") || says("no password") || says("pg_hba") || says("role \"")) {
        return make(ErrorCode::Unauthorised, ErrorLayer::Credentials, {}, text, server);
    }
    if (says("certificate") || says("ssl")) {
        return make(ErrorCode::TlsUntrusted, ErrorLayer::Tls, {}, text, server);
    }
    if (says("could not translate host name")) {
        return make(ErrorCode::HostNotFound, ErrorLayer::NameLookup, {}, text, server);
    }
    return make(ErrorCode::Unreachable, ErrorLayer::Connection, {}, text, server);
}

Error PostgresConnection::errorOf(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    const QString state = error.nativeErrorCode();
    const QString text = error.databaseText();
    if (state == QLatin1String("SB001")) {
        return refusalIn(text);
    }
    if (state == QLatin1String("SB002") || state == QLatin1String("40001") ||
        state == QLatin1String("40P01")) {
        return make(ErrorCode::Conflict, ErrorLayer::Rule, {}, text, m_place.host);
    }
    if (state == QLatin1String("SB003")) {
        return make(ErrorCode::NotFound, ErrorLayer::Rule, {}, text, m_place.host);
    }
    if (state == QLatin1String("42501")) {
        return make(ErrorCode::Forbidden, ErrorLayer::Credentials, {}, text, m_place.host);
    }
    if (state == QLatin1String("57014") || state == QLatin1String("55P03")) {
        return make(ErrorCode::Timeout, ErrorLayer::Connection, {}, text, m_place.host);
    }
    if (state.startsWith(QLatin1String("23"))) {
        // A constraint: what was written, or somebody was faster. Trying again does not help.
        return make(ErrorCode::Conflict, ErrorLayer::Storage, {}, text, m_place.host);
    }
    // Class 08: connection; 57P: shut down or crashed; no state: the answer never came.
    if (state.isEmpty() || state.startsWith(QLatin1String("08")) || state.startsWith(QLatin1String("57P"))) {
        return make(ErrorCode::Unreachable, ErrorLayer::Connection, {}, text, m_place.host);
    }
    return make(ErrorCode::Storage, ErrorLayer::Storage, {}, text, m_place.host);
}

Result<QSqlQuery> PostgresConnection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    if (!query.exec(inlined(m_database, sql, values))) {
        const Error error = errorOf(query);
        if (error.layer == ErrorLayer::Connection && error.code != ErrorCode::Timeout) {
            close();
        }
        return tl::unexpected(error);
    }
    return query;
}

Result<Done> PostgresConnection::reading(const std::function<Result<Done>()> &work)
{
    if (auto begun = run(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")); !begun) {
        return tl::unexpected(begun.error());
    }
    auto done = work();
    auto ended = run(QStringLiteral("COMMIT"));
    return !done || ended ? done : tl::unexpected(ended.error());
}

Result<Done> PostgresConnection::connectOnly()
{
    if (m_database.isOpen()) {
        return Done();
    }
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL"))) {
        return tl::unexpected(make(ErrorCode::Unsupported, ErrorLayer::Configuration, {},
                                   QStringLiteral("Qt's driver for PostgreSQL is missing; on Debian it is "
                                                  "in the package libqt6sql6-psql"),
                                   m_place.host));
    }
    if (!m_database.isValid()) {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
        m_database.setHostName(m_place.host);
        m_database.setPort(m_place.port);
        m_database.setDatabaseName(m_place.database);
        m_database.setUserName(m_place.user);
        m_database.setConnectOptions(options());
    }
    // The password is handed over for this call only: QSqlDatabase would keep it.
    if (!m_database.open(m_place.user, m_place.password)) {
        return tl::unexpected(connectError(m_database.lastError().databaseText()));
    }
    return Done();
}

Result<Done> PostgresConnection::open()
{
    if (m_database.isOpen()) {
        return Done();
    }
    auto done = connectOnly();
    done = done ? prepareSession() : done;
    done = done ? checkSchema() : done;
    if (!done) {
        close();
    }
    return done;
}

Result<Done> PostgresConnection::prepareSession()
{
    auto query = run(QStringLiteral("SET search_path = signalbox; SET statement_timeout = '15s'; "
                                    "SET lock_timeout = '10s'; "
                                    "SET idle_in_transaction_session_timeout = '30s'; "
                                    "SET default_transaction_isolation = 'read committed'; "
                                    "SET bytea_output = 'hex'"));
    return query ? Result<Done>(Done()) : tl::unexpected(query.error());
}

Result<Done> PostgresConnection::checkSchema()
{
    const auto refuse = [this](const QString &reason, const QString &detail) {
        return tl::unexpected(
            make(ErrorCode::Storage, ErrorLayer::Storage, reason, detail, m_place.database));
    };
    auto who = run(QStringLiteral(
        "SELECT session_user, NOT (rolsuper OR rolbypassrls OR COALESCE(pg_has_role(session_user, "
        "to_regrole('signalbox_owner'), 'MEMBER'), false)), to_regclass('signalbox.schema_migrations') IS "
        "NOT "
        "NULL, COALESCE(pg_has_role(session_user, to_regrole('signalbox_user'), 'MEMBER'), false) FROM "
        "pg_roles "
        "WHERE rolname = session_user"));
    if (!who || !who->next()) {
        return who ? refuse({}, QStringLiteral("the server does not say who we are"))
                   : tl::unexpected(who.error());
    }
    m_person = who->value(0).toString();
    m_enforced = who->value(1).toBool();
    if (!who->value(2).toBool()) {
        return refuse(QStringLiteral("ledger-missing"),
                      QStringLiteral("there is no Signalbox ledger in this database; an administrator has to "
                                     "install one"));
    }
    if (!who->value(3).toBool()) {
        return tl::unexpected(make(ErrorCode::Forbidden, ErrorLayer::Credentials, {},
                                   QStringLiteral("%1 is not a member of signalbox_user").arg(m_person),
                                   m_place.host));
    }
    auto version = run(QStringLiteral("SELECT max(version) FROM schema_migrations"));
    if (!version || !version->next()) {
        return version ? refuse({}, QStringLiteral("no schema version")) : tl::unexpected(version.error());
    }
    m_schema = version->value(0).toInt();
    const int known = schemaVersion(Engine::Postgres);
    if (m_schema == known) {
        return Done();
    }
    const QString detail = QStringLiteral("The ledger has schema %1, this program works with %2. Nothing was "
                                          "changed. %3")
                               .arg(m_schema)
                               .arg(known);
    return m_schema > known
               ? refuse(QStringLiteral("ledger-newer"), detail.arg(QStringLiteral("Use the newer program.")))
               : refuse(QStringLiteral("ledger-older"),
                        detail.arg(QStringLiteral("An administrator has to install the new one.")));
}

} // namespace signalbox::ledger
