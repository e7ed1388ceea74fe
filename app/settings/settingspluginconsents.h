// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/pluginconsents.h"

namespace signalbox
{

class Settings;

/// Remembers in the settings file which exec credential plugins the user allowed.
class SettingsPluginConsents final : public kubernetes::PluginConsents
{
public:
    /// @param settings outlives this
    explicit SettingsPluginConsents(Settings &settings)
        : m_settings(settings)
    {
    }
    [[nodiscard]] bool isApproved(const QString &subject) const override;
    void approve(const QString &subject) override;

private:
    Settings &m_settings;
};

} // namespace signalbox
