// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/probejson.h"

namespace signalbox::probes
{

namespace
{

constexpr int DeepestNesting = 100;

/// Looked at before parsing, because a document of nothing but brackets costs many times its own size.
bool isTooDeep(const QByteArray &bytes)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inText) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inText = false;
            }
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > DeepestNesting) {
                return true;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

Json parseJson(const QByteArray &bytes)
{
    if (isTooDeep(bytes)) {
        return Json(Json::value_t::discarded);
    }
    return Json::parse(bytes.cbegin(), bytes.cend(), nullptr, false);
}

const Json &at(const Json &object, const char *key)
{
    static const Json none;
    if (!object.is_object()) {
        return none;
    }
    const auto found = object.find(key);
    return found != object.end() ? *found : none;
}

QString textOf(const Json &value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string &>()) : QString();
}

qint64 integerOf(const Json &value, qint64 fallback)
{
    return value.is_number_integer() ? value.get<qint64>() : fallback;
}

bool isTrue(const Json &value)
{
    return value.is_boolean() && value.get<bool>();
}

bool isFalse(const Json &value)
{
    return value.is_boolean() && !value.get<bool>();
}

bool holds(const Json &list, const char *text)
{
    if (list.is_array()) {
        for (const Json &item : list) {
            if (item.is_string() && item.get_ref<const std::string &>() == text) {
                return true;
            }
        }
    }
    return false;
}

} // namespace signalbox::probes
