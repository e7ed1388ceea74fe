// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ledger/postgresserver.h"

#include "backends/ledger/postgresinstaller.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <tuple>
#include <unistd.h>

namespace signalbox::test
{
namespace
{

QString binaries()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const QStringList all = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return all.isEmpty() ? QString() : versions.filePath(all.last()) + QStringLiteral("/bin/");
}

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

} // namespace

PostgresServer::PostgresServer() = default;

PostgresServer::~PostgresServer()
{
    stop();
}

QString PostgresServer::run(const QString &program, const QStringList &arguments) const
{
    QString name = program.startsWith(QLatin1Char('/')) ? program : binaries() + program;
    QStringList all = arguments;
    if (::geteuid() == 0) {
        // The server refuses to be run by root.
        all = QStringList{QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"),
                          QStringLiteral("--clear-groups"), name} +
              arguments;
        name = QStringLiteral("setpriv");
    }
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.setWorkingDirectory(folder());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(folder() + QStringLiteral("/stderr"));
    process.start(name, all);
    if (!process.waitForFinished(30000) || process.exitCode() != 0) {
        QFile errors(folder() + QStringLiteral("/stderr"));
        const bool readable = errors.open(QIODevice::ReadOnly);
        return program + QStringLiteral(" failed: ") + process.errorString() +
               (readable ? QString::fromUtf8(errors.readAll()) : QString());
    }
    return {};
}

QString PostgresServer::makeTls()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in any{};
    any.sin_family = AF_INET;
    any.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof any;
    if (::bind(probe, reinterpret_cast<sockaddr *>(&any), size) != 0 ||
        ::getsockname(probe, reinterpret_cast<sockaddr *>(&any), &size) != 0) {
        return QStringLiteral("no free port");
    }
    m_port = ntohs(any.sin_port);
    ::close(probe);
    QFile rules(folder() + QStringLiteral("/data/pg_hba.conf"));
    if (!rules.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return rules.errorString();
    }
    rules.write("local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n");
    return run(QStringLiteral("/usr/bin/openssl"),
               {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=ledger"),
                QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                QStringLiteral("-keyout"), folder() + QStringLiteral("/data/server.key"),
                QStringLiteral("-out"), certificate()});
}

QString PostgresServer::start()
{
    if (binaries().isEmpty()) {
        return QStringLiteral("there is no PostgreSQL here; ./dev installs it");
    }
    if (m_running) {
        return {};
    }
    const QString data = folder() + QStringLiteral("/data");
    if (!QFileInfo::exists(data)) {
        if (::geteuid() == 0) {
            QProcess owner;
            owner.start(QStringLiteral("chown"), {QStringLiteral("postgres"), folder()});
            owner.waitForFinished();
        }
        const QString made = run(QStringLiteral("initdb"),
                                 {QStringLiteral("-D"), data, QStringLiteral("-A"), QStringLiteral("trust"),
                                  QStringLiteral("-U"), QStringLiteral("admin"), QStringLiteral("-E"),
                                  QStringLiteral("UTF8"), QStringLiteral("--no-sync")});
        if (const QString tls = made.isEmpty() && m_tls ? makeTls() : made; !tls.isEmpty()) {
            return tls;
        }
    }
    const QString address = m_tls
                                ? QStringLiteral("-c listen_addresses=127.0.0.1 -c ssl=on -p %1").arg(m_port)
                                : QStringLiteral("-c listen_addresses=");
    const QString failed =
        run(QStringLiteral("pg_ctl"),
            {QStringLiteral("-D"), data, QStringLiteral("-w"), QStringLiteral("-l"),
             folder() + QStringLiteral("/log"), QStringLiteral("-o"),
             QStringLiteral("-k %1 %2 -c max_connections=50 -c fsync=off").arg(folder(), address),
             QStringLiteral("start")});
    m_running = failed.isEmpty();
    return failed;
}

void PostgresServer::crash()
{
    m_running = false;
    QFile file(folder() + QStringLiteral("/data/postmaster.pid"));
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    const int pid = file.readLine().trimmed().toInt();
    if (pid > 1) {
        // Immediate shutdown: no checkpoint, children are told to quit.
        ::kill(pid, SIGQUIT);
        while (::kill(pid, 0) == 0) {
            ::usleep(2000);
        }
    }
}

void PostgresServer::stop()
{
    if (m_running) {
        m_running = false;
        std::ignore = run(QStringLiteral("pg_ctl"),
                          {QStringLiteral("-D"), folder() + QStringLiteral("/data"), QStringLiteral("-m"),
                           QStringLiteral("fast"), QStringLiteral("-w"), QStringLiteral("stop")});
    }
}

PostgresPlace PostgresServer::place(const QString &database, const QString &user) const
{
    PostgresPlace place;
    place.host = folder();
    place.port = m_port;
    place.database = database;
    place.user = user;
    return place;
}

QString PostgresServer::makeLedger(const QString &database, const QStringList &members)
{
    QString sql;
    for (const QString &person : members) {
        sql +=
            QStringLiteral("SELECT 'CREATE ROLE \"%1\" LOGIN' WHERE to_regrole('\"%1\"') IS NULL \\gexec\n")
                .arg(person);
    }
    sql += QStringLiteral("CREATE DATABASE %1;\n").arg(database);
    const Answer made = psql(QStringLiteral("postgres"), QStringLiteral("admin"), sql);
    if (made.exit != 0) {
        return made.error;
    }
    const auto installed = installPostgresLedger(place(database, QStringLiteral("admin")), {}, members);
    return installed ? QString() : installed.error().detail;
}

PostgresServer::Answer PostgresServer::psql(const QString &database, const QString &user,
                                            const QString &sql) const
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.start(QStringLiteral("psql"),
                  {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-A"), QStringLiteral("-t"),
                   QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"), folder(),
                   QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-U"), user,
                   QStringLiteral("-d"), database});
    process.write(sql.toUtf8());
    process.closeWriteChannel();
    if (!process.waitForFinished(20000)) {
        return {-1, {}, process.errorString()};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace signalbox::test
