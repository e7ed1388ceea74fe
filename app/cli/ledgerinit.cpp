// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/ledgerinit.h"

#include "backends/ledger/postgresinstaller.h"

#include <QCommandLineParser>

#include <cstdio>

namespace signalbox
{

int initLedger(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Makes a team's ledger in a PostgreSQL database, or brings an older one forward.\n"
        "The user has to be allowed to create roles and schemas there. Passwords are read from\n"
        "the file PGPASSFILE names, or ~/.pgpass, as psql does."));
    parser.addHelpOption();
    PostgresPlace place;
    const auto option = [&parser](const char *name, const char *text, const QString &otherwise) {
        const QString value = QString::fromLatin1(name);
        parser.addOption({value, QString::fromLatin1(text), value, otherwise});
    };
    option("host", "Server name, address, or folder of its Unix socket.", QStringLiteral("/run/postgresql"));
    option("port", "Port.", QString::number(place.port));
    option("database", "Database.", QStringLiteral("signalbox"));
    option("user", "Login role to install with.", QStringLiteral("postgres"));
    option("sslmode", "disable, require, verify-ca or verify-full.", place.sslMode);
    option("sslrootcert", "Certificates of the authorities to trust.", place.rootCertificate);
    option("admin", "Login role that may give roles; may be repeated.", {});
    option("member", "Login role that gets access; may be repeated.", {});
    parser.addPositionalArgument(QStringLiteral("ledger init"), QStringLiteral("This command."));
    parser.process(arguments);
    if (parser.positionalArguments() != QStringList{QStringLiteral("ledger"), QStringLiteral("init")}) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.helpText()));
        return 2;
    }
    const auto value = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    place.host = value("host");
    place.port = value("port").toInt();
    place.database = value("database");
    place.user = value("user");
    place.sslMode = value("sslmode");
    place.rootCertificate = value("sslrootcert");
    const auto done = installPostgresLedger(place, parser.values(QStringLiteral("admin")),
                                            parser.values(QStringLiteral("member")));
    if (!done) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(done.error().subject), qPrintable(done.error().detail));
        return 1;
    }
    std::printf("ledger in %s on %s: schema %d, was %d\n", qPrintable(place.database), qPrintable(place.host),
                done->after, done->before);
    return 0;
}

} // namespace signalbox
