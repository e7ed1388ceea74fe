// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/worldtime.h"

#include "backends/drill/jsontext.h"

#include <QRegularExpression>

#include <cmath>

namespace signalbox::drill
{

namespace
{

double unitMilliseconds(const QString &unit)
{
    if (unit == QLatin1String("h"))
        return 3'600'000;
    if (unit == QLatin1String("m"))
        return 60'000;
    if (unit == QLatin1String("s"))
        return 1000;
    return unit == QLatin1String("ms") ? 1 : 0.001;
}

} // namespace

std::string stamp(const QDateTime &instant)
{
    return instant.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")).toStdString();
}

QDateTime instant(const nlohmann::json &value)
{
    if (!value.is_string())
        return {};
    return QDateTime::fromString(text(value), Qt::ISODateWithMs).toUTC();
}

std::optional<Milliseconds> duration(const QString &text)
{
    bool plain = false;
    const double seconds = text.toDouble(&plain);
    if (plain)
        return Milliseconds(std::llround(seconds * 1000));
    static const QRegularExpression whole(QStringLiteral("^(?:\\d+(?:\\.\\d+)?(?:h|ms|m|s|us))+$"));
    static const QRegularExpression part(QStringLiteral("(\\d+(?:\\.\\d+)?)(h|ms|m|s|us)"));
    if (!whole.match(text).hasMatch())
        return {};
    double total = 0;
    auto parts = part.globalMatch(text);
    while (parts.hasNext()) {
        const auto match = parts.next();
        total += match.captured(1).toDouble() * unitMilliseconds(match.captured(2));
    }
    return Milliseconds(std::llround(total));
}

std::optional<Milliseconds> duration(const nlohmann::json &value)
{
    if (value.is_number())
        return Milliseconds(std::llround(value.get<double>() * 1000));
    if (value.is_string())
        return duration(text(value));
    return {};
}

std::string durationText(Milliseconds value)
{
    const long long total = value.count();
    if (total < 1000 || total % 1000 != 0)
        return std::to_string(total) + "ms";
    const long long seconds = total / 1000;
    std::string out;
    if (seconds >= 3600)
        out += std::to_string(seconds / 3600) + "h";
    if (seconds % 3600 >= 60)
        out += std::to_string(seconds % 3600 / 60) + "m";
    if (seconds % 60 != 0)
        out += std::to_string(seconds % 60) + "s";
    return out;
}

} // namespace signalbox::drill
