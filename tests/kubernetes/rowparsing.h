// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/objectparser.h"

#include <QDateTime>

#include <optional>
#include <string>

namespace signalbox::kubernetes
{

/// One object, or one event of a watch, as the console reads it.
template <typename Row> std::optional<Row> parse(const QByteArray &json)
{
    ObjectParser parser;
    std::string padded = json.toStdString();
    padded.reserve(padded.size() + simdjson::SIMDJSON_PADDING);
    return parser.item<Row>(padded);
}

template <typename Row> std::optional<WatchEvent<Row>> parseEvent(const QByteArray &json)
{
    ObjectParser parser;
    std::string padded = json.toStdString();
    padded.reserve(padded.size() + simdjson::SIMDJSON_PADDING);
    return parser.event<Row>(padded);
}

inline QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toUTC();
}

} // namespace signalbox::kubernetes
