// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringList>

namespace signalbox
{

/// What the user asked for when starting the console.
struct ConsoleOptions {
    QString kubeconfig; ///< explicit file; empty: KUBECONFIG, ~/.kube/config, in-cluster
    QString context;    ///< empty: the current one
    QString drill;      ///< scenario; empty: no drill
    QString speed;      ///< of the drill
    QString prometheus; ///< overrides the settings for this session
    QString alertmanager;
    QString screenshots; ///< folder; empty: normal run
    QString configDirectory;
    QString release; ///< "namespace/name" to select at start
    bool showPaths = false;
    bool rehearsal = false; ///< the clusters are a drill somebody else started
    bool safeMode = false; ///< start without stored window layout
};

/// Parses the console's arguments; on --help and --version the text is in `Error.detail` with code Cancelled.
[[nodiscard]] Result<ConsoleOptions> parseConsoleOptions(const QStringList &arguments);

} // namespace signalbox
