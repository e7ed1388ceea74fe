// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/scenario.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace signalbox::drill
{

/// Reads a scenario. Errors are BadConfiguration; their detail is "FILE:LINE: what was expected" and their
/// subject the file. Never throws. @param file only for messages
[[nodiscard]] Result<Scenario> parseScenario(const QByteArray &yaml, const QString &file);

/// A built-in scenario by name, or a YAML file by path.
[[nodiscard]] Result<Scenario> loadScenario(const QString &nameOrPath);
/// Built-in names with their summaries, sorted.
[[nodiscard]] QVector<QPair<QString, QString>> builtInScenarios();

} // namespace signalbox::drill
