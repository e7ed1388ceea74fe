// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/safetext.h"

#include <QChar>

namespace signalbox
{

namespace
{

constexpr int maximumMarks = 3;

bool isRightToLeft(char32_t point)
{
    const auto direction = QChar::direction(point);
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
}

bool mustShowAsCode(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        // Letters that draw nothing: Hangul fillers.
        return point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
    }
}

bool isMark(char32_t point)
{
    const auto category = QChar::category(point);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

QString codeOf(char32_t point)
{
    return QStringLiteral("[U+%1]").arg(static_cast<uint>(point), 4, 16, QLatin1Char('0')).toUpper();
}

/// Everything a caller of the walk below needs to know so far.
struct Walk {
    QString text;
    int marks = 0;
    bool rightToLeft = false;
    LineBreaks lineBreaks = LineBreaks::Fold;

    void take(char32_t point)
    {
        marks = isMark(point) ? marks + 1 : 0;
        if (marks > maximumMarks) {
            return;
        }
        if (point == '\n' || point == '\r' || point == '\t') {
            text += point == '\n' && lineBreaks == LineBreaks::Keep ? QLatin1Char('\n') : QLatin1Char(' ');
        } else if (mustShowAsCode(point)) {
            text += codeOf(point);
        } else {
            rightToLeft = rightToLeft || isRightToLeft(point);
            text += QChar::fromUcs4(point);
        }
    }
};

} // namespace

QString safeText(const QString &external, qsizetype maximumLength, LineBreaks lineBreaks)
{
    constexpr char16_t ellipsis = 0x2026;
    constexpr char16_t firstStrongIsolate = 0x2068;
    constexpr char16_t popIsolate = 0x2069;
    Walk walk;
    walk.lineBreaks = lineBreaks;
    qsizetype at = 0;
    while (at < external.size() && walk.text.size() < maximumLength) {
        const QChar unit = external.at(at++);
        if (unit.isHighSurrogate() && at < external.size() && external.at(at).isLowSurrogate()) {
            walk.take(QChar::surrogateToUcs4(unit, external.at(at++)));
        } else {
            walk.take(unit.unicode());
        }
    }
    if (at < external.size()) {
        walk.text += QChar(ellipsis);
    }
    return walk.rightToLeft ? QChar(firstStrongIsolate) + walk.text + QChar(popIsolate) : walk.text;
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    return QStringLiteral("<qt>%1</qt>")
        .arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace signalbox
