// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/paths.h"

#include <QDir>
#include <QStandardPaths>

namespace signalbox
{

namespace
{

QString xdg(const char *variable, const char *fallback)
{
    const QString value = qEnvironmentVariable(variable);
    return (value.isEmpty() ? QDir::homePath() + QLatin1Char('/') + QLatin1String(fallback) : value) +
           QStringLiteral("/signalbox");
}

} // namespace

Paths Paths::standard(const QString &configDirectory)
{
    const QString one =
        configDirectory.isEmpty() ? qEnvironmentVariable("SIGNALBOX_CONFIG_DIR") : configDirectory;
    const bool split = one.isEmpty();
    const QString config = split ? xdg("XDG_CONFIG_HOME", ".config") : one;
    Paths paths;
    paths.settings = config + QStringLiteral("/signalbox.ini");
    paths.metricsFile = config + QStringLiteral("/metrics.json");
    paths.plans = config + QStringLiteral("/plans");
    paths.data = split ? xdg("XDG_DATA_HOME", ".local/share") : one;
    paths.state = (split ? xdg("XDG_STATE_HOME", ".local/state") : one) + QStringLiteral("/layout.ini");
    return paths;
}

} // namespace signalbox
