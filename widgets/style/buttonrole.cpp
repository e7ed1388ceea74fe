// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/buttonrole.h"

#include <QPushButton>
#include <QStyle>

namespace signalbox
{

void setButtonRole(QPushButton &button, ButtonRole role)
{
    QString name;
    switch (role) {
    case ButtonRole::Normal:
        break;
    case ButtonRole::Primary:
        name = QStringLiteral("primary");
        break;
    case ButtonRole::Danger:
        name = QStringLiteral("danger");
        break;
    case ButtonRole::Plain:
        name = QStringLiteral("plain");
        break;
    }
    if (button.property("role").toString() == name) {
        return;
    }
    button.setProperty("role", name);
    // Property selectors are evaluated when a widget is polished.
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

} // namespace signalbox
