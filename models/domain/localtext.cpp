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

} // namespace signalbox
