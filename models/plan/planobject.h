// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/planquantity.h"
#include "models/plan/plancontext.h"
#include "models/plan/planshape.h"

#include <QSet>

namespace signalbox
{

/// Reads one object of a plan. Complains about keys that are missing, unknown or without value when made, and
/// about each value when it is asked for; what was complained about reads as if it were not there. Every key
/// of the shape has to be asked for before the object ends: a key nobody reads would be a promise not kept.
class PlanObject
{
public:
    enum class Zero { Refused, Allowed };
    enum class Length { Any, NotEmpty };

    PlanObject(PlanContext &context, const char *shape, PlanSpot spot);
    ~PlanObject();
    PlanObject(const PlanObject &) = delete;
    PlanObject &operator=(const PlanObject &) = delete;

    [[nodiscard]] PlanContext &context() { return m_context; }
    [[nodiscard]] const QString &path() const { return m_spot.path; }
    [[nodiscard]] bool has(const char *key) const;
    /// Place of a value, or of the object when it has none.
    [[nodiscard]] PlanSpot spot(const char *key) const;

    /// Declares the thing by its `id` and returns it. @param scope empty: the shape's own
    QString declare(QStringList &requirements, const QString &scope = {});
    QStringList requirements();
    /// id, title and requirements at once.
    template <class T> void head(T &item, const QString &scope = {})
    {
        item.id = declare(item.requirements, scope);
        item.title = localText("title");
    }
    /// The value as it is; null if there is none.
    const PlanNode *raw(const char *key) { return value(key); }
    /// Marks a key as dealt with elsewhere.
    void skip(const char *key) { static_cast<void>(value(key)); }
    QString text(const char *key);
    QStringList texts(const char *key, Length length = Length::Any);
    LocalText localText(const char *key);
    std::chrono::seconds duration(const char *key, std::chrono::seconds fallback = {},
                                  Zero zero = Zero::Refused);
    std::optional<double> threshold(const char *key, Unit unit);
    std::optional<int> integer(const char *key, int minimum, int maximum);
    bool flag(const char *key, bool fallback);
    /// A text that matches. @param code what is said of one that does not @param expected how it should look
    QString matching(const char *key, const QString &pattern, PlanProblemCode code, const QString &expected);
    QString query(const char *key);
    QString reference(const char *key, const QStringList &sorts, const QString &needs = {});
    QStringList references(const char *key, const QStringList &sorts, const QString &needs = {});
    /// Ids without saying what they are of.
    QStringList ids(const char *key);
    /// The words of the shape are in the order of the enumeration.
    template <class E> E word(const char *key, E fallback)
    {
        const int index = wordIndex(key);
        return index < 0 ? fallback : static_cast<E>(index);
    }
    /// Complains that keys do not belong to the kind that was chosen, or are needed by it.
    void refuse(const QStringList &keys, const QString &kind);
    void need(const QStringList &keys, const QString &kind);

    /// @param read PlanContext &, PlanSpot -> T
    template <class T, class Read> QVector<T> list(const char *key, Read read, Length length = Length::Any)
    {
        QVector<T> values;
        for (const PlanSpot &each : entries(key, length)) {
            values.append(read(m_context, each));
        }
        return values;
    }
    template <class T, class Read> std::optional<T> optional(const char *key, Read read)
    {
        const PlanNode *found = value(key);
        return found == nullptr ? std::nullopt : std::optional<T>(read(m_context, spot(key)));
    }

private:
    const PlanNode *value(const char *key);
    const PlanNode *scalar(const char *key);
    QVector<PlanSpot> entries(const char *key, Length length);
    int wordIndex(const char *key);
    void checkKeys();

    PlanContext &m_context;
    const PlanShape &m_shape;
    PlanSpot m_spot;
    bool m_usable = false;
    QSet<QString> m_asked;
};

/// Whether a text is an id; complains if not.
bool checkPlanId(PlanContext &context, const PlanSpot &spot, const QString &id);
/// Complains about words after a $ that MetricScope does not know.
void checkPlaceholders(PlanContext &context, const PlanSpot &spot, const QString &promql);

} // namespace signalbox
