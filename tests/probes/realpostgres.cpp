// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "realpostgres.h"

#include "tests/http/testcertificates.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QTcpServer>

#include <csignal>
#include <sys/prctl.h>
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

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

RealPostgres::~RealPostgres()
{
    for (auto process = m_processes.rbegin(); process != m_processes.rend(); ++process) {
        (*process)->terminate();
        if (!(*process)->waitForFinished(5000)) {
            (*process)->kill();
            (*process)->waitForFinished(5000);
        }
    }
}

bool RealPostgres::writeFiles() const
{
    return write(m_folder.filePath(QStringLiteral("password")), "s3cr3t\n") &&
           write(m_folder.filePath(QStringLiteral("server.crt")), ServerCertificatePem) &&
           write(m_folder.filePath(QStringLiteral("server.key")), ServerKeyPem) &&
           QDir(m_folder.path()).mkdir(QStringLiteral("wal"));
}

QString RealPostgres::start()
{
    if (binaries().isEmpty()) {
        return QStringLiteral("there is no PostgreSQL here; ./dev installs it");
    }
    if (!writeFiles()) {
        return QStringLiteral("cannot write into ") + m_folder.path();
    }
    if (::geteuid() == 0 &&
        QProcess::execute(QStringLiteral("chown"),
                          {QStringLiteral("-R"), QStringLiteral("postgres"), m_folder.path()}) != 0) {
        return QStringLiteral("there is no user postgres");
    }
    const QString data = m_folder.filePath(QStringLiteral("data"));
    const QString made =
        call(QStringLiteral("initdb"),
             {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("probe"), QStringLiteral("-A"),
              QStringLiteral("scram-sha-256"), QStringLiteral("--no-sync"), QStringLiteral("--pwfile"),
              m_folder.filePath(QStringLiteral("password"))});
    if (!made.isEmpty()) {
        return made;
    }
    QTcpServer free;
    free.listen(QHostAddress::LocalHost);
    m_port = free.serverPort();
    free.close();
    auto server = std::make_unique<QProcess>();
    prepare(*server, QStringLiteral("postgres"),
            {QStringLiteral("-D"), data, QStringLiteral("-p"), port().first(), QStringLiteral("-k"),
             m_folder.path(), QStringLiteral("-c"), QStringLiteral("listen_addresses=127.0.0.1"),
             QStringLiteral("-c"), QStringLiteral("fsync=off"), QStringLiteral("-c"),
             QStringLiteral("ssl=on"), QStringLiteral("-c"),
             QStringLiteral("ssl_cert_file=") + m_folder.filePath(QStringLiteral("server.crt")),
             QStringLiteral("-c"),
             QStringLiteral("ssl_key_file=") + m_folder.filePath(QStringLiteral("server.key"))});
    server->start();
    const bool started = server->waitForStarted();
    m_processes.push_back(std::move(server));
    return started ? QString() : QStringLiteral("postgres does not start");
}

QString RealPostgres::addReplica()
{
    auto replica = std::make_unique<QProcess>();
    prepare(*replica, QStringLiteral("pg_receivewal"),
            {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), port().first(),
             QStringLiteral("-U"), QStringLiteral("probe"), QStringLiteral("-D"),
             m_folder.filePath(QStringLiteral("wal"))});
    replica->start();
    const bool started = replica->waitForStarted();
    m_processes.push_back(std::move(replica));
    return started ? QString() : QStringLiteral("pg_receivewal does not start");
}

QString RealPostgres::execute(const QString &sql)
{
    return call(QStringLiteral("psql"),
                {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), port().first(),
                 QStringLiteral("-U"), QStringLiteral("probe"), QStringLiteral("-d"),
                 QStringLiteral("postgres"), QStringLiteral("-c"), sql});
}

QString RealPostgres::call(const QString &program, const QStringList &arguments)
{
    QProcess process;
    prepare(process, program, arguments);
    process.start();
    const bool ended = process.waitForFinished(30'000);
    return ended && process.exitCode() == 0 ? QString() : program + QString::fromUtf8(process.readAll());
}

void RealPostgres::prepare(QProcess &process, const QString &program, const QStringList &arguments) const
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("PGPASSWORD"), QStringLiteral("s3cr3t"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.setProgram(binaries() + program);
    process.setArguments(arguments);
    if (::geteuid() == 0) { // the server refuses to be run by root
        process.setProgram(QStringLiteral("setpriv"));
        process.setArguments(QStringList{QStringLiteral("--reuid=postgres"),
                                         QStringLiteral("--regid=postgres"), QStringLiteral("--clear-groups"),
                                         QStringLiteral("--pdeathsig"), QStringLiteral("KILL"),
                                         binaries() + program} +
                             arguments);
    }
}

} // namespace signalbox::test
