// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workspace.h"

#include <QMap>
#include <QString>

namespace signalbox
{

/// What keeps releases from the list, one paragraph each: contexts that could not be opened, kubeconfig files
/// that could not be read, servers that cannot be reached, lists that are refused or make no sense. Each
/// names the layer and a remedy. Empty: nothing does. Short interruptions are left to the chips.
/// @param refused contexts that could not be opened
[[nodiscard]] QString fleetNotice(Workspace &workspace, const QMap<QString, Error> &refused);

/// A finding in a kubeconfig file: the sentence with file, line and field; of a mere note, only those.
[[nodiscard]] QString configProblemText(const kubernetes::ConfigProblem &problem);

} // namespace signalbox
