// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/postgresplace.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace signalbox::test
{

/// A PostgreSQL server of our own in a temporary folder, on a Unix socket only, run by an unprivileged user
/// even when the tests are run by root. Its superuser is "admin".
class PostgresServer final
{
public:
    PostgresServer();
    ~PostgresServer();
    Q_DISABLE_COPY_MOVE(PostgresServer)

    /// Empty on success, else what went wrong. Does nothing while it runs.
    [[nodiscard]] QString start();
    /// Before start(): also listens on 127.0.0.1, with TLS under a certificate of its own, and asks for
    /// passwords there.
    void useTls() { m_tls = true; }
    /// The certificate, which is its own authority.
    [[nodiscard]] QString certificate() const { return folder() + QStringLiteral("/data/server.crt"); }
    [[nodiscard]] int port() const { return m_port; }
    /// As a power cut would: nothing is written down any more.
    void crash();
    void stop();

    [[nodiscard]] PostgresPlace place(const QString &database, const QString &user) const;
    /// Makes an empty database with a ledger in it; login roles are made if needed.
    [[nodiscard]] QString makeLedger(const QString &database, const QStringList &members);

    struct Answer {
        int exit = -1;
        QString out;
        QString error;
    };
    /// What psql says, as somebody sitting at a terminal. Stops at the first error.
    [[nodiscard]] Answer psql(const QString &database, const QString &user, const QString &sql) const;

private:
    [[nodiscard]] QString run(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QString makeTls();
    [[nodiscard]] QString folder() const { return m_directory.path(); }

    QTemporaryDir m_directory;
    bool m_running = false;
    bool m_tls = false;
    int m_port = 5432;
};

} // namespace signalbox::test
