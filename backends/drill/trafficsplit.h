// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <QHash>
#include <QString>

namespace signalbox::drill
{

/// Share of traffic by pod template hash, adding up to 1 (or empty if nothing can be reached). Pure.
using TrafficShares = QHash<QString, double>;

/// By the weights of a VirtualService's first HTTP route. @param selectedHash hash that a Service selects;
/// a Service that selects none gives its share to `fallback`.
[[nodiscard]] TrafficShares sharesByRoute(const Json &virtualService,
                                          const QHash<QString, QString> &selectedHash,
                                          const QString &fallback);
/// By ready pods of each version; all of them behind one Service.
[[nodiscard]] TrafficShares sharesByPods(const QHash<QString, int> &readyPods);

} // namespace signalbox::drill
