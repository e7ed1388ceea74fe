// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/localtext.h"

namespace signalbox
{

QString LocalText::in(const QString &language) const
{
    const QString &wanted = language == QLatin1String("zh_TW")   ? zhTw
                            : language == QLatin1String("zh_CN") ? zhCn
                                                                 : en;
    for (const QString *text : {&wanted, &en, &zhTw, &zhCn}) {
        if (!text->isEmpty()) {
            return *text;
        }
    }
    return {};
}

namespace
{

/// U+001F, unit separator: plans refuse control characters, so no text holds one.
constexpr QChar separator(0x1f);

} // namespace

QString LocalText::packed() const
{
    return en + separator + zhTw + separator + zhCn;
}

LocalText LocalText::unpacked(const QString &argument)
{
    const QStringList parts = argument.split(separator);
    if (parts.size() != 3) {
        return {argument, argument, argument};
    }
    return {parts.at(0), parts.at(1), parts.at(2)};
}

} // namespace signalbox
