// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/interner.h"

#include <QDateTime>
#include <QHash>

#include <chrono>
#include <optional>
#include <simdjson.h>
#include <string_view>

namespace signalbox::kubernetes
{

using JsonValue = simdjson::ondemand::value;

/// Tolerant access to a JSON document that is read once, front to back. A value of the wrong type reads as
/// absent; only broken JSON is remembered, as damage. Values must be used where they are handed out.
class JsonReader
{
public:
    explicit JsonReader(Interner &interner)
        : m_interner(interner)
    {
    }

    [[nodiscard]] bool isDamaged() const { return m_damaged; }
    void clearDamage() { m_damaged = false; }

    /// f(std::string_view key, JsonValue value) for each field; nothing if the value is no object.
    template <typename F> void fields(JsonValue value, F &&f)
    {
        simdjson::ondemand::object object;
        if (!is(value, simdjson::ondemand::json_type::object) || !take(value.get_object(), object)) {
            return;
        }
        for (auto result : object) {
            simdjson::ondemand::field field;
            if (!take(std::move(result), field)) {
                return;
            }
            std::string_view key;
            if (field.unescaped_key().get(key) == simdjson::SUCCESS) {
                f(key, field.value());
            }
            if (m_damaged) {
                return;
            }
        }
    }

    /// f(JsonValue element) for each element; nothing if the value is no array.
    template <typename F> void elements(JsonValue value, F &&f)
    {
        simdjson::ondemand::array array;
        if (!is(value, simdjson::ondemand::json_type::array) || !take(value.get_array(), array)) {
            return;
        }
        int count = 0;
        for (auto result : array) {
            JsonValue element;
            if (!take(std::move(result), element)) {
                return;
            }
            if (++count <= MaxElements) {
                f(element);
            }
            if (m_damaged) {
                return;
            }
        }
    }

    /// Strings as they are, numbers and truth values as written, everything else empty. At most 16 Ki bytes.
    [[nodiscard]] QString text(JsonValue value);
    /// As text(), shared with equal texts.
    [[nodiscard]] QString shared(JsonValue value);
    /// A whole number, also when it is written as a string.
    [[nodiscard]] std::optional<qint64> integer(JsonValue value);
    /// As integer(), limited to int; the fallback if there is none.
    [[nodiscard]] int number(JsonValue value, int fallback);
    [[nodiscard]] bool boolean(JsonValue value);
    /// RFC 3339; UTC. Invalid if it is none.
    [[nodiscard]] QDateTime time(JsonValue value);
    /// Seconds as a number, or a Go duration.
    [[nodiscard]] std::optional<std::chrono::seconds> duration(JsonValue value);
    [[nodiscard]] QHash<QString, QString> map(JsonValue value);
    [[nodiscard]] bool isNull(JsonValue value);

private:
    static constexpr int MaxElements = 20000;

    [[nodiscard]] bool is(JsonValue &value, simdjson::ondemand::json_type wanted);
    template <typename T> [[nodiscard]] bool take(simdjson::simdjson_result<T> result, T &target)
    {
        if (std::move(result).get(target) == simdjson::SUCCESS) {
            return true;
        }
        m_damaged = true;
        return false;
    }
    [[nodiscard]] std::string_view view(JsonValue &value);

    Interner &m_interner;
    bool m_damaged = false;
};

} // namespace signalbox::kubernetes
