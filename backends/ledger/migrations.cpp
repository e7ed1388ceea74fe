// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/migrations.h"

#include <QDir>
#include <QFile>

#include <algorithm>

// Resources of a static library have to be asked for by name, outside any namespace.
static void initLedgerResources()
{
    Q_INIT_RESOURCE(signalbox_ledger);
}

namespace signalbox::ledger
{

QVector<Migration> migrationsOf(Engine engine)
{
    initLedgerResources();
    const QDir folder(engine == Engine::Sqlite ? QStringLiteral(":/signalbox/ledger/sqlite")
                                               : QStringLiteral(":/signalbox/ledger/postgres"));
    QVector<Migration> steps;
    const QStringList names =
        folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name); // 0001-what.sql
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            steps.push_back({name.left(4).toInt(), name, QString::fromUtf8(file.readAll())});
        }
    }
    return steps;
}

int schemaVersion(Engine engine)
{
    const auto steps = migrationsOf(engine);
    return steps.isEmpty() ? 0 : steps.last().version;
}

QStringList statementsOf(const QString &sql)
{
    QStringList statements;
    for (const QString &part : sql.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
        const QStringList lines = part.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        const bool onlyComments = std::all_of(lines.cbegin(), lines.cend(), [](const QString &line) {
            return line.startsWith(QLatin1String("--")) || line.trimmed().isEmpty();
        });
        if (!onlyComments) {
            statements.push_back(part);
        }
    }
    return statements;
}

} // namespace signalbox::ledger
