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
    //: status line: time, what happened, to which object, in whose words
    return QCoreApplication::translate("ActivityText", "%1 %2 · %3 · %4")
        .arg(clockText(entry.time, now, zone), what, safeText(entry.object, 60), safeText(entry.text, 80));
}

} // namespace signalbox
