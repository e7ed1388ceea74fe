// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"
#include "models/stores/planentry.h"

namespace signalbox
{

/// Reads *.yaml and *.yml of a folder, which may be a Qt resource; a folder that is not there holds none.
/// Regular files only, at most 200. May be called from any thread.
[[nodiscard]] QVector<PlanEntry> readPlanFolder(const QString &folder, PlanOrigin origin,
                                                const QVector<PlanEntry> &before);

/// One page of a list of ConfigMaps: each key that ends in .yaml or .yml is a plan.
struct PlanConfigMaps {
    QVector<PlanEntry> plans; ///< not parsed yet
    QString next;             ///< token of the next page; empty: the last one
};
/// @param json ConfigMapList as the API server gives it
[[nodiscard]] Result<PlanConfigMaps> readPlanConfigMaps(const QByteArray &json, const ClusterId &cluster);
/// API path of the first or a later page. @param namespaceName empty: all namespaces
[[nodiscard]] QString planConfigMapsPath(const QString &namespaceName, const QString &next);

/// The namespace whose plans govern a whole cluster. Others govern only themselves: whoever may write
/// ConfigMaps somewhere must not soften the gates of somebody else.
[[nodiscard]] QString planNamespace();

} // namespace signalbox
