// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/reportdocument.h"

namespace signalbox
{

namespace
{

/// One line of Markdown: no line break may start a block, nothing may start markup.
QString markdownText(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_{}[]()#+-.!|~>");
    QString safe;
    safe.reserve(text.size());
    for (const QChar letter : text) {
        if (letter == QLatin1Char('\n') || letter == QLatin1Char('\r') || letter == QLatin1Char('\t') ||
            letter == QChar(QChar::LineSeparator) || letter == QChar(QChar::ParagraphSeparator)) {
            safe += QLatin1Char(' ');
        } else if (letter == QLatin1Char('<')) {
            safe += QLatin1String("&lt;");
        } else if (letter == QLatin1Char('&')) {
            safe += QLatin1String("&amp;");
        } else {
            if (special.contains(letter)) {
                safe += QLatin1Char('\\');
            }
            safe += letter;
        }
    }
    // A bare address would become a link.
    return safe.replace(QLatin1String("://"), QLatin1String("&#58;//"));
}

QString markdownRow(const QStringList &cells, qsizetype columns)
{
    QString line = QStringLiteral("|");
    for (qsizetype index = 0; index < columns; ++index) {
        line += QLatin1Char(' ') + markdownText(cells.value(index)) + QLatin1String(" |");
    }
    return line + QLatin1Char('\n');
}

QString htmlRow(const QStringList &cells, qsizetype columns, QLatin1String tag)
{
    QString line = QStringLiteral("<tr>");
    for (qsizetype index = 0; index < columns; ++index) {
        line += QStringLiteral("<%1>%2</%1>").arg(QString(tag), cells.value(index).toHtmlEscaped());
    }
    return line + QLatin1String("</tr>\n");
}

} // namespace

QString reportMarkdown(const ReportDocument &report)
{
    QString text = QStringLiteral("# ") + markdownText(report.title) + QLatin1String("\n\n");
    for (const auto &[name, value] : report.facts) {
        text += QStringLiteral("- **") + markdownText(name) + QLatin1String("**: ") + markdownText(value) +
                QLatin1Char('\n');
    }
    for (const ReportDocument::Section &section : report.sections) {
        text += QStringLiteral("\n## ") + markdownText(section.title) + QLatin1String("\n\n");
        if (section.rows.isEmpty()) {
            text += markdownText(section.empty) + QLatin1Char('\n');
            continue;
        }
        text += markdownRow(section.columns, section.columns.size());
        text +=
            QLatin1Char('|') + QStringLiteral(" --- |").repeated(section.columns.size()) + QLatin1Char('\n');
        for (const QStringList &row : section.rows) {
            text += markdownRow(row, section.columns.size());
        }
    }
    return text;
}

QString reportHtml(const ReportDocument &report)
{
    const QString title = report.title.toHtmlEscaped();
    QString text =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'\">\n<title>%2</title>\n<style>\n"
                       "body { font-family: sans-serif; }\n"
                       "table { border-collapse: collapse; width: 100%; }\n"
                       "th, td { border: 1px solid gray; padding: 4px; text-align: left; "
                       "vertical-align: top; }\n</style>\n</head>\n<body>\n<h1>%2</h1>\n")
            .arg(report.language.toHtmlEscaped(), title);
    text += QLatin1String("<table>\n");
    for (const auto &[name, value] : report.facts) {
        text += htmlRow({name, value}, 2, QLatin1String("td"));
    }
    text += QLatin1String("</table>\n");
    for (const ReportDocument::Section &section : report.sections) {
        text += QStringLiteral("<h2>%1</h2>\n").arg(section.title.toHtmlEscaped());
        if (section.rows.isEmpty()) {
            text += QStringLiteral("<p>%1</p>\n").arg(section.empty.toHtmlEscaped());
            continue;
        }
        text += QLatin1String("<table>\n") +
                htmlRow(section.columns, section.columns.size(), QLatin1String("th"));
        for (const QStringList &row : section.rows) {
            text += htmlRow(row, section.columns.size(), QLatin1String("td"));
        }
        text += QLatin1String("</table>\n");
    }
    return text + QLatin1String("</body>\n</html>\n");
}

} // namespace signalbox
