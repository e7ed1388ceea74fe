// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/measuring.h"

#include "backends/api/whenfinished.h"

#include <algorithm>

namespace signalbox
{

Measuring::Measuring(MetricsStore &metrics, const Release &release, const QVector<Verification> &wanted,
                     QObject *parent)
    : QObject(parent)
    , m_readings(wanted.size())
{
    for (const Verification &verification : wanted) {
        m_open += measuredBy(verification.kind).isEmpty() ? 0 : 1;
    }
    const QString service = release.activeService.isEmpty() ? release.key.name : release.activeService;
    for (int i = 0; i < wanted.size(); ++i) {
        const QString metric = measuredBy(wanted.at(i).kind);
        if (metric.isEmpty()) {
            continue;
        }
        whenFinished(this, metrics.measure(release.key, service, wanted.at(i).hash, metric),
                     [this, i](const Result<Reading> &result) { take(i, result); });
    }
}

bool Measuring::isNeeded(const QVector<Verification> &wanted)
{
    return std::any_of(wanted.cbegin(), wanted.cend(), [](const Verification &verification) {
        return !measuredBy(verification.kind).isEmpty();
    });
}

void Measuring::take(int index, const Result<Reading> &result)
{
    if (result) {
        m_readings[index] = *result;
    } else {
        Reading failed;
        failed.problem = ValueProblem::QueryFailed;
        failed.detail = result.error().detail;
        m_readings[index] = failed;
    }
    if (--m_open == 0) {
        Q_EMIT done();
    }
}

} // namespace signalbox
