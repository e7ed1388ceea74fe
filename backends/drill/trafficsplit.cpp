// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/trafficsplit.h"

#include "backends/drill/jsontext.h"

#include <algorithm>

namespace signalbox::drill
{

TrafficShares sharesByRoute(const Json &virtualService, const QHash<QString, QString> &selectedHash,
                            const QString &fallback)
{
    TrafficShares shares;
    const Json &http = member(virtualService, {"spec", "http"});
    if (!http.is_array() || http.empty())
        return shares;
    const Json &targets = member(http.front(), "route");
    if (!targets.is_array() || targets.empty())
        return shares;
    double total = 0;
    for (const Json &target : targets)
        total += static_cast<double>(std::max<qint64>(0, number(target, {"weight"})));
    const bool alone = targets.size() == 1;
    for (const Json &target : targets) {
        const double weight = static_cast<double>(std::max<qint64>(0, number(target, {"weight"})));
        const double share = alone ? 1 : (total > 0 ? weight / total : 0);
        const QString host = text(target, {"destination", "host"}).section(QLatin1Char('.'), 0, 0);
        const QString selected = selectedHash.value(host);
        const QString hash = selected.isEmpty() ? fallback : selected;
        if (share > 0 && !hash.isEmpty())
            shares[hash] += share;
    }
    return shares;
}

TrafficShares sharesByPods(const QHash<QString, int> &readyPods)
{
    TrafficShares shares;
    double total = 0;
    for (const int ready : readyPods)
        total += ready;
    if (total <= 0)
        return shares;
    for (auto it = readyPods.cbegin(); it != readyPods.cend(); ++it) {
        if (it.value() > 0)
            shares[it.key()] = it.value() / total;
    }
    return shares;
}

} // namespace signalbox::drill
