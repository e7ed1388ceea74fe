// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/faultplan.h"

namespace signalbox::drill
{

void FaultPlan::add(const QByteArray &method, const QByteArray &targetPart, const Fault &fault, int times)
{
    if (times > 0)
        m_entries.append({method, targetPart, fault, times});
}

std::optional<Fault> FaultPlan::take(const QByteArray &method, const QByteArray &target)
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        if ((!entry.method.isEmpty() && entry.method != method) || !target.contains(entry.targetPart))
            continue;
        const Fault fault = entry.fault;
        if (--entry.times == 0)
            m_entries.removeAt(i);
        return fault;
    }
    return {};
}

} // namespace signalbox::drill
