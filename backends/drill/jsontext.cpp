// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/jsontext.h"

namespace signalbox::drill
{

using Json = nlohmann::json;

namespace
{

const Json &absent()
{
    static const Json value;
    return value;
}

} // namespace

const Json &member(const Json &object, const char *name)
{
    if (!object.is_object())
        return absent();
    const auto found = object.find(name);
    return found == object.end() ? absent() : *found;
}

const Json &member(const Json &object, std::initializer_list<const char *> path)
{
    const Json *at = &object;
    for (const char *name : path)
        at = &member(*at, name);
    return *at;
}

QString text(const Json &value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string &>()) : QString();
}

QString text(const Json &object, std::initializer_list<const char *> path)
{
    return text(member(object, path));
}

std::string stdText(const Json &object, std::initializer_list<const char *> path)
{
    const Json &value = member(object, path);
    return value.is_string() ? value.get_ref<const std::string &>() : std::string();
}

qint64 number(const Json &value, qint64 fallback)
{
    return value.is_number_integer() ? value.get<qint64>() : fallback;
}

qint64 number(const Json &object, std::initializer_list<const char *> path, qint64 fallback)
{
    return number(member(object, path), fallback);
}

bool flag(const Json &object, std::initializer_list<const char *> path)
{
    const Json &value = member(object, path);
    return value.is_boolean() && value.get<bool>();
}

QByteArray dumped(const Json &value, bool pretty)
{
    return QByteArray::fromStdString(value.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace));
}

Json parsed(const QByteArray &textBytes)
{
    return Json::parse(textBytes.cbegin(), textBytes.cend(), nullptr, false);
}

Json jsonText(const QString &value)
{
    return value.toStdString();
}

} // namespace signalbox::drill
