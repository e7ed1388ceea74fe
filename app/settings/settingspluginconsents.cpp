// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settingspluginconsents.h"

#include "app/settings/settings.h"

namespace signalbox
{

bool SettingsPluginConsents::isApproved(const QString &subject) const
{
    return m_settings.approvedPlugins().contains(subject);
}

void SettingsPluginConsents::approve(const QString &subject)
{
    m_settings.approvePlugin(subject);
}

} // namespace signalbox
