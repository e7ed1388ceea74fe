// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/kubeconfig.h"

#include <yaml-cpp/yaml.h>

namespace signalbox::kubernetes
{

/// Typed look at one mapping of a kubeconfig file. A field of the wrong type becomes a problem with file,
/// line and path, and reads as absent; so one bad entry never takes the others with it.
///
/// Types are those of the YAML 1.1 reader Kubernetes uses: an unquoted 12345, yes or null is not text there,
/// and the API server's own clients refuse it.
/// Not thread-safe. YAML::Exception may leave every function: the reader of the file catches it.
class YamlFields
{
public:
    YamlFields(YAML::Node map, QString file, QString path, QVector<ConfigProblem> &problems);

    [[nodiscard]] int line() const { return lineOf(m_map); }
    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] QString text(const char *key);
    [[nodiscard]] bool boolean(const char *key);
    /// Base64 of the standard alphabet, line breaks allowed.
    [[nodiscard]] QByteArray base64(const char *key);
    [[nodiscard]] QStringList textList(const char *key);
    /// A mapping of names to lists of text, in file order.
    [[nodiscard]] QVector<QPair<QString, QStringList>> textLists(const char *key);
    [[nodiscard]] bool has(const char *key) const;
    /// The mapping under `key`; an empty one where it is absent or of another type.
    [[nodiscard]] YamlFields child(const char *key);
    /// The elements of a list of mappings; elements of another type are reported and left out.
    [[nodiscard]] QVector<YamlFields> children(const char *key);
    [[nodiscard]] YAML::Node node(const char *key) const;

    void report(ConfigProblem::Kind kind, const char *key, const QString &expected,
                ConfigProblem::Severity severity = ConfigProblem::Severity::Error);
    /// The same mapping, with its problems going elsewhere: to the entry it describes.
    [[nodiscard]] YamlFields reportingTo(QVector<ConfigProblem> &problems) const;

private:
    [[nodiscard]] static int lineOf(const YAML::Node &node);
    [[nodiscard]] QString fieldName(const char *key) const;
    void reportAt(const YAML::Node &node, const QString &field, const QString &expected);
    [[nodiscard]] std::optional<QString> textOf(const YAML::Node &node, const QString &field);

    YAML::Node m_map;
    QString m_file;
    QString m_path;
    QVector<ConfigProblem> *m_problems;
};

/// The subtree as JSON; empty if it is larger than any sane extension (10,000 values, 64 levels).
[[nodiscard]] QByteArray yamlToJson(const YAML::Node &node);

} // namespace signalbox::kubernetes
