// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/row.h"

namespace signalbox::bench
{

QString Row::goal() const
{
    switch (judged) {
    case Judged::Nothing:
        return {};
    case Judged::Value:
        return QStringLiteral("<= %1").arg(limit);
    case Judged::Ratio:
        return QStringLiteral("ratio <= %1").arg(limit);
    }
    return {};
}

std::optional<bool> Row::met() const
{
    switch (judged) {
    case Judged::Nothing:
        return {};
    case Judged::Value:
        return value && *value <= limit;
    case Judged::Ratio:
        return ratio && *ratio <= limit;
    }
    return {};
}

Row Row::failed(const QString &name, const QString &unit, const QString &why)
{
    Row row;
    row.name = name;
    row.unit = unit;
    row.note = why;
    return row;
}

Row ratioRow(const QString &name, const QString &unit, double value, double reference, double limit)
{
    Row row;
    row.name = name;
    row.value = value;
    row.unit = unit;
    row.reference = reference;
    if (reference > 0) {
        row.ratio = value / reference;
    }
    row.judged = Row::Judged::Ratio;
    row.limit = limit;
    return row;
}

Row limitRow(const QString &name, const QString &unit, double value, double limit)
{
    Row row;
    row.name = name;
    row.value = value;
    row.unit = unit;
    row.judged = Row::Judged::Value;
    row.limit = limit;
    return row;
}

} // namespace signalbox::bench
