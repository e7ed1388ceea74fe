// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPair>
#include <QString>
#include <QStringList>
#include <QVector>

namespace signalbox
{

/// A report in the words of its reader, without any markup: title, facts, and sections of tables. Every text
/// in it may be external; the writers below make it safe for their format.
struct ReportDocument {
    struct Section {
        QString title;
        QStringList columns;
        QVector<QStringList> rows;
        QString empty; ///< said instead of a table without rows
        bool operator==(const Section &) const = default;
    };
    QString language; ///< BCP 47: "zh-TW"
    QString title;
    QVector<QPair<QString, QString>> facts;
    QVector<Section> sections;
    bool operator==(const ReportDocument &) const = default;
};

/// GitHub-flavoured Markdown. What Markdown or HTML would take for markup is escaped.
[[nodiscard]] QString reportMarkdown(const ReportDocument &report);
/// One self-contained page without scripts, links or anything fetched.
[[nodiscard]] QString reportHtml(const ReportDocument &report);

} // namespace signalbox
