// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/namesource.h"

namespace signalbox::drill
{

std::string NameSource::uid()
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string uid = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
    for (char &c : uid) {
        if (c == 'x')
            c = digits[m_random() & 15U];
        else if (c == 'y')
            c = digits[8U | (m_random() & 3U)];
    }
    return uid;
}

QString NameSource::suffix()
{
    static constexpr char letters[] = "bcdfghjklmnpqrstvwxz2456789";
    QString suffix;
    for (int i = 0; i < 5; ++i)
        suffix += QLatin1Char(letters[m_random() % (sizeof letters - 1)]);
    return suffix;
}

} // namespace signalbox::drill
