// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/profilebox.h"

#include "widgets/style/safetext.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>

namespace signalbox
{

void fillProfiles(QComboBox &box, const QStringList &known, const QString &fallback, const QString &chosen)
{
    const QSignalBlocker blocker(&box);
    box.clear();
    const QString standard = known.contains(fallback) ? fallback : known.value(0);
    //: choice of a metric profile; %1 is the profile that holds where none is named
    box.addItem(QCoreApplication::translate("ProfileBox", "Standard (%1)").arg(safeText(standard, 40)),
                QString());
    for (const QString &id : known) {
        box.addItem(safeText(id, 40), id);
    }
    if (!chosen.isEmpty() && !known.contains(chosen)) {
        //: a metric profile that the settings name and no file defines
        box.addItem(QCoreApplication::translate("ProfileBox", "%1 (not found)").arg(safeText(chosen, 40)),
                    chosen);
    }
    box.setCurrentIndex(box.findData(chosen));
}

} // namespace signalbox
