// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/fieldtext.h"

namespace signalbox
{

QStringList splitList(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        parts.append(part.trimmed());
    }
    parts.removeAll(QString());
    return parts;
}

QHash<QString, QString> parseHeaders(const QString &text)
{
    QHash<QString, QString> headers;
    for (const QString &pair : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const qsizetype colon = pair.indexOf(QLatin1Char(':'));
        if (colon > 0) {
            headers.insert(pair.left(colon).trimmed(), pair.mid(colon + 1).trimmed());
        }
    }
    return headers;
}

QString formatHeaders(const QHash<QString, QString> &headers)
{
    QStringList pairs;
    for (auto header = headers.cbegin(); header != headers.cend(); ++header) {
        pairs.append(header.key() + QStringLiteral(": ") + header.value());
    }
    pairs.sort();
    return pairs.join(QStringLiteral("; "));
}

} // namespace signalbox
