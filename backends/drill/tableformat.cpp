// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/tableformat.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/tablecolumns.h"

#include <algorithm>
#include <map>

namespace signalbox::drill
{

namespace
{

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kYear = 365 * kDay;

QString two(qint64 big, char bigUnit, qint64 small, char smallUnit)
{
    QString result = QString::number(big) + QLatin1Char(bigUnit);
    if (small > 0)
        result += QString::number(small) + QLatin1Char(smallUnit);
    return result;
}

std::map<QString, TableFormat> buildFormats()
{
    std::map<QString, TableFormat> formats;
    for (auto &[key, columns] : workloadColumns())
        formats.emplace(key, TableFormat(std::move(columns)));
    for (auto &[key, columns] : clusterColumns())
        formats.emplace(key, TableFormat(std::move(columns)));
    for (auto &[key, columns] : releaseColumns())
        formats.emplace(key, TableFormat(std::move(columns)));
    return formats;
}

} // namespace

QString shortDuration(qint64 seconds)
{
    seconds = std::max<qint64>(0, seconds);
    if (seconds < 2 * kMinute)
        return QString::number(seconds) + QLatin1Char('s');
    if (seconds < 10 * kMinute)
        return two(seconds / kMinute, 'm', seconds % kMinute, 's');
    if (seconds < 3 * kHour)
        return QString::number(seconds / kMinute) + QLatin1Char('m');
    if (seconds < 8 * kHour)
        return two(seconds / kHour, 'h', seconds % kHour / kMinute, 'm');
    if (seconds < 2 * kDay)
        return QString::number(seconds / kHour) + QLatin1Char('h');
    if (seconds < 8 * kDay)
        return two(seconds / kDay, 'd', seconds % kDay / kHour, 'h');
    if (seconds < 2 * kYear)
        return QString::number(seconds / kDay) + QLatin1Char('d');
    if (seconds < 8 * kYear)
        return two(seconds / kYear, 'y', seconds % kYear / kDay, 'd');
    return QString::number(seconds / kYear) + QLatin1Char('y');
}

Json ageSince(const Json &timestamp, const QDateTime &now)
{
    const QDateTime since = QDateTime::fromString(text(timestamp), Qt::ISODateWithMs);
    return since.isValid() ? jsonText(shortDuration(since.secsTo(now))) : Json("<unknown>");
}

TableFormat::TableFormat(std::vector<TableColumn> columns)
    : m_columns(std::move(columns))
    , m_definitions(Json::array())
{
    for (const TableColumn &column : m_columns)
        m_definitions.push_back({{"name", column.name},
                                 {"type", column.type},
                                 {"format", std::string_view(column.name) == "Name" ? "name" : ""},
                                 {"description", ""},
                                 {"priority", column.priority}});
}

const TableFormat &TableFormat::of(const ResourceType &type)
{
    static const std::map<QString, TableFormat> formats = buildFormats();
    static const TableFormat generic(genericColumns());
    const auto found = formats.find(type.key());
    return found == formats.end() ? generic : found->second;
}

Json TableFormat::cells(const Json &object, const QDateTime &now) const
{
    Json cells = Json::array();
    for (const TableColumn &column : m_columns)
        cells.push_back(column.cell(object, now));
    return cells;
}

} // namespace signalbox::drill
