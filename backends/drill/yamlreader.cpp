// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/yamlreader.h"

#include "backends/drill/jsontext.h"

#include <cmath>

namespace signalbox::drill
{

namespace
{

Json scalarToJson(const YAML::Node &node)
{
    const QString value = QString::fromStdString(node.Scalar());
    if (node.Tag() == "!") // quoted
        return jsonText(value);
    bool fine = false;
    const qlonglong whole = value.toLongLong(&fine);
    if (fine)
        return whole;
    const double real = value.toDouble(&fine);
    if (fine && std::isfinite(real))
        return real;
    if (value == QLatin1String("true") || value == QLatin1String("false"))
        return value == QLatin1String("true");
    return jsonText(value);
}

} // namespace

void YamlProblems::note(const YAML::Mark &mark, const QString &expected)
{
    if (m_first.isEmpty())
        m_first = QStringLiteral("%1:%2: %3").arg(m_file).arg(mark.line + 1).arg(expected);
}

Json jsonFromYaml(const YAML::Node &node, int depth)
{
    if (depth > 50)
        return nullptr;
    if (node.IsSequence()) {
        Json list = Json::array();
        for (const YAML::Node &item : node)
            list.push_back(jsonFromYaml(item, depth + 1));
        return list;
    }
    if (node.IsMap()) {
        Json object = Json::object();
        for (const auto &entry : node) {
            if (entry.first.IsScalar())
                object[entry.first.Scalar()] = jsonFromYaml(entry.second, depth + 1);
        }
        return object;
    }
    return node.IsScalar() ? scalarToJson(node) : Json(nullptr);
}

YamlReader::YamlReader(YAML::Node node, QString path, YamlProblems &problems)
    : m_node(std::move(node))
    , m_path(std::move(path))
    , m_problems(problems)
{
    if (!m_node.IsMap())
        m_problems.note(m_node.Mark(), QStringLiteral("%1: expected a mapping").arg(m_path));
}

YAML::Node YamlReader::at(const char *key) const
{
    if (!m_node.IsMap())
        return {};
    const YAML::Node &node = m_node; // const access does not create the key
    return node[key];
}

bool YamlReader::has(const char *key) const
{
    if (!m_node.IsMap())
        return false;
    const YAML::Node &node = m_node;
    return static_cast<bool>(node[key]);
}

void YamlReader::expected(const char *key, const QString &what)
{
    const YAML::Mark mark = has(key) ? at(key).Mark() : m_node.Mark();
    m_problems.note(mark, QStringLiteral("%1.%2: expected %3").arg(m_path, QLatin1String(key), what));
}

void YamlReader::allow(const QStringList &keys)
{
    if (!m_node.IsMap())
        return;
    for (const auto &entry : m_node) {
        const QString key = entry.first.IsScalar() ? QString::fromStdString(entry.first.Scalar()) : QString();
        if (!keys.contains(key))
            m_problems.note(entry.first.Mark(), QStringLiteral("%1: unknown key \"%2\", expected one of %3")
                                                    .arg(m_path, key, keys.join(QStringLiteral(", "))));
    }
}

std::optional<QString> YamlReader::scalar(const char *key)
{
    if (!has(key))
        return {};
    const YAML::Node node = at(key);
    if (node.IsScalar())
        return QString::fromStdString(node.Scalar());
    expected(key, QStringLiteral("one value"));
    return {};
}

QString YamlReader::text(const char *key, const QString &fallback)
{
    return scalar(key).value_or(fallback);
}

QString YamlReader::requiredText(const char *key)
{
    const QString value = text(key);
    if (value.isEmpty())
        expected(key, QStringLiteral("a text"));
    return value;
}

int YamlReader::integer(const char *key, int fallback, int least, int most)
{
    const auto value = scalar(key);
    if (!value)
        return fallback;
    bool fine = false;
    const int parsedValue = value->toInt(&fine);
    if (fine && parsedValue >= least && parsedValue <= most)
        return parsedValue;
    expected(key, QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
    return fallback;
}

double YamlReader::real(const char *key, double fallback)
{
    const auto value = scalar(key);
    if (!value)
        return fallback;
    bool fine = false;
    const bool percent = value->endsWith(QLatin1Char('%'));
    const double parsedValue = (percent ? value->chopped(1) : *value).toDouble(&fine);
    if (fine && parsedValue >= 0 && std::isfinite(parsedValue))
        return percent ? parsedValue / 100 : parsedValue;
    expected(key, QStringLiteral("a number or a percentage, not negative"));
    return fallback;
}

bool YamlReader::truth(const char *key, bool fallback)
{
    const auto value = scalar(key);
    if (!value)
        return fallback;
    if (*value != QLatin1String("true") && *value != QLatin1String("false"))
        expected(key, QStringLiteral("true or false"));
    return *value == QLatin1String("true");
}

Milliseconds YamlReader::time(const char *key, Milliseconds fallback)
{
    const auto value = scalar(key);
    if (!value)
        return fallback;
    const auto parsedValue = duration(*value);
    if (parsedValue)
        return *parsedValue;
    expected(key, QStringLiteral("a duration such as 30s, 5m or 1h30m"));
    return fallback;
}

Json YamlReader::json(const char *key)
{
    return has(key) ? jsonFromYaml(at(key)) : Json();
}

std::optional<YamlReader> YamlReader::child(const char *key)
{
    if (!has(key))
        return {};
    return YamlReader(at(key), m_path + QLatin1Char('.') + QLatin1String(key), m_problems);
}

void YamlReader::each(const char *key, const std::function<void(YamlReader &)> &visit)
{
    if (!has(key))
        return;
    const YAML::Node list = at(key);
    if (!list.IsSequence()) {
        expected(key, QStringLiteral("a list"));
        return;
    }
    int index = 0;
    for (const YAML::Node &item : list) {
        YamlReader reader(item, QStringLiteral("%1.%2[%3]").arg(m_path, QLatin1String(key)).arg(index++),
                          m_problems);
        visit(reader);
    }
}

void YamlReader::eachNamed(const char *key, const std::function<void(const QString &, YamlReader &)> &visit)
{
    if (!has(key))
        return;
    const YAML::Node map = at(key);
    if (!map.IsMap()) {
        expected(key, QStringLiteral("a mapping"));
        return;
    }
    for (const auto &entry : map) {
        const QString name =
            entry.first.IsScalar() ? QString::fromStdString(entry.first.Scalar()) : QString();
        YamlReader reader(entry.second, QStringLiteral("%1.%2.%3").arg(m_path, QLatin1String(key), name),
                          m_problems);
        visit(name, reader);
    }
}

} // namespace signalbox::drill
