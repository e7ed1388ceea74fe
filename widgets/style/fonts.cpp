// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/fonts.h"

#include <QApplication>

namespace signalbox
{

namespace
{

constexpr double basePoints = 9.75; // 13 px at 96 dpi

bool isTraditional(const QLocale &locale)
{
    return locale.script() == QLocale::TraditionalHanScript || locale.territory() == QLocale::Taiwan ||
           locale.territory() == QLocale::HongKong || locale.territory() == QLocale::Macao;
}

} // namespace

QStringList Fonts::families(const QLocale &locale)
{
    if (locale.language() == QLocale::Chinese) {
        // Inter draws only what the first family lacks.
        return {isTraditional(locale) ? QStringLiteral("Noto Sans CJK TC")
                                      : QStringLiteral("Noto Sans CJK SC"),
                QStringLiteral("Inter")};
    }
    return {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")};
}

QStringList Fonts::monoFamilies(const QLocale &locale)
{
    if (locale.language() == QLocale::Chinese) {
        return {isTraditional(locale) ? QStringLiteral("Noto Sans Mono CJK TC")
                                      : QStringLiteral("Noto Sans Mono CJK SC")};
    }
    return {QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono"),
            QStringLiteral("Noto Sans Mono")};
}

void Fonts::apply(QApplication &application, const QLocale &locale)
{
    QFont font;
    font.setFamilies(families(locale));
    font.setPointSizeF(basePoints);
    application.setFont(font);
    // Under a style sheet widgets keep the font they were polished with, so they are polished again.
    if (!application.styleSheet().isEmpty()) {
        application.setStyleSheet(application.styleSheet());
    }
}

QFont Fonts::font(TextStyle style)
{
    QFont font;
    // Only what is set here is part of the font's resolve mask; the rest is inherited.
    switch (style) {
    case TextStyle::Title:
        font.setPointSizeF(basePoints * 1.4);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Heading:
        font.setPointSizeF(basePoints * 0.96);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Body:
        font.setPointSizeF(basePoints);
        break;
    case TextStyle::Small:
        font.setPointSizeF(basePoints * 0.88);
        break;
    case TextStyle::Mono:
        font.setPointSizeF(basePoints * 0.9);
        font.setFamilies(monoFamilies(QLocale()));
        break;
    }
    return font;
}

QFont Fonts::resolved(TextStyle style)
{
    return font(style).resolve(QApplication::font());
}

} // namespace signalbox
