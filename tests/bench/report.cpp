// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace signalbox::bench
{

namespace
{

QString numberText(const std::optional<double> &number)
{
    if (!number) {
        return QStringLiteral("-");
    }
    const double size = std::abs(*number);
    return QString::number(*number, 'f', size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3);
}

QString metText(const Row &row)
{
    if (!row.isMeasured()) {
        return QStringLiteral("not measured");
    }
    const std::optional<bool> met = row.met();
    return !met ? QStringLiteral("-") : *met ? QStringLiteral("yes") : QStringLiteral("NO");
}

QStringList cellsOf(const Row &row)
{
    return {row.name,
            numberText(row.value),
            row.unit,
            numberText(row.reference),
            numberText(row.ratio),
            row.goal().isEmpty() ? QStringLiteral("-") : row.goal(),
            metText(row)};
}

QJsonValue jsonNumber(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

} // namespace

QByteArray tableText(const Rows &rows)
{
    QVector<QStringList> lines{{QStringLiteral("name"), QStringLiteral("value"), QStringLiteral("unit"),
                                QStringLiteral("reference"), QStringLiteral("ratio"), QStringLiteral("goal"),
                                QStringLiteral("met")}};
    for (const Row &row : rows) {
        lines.append(cellsOf(row));
    }
    QVector<qsizetype> widths(lines.first().size(), 0);
    for (const QStringList &line : std::as_const(lines)) {
        for (qsizetype column = 0; column < line.size(); ++column) {
            widths[column] = std::max(widths[column], line[column].size());
        }
    }
    QString text;
    for (const QStringList &line : std::as_const(lines)) {
        QString out;
        for (qsizetype column = 0; column < line.size(); ++column) {
            const bool number = column == 1 || column == 3 || column == 4;
            out += number ? line[column].rightJustified(widths[column])
                          : line[column].leftJustified(widths[column]);
            out += QStringLiteral("  ");
        }
        text += out.trimmed() + QLatin1Char('\n');
    }
    for (const Row &row : rows) {
        if (!row.note.isEmpty()) {
            text += QStringLiteral("* ") + row.name + QStringLiteral(": ") + row.note + QLatin1Char('\n');
        }
    }
    return text.toUtf8();
}

QByteArray jsonText(const Rows &rows)
{
    QJsonArray array;
    for (const Row &row : rows) {
        QJsonObject object{{QStringLiteral("name"), row.name},
                           {QStringLiteral("value"), jsonNumber(row.value)},
                           {QStringLiteral("unit"), row.unit},
                           {QStringLiteral("reference"), jsonNumber(row.reference)},
                           {QStringLiteral("ratio"), jsonNumber(row.ratio)},
                           {QStringLiteral("goal"),
                            row.goal().isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(row.goal())}};
        const std::optional<bool> met = row.isMeasured() ? row.met() : std::optional(false);
        object.insert(QStringLiteral("met"), met ? QJsonValue(*met) : QJsonValue(QJsonValue::Null));
        if (!row.note.isEmpty()) {
            object.insert(QStringLiteral("note"), row.note);
        }
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

} // namespace signalbox::bench
