// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/yamlfields.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace signalbox::kubernetes
{

namespace
{

enum class Plain { Text, Null, True, False, Integer, Real };

bool isOneOf(const QString &value, std::initializer_list<const char *> words)
{
    const QString lower = value.toLower();
    // YAML 1.1 knows all-lower, all-upper and Capitalised, not arbitrary mixtures.
    const bool regular =
        value == lower || value == value.toUpper() || value == lower.left(1).toUpper() + lower.mid(1);
    return regular && std::any_of(words.begin(), words.end(),
                                  [&lower](const char *word) { return lower == QLatin1String(word); });
}

/// What an unquoted scalar means in YAML 1.1. Quoted scalars carry the tag "!".
Plain classify(const YAML::Node &node)
{
    if (node.Tag() == "!" || node.Tag() == "tag:yaml.org,2002:str") {
        return Plain::Text;
    }
    const QString value = QString::fromStdString(node.Scalar());
    if (value.isEmpty() || value == QLatin1String("~") || isOneOf(value, {"null"})) {
        return Plain::Null;
    }
    if (isOneOf(value, {"true", "yes", "on"})) {
        return Plain::True;
    }
    if (isOneOf(value, {"false", "no", "off"})) {
        return Plain::False;
    }
    static const QRegularExpression integer(
        QStringLiteral("^[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|0o?[0-7_]+|[0-9][0-9_]*)$"));
    static const QRegularExpression real(
        QStringLiteral("^([-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|"
                       "\\.(nan|NaN|NAN))$"));
    if (integer.match(value).hasMatch()) {
        return Plain::Integer;
    }
    return real.match(value).hasMatch() ? Plain::Real : Plain::Text;
}

QString typeName(const YAML::Node &node)
{
    if (node.IsMap()) {
        return QStringLiteral("a mapping");
    }
    if (node.IsSequence()) {
        return QStringLiteral("a list");
    }
    switch (classify(node)) {
    case Plain::True:
    case Plain::False:
        return QStringLiteral("a boolean (put it in quotes if it is text)");
    case Plain::Integer:
    case Plain::Real:
        return QStringLiteral("a number (put it in quotes if it is text)");
    case Plain::Null:
        return QStringLiteral("nothing");
    case Plain::Text:
        break;
    }
    return QStringLiteral("text");
}

nlohmann::json scalarJson(const YAML::Node &node)
{
    const std::string &value = node.Scalar();
    switch (classify(node)) {
    case Plain::Null:
        return nullptr;
    case Plain::True:
        return true;
    case Plain::False:
        return false;
    case Plain::Integer:
    case Plain::Real: {
        // Only what JSON itself accepts as a number; hexadecimal and the like stay text.
        nlohmann::json number = nlohmann::json::parse(value, nullptr, false);
        return number.is_discarded() ? nlohmann::json(value) : number;
    }
    case Plain::Text:
        break;
    }
    return value;
}

/// @return false when the tree is larger than `budget` allows (aliases can make it exponentially large)
bool convert(const YAML::Node &node, nlohmann::json &out, int &budget, int depth)
{
    if (--budget < 0 || depth > 64) {
        return false;
    }
    if (node.IsMap()) {
        out = nlohmann::json::object();
        return std::all_of(node.begin(), node.end(), [&](const auto &pair) {
            return pair.first.IsScalar() && convert(pair.second, out[pair.first.Scalar()], budget, depth + 1);
        });
    }
    if (node.IsSequence()) {
        out = nlohmann::json::array();
        return std::all_of(node.begin(), node.end(), [&](const auto &element) {
            out.push_back(nullptr);
            return convert(element, out.back(), budget, depth + 1);
        });
    }
    out = node.IsScalar() ? scalarJson(node) : nlohmann::json(nullptr);
    return true;
}

bool isAbsent(const YAML::Node &node)
{
    return !node.IsDefined() || node.IsNull() || (node.IsScalar() && classify(node) == Plain::Null);
}

/// The value of a key as the reference reader sees it: the last of several, and merge keys ("<<") for what
/// the mapping itself leaves out. Not operator[]: that inserts, and converts keys on the way.
YAML::Node lookUp(const YAML::Node &map, const char *key, int depth)
{
    YAML::Node found;
    YAML::Node merged;
    if (!map.IsMap() || depth > 8) {
        return found;
    }
    for (const auto &pair : map) {
        if (pair.first.IsScalar() && pair.first.Scalar() == key) {
            found.reset(pair.second);
        } else if (pair.first.IsScalar() && pair.first.Scalar() == "<<") {
            merged.reset(pair.second);
        }
    }
    if (found.IsNull() && merged.IsMap()) {
        found.reset(lookUp(merged, key, depth + 1));
    } else if (found.IsNull() && merged.IsSequence()) {
        for (auto part = merged.begin(); part != merged.end() && found.IsNull(); ++part) {
            found.reset(lookUp(*part, key, depth + 1));
        }
    }
    return found;
}

} // namespace

YamlFields::YamlFields(YAML::Node map, QString file, QString path, QVector<ConfigProblem> &problems)
    : m_map(std::move(map))
    , m_file(std::move(file))
    , m_path(std::move(path))
    , m_problems(&problems)
{
}

YAML::Node YamlFields::node(const char *key) const
{
    return lookUp(m_map, key, 0);
}

bool YamlFields::has(const char *key) const
{
    return !isAbsent(node(key));
}

int YamlFields::lineOf(const YAML::Node &node)
{
    return node.IsDefined() && node.Mark().line >= 0 ? node.Mark().line + 1 : 0;
}

void YamlFields::reportAt(const YAML::Node &node, const QString &field, const QString &expected)
{
    m_problems->append({ConfigProblem::Kind::WrongType, ConfigProblem::Severity::Error, m_file, lineOf(node),
                        field, QStringLiteral("expected %1, found %2").arg(expected, typeName(node))});
}

void YamlFields::report(ConfigProblem::Kind kind, const char *key, const QString &expected,
                        ConfigProblem::Severity severity)
{
    const YAML::Node at = node(key);
    const int line = isAbsent(at) ? this->line() : lineOf(at);
    m_problems->append({kind, severity, m_file, line, fieldName(key), expected});
}

QString YamlFields::fieldName(const char *key) const
{
    return m_path.isEmpty() ? QString(QLatin1String(key)) : m_path + u'.' + QLatin1String(key);
}

YamlFields YamlFields::reportingTo(QVector<ConfigProblem> &problems) const
{
    return {m_map, m_file, m_path, problems};
}

std::optional<QString> YamlFields::textOf(const YAML::Node &node, const QString &field)
{
    if (isAbsent(node)) {
        return std::nullopt;
    }
    if (!node.IsScalar() || classify(node) != Plain::Text) {
        reportAt(node, field, QStringLiteral("text"));
        return std::nullopt;
    }
    return QString::fromStdString(node.Scalar());
}

QString YamlFields::text(const char *key)
{
    return textOf(node(key), fieldName(key)).value_or(QString());
}

bool YamlFields::boolean(const char *key)
{
    const YAML::Node value = node(key);
    if (isAbsent(value)) {
        return false;
    }
    const Plain plain = value.IsScalar() ? classify(value) : Plain::Text;
    if (plain != Plain::True && plain != Plain::False) {
        reportAt(value, fieldName(key), QStringLiteral("true or false"));
    }
    return plain == Plain::True;
}

QByteArray YamlFields::base64(const char *key)
{
    const QByteArray encoded = text(key).toLatin1().simplified().replace(' ', "");
    if (encoded.isEmpty()) {
        return {};
    }
    auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok) {
        report(ConfigProblem::Kind::BadValue, key, QStringLiteral("expected base64"));
        return {};
    }
    return decoded.decoded;
}

QStringList YamlFields::textList(const char *key)
{
    const YAML::Node list = node(key);
    const QString field = fieldName(key);
    QStringList result;
    if (isAbsent(list)) {
        return result;
    }
    if (!list.IsSequence()) {
        reportAt(list, field, QStringLiteral("a list of text"));
        return result;
    }
    int index = 0;
    for (const YAML::Node &element : list) {
        // A null element is an empty string to the reference reader; it must not shift the arguments.
        result.append(textOf(element, QStringLiteral("%1[%2]").arg(field).arg(index++)).value_or(QString()));
    }
    return result;
}

QVector<QPair<QString, QStringList>> YamlFields::textLists(const char *key)
{
    QVector<QPair<QString, QStringList>> result;
    YamlFields map = child(key);
    if (!map.m_map.IsMap()) {
        return result;
    }
    for (const auto &pair : map.m_map) {
        if (!pair.first.IsScalar()) {
            reportAt(pair.first, map.m_path, QStringLiteral("text as the key"));
            continue;
        }
        const std::string name = pair.first.Scalar();
        result.append({QString::fromStdString(name), map.textList(name.c_str())});
    }
    return result;
}

YamlFields YamlFields::child(const char *key)
{
    const YAML::Node value = node(key);
    const QString path = fieldName(key);
    if (!isAbsent(value) && !value.IsMap()) {
        reportAt(value, path, QStringLiteral("a mapping"));
    }
    return {value.IsMap() ? value : YAML::Node(), m_file, path, *m_problems};
}

QVector<YamlFields> YamlFields::children(const char *key)
{
    QVector<YamlFields> result;
    const YAML::Node list = node(key);
    const QString path = fieldName(key);
    if (isAbsent(list)) {
        return result;
    }
    if (!list.IsSequence()) {
        reportAt(list, path, QStringLiteral("a list"));
        return result;
    }
    int index = 0;
    for (const YAML::Node &element : list) {
        const QString elementPath = QStringLiteral("%1[%2]").arg(path).arg(index++);
        if (element.IsMap()) {
            result.append(YamlFields(element, m_file, elementPath, *m_problems));
        } else {
            reportAt(element, elementPath, QStringLiteral("a mapping"));
        }
    }
    return result;
}

QByteArray yamlToJson(const YAML::Node &node)
{
    nlohmann::json document;
    int budget = 10000;
    if (!convert(node, document, budget, 0)) {
        return {};
    }
    return QByteArray::fromStdString(document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace signalbox::kubernetes
