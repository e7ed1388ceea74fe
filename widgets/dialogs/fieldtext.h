// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace signalbox
{

/// "a, b" as typed into one field; empty parts are dropped.
[[nodiscard]] QStringList splitList(const QString &text);
/// "Name: value" pairs separated by ';', and back, sorted by name. What has no name is dropped.
[[nodiscard]] QHash<QString, QString> parseHeaders(const QString &text);
[[nodiscard]] QString formatHeaders(const QHash<QString, QString> &headers);

} // namespace signalbox
