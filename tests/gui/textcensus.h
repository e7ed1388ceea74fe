// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QVector>

class QWidget;

namespace signalbox::test
{

/// Every text a part of the user interface carries: labels, buttons, tabs, combo boxes, list items, header
/// sections, placeholders, tool tips, titles, actions and the names for assistive tools. Each with the place
/// where it was found.
struct FoundText {
    QString text;
    QString place;
};
[[nodiscard]] QVector<FoundText> textsIn(const QWidget &root);

/// Focusable widgets without a name for assistive tools, by class and object name.
[[nodiscard]] QStringList namelessFocusables(const QWidget &root);

/// Knows from the translation files how each language says things, and so which texts are in the wrong one.
class LanguageCheck
{
public:
    /// Reads translations/*.ts of the source tree. Empty, or what is wrong with them.
    [[nodiscard]] QString load();
    /// Texts that are not in `language` ("en", "zh_TW", "zh_CN"), with their places.
    [[nodiscard]] QStringList strays(const QWidget &root, const QString &language) const;

private:
    [[nodiscard]] bool isStray(const QString &text, const QString &language) const;

    QSet<QString> m_sources;           ///< English texts that read differently in Chinese
    QStringList m_fragments;           ///< their parts of several words, as they stand in composed texts
    QHash<QString, QSet<QChar>> m_own; ///< characters only this Chinese uses
};

} // namespace signalbox::test
