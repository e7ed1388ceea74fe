// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planobject.h"

#include <QRegularExpression>

namespace signalbox
{
namespace
{

QString nameOf(PlanNode::Kind kind)
{
    switch (kind) {
    case PlanNode::Kind::Null:
        return QStringLiteral("nothing");
    case PlanNode::Kind::Scalar:
        return QStringLiteral("text");
    case PlanNode::Kind::List:
        return QStringLiteral("list");
    case PlanNode::Kind::Map:
        return QStringLiteral("map");
    }
    return {};
}

const QString &separator()
{
    static const QString comma = QStringLiteral(", ");
    return comma;
}

QString below(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : path + QLatin1Char('.') + key;
}

} // namespace

PlanObject::PlanObject(PlanContext &context, const char *shape, PlanSpot spot)
    : m_context(context)
    , m_shape(planShape(QString::fromLatin1(shape)))
    , m_spot(std::move(spot))
    , m_usable(m_spot.node->kind == PlanNode::Kind::Map)
{
    if (m_usable) {
        checkKeys();
    } else {
        m_context.complain(m_spot, PlanProblemCode::WrongType, {nameOf(m_spot.node->kind)},
                           QStringLiteral("map"));
    }
}

PlanObject::~PlanObject()
{
    Q_ASSERT(m_asked.size() == m_shape.keys.size());
}

void PlanObject::checkKeys()
{
    QStringList names;
    for (const PlanKey &key : m_shape.keys) {
        names.append(key.name);
        if (key.required && m_spot.node->value(key.name) == nullptr) {
            m_context.complain({m_spot.node, below(m_spot.path, key.name)}, PlanProblemCode::MissingKey,
                               {key.name}, key.words.join(separator()));
        }
    }
    for (qsizetype i = 0; i < m_spot.node->keys.size(); ++i) {
        const PlanNode &key = m_spot.node->keys.at(i);
        const PlanSpot place{&key, below(m_spot.path, key.text)};
        if (key.kind != PlanNode::Kind::Scalar) {
            continue; // said already, see checkKeys() of the parser
        }
        if (m_shape.key(key.text) == nullptr) {
            m_context.complain(place, PlanProblemCode::UnknownKey, {key.text}, names.join(separator()));
        } else if (m_spot.node->items.at(i).kind == PlanNode::Kind::Null) {
            m_context.complain(place, PlanProblemCode::NoValue, {key.text});
        }
    }
}

const PlanNode *PlanObject::value(const char *key)
{
    const QString name = QString::fromLatin1(key);
    Q_ASSERT(m_shape.key(name) != nullptr);
    m_asked.insert(name);
    if (!m_usable) {
        return nullptr;
    }
    const PlanNode *found = m_spot.node->value(name);
    return found == nullptr || found->kind == PlanNode::Kind::Null ? nullptr : found;
}

const PlanNode *PlanObject::scalar(const char *key)
{
    const PlanNode *found = value(key);
    if (found != nullptr && found->kind != PlanNode::Kind::Scalar) {
        m_context.complain(spot(key), PlanProblemCode::WrongType, {nameOf(found->kind)},
                           QStringLiteral("text"));
        return nullptr;
    }
    return found;
}

bool PlanObject::has(const char *key) const
{
    return m_usable && m_spot.node->value(QString::fromLatin1(key)) != nullptr;
}

PlanSpot PlanObject::spot(const char *key) const
{
    const QString name = QString::fromLatin1(key);
    const PlanNode *found = m_usable ? m_spot.node->value(name) : nullptr;
    return {found == nullptr ? m_spot.node : found, below(m_spot.path, name)};
}

QVector<PlanSpot> PlanObject::entries(const char *key, Length length)
{
    const PlanNode *found = value(key);
    if (found == nullptr) {
        return {};
    }
    const PlanSpot place = spot(key);
    if (found->kind != PlanNode::Kind::List) {
        m_context.complain(place, PlanProblemCode::WrongType, {nameOf(found->kind)}, QStringLiteral("list"));
        return {};
    }
    if (found->items.isEmpty() && length == Length::NotEmpty) {
        m_context.complain(place, PlanProblemCode::EmptyList, {QString::fromLatin1(key)});
    }
    QVector<PlanSpot> all;
    for (qsizetype i = 0; i < found->items.size(); ++i) {
        all.append({&found->items.at(i), QStringLiteral("%1[%2]").arg(place.path).arg(i)});
    }
    return all;
}

QStringList PlanObject::requirements()
{
    static const QRegularExpression shape(QStringLiteral("^[A-Z0-9]+(-[A-Z0-9]+)+\\z"));
    QStringList all;
    for (const PlanSpot &each : entries("requirements", Length::Any)) {
        if (each.node->kind != PlanNode::Kind::Scalar || !shape.match(each.node->text).hasMatch()) {
            m_context.complain(each, PlanProblemCode::BadRequirement, {each.node->text},
                               QStringLiteral("S1-PRE-I1"));
        } else {
            all.append(each.node->text);
        }
    }
    return all;
}

QString PlanObject::declare(QStringList &requirementIds, const QString &scope)
{
    if (m_shape.key(QStringLiteral("requirements")) != nullptr) {
        requirementIds = requirements();
    }
    const QString id = text("id");
    if (!id.isEmpty() && checkPlanId(m_context, spot("id"), id)) {
        const PlanSpot place = spot("id");
        m_context.declare(
            {m_shape.name, id, m_spot.path, place.node->line, place.node->column, requirementIds},
            scope.isEmpty() ? m_shape.name : scope);
    }
    return id;
}

QString PlanObject::text(const char *key)
{
    const PlanNode *found = scalar(key);
    if (found == nullptr) {
        return {};
    }
    const QString trimmed = found->text.trimmed();
    if (trimmed.isEmpty()) {
        m_context.complain(spot(key), PlanProblemCode::NoValue, {QString::fromLatin1(key)});
    }
    return trimmed;
}

QStringList PlanObject::texts(const char *key, Length length)
{
    QStringList all;
    for (const PlanSpot &each : entries(key, length)) {
        if (each.node->kind == PlanNode::Kind::Scalar && !each.node->text.trimmed().isEmpty()) {
            all.append(each.node->text.trimmed());
        } else {
            m_context.complain(each, PlanProblemCode::WrongType, {nameOf(each.node->kind)},
                               QStringLiteral("text"));
        }
    }
    return all;
}

LocalText PlanObject::localText(const char *key)
{
    LocalText all;
    const PlanNode *found = value(key);
    if (found == nullptr) {
        return all;
    }
    const PlanSpot place = spot(key);
    const QVector<QPair<QString, QString *>> languages{{QStringLiteral("en"), &all.en},
                                                       {QStringLiteral("zh_TW"), &all.zhTw},
                                                       {QStringLiteral("zh_CN"), &all.zhCn}};
    if (found->kind != PlanNode::Kind::Map) {
        m_context.complain(place, PlanProblemCode::WrongType, {nameOf(found->kind)},
                           QStringLiteral("{ en: …, zh_TW: …, zh_CN: … }"));
        return all;
    }
    QStringList missing;
    for (const auto &[language, into] : languages) {
        const PlanNode *written = found->value(language);
        *into = written != nullptr && written->kind == PlanNode::Kind::Scalar ? written->text.trimmed()
                                                                              : QString();
        if (into->isEmpty()) {
            missing.append(language);
        }
    }
    if (!missing.isEmpty()) {
        m_context.complain(place, PlanProblemCode::IncompleteText, {missing.join(separator())});
    }
    for (const PlanNode &each : found->keys) {
        if (planShape(QStringLiteral("text")).key(each.text) == nullptr) {
            m_context.complain({&each, below(place.path, each.text)}, PlanProblemCode::UnknownKey,
                               {each.text}, QStringLiteral("en, zh_TW, zh_CN"));
        }
    }
    return all;
}

std::chrono::seconds PlanObject::duration(const char *key, std::chrono::seconds fallback, Zero zero)
{
    const PlanNode *found = scalar(key);
    if (found == nullptr) {
        return fallback;
    }
    const std::optional<std::chrono::seconds> length = parsePlanDuration(found->text);
    if (!length) {
        m_context.complain(spot(key), PlanProblemCode::BadDuration, {found->text},
                           QStringLiteral("90s, 15m, 24h, 7d, 1h30m"));
        return fallback;
    }
    if (length->count() == 0 && zero == Zero::Refused) {
        m_context.complain(spot(key), PlanProblemCode::EmptyDuration, {QString::fromLatin1(key)},
                           QStringLiteral("90s, 15m, 24h, 7d, 1h30m"));
    }
    return *length;
}

std::optional<double> PlanObject::threshold(const char *key, Unit unit)
{
    static const QStringList names = planShape(QStringLiteral("metric")).key(QStringLiteral("unit"))->words;
    const PlanNode *found = scalar(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    const Threshold read = parseThreshold(found->text, unit);
    if (read.problem == ThresholdProblem::None) {
        return read.value;
    }
    const QString example =
        unit == Unit::Count ? QStringLiteral("5000 jobs") : thresholdUnits(unit).join(separator());
    const QString unitName = names.value(static_cast<int>(unit));
    if (read.problem == ThresholdProblem::NotANumber) {
        m_context.complain(spot(key), PlanProblemCode::BadThreshold, {found->text}, example);
    } else {
        m_context.complain(spot(key),
                           read.problem == ThresholdProblem::NoUnit ? PlanProblemCode::ThresholdWithoutUnit
                                                                    : PlanProblemCode::UnitMismatch,
                           {found->text, unitName}, example);
    }
    return std::nullopt;
}

} // namespace signalbox
