// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/rowcodec.h"
#include "models/domain/result.h"

#include <memory>
#include <string>

namespace signalbox::kubernetes
{

enum class WatchEventType { Added, Modified, Deleted, Bookmark, Error, Unknown };

/// One line of a watch. `row` is set for Added, Modified and Deleted; `error` for Error.
template <typename Row> struct WatchEvent {
    WatchEventType type = WatchEventType::Unknown;
    Row row;
    QString resourceVersion;
    std::optional<Error> error;
};

struct ListMeta {
    QString resourceVersion;
    QString continueToken;
    qint64 remaining = 0;
};

/// Turns pieces of a list or a watch into rows. Texts must be followed by simdjson::SIMDJSON_PADDING readable
/// bytes, as the splitters of models/core give them. Invalid UTF-8 becomes replacement characters. One
/// thread.
class ObjectParser
{
public:
    ObjectParser()
        : m_reader(m_interner)
    {
    }

    /// Nothing if the text is no JSON object, or names no object (no uid).
    template <typename Row> [[nodiscard]] std::optional<Row> item(std::string_view padded)
    {
        Row row;
        const bool good = document(padded, [&](JsonValue root) { readRow(m_reader, root, row); });
        return good && !row.meta.uid.isEmpty() ? std::optional<Row>(std::move(row)) : std::nullopt;
    }

    /// Nothing if the line is broken.
    template <typename Row> [[nodiscard]] std::optional<WatchEvent<Row>> event(std::string_view padded)
    {
        WatchEvent<Row> event;
        event.type = typeOf(padded);
        const bool good = document(padded, [&](JsonValue root) {
            m_reader.fields(root, [&](std::string_view key, JsonValue value) {
                if (key == "object") {
                    readObject(value, event);
                }
            });
        });
        return good ? std::optional<WatchEvent<Row>>(std::move(event)) : std::nullopt;
    }

    [[nodiscard]] ListMeta listMeta(std::string_view padded);

private:
    /// Runs read(root) over the text. False if it is no JSON.
    template <typename F> bool document(std::string_view padded, F &&read)
    {
        const auto again = attempt(padded, read);
        if (again != simdjson::UTF8_ERROR) {
            return again == simdjson::SUCCESS;
        }
        const std::string clean = sanitised(padded);
        return attempt(clean, read) == simdjson::SUCCESS;
    }
    template <typename F> simdjson::error_code attempt(std::string_view padded, F &&read)
    {
        simdjson::ondemand::document root;
        JsonValue value;
        m_reader.clearDamage();
        const size_t capacity = padded.size() + simdjson::SIMDJSON_PADDING;
        auto error =
            m_parser.iterate(simdjson::padded_string_view(padded.data(), padded.size(), capacity)).get(root);
        if (error == simdjson::SUCCESS) {
            error = root.get_value().get(value);
        }
        if (error == simdjson::SUCCESS) {
            read(value);
            error = m_reader.isDamaged() ? simdjson::TAPE_ERROR : simdjson::SUCCESS;
        }
        return error;
    }
    template <typename Row> void readObject(JsonValue value, WatchEvent<Row> &event)
    {
        if (event.type == WatchEventType::Error) {
            event.error = readStatus(value);
        } else if (event.type == WatchEventType::Bookmark) {
            event.resourceVersion = readResourceVersion(value);
        } else if (event.type != WatchEventType::Unknown) {
            readRow(m_reader, value, event.row);
            event.resourceVersion = event.row.meta.resourceVersion;
        }
    }

    [[nodiscard]] static std::string sanitised(std::string_view text);
    [[nodiscard]] WatchEventType typeOf(std::string_view padded);
    [[nodiscard]] QString readResourceVersion(JsonValue object);
    [[nodiscard]] Error readStatus(JsonValue object);

    Interner m_interner;
    JsonReader m_reader;
    simdjson::ondemand::parser m_parser;
};

} // namespace signalbox::kubernetes
