// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace signalbox::ledger
{

/// One step of a schema, forward only. Steps are never edited once they were released.
struct Migration {
    int version = 0;
    QString name;
    QString sql;
};

enum class Engine { Sqlite, Postgres };

/// Every step for an engine, lowest number first.
[[nodiscard]] QVector<Migration> migrationsOf(Engine engine);

/// Highest step this program knows.
[[nodiscard]] int schemaVersion(Engine engine);

/// The statements of a step, which are separated by empty lines. (SQLite takes one at a time.)
[[nodiscard]] QStringList statementsOf(const QString &sql);

} // namespace signalbox::ledger
