// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/filterquery.h"

#include <algorithm>

namespace signalbox
{

namespace
{

/// Blanks inside double quotes belong to the word; the quotes themselves do not.
QStringList splitWords(const QString &text)
{
    QStringList words;
    QString word;
    bool quoted = false;
    bool any = false;
    for (const QChar character : text) {
        if (character == QLatin1Char('"')) {
            quoted = !quoted;
            any = true;
        } else if (character.isSpace() && !quoted) {
            if (any) {
                words.append(word);
            }
            word.clear();
            any = false;
        } else {
            word.append(character);
            any = true;
        }
    }
    if (any) {
        words.append(word);
    }
    return words;
}

bool isKey(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar character) {
        return character.isLetterOrNumber() || character == QLatin1Char('-') || character == QLatin1Char('_');
    });
}

} // namespace

FilterQuery::FilterQuery(const QString &text)
{
    for (const auto &word : splitWords(text)) {
        addTerm(word);
    }
}

void FilterQuery::addTerm(QString word)
{
    Term term;
    if (word.size() > 1 && (word.startsWith(QLatin1Char('!')) || word.startsWith(QLatin1Char('-')))) {
        term.negated = true;
        word.remove(0, 1);
    }
    const qsizetype equals = word.indexOf(QLatin1Char('='));
    const QString key = equals < 0 ? QString() : word.left(equals);
    const bool regex = equals >= 0 && equals + 1 < word.size() && word.at(equals + 1) == QLatin1Char('~');
    if (isKey(key)) {
        term.key = key.toLower();
        word.remove(0, equals + 1);
    } else if (regex && equals == 0) {
        word.remove(0, 1);
    }
    if (regex && word.startsWith(QLatin1Char('~'))) {
        word.remove(0, 1);
        QRegularExpression pattern(word, QRegularExpression::CaseInsensitiveOption);
        if (pattern.isValid()) {
            term.pattern = pattern;
        } else if (m_problem.isEmpty()) {
            m_problem = word;
        }
    }
    term.value = word;
    if (!term.value.isEmpty() || !term.key.isEmpty()) {
        m_terms.append(term);
    }
}

bool FilterQuery::holds(const Term &term, const QStringList &texts, const FieldOf &fieldOf)
{
    if (!term.key.isEmpty()) {
        const auto field = fieldOf(term.key);
        if (!field) {
            return false;
        }
        return term.pattern ? term.pattern->match(*field).hasMatch()
                            : field->compare(term.value, Qt::CaseInsensitive) == 0;
    }
    return std::any_of(texts.cbegin(), texts.cend(), [&term](const QString &text) {
        return term.pattern ? term.pattern->match(text).hasMatch()
                            : text.contains(term.value, Qt::CaseInsensitive);
    });
}

bool FilterQuery::matches(const QStringList &texts, const FieldOf &fieldOf) const
{
    return std::all_of(m_terms.cbegin(), m_terms.cend(),
                       [&](const Term &term) { return holds(term, texts, fieldOf) != term.negated; });
}

} // namespace signalbox
