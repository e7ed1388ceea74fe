// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"
#include "backends/drill/worldtime.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <yaml-cpp/yaml.h>

namespace signalbox::drill
{

/// Keeps the first thing that is wrong in a YAML file, with its line.
class YamlProblems
{
public:
    explicit YamlProblems(QString file)
        : m_file(std::move(file))
    {
    }
    void note(const YAML::Mark &mark, const QString &expected);
    [[nodiscard]] bool any() const { return !m_first.isEmpty(); }
    [[nodiscard]] const QString &first() const { return m_first; }
    [[nodiscard]] const QString &file() const { return m_file; }

private:
    QString m_file;
    QString m_first;
};

/// Typed access to one YAML mapping. Wrong types and unknown keys are noted, never thrown.
class YamlReader
{
public:
    YamlReader(YAML::Node node, QString path, YamlProblems &problems);

    /// Notes every key that is not one of these.
    void allow(const QStringList &keys);
    [[nodiscard]] bool has(const char *key) const;
    [[nodiscard]] QString text(const char *key, const QString &fallback = {});
    [[nodiscard]] QString requiredText(const char *key);
    [[nodiscard]] int integer(const char *key, int fallback, int least, int most);
    /// A number, or a percentage such as "3%" as 0.03.
    [[nodiscard]] double real(const char *key, double fallback);
    [[nodiscard]] bool truth(const char *key, bool fallback);
    [[nodiscard]] Milliseconds time(const char *key, Milliseconds fallback);
    [[nodiscard]] Json json(const char *key);
    [[nodiscard]] std::optional<YamlReader> child(const char *key);
    void each(const char *key, const std::function<void(YamlReader &)> &visit);
    /// Members of a mapping under `key`, with their names.
    void eachNamed(const char *key, const std::function<void(const QString &, YamlReader &)> &visit);
    void expected(const char *key, const QString &what);

private:
    [[nodiscard]] YAML::Node at(const char *key) const;
    [[nodiscard]] std::optional<QString> scalar(const char *key);

    YAML::Node m_node;
    QString m_path;
    YamlProblems &m_problems;
};

/// A YAML value as JSON: unquoted numbers and true/false become those, everything else text.
[[nodiscard]] Json jsonFromYaml(const YAML::Node &node, int depth = 0);

} // namespace signalbox::drill
