// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace signalbox::test
{

/// A real PostgreSQL with TLS (the certificate of the loopback servers) and SCRAM, in a folder of its own;
/// run as user postgres when the test is root. User "probe" with password "s3cr3t" is its superuser.
class RealPostgres final
{
public:
    RealPostgres() = default;
    ~RealPostgres();
    /// Empty, or why there is none. It may still be starting up when this returns.
    [[nodiscard]] QString start();
    /// A client that streams the log, as a replica does.
    [[nodiscard]] QString addReplica();
    /// Runs SQL with psql. Empty, or what it complained about.
    [[nodiscard]] QString execute(const QString &sql);
    [[nodiscard]] QStringList port() const { return {QString::number(m_port)}; }

private:
    [[nodiscard]] QString call(const QString &program, const QStringList &arguments);
    void prepare(QProcess &process, const QString &program, const QStringList &arguments) const;
    [[nodiscard]] bool writeFiles() const;

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<QProcess>> m_processes; ///< the server first
    quint16 m_port = 0;
};

} // namespace signalbox::test
