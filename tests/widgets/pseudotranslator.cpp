// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pseudotranslator.h"

namespace signalbox
{

QString PseudoTranslator::translate(const char *context, const char *source, const char *, int) const
{
    // Qt's own texts (dialog buttons, layout direction) stay as they are.
    if (context == nullptr || source == nullptr || context[0] == 'Q') {
        return {};
    }
    return pseudo(QString::fromUtf8(source));
}

QString PseudoTranslator::pseudo(const QString &source)
{
    static const QString han = QStringLiteral("發布推進流量權重觀察期簽核回復版本叢集就緒");
    QString text;
    int letters = 0;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar unit = source.at(i);
        if (unit == QLatin1Char('%') && i + 1 < source.size() && source.at(i + 1).isDigit()) {
            text += unit;
            text += source.at(++i);
        } else if (unit.isLetter()) {
            // Chinese needs about one character for three letters.
            if (letters++ % 3 == 0) {
                text += han.at((i + source.size()) % han.size());
            }
        } else if (!unit.isSpace() || (!text.isEmpty() && text.back() == QLatin1Char('%'))) {
            text += unit;
        }
    }
    return text;
}

} // namespace signalbox
