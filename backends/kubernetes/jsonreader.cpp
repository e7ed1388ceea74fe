// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/jsonreader.h"

#include "backends/kubernetes/goduration.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace signalbox::kubernetes
{

namespace
{

using simdjson::ondemand::json_type;

constexpr size_t MaxTextBytes = 16 * 1024;

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

int digits(std::string_view text, size_t at, size_t count)
{
    int number = -1;
    const char *first = text.data() + at;
    const auto [end, error] = std::from_chars(first, first + count, number);
    return error == std::errc() && end == first + count ? number : -1;
}

/// The form API servers write, without the cost of a general parser: 2026-08-21T09:15:00[.ffffff]Z
QDateTime fastTime(std::string_view text)
{
    if (text.size() < 20 || text.back() != 'Z' || text[4] != '-' || text[7] != '-' || text[10] != 'T' ||
        text[13] != ':' || text[16] != ':') {
        return {};
    }
    const QDate date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    int milliseconds = 0;
    if (text[19] == '.') {
        int scale = 100;
        for (size_t i = 20; i + 1 < text.size() && scale > 0; ++i, scale /= 10) {
            milliseconds += scale * std::max(0, digits(text, i, 1));
        }
    }
    const QTime time(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2), milliseconds);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

} // namespace

bool JsonReader::is(JsonValue &value, json_type wanted)
{
    json_type type{};
    return take(value.type(), type) && type == wanted;
}

std::string_view JsonReader::view(JsonValue &value)
{
    json_type type{};
    if (!take(value.type(), type)) {
        return {};
    }
    std::string_view text;
    if (type == json_type::string) {
        // A string with a broken escape is still a string: show it as it was written.
        if (value.get_string().get(text) != simdjson::SUCCESS) {
            text = trimmed(value.raw_json_token());
            text = text.size() >= 2 ? text.substr(1, text.size() - 2) : std::string_view();
        }
    } else if (type == json_type::number || type == json_type::boolean) {
        text = trimmed(value.raw_json_token());
    }
    return text.substr(0, MaxTextBytes);
}

QString JsonReader::text(JsonValue value)
{
    const std::string_view bytes = view(value);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QString JsonReader::shared(JsonValue value)
{
    return m_interner.text(view(value));
}

std::optional<qint64> JsonReader::integer(JsonValue value)
{
    const std::string_view bytes = view(value);
    qint64 number = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), number);
    if (error == std::errc() && end == bytes.data() + bytes.size()) {
        return number;
    }
    double real = 0;
    const auto [realEnd, realError] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), real);
    if (realError == std::errc() && realEnd == bytes.data() + bytes.size() && std::abs(real) < 9e15) {
        return static_cast<qint64>(real);
    }
    return std::nullopt;
}

int JsonReader::number(JsonValue value, int fallback)
{
    const auto found = integer(value);
    if (!found) {
        return fallback;
    }
    using Limits = std::numeric_limits<int>;
    return static_cast<int>(std::clamp<qint64>(*found, Limits::min(), Limits::max()));
}

bool JsonReader::boolean(JsonValue value)
{
    return view(value) == "true";
}

QDateTime JsonReader::time(JsonValue value)
{
    const std::string_view bytes = view(value);
    const QDateTime fast = fastTime(bytes);
    if (fast.isValid() || bytes.empty()) {
        return fast;
    }
    const QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

std::optional<std::chrono::seconds> JsonReader::duration(JsonValue value)
{
    return parseGoDuration(view(value));
}

QHash<QString, QString> JsonReader::map(JsonValue value)
{
    QHash<QString, QString> result;
    fields(value, [&](std::string_view key, JsonValue entry) {
        const QString name = m_interner.text(key);
        result.insert(name, shared(entry));
    });
    return result;
}

bool JsonReader::isNull(JsonValue value)
{
    return is(value, json_type::null);
}

} // namespace signalbox::kubernetes
