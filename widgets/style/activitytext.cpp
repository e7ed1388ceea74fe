// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/activitytext.h"

#include "widgets/style/recordtext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QCoreApplication>

namespace signalbox
{

QString activityLine(const ActivityEntry &entry, const QDateTime &now, TimeZoneChoice zone)
{
    const bool isEvent = entry.kind == ActivityKind::Event;
    const QString what = isEvent ? safeText(entry.reason, 40) : recordActionText(entry);
    const QString time = clockText(entry.time, now, zone);
    const QString object = safeText(entry.object, 60);
    const QString text = safeText(entry.text, 80);
    // What a person wrote says more than how it ended, unless it was not allowed at all.
    const bool isHeld = entry.result == QLatin1String("refused") || entry.result == QLatin1String("denied");
    const QString said = !isEvent && (isHeld || text.isEmpty()) ? recordResultText(entry) : text;
    if (said.isEmpty()) {
        //: status line: time, what happened, to which object
        return QCoreApplication::translate("ActivityText", "%1 %2 · %3").arg(time, what, object);
    }
    //: status line: time, what happened, to which object, in whose words
    return QCoreApplication::translate("ActivityText", "%1 %2 · %3 · %4").arg(time, what, object, said);
}

} // namespace signalbox
