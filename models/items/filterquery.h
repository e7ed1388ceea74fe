// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

namespace signalbox
{

/// The language of the filter boxes. Terms are separated by blanks and all must hold:
///   word          some text of the row contains it        "two words"  the same with blanks
///   key=value     that field is exactly this               key=~regex   that field matches
///   =~regex       some text of the row matches             !term -term  the term does not hold
/// Letters match regardless of case. A field the row does not have holds nothing. A broken regular
/// expression is looked for as plain text and reported by problem().
class FilterQuery
{
public:
    /// Answers the value of a field, none if rows of this kind have no such field.
    using FieldOf = std::function<std::optional<QString>(const QString &key)>;

    FilterQuery() = default;
    explicit FilterQuery(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] bool matches(const QStringList &texts, const FieldOf &fieldOf) const;
    /// The first regular expression that is none; empty if all are fine.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    struct Term {
        QString key; ///< empty: any text
        QString value;
        std::optional<QRegularExpression> pattern;
        bool negated = false;
    };
    void addTerm(QString word);
    [[nodiscard]] static bool holds(const Term &term, const QStringList &texts, const FieldOf &fieldOf);

    QVector<Term> m_terms;
    QString m_problem;
};

} // namespace signalbox
