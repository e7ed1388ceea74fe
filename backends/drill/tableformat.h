// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <QDateTime>

#include <vector>

namespace signalbox::drill
{

/// One column of "kubectl get".
struct TableColumn {
    const char *name;
    const char *type = "string"; ///< OpenAPI: string, integer
    int priority = 0;            ///< above 0: only with -o wide
    Json (*cell)(const Json &object, const QDateTime &now) = nullptr;
};

/// The columns of a type and how an object fills them.
class TableFormat
{
public:
    explicit TableFormat(std::vector<TableColumn> columns);

    /// NAME and AGE for types without columns of their own.
    [[nodiscard]] static const TableFormat &of(const ResourceType &type);

    [[nodiscard]] const Json &columnDefinitions() const { return m_definitions; }
    [[nodiscard]] Json cells(const Json &object, const QDateTime &now) const;

private:
    std::vector<TableColumn> m_columns;
    Json m_definitions;
};

/// "45s", "3m20s", "5h", "12d": how kubectl writes an age.
[[nodiscard]] QString shortDuration(qint64 seconds);
/// The age of an RFC 3339 instant, "<unknown>" if it is none.
[[nodiscard]] Json ageSince(const Json &timestamp, const QDateTime &now);

} // namespace signalbox::drill
