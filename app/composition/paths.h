// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace signalbox
{

/// Where this program keeps its files. XDG folders; one override for everything ($SIGNALBOX_CONFIG_DIR or
/// --config-dir) so that a test or a portable copy touches nothing else.
struct Paths {
    QString settings;    ///< INI file
    QString metricsFile; ///< user's metric profiles
    QString plans;       ///< folder of the user's own release plans
    QString data;        ///< ledger
    QString state;       ///< window layout

    /// @param configDirectory from the command line; empty: environment, then XDG
    [[nodiscard]] static Paths standard(const QString &configDirectory);
};

} // namespace signalbox
